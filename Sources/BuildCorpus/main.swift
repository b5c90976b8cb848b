import Chemistry
import Foundation

// Writes the built-in corpus: the named compounds and the enumeration, each molecule once, sorted by SMILES.
// Usage: swift run BuildCorpus [FILE], from the package's folder.

let path = CommandLine.arguments.dropFirst().first ?? "Sources/CCorpus/corpus.smi"
do {
  let corpus = try assembledCorpus()
  try corpus.text.write(toFile: path, atomically: true, encoding: .utf8)
  for line in corpus.summary { print(line) }
  print("\(corpus.count) molecules written to \(path)")
} catch {
  FileHandle.standardError.write(Data("The corpus was not written: \(error)\n".utf8))
  exit(1)
}
