import Stores
import Testing

@Suite struct LibraryErrorTests {
  @Test(arguments: [
    (
      StoreError.notFound(path: "l"),
      "There is no library of source models at 'l'; 'cohobate pretrain TABLE.csv' makes one from a table, and 'built-in' is the one that comes with Cohobate."
    ),
    (.notDatabase(path: "l"), "'l' is not a library of source models."),
    (.notCampaign(path: "l"), "'l' is not a library of source models."),
    (
      .newer(path: "l", schema: "library9"),
      "The library 'l' was written by a newer Cohobate (schema 'library9' is unknown to this one); use that one."
    ),
    (
      .damaged(path: "l", reason: "malformed"),
      "The library 'l' is damaged (malformed); restore it from a copy, or train its models again."
    ),
    (.unknown(path: "l", what: "model 7"), "The library 'l' has no model 7."),
    (
      .cannotOpen(path: "m", reason: "there is a file already"),
      "The model cannot be written to 'm': there is a file already."
    ),
    (.notWritable(path: "m"), "The model cannot be written to 'm': check the permissions of its folder."),
    (
      .diskFull(path: "l"),
      "The library of source models cannot be used. "
        + "The disk is full: nothing was written to 'l'; free some space and run again."
    ),
  ])
  func theSentenceNamesTheFile(cause: StoreError, sentence: String) {
    #expect(LibraryError(path: "l", cause: cause).description == sentence)
  }
}
