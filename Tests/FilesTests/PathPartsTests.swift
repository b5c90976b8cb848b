import Files
import Testing

@Suite struct PathPartsTests {
  @Test(arguments: [
    ("a/b.c", "a", "b.c", "a/b"), ("b.c", "", "b.c", "b"), ("/a", "/", "a", "/a"), (".", "", ".", "."),
    ("a", "", "a", "a"), ("..", "", "..", ".."), ("", "", "", ""), ("/", "", "", ""), ("a//b.c/", "a", "b.c", "a//b"),
    ("a.b/c", "a.b", "c", "a.b/c"), (".hidden", "", ".hidden", ".hidden"), ("a.b.c", "", "a.b.c", "a.b"),
    ("é", "", "é", "é"), ("a b.yaml", "", "a b.yaml", "a b"), ("./x", ".", "x", "./x"),
  ])
  func partsOfAnyText(path: String, folder: String, name: String, stem: String) {
    #expect(path.folderOfPath == folder)
    #expect(path.nameOfPath == name)
    #expect(path.withoutPathExtension == stem)
  }
}
