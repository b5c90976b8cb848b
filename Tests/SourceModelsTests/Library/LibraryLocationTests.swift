import SourceModels
import Testing

@Suite struct LibraryLocationTests {
  @Test(
    "The variable of its own counts first, then the user's data folder, then the home folder",
    arguments: [
      (["HOME": "/h"], "/h/.local/share/cohobate/built-in.sqlite"),
      (["HOME": "/h", "XDG_DATA_HOME": "/x"], "/x/cohobate/built-in.sqlite"),
      (["HOME": "/h", "XDG_DATA_HOME": "/x", "COHOBATE_LIBRARY": "l.sqlite"], "l.sqlite"),
      (["HOME": "/h", "XDG_DATA_HOME": "", "COHOBATE_LIBRARY": ""], "/h/.local/share/cohobate/built-in.sqlite"),
      (["HOME": "/h", "XDG_DATA_HOME": "relative"], "/h/.local/share/cohobate/built-in.sqlite"),
    ])
  func usual(environment: [String: String], place: String) {
    #expect(LibraryLocation.usual(in: environment) == place)
    #expect(LibraryLocation.path(of: "built-in", relativeTo: "folder", in: environment) == place)
  }

  @Test(arguments: [
    ("models.sqlite", "folder", "folder/models.sqlite"), ("models.sqlite", "", "models.sqlite"),
    ("/models.sqlite", "folder", "/models.sqlite"),
  ])
  func aPathCountsFromTheFolder(name: String, folder: String, place: String) {
    #expect(LibraryLocation.path(of: name, relativeTo: folder) == place)
  }
}
