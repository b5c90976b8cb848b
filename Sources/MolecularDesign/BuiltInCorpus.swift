extension Corpus { static var builtInText: String { "CCO\tethanol\n" } }
