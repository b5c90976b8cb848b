#ifndef CCorpus_h
#define CCorpus_h
#endif
