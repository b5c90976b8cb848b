import Files
import Reports

/// A plot as a figure: SVG that is read without a script, with its legend and what it means.
struct PlotMarkup {
  private static let size = (width: 560.0, height: 340.0)
  private static let margin = (left: 62.0, right: 14.0, top: 12.0, bottom: 46.0)

  private let plot: Plot
  private let place: PagePlace
  private let ranges: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  private let axes: (x: PlotAxis, y: PlotAxis)
  /// The points that are drawn.
  private let points: [Plot.Point]

  init(_ plot: Plot, in place: PagePlace) {
    self.plot = plot
    self.place = place
    ranges = plot.ranges
    axes = (PlotAxis(ranges.x, length: Self.inner.width), PlotAxis(ranges.y, length: Self.inner.height))
    let finite = plot.points.filter { $0.x.isFinite && $0.y.isFinite }
    let step = max(1, (finite.count + Plot.mostPoints - 1) / Plot.mostPoints)
    points = step == 1 ? finite : stride(from: 0, to: finite.count, by: step).map { finite[$0] }
  }

  private static let inner = (
    width: size.width - margin.left - margin.right, height: size.height - margin.top - margin.bottom
  )

  /// The figure; a sentence where there is nothing to draw.
  var figure: Markup {
    let heading = Markup.tag("h3", [:], text: plot.title)
    guard !points.isEmpty || !plot.background.isEmpty || plot.lines.contains(where: { !$0.points.isEmpty }) else {
      return .tag(
        "figure", ["class": "plot"], heading, .tag("p", ["class": "none"], text: "There is nothing to draw yet."))
    }
    let omitted = plot.points.count - points.count
    return .tag(
      "figure", ["class": "plot", "id": plot.name], heading, drawing, legend,
      .tag(
        "figcaption", [:], Markup(plot.meaning + " "), .tag("em", [:], text: "A bad sign: "), Markup(plot.warning),
        omitted > 0 ? Markup(" Of \(plot.points.count) points \(points.count) are drawn, evenly spread.") : .none))
  }

  private var drawing: Markup {
    .tag(
      "svg",
      [
        "class": "plot", "viewBox": "0 0 \(Int(Self.size.width)) \(Int(Self.size.height))", "role": "img",
        "aria-label": "\(plot.title): \(plot.up) against \(plot.across), \(points.count) points",
        "data-x0": "\(ranges.x.lowerBound)",
        "data-x1": "\(ranges.x.upperBound)", "data-y0": "\(ranges.y.lowerBound)", "data-y1": "\(ranges.y.upperBound)",
        "data-across": plot.across, "data-up": plot.up, "data-name": plot.name,
        "data-select": plot.isSelectable ? "" : nil,
        "data-colours": plot.colourings.isEmpty ? nil : plot.colourings.map(\.name).joined(separator: "|"),
      ],
      .tag(
        "svg",
        [
          "class": "area", "x": short(Self.margin.left), "y": short(Self.margin.top), "width": short(Self.inner.width),
          "height": short(Self.inner.height),
        ], .tag("g", ["class": "shapes"], bands + areas + [diagonal] + lines + deviations + [background]),
        .tag("g", ["class": "points"], dots)
      ),
      frame)
  }

  private var frame: Markup {
    let (left, top) = (Self.margin.left, Self.margin.top)
    let base = top + Self.inner.height
    let across = axes.x.ticks.map { share, text in
      Markup.tag(
        "text", ["x": short(left + share * Self.inner.width), "y": short(base + 16), "text-anchor": "middle"],
        text: text)
    }
    let up = axes.y.ticks.map { share, text in
      Markup.tag(
        "text", ["x": short(left - 6), "y": short(base - share * Self.inner.height + 4), "text-anchor": "end"],
        text: text)
    }
    return .tag(
      "path", ["class": "axis", "d": "M\(short(left)) \(short(top))V\(short(base))H\(short(left + Self.inner.width))"])
      + .tag("g", ["class": "ticks tx"], across) + .tag("g", ["class": "ticks ty"], up)
      + .tag(
        "text",
        [
          "class": "title", "x": short(left + Self.inner.width / 2), "y": short(Self.size.height - 8),
          "text-anchor": "middle",
        ],
        text: plot.across)
      + .tag(
        "text",
        [
          "class": "title", "text-anchor": "middle",
          "transform": "translate(13 \(short(top + Self.inner.height / 2))) rotate(-90)",
        ], text: plot.up)
  }

  private var bands: [Markup] {
    plot.bands.map { band in
      let axis = band.isOfX ? axes.x : axes.y
      let range = band.isOfX ? ranges.x : ranges.y
      let ends = axis.places(
        from: band.range.lower.isFinite ? band.range.lower : range.lowerBound,
        to: band.range.upper.isFinite ? band.range.upper : range.upperBound)
      let length = short(ends.upperBound - ends.lowerBound)
      return .tag(
        "rect",
        band.isOfX
          ? [
            "class": "band", "x": short(ends.lowerBound), "y": "0", "width": length, "height": short(Self.inner.height),
          ]
          : [
            "class": "band", "x": "0", "y": short(Self.inner.height - ends.upperBound),
            "width": short(Self.inner.width), "height": length,
          ])
    }
  }

  private var diagonal: Markup {
    plot.isParity
      ? .tag("path", ["class": "line faint", "d": "M0 \(short(Self.inner.height))L\(short(Self.inner.width)) 0"])
      : .none
  }

