import Tables
import Testing

@Suite struct FileFormatsTests {
  @Test func aTableBeyondASCIIBeginsWithAByteOrderMark() {
    #expect(separatedText([["a", "b, c"], ["1", "\"x\""]]) == "a,\"b, c\"\n1,\"\"\"x\"\"\"\n")
    #expect(separatedText([["é"]]) == "\u{FEFF}é\n")
  }

  @Test func numbersHaveTheDigitsThatMeanSomething() {
    #expect(valueText(0.1 + 0.2) == "0.3" && valueText(-56.123456789012) == "-56.123456789" && valueText(nil) == "")
    #expect(valueText(12.0) == "12.0" && valueText(195.19755668263525) == "195.197556683")
    #expect(
      estimateText(195.19755668263525) == "195.198" && estimateText(1.23456789e-12) == "1.23457e-12"
        && estimateText(nil) == "")
  }

  @Test func aNameOfTwoLinesIsOneInAFileOfSMILES() {
    #expect(smilesLine("CCO", name: "an\nalcohol") == "CCO\tan alcohol\n")
  }

  @Test func aTitleOfAStructureIsOneLine() {
    #expect(
      structureRecord(title: "a\nb", block: "x\n\nM  END\n", data: [("k", "1")]) == "a b\n\nM  END\n>  <k>\n1\n\n$$$$\n"
    )
  }
}
