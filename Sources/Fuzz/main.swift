import Foundation

// Gives each reader of files mutants of its files, and counts faults: `cohobate-fuzz --help`.

let usage = """
  cohobate-fuzz [--mutants N] [--seed S] [--reader NAME]...

  Makes N mutants (default: 500) of each kind of file that Cohobate reads, resealed where the file has a digest, and reads them
  in child processes. Prints a line for each reader: how many mutants were accepted and refused, how many ended the process
  (traps), took more than 10 s (hangs), or were refused by no sentence (unclear). Exits with 1 if there was a trap or a hang.
  """

/// The options on the command line.
struct Options {
  var mutants = 500
  var seed: UInt64 = 1
  var readers: [String] = []
  /// In a child: the working folder and the first mutant.
  var folder: String?
  var first = 0

  init(_ arguments: [String]) throws(FuzzError) {
    var words = arguments[...]
    while let word = words.popFirst() {
      guard let value = words.popFirst() else { throw FuzzError(usage) }
      switch word {
      case "--mutants": mutants = Int(value) ?? mutants
      case "--seed": seed = UInt64(value) ?? seed
      case "--reader": readers.append(value)
      case "--folder": folder = value
      case "--first": first = Int(value) ?? first
      default: throw FuzzError(usage)
      }
    }
    if let unknown = readers.first(where: { FuzzedReaders.all[$0] == nil }) {
      throw FuzzError("There is no reader '\(unknown)'; there are: \(FuzzedReaders.all.keys.joined(separator: ", ")).")
    }
  }
}

struct FuzzError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  if let folder = options.folder, let name = options.readers.first {
    try await readMutants(of: name, from: options.first, to: options.mutants, seed: options.seed, in: folder)
  } else {
    let isClean = try Supervision(options).run()
    exit(isClean ? 0 : 1)
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(2)
}