  private var areas: [Markup] {
    plot.areas.map { area in
      let points = area.points.filter { $0.x.isFinite && $0.low.isFinite && $0.high.isFinite }
      let places =
        points.map { "\(short(x($0.x))) \(short(y($0.high)))" }
        + points.reversed().map { "\(short(x($0.x))) \(short(y($0.low)))" }
      return places.isEmpty
        ? .none
        : .tag(
          "path",
          [
            "class": "spread \(area.style.rawValue)", "d": "M" + places.joined(separator: "L") + "Z",
            "data-n": area.name,
            "data-v": points.map { "\(fourSignificant($0.x)),\(fourSignificant($0.low)),\(fourSignificant($0.high))" }
              .joined(separator: " "),
          ])
    }
  }

  private var lines: [Markup] {
    plot.lines.map { line in
      let points = line.points.filter { $0.x.isFinite && $0.y.isFinite }
      guard !points.isEmpty else { return .none }
      // The script reads a line with a name: what is under the pointer, and what is saved.
      let values = line.name.map { _ in
        points.map { "\(fourSignificant($0.x)),\(fourSignificant($0.y))" }.joined(separator: " ")
      }
      return .tag(
        "path",
        [
          "class": "line \(line.style.rawValue)",
          "d": "M" + points.map { "\(short(x($0.x))) \(short(y($0.y)))" }.joined(separator: "L"), "data-n": line.name,
          "data-v": values,
        ])
    }
  }

  /// One path for all intervals.
  private var deviations: [Markup] {
    let path = points.compactMap { point in
      point.deviation.map { "M\(short(x(point.x))) \(short(y(point.y - $0)))V\(short(y(point.y + $0)))" }
    }.joined()
    return path.isEmpty ? [] : [.tag("path", ["class": "line deviation", "d": path])]
  }

  /// One path for all points in the background: a dot is a line without length. The script finds their molecules in the
  /// lists beside it.
  private var background: Markup {
    // A list is separated by spaces, which no SMILES has.
    let points = plot.background.filter {
      $0.x.isFinite && $0.y.isFinite && !$0.smiles.contains(where: \.isWhitespace)
    }
    guard !points.isEmpty else { return .none }
    return .tag(
      "path",
      [
        "class": "cloud", "d": points.map { "M\(short(x($0.x))) \(short(y($0.y)))h0" }.joined(),
        "data-m": points.map { "\($0.molecule)" }.joined(separator: " "),
        "data-l": points.map(\.smiles).joined(separator: " "),
      ])
  }

  private var dots: [Markup] {
    points.map { point in
      let others =
        plot.colourings.isEmpty ? nil : ([point.mark] + point.otherMarks).map(\.rawValue).joined(separator: " ")
      let dot = Markup.tag(
        "circle",
        [
          "class": point.mark.rawValue, "cx": short(x(point.x)), "cy": short(y(point.y)), "r": point.mark.radius,
          "data-m": point.molecule.map { "\($0)" }, "data-x": fourSignificant(point.x),
          "data-y": fourSignificant(point.y),
          "data-s": point.deviation.map(fourSignificant), "data-c": others, "data-l": point.smiles,
        ], .tag("title", [:], text: point.label))
      guard let molecule = point.molecule, point.isLinked, place.has(.molecule(molecule)) else { return dot }
      // The keyboard goes through the tables, which have the same links, not through a thousand points.
      return .tag("a", Attributes.href(.molecule(molecule), place).and(["tabindex": "-1"]), dot)
    }
  }

  private var legend: Markup {
    let present =
      plot.hasOwnLegend ? [] : Set(points.map(\.mark)).union(plot.background.isEmpty ? [] : [.passed])
    let marks = Plot.Mark.allCases.filter { present.contains($0) && !$0.name.isEmpty }
    guard !(marks.isEmpty && plot.lines.isEmpty && plot.bands.isEmpty) else { return .none }
    let swatch = { (content: Markup) in
      Markup.tag("svg", ["class": "swatch", "viewBox": "0 0 24 12", "aria-hidden": "true"], content)
    }
    let entry = { (mark: Plot.Mark, name: String) in
      swatch(.tag("circle", ["class": mark.rawValue, "cx": "12", "cy": "6", "r": mark.radius])) + Markup(name)
    }
    let entries =
      marks.map { entry($0, $0.name) }
      + plot.lines.compactMap { line in
        line.name.map { swatch(.tag("path", ["class": "line \(line.style.rawValue)", "d": "M1 6H23"])) + Markup($0) }
      }
      + plot.bands.map {
        swatch(.tag("rect", ["class": "band", "x": "1", "y": "1", "width": "22", "height": "10"])) + Markup($0.name)
      }
    let own = Markup.tag(
      "ul", ["class": "legend", "data-colour": plot.colourings.isEmpty ? nil : "0"], entries.map { .tag("li", [:], $0) }
    )
    // Those of other colourings are shown by the script.
    return own
      + plot.colourings.enumerated().dropFirst().map { place, colouring in
        Markup.tag(
          "ul", ["class": "legend", "data-colour": "\(place)", "hidden": ""],
          colouring.legend.map { Markup.tag("li", [:], entry($0.mark, $0.name)) })
      }.joined
  }

  private func x(_ value: Double) -> Double { axes.x.place(value) }
  private func y(_ value: Double) -> Double { Self.inner.height - axes.y.place(value) }
  /// A position with one decimal at most.
  private func short(_ value: Double) -> String {
    let text = decimal(value, places: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
