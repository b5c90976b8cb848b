#include "CCorpus.h"

const unsigned char cohobate_corpus[] = {
#embed "corpus.smi"
};

const unsigned long cohobate_corpus_size = sizeof cohobate_corpus;
