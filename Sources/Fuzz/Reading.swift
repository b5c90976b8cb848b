import Foundation
import Glibc
import Numerics

/// In a child process: reads mutants one after the other. Prints the number of each before reading it, and its outcome
/// afterwards: `12`, then `accepted`, `refused` or `unclear SENTENCE`.
func readMutants(of name: String, from first: Int, to last: Int, seed: UInt64, in folder: String) async throws {
  guard let type = FuzzedReaders.all[name] else { return }
  boundMemory()
  let reader = try await type.init(in: folder)
  let mutation = Mutation(words: type.words, examples: reader.examples)
  for number in first..<last {
    // Each mutant has its own stream, so that it does not depend on the child that makes it.
    var stream = RandomStreams(seed: seed).stream(name, index: number)
    var bytes = stream.integer(below: 3) == 0 ? mutation.mutantInPlace(&stream) : mutation.mutant(&stream)
    if stream.integer(below: 4) > 0 { reader.seal(&bytes) }
    say("\(number)")
    do {
      try await reader.read(bytes)
      say("accepted")
    } catch {
      let sentence = "\(error)".replacing("\n", with: "\\n")
      say(isSentence(sentence) ? "refused" : "unclear \(sentence.prefix(300))")
    }
  }
}

/// Prints a line and flushes it.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

/// Limits memory, so that a mutant that needs much memory fails alone.
private func boundMemory() {
  var limit = rlimit(rlim_cur: 8 << 30, rlim_max: 8 << 30)
  _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
}

/// Whether an error is a sentence for people, not the text of a decoder or the name of a type.
private func isSentence(_ text: String) -> Bool {
  let foreign = [
    "DecodingError", "CodingKeys", "Swift.", "NSError", "Error Domain", "typeMismatch", "GRDB", "Optional(",
  ]
  guard let first = text.first, let last = text.last else { return false }
  return (first.isUppercase || "'\"(<0123456789".contains(first) || text.contains(":")) && ".!?)]".contains(last)
    && !foreign.contains(where: text.contains)
}
