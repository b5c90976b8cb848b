/// The built-in library of source models, as the program carries it: the bytes of models.bin.
#ifndef CLibrary_h
#define CLibrary_h

/// The network that BuildLibrary wrote.
extern const unsigned char cohobate_library[];
/// The first of these bytes, for Swift, which sees no array without a length.
static inline const unsigned char *cohobate_library_start(void) { return cohobate_library; }
/// The number of bytes.
extern const unsigned long cohobate_library_size;

#endif
