// Writes the built-in corpus.
