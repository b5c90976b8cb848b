import Files
import Reports

/// A reference point for people: `gap 5.1 eV, dipole 1.0 D (stated)`.
struct ReferencePointText {
  let text: String

  init(_ reference: [ReferencePointReport]) {
    text = reference.map { coordinate in
      "\(coordinate.objective) \(withUnit(Number.fixed(coordinate.value), coordinate.unit))"
        + (coordinate.isStated ? " (stated)" : "")
    }.joined(separator: ", ")
  }
}
