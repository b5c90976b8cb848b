import CCorpus

extension Corpus {
  /// The text of the corpus that comes with the program.
  static var builtInText: String {
    // The bytes and their number are constants of the C target, generated together.
    let bytes = unsafe UnsafeBufferPointer(start: cohobate_corpus_start(), count: Int(cohobate_corpus_size))
    return unsafe String(decoding: bytes, as: UTF8.self)
  }
}
