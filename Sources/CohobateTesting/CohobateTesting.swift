// Conformance suites that a plug-in's author also uses.
