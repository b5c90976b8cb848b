import Reports
import Testing

@Suite struct StructureDrawingTests {
  @Test("A molecule is drawn in the asked size, and what is none is not")
  func drawing() {
    let drawing = structureDrawing(ofSMILES: "CCO", width: 200, height: 100)
    #expect(drawing?.contains("viewBox='0 0 200 100'") == true)
    #expect(structureDrawing(ofSMILES: "<script>") == nil)
  }
}
