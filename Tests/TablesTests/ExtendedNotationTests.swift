import Tables
import Testing

@Suite struct ExtendedNotationTests {
  @Test(
    "What changes no molecule is passed over",
    arguments: [
      "(1.2,0,;3,4,0)", "$a;;C2$", "$_AV:1;$", "a:1,3", "w:1.0", "wU:2.1,wD:3.4", "lp:1:2", "f:0.1",
      "SgD:1,2:name:12 J:::", "SgH:0:1",
      "atomProp:0.x.1", "(0,1,;2,3,),a:1,$x$,w:2.3", "", "Sg:gen:1,2::",
    ])
  func passed(text: String) throws {
    let notation = try #require(ExtendedNotation("CCO |\(text)| a name"))
    #expect(notation.smiles == "CCO" && notation.rest == "a name")
    #expect(notation.problem == nil && !notation.isMixture)
  }

  @Test("Stereo groups of mixtures are told", arguments: ["&1:1", "o1:1,3", "a:2,&1:1,&2:5", "r"])
  func mixtures(text: String) throws {
    let notation = try #require(ExtendedNotation("CCO |\(text)|"))
    #expect(notation.isMixture && notation.problem == nil)
  }

  @Test(
    "What makes another molecule is refused by name",
    arguments: [
      ("$_AP1;$", "attachment point"), ("$;_R2$", "R group"), ("$Q_e$", "any of several elements"),

      ("m:1:2.3.4", "variable point of attachment"), ("LN:1:1.3.2.5", "link node"), ("Sg:n:1,2::ht", "repeating unit"),
      ("^1:0", "radical centres"), ("^2:1,2", "radical centres"), ("C:1.0", "coordinate bonds"),
      ("H:1.2", "hydrogen bonds"),
      ("RG:_R1={C}", "R groups"), ("c:1", "configurations of double bonds"),
      ("t:1,2", "configurations of double bonds"),
      ("rb:1:2", "query"), ("s:1:2", "query"), ("u:1", "query"), ("zz:1", "'zz', which is not known"),
      ("(0,0,;1,1,),^1:0", "radical"),
      ("&1:1,m:0:2.3", "variable point"),
    ])
  func refused(text: String, words: String) throws {
    #expect(try #require(ExtendedNotation("CCO |\(text)| x")).problem?.contains(words) == true)
  }

  @Test(arguments: ["CCO", "CCO ethanol", "CCO |x", "CCO ethanol |a:1|", ""])
  func mostTextsHaveNone(text: String) {
    #expect(ExtendedNotation(text) == nil)
  }
}
