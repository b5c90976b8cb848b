#ifndef COpenBLAS_h
#define COpenBLAS_h
#endif
