internal import Foundation

// The measurements of Benchmarks/ in Swift: `cohobate-benchmark SUBJECT ARGUMENT…` prints JSON, one object per line.

let arguments = Array(CommandLine.arguments.dropFirst())
do {
  switch arguments.first {
  case "linear-algebra": try linearAlgebra(sizes: arguments.dropFirst().compactMap { Int($0) })
  case "language": try language(Array(arguments.dropFirst()))
  case "transfer": try transfer(Array(arguments.dropFirst()))
  case "built-in-library": try builtInLibrary(Array(arguments.dropFirst()))
  case "process": try processSpeed(Array(arguments.dropFirst()))
  case "joint-samples": try jointSamples(Array(arguments.dropFirst()))
  case "embedding": try embedding(Array(arguments.dropFirst()))
  case "embedding-steps": try embeddingSteps(Array(arguments.dropFirst()))
  case "accuracy": try accuracy(Array(arguments.dropFirst()))
  case "design": try design(Array(arguments.dropFirst()))
  case "sources": try sources(Array(arguments.dropFirst()))
  case "compositions": try compositions(Array(arguments.dropFirst()))
  case "score": try score(Array(arguments.dropFirst()))
  default:
    throw BenchmarkError(
      "Name a measurement: cohobate-benchmark linear-algebra|process|joint-samples|accuracy|embedding|embedding-steps|language|transfer|built-in-library|sources|design|score|compositions …"
    )
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
