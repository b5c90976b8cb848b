#ifndef CRDKit_h
#define CRDKit_h
#endif
