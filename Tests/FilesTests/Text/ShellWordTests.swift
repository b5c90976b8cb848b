import Files
import Testing

@Suite("A word as a person would type it")
struct ShellWordTests {
  @Test(
    "What a shell would take for something else is quoted",
    arguments: [
      ("a.yaml", "a.yaml"), ("a b.yaml", "'a b.yaml'"), ("it's", #"'it'\''s'"#), ("", "''"), ("$HOME", "'$HOME'"),
      ("ä", "'ä'"), ("two\nlines", #"$'two\x0alines'"#), ("a\t'\\", #"$'a\x09\'\\'"#),
    ])
  func quoted(word: String, typed: String) {
    #expect(shellWord(word) == typed)
  }

  @Test("A command in a sentence has no quotation marks around those that it has")
  func quotedOnce() {
    #expect(quotedCommand("cohobate run a.yaml") == "'cohobate run a.yaml'")
    #expect(quotedCommand("cohobate run 'a b.yaml'") == "cohobate run 'a b.yaml'")
  }
}
