import Calculation
import Testing

@Suite struct XTBPropertiesTests {
  @Test func everyPropertyIsKnownAndSaysWhereItComesFrom() {
    let all = XTBSettings(solvent: .water, propertyRuns: [.ionise, .vibrate, .attach, .detach]).properties
    #expect(all.count == 20)
    for property in all {
      #expect(!property.source.isEmpty, "\(property.name)")
      let known = Property.known.first { $0.name == property.name }
      #expect(known?.unit == property.unit && known?.summary == property.summary)
    }
  }
}
