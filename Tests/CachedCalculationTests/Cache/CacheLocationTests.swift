import CachedCalculation
import Testing

@Suite("Where the cache is")
struct CacheLocationTests {
  @Test(
    "The variable of its own counts first, then the user's cache folder, then the home folder",
    arguments: [
      (["HOME": "/h"], "/h/.cache/cohobate/calculations.sqlite"),
      (["HOME": "/h", "XDG_CACHE_HOME": "/x"], "/x/cohobate/calculations.sqlite"),
      (["HOME": "/h", "XDG_CACHE_HOME": "/x", "COHOBATE_CACHE": "c.sqlite"], "c.sqlite"),
      (["HOME": "/h", "XDG_CACHE_HOME": "", "COHOBATE_CACHE": ""], "/h/.cache/cohobate/calculations.sqlite"),
      (["HOME": "/h", "XDG_CACHE_HOME": "relative"], "/h/.cache/cohobate/calculations.sqlite"),
    ])
  func usual(environment: [String: String], place: String) {
    #expect(CacheLocation.usual(in: environment) == place)
  }
}
