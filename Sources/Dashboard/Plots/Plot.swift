/// A plot as values: what is drawn, and what it means.
struct Plot: Sendable {
  /// What a point stands for: its colour and its shape.
  enum Mark: String, Sendable, CaseIterable {
    case hit, miss, chosen, alike, passed, told, value
    /// Seven steps of a quantity, from the least to the greatest.
    case step0, step1, step2, step3, step4, step5, step6
    /// Six kinds of anything.
    case kind0, kind1, kind2, kind3, kind4, kind5

    /// The kinds; a legend of their own names them.
    static let kinds: [Mark] = [.kind0, .kind1, .kind2, .kind3, .kind4, .kind5]

    /// The step of a share from 0 to 1.
    init(share: Double) {
      let steps: [Mark] = [.step0, .step1, .step2, .step3, .step4, .step5, .step6]
      self = steps[min(6, max(0, Int((share.isFinite ? share : 0) * 7)))]
    }

    /// The radius in pixels.
    var radius: String { self == .passed ? "2" : self == .alike ? "3" : "4" }

    /// Its name in a legend.
    var name: String {
      switch self {
      case .hit: "hit"
      case .miss: "no hit"
      case .chosen: "chosen"
      case .alike: "passed over, because it is like a chosen one"
      case .passed: "not chosen"
      case .told: "told or taken over"
      case .value: "value"
      default: ""
      }
    }
  }

  /// A point, which opens a molecule's page if it has one.
  struct Point: Sendable {
    let x: Double
    let y: Double
    var deviation: Double?
    let mark: Mark
    var molecule: Int?
    /// Whether the molecule has a page.
    var isLinked = true
    let label: String
    /// Its notation, for the table of selected points; nil where nothing is selected.
    var smiles: String?
    /// Other marks that a person may choose to see instead, in the order of ``Plot/colourings``.
    var otherMarks: [Mark] = []
  }

  /// One of many points in the background, which have no pages.
  struct BackgroundPoint: Sendable {
    let x: Double
    let y: Double
    let molecule: Int
    let smiles: String
  }

  /// How a line is drawn.
  enum LineStyle: String, Sendable { case main, dashed, faint, second, third, fourth, fifth, sixth }

  /// A line through points.
  struct Line: Sendable {
    let points: [(x: Double, y: Double)]
    let style: LineStyle
    /// Its name in the legend; nil for none.
    var name: String?
  }

  /// A filled area between two lines, such as the spread of several campaigns.
  struct Area: Sendable {
    let points: [(x: Double, low: Double, high: Double)]
    /// The colour is that of lines of the same style.
    let style: LineStyle
    /// Its name in the saved data.
    let name: String
  }

  /// A way of colouring the points, which a person chooses.
  struct Colouring: Sendable {
    let name: String
    /// What its marks stand for.
    let legend: [(mark: Mark, name: String)]
  }

  /// A strip over the whole plot between two values of one axis; an end may be infinite.
  struct Band: Sendable {
    let isOfX: Bool
    let range: (lower: Double, upper: Double)
    let name: String
  }

  /// A name that no other plot of the campaign has: letters, digits and `-`.
  let name: String
  let title: String
  let across: String
  let up: String
  var points: [Point] = []
  /// Molecules that were not chosen, below all others. The script draws them, since they may be very many.
  var background: [BackgroundPoint] = []
  /// Whether a person may circle points and see them in a table.
  var isSelectable = false
  var lines: [Line] = []
  var areas: [Area] = []
  var bands: [Band] = []
  /// Whether both axes have the same range, with the line of equal values.
  var isParity = false
  /// Whether the horizontal axis begins at 0, and the vertical one.
  var hasZero = (x: false, y: false)
  /// The ways of colouring in ``Point/otherMarks``, after the one by the points' own marks; empty where there is no choice.
  var colourings: [Colouring] = []
  /// Whether its sentences say what the marks are, so that there is no legend of them.
  var hasOwnLegend = false
  /// What it shows, in a sentence.
  let meaning: String
  /// What would be a bad sign, in a sentence.
  let warning: String

  /// The most points that are drawn.
  static let mostPoints = 4_000

  /// The ranges of the axes: all that is finite, with a margin.
  var ranges: (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    var xs = points.map(\.x) + background.map(\.x) + lines.flatMap { $0.points.map(\.x) }
    var ys = points.flatMap { [$0.y - ($0.deviation ?? 0), $0.y + ($0.deviation ?? 0)] }
    ys += background.map(\.y) + lines.flatMap { $0.points.map(\.y) }
    xs += areas.flatMap { $0.points.map(\.x) }
    ys += areas.flatMap { $0.points.flatMap { [$0.low, $0.high] } }
    for band in bands {
      // The ends of what is wanted are seen, if they are not far from all values.
      for end in [band.range.lower, band.range.upper] where end.isFinite {
        if band.isOfX || isParity { xs.append(end) }
        if !band.isOfX || isParity { ys.append(end) }
      }
    }
    if hasZero.x { xs.append(0) }
    if hasZero.y { ys.append(0) }
    if isParity {
      let all = Self.range(xs + ys)
      return (all, all)
    }
    return (Self.range(xs, from: hasZero.x), Self.range(ys, from: hasZero.y))
  }

  private static func range(_ values: [Double], from zero: Bool = false) -> ClosedRange<Double> {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return 0...1 }
    let margin = most > least ? (most - least) * 0.05 : max(abs(most) * 0.1, 0.5)
    return (zero && least == 0 ? 0 : least - margin)...(most + margin)
  }
}
