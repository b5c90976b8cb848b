/// The reason why a document cannot be decoded, as part of a sentence. Swift's own description is for programmers.
package func decodingProblem(_ error: any Error) -> String {
  func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    return path.isEmpty ? "the document" : "'\(path)'"
  }
  switch error {
  case DecodingError.keyNotFound(let key, _): return "'\(key.stringValue)' is not there"
  case DecodingError.valueNotFound(_, let context): return "\(place(context)) has no value"
  case DecodingError.typeMismatch(_, let context): return "\(place(context)) is not of the kind that belongs there"
  case DecodingError.dataCorrupted(let context): return "\(place(context)) cannot be read"
  default: return "\("\(error)".replacing("\n", with: " ").prefix(200))"
  }
}
