/// A page of a campaign.
package enum PageName: Sendable, Hashable {
  /// What was wanted, what was found, and how far it is.
  case campaign
  /// An iteration, by its number.
  case iteration(Int)
  /// All calculated molecules.
  case molecules
  /// A calculated molecule, by its number.
  case molecule(Int)
  /// How right the models were.
  case model
  /// A map of the molecules.
  case space
  /// The front of several maxima and minima.
  case front
  /// The source models, and how much each is believed.
  case library
  /// The calculations that failed.
  case failures
  /// Several campaigns side by side.
  case compare
  /// The campaign file, versions and changes.
  case record

  /// The name in an address: `campaign`, `iteration-3`.
  package var text: String {
    switch self {
    case .campaign: "campaign"
    case .iteration(let number): "iteration-\(number)"
    case .molecules: "molecules"
    case .molecule(let number): "molecule-\(number)"
    case .model: "model"
    case .space: "space"
    case .front: "front"
    case .library: "library"
    case .failures: "failures"
    case .compare: "compare"
    case .record: "record"
    }
  }

  /// The number of the molecule whose page it is; nil for others.
  var molecule: Int? { if case .molecule(let number) = self { number } else { nil } }

  /// The page of a name in an address; nil if there is none.
  package init?(_ text: some StringProtocol) {
    let fixed: [PageName] = [
      .campaign, .molecules, .model, .space, .front, .library, .failures, .compare, .record,
    ]
    if let page = fixed.first(where: { $0.text == text }) {
      self = page
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[1]), "\(number)" == parts[1], number >= 0 else { return nil }
    switch parts[0] {
    case "iteration": self = .iteration(number)
    case "molecule": self = .molecule(number)
    default: return nil
    }
  }
}

/// Where a page stands, which its links depend on.
package enum PagePlace: Sendable, Hashable {
  /// Each page is a document of its own, beside the others.
  case server
  /// All pages are parts of one document, without these.
  case file(without: Set<PageName>)

  /// Whether there is such a page, as far as it depends on the place.
  func has(_ page: PageName) -> Bool {
    switch self {
    case .server: true
    case .file(let missing): !missing.contains(page)
    }
  }

  /// The address of a page as a page beside it names it.
  func address(of page: PageName) -> String {
    switch self {
    case .server: page.text
    case .file: "#\(page.text)"
    }
  }
}
