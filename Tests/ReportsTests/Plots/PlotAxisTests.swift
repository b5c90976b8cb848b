import Reports
import Testing

@Suite("An axis of a plot")
struct PlotAxisTests {
  @Test("Values are placed along the range, and those outside it at its ends")
  func places() {
    let axis = PlotAxis(-1...3, length: 200)
    #expect([-2, -1, 0, 3, 9].map(axis.place) == [0, 0, 50, 200, 200])
    #expect(axis.places(from: nil, to: 1) == 0...100 && axis.places(from: 2, to: nil) == 150...200)
    #expect(axis.ticks.map(\.text) == ["-1", "0", "1", "2", "3"])
  }

  @Test("All values of an axis without length are at its lower end")
  func noRange() { #expect(PlotAxis(5...5, length: 200).place(5) == 0) }
}
