#ifndef CFingerprint_h
#define CFingerprint_h
#endif
