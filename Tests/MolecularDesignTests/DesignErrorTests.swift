import MolecularDesign
import Testing

@Suite struct DesignErrorTests {
  @Test(arguments: [
    DesignError.unusableCorpus("The table is empty; fill it."),
    .emptyCorpus(path: "a.smi", firstRejection: RejectedLine(line: 3, text: "x", reason: "it is broken")),
    .emptyCorpus(path: "a.smi", firstRejection: nil), .unreadableSMILES("C.C", reason: "two"), .nothingToLearnFrom,
    .invalidSetting(name: "steps", value: "0", allowed: "at least 1"),
    .filterTooNarrow(FruitlessDraw(counts: DesignCounts(), rejections: [])), .noLikelihood(molecules: 4),
    .invalidLikelihood("NaN"), .unusableModel(path: "a.model", reason: "its checksum is wrong"),
    .unwritableModel(path: "a.model", reason: "there is no such folder"),
  ]) func everyErrorIsASentence(error: DesignError) {
    #expect(error.description.first?.isUppercase == true)
    #expect(error.description.hasSuffix("."))
    #expect(!error.description.contains(".."))
  }
}
