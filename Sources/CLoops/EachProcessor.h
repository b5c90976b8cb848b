#ifndef EachProcessor_h
#define EachProcessor_h

// At the start of the program the best of these that the processor supports is chosen. No product is fused with a sum
// (see Package.swift), so that all give the same bits.
#if defined(__x86_64__) && defined(__ELF__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

#endif
