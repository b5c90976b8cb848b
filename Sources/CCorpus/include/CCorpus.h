/// The built-in corpus, as the program carries it: the bytes of corpus.smi.
#ifndef CCorpus_h
#define CCorpus_h

/// Lines of SMILES, a tab, and a name; lines that start with `#` are comments. Not NUL-terminated.
extern const unsigned char cohobate_corpus[];
/// The number of bytes.
extern const unsigned long cohobate_corpus_size;

#endif
