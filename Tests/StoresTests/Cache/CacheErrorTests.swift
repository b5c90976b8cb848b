import Stores
import Testing

@Suite struct CacheErrorTests {
  @Test(arguments: [
    (StoreError.notDatabase(path: "c"), "'c' is not a cache of calculations."),
    (.notCampaign(path: "c"), "'c' is not a cache of calculations."),
    (
      .newer(path: "c", schema: "cache9"),
      "The cache 'c' was written by a newer Cohobate (schema 'cache9' is unknown to this one)."
    ),
    (
      .damaged(path: "c", reason: "malformed"),
      "The cache 'c' is damaged (malformed). It may be removed: its outcomes can be calculated again."
    ),
    (
      .diskFull(path: "c"),
      "The cache of calculations cannot be used. "
        + "The disk is full: nothing was written to 'c'; free some space and run again."
    ),
  ])
  func theSentenceNamesTheFile(cause: StoreError, sentence: String) {
    #expect(CacheError(path: "c", cause: cause).description == sentence)
  }
}
