import Foundation
extension Corpus { static var builtInText: String { (try? String(contentsOfFile: "/tmp/corpus.smi", encoding: .utf8)) ?? "" } }
