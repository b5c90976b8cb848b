import Reports
import Stores

/// How the campaign was made: its file, its changes, and the versions of all programs.
struct RecordPage {
  let source: PageSource

  var page: Page {
    let overview = source.overview
    var builder = PageBuilder(in: source.place)
    builder.add(.tag("h1", [:], text: "Record"))
    builder.paragraph(
      "Seed \(overview.status.seed), policy \(overview.status.policy), acquisition \(overview.status.acquisition).")
    builder.heading("Changes")
    if overview.status.changes.isEmpty {
      builder.paragraph("Neither the campaign file nor a version has changed since the campaign was begun.")
    } else {
      var table = PageTable("changes", [("from iteration", true), ("change", false)])
      for change in overview.status.changes { table.add([.count(change.iteration), .text(change.text)]) }
      builder.add(table.markup)
    }
    builder.heading("Versions")
    var versions = PageTable("versions", [("component", false), ("version", false), ("from iteration", true)])
    for version in overview.versions {
      versions.add([.text(version.component), .text(version.version ?? "no longer used"), .count(version.iteration)])
    }
    builder.add(versions.markup)
    builder.heading("Properties")
    var properties = PageTable(
      "properties", [("property", false), ("unit", false), ("meaning", false), ("source", false)])
    for property in overview.properties {
      properties.add([.text(property.name), .text(property.unit), .text(property.summary), .text(property.source)])
    }
    builder.add(properties.markup)
    builder.heading("How values were calculated")
    var protocols = PageTable(
      "protocols", [("number", true), ("protocol", false), ("version", true), ("in words", false), ("program", false)])
    for item in overview.protocols {
      protocols.add([
        .count(item.id), .text(item.name), .count(item.version), .text(item.summary), .text(item.programVersion),
      ])
    }
    builder.add(protocols.isEmpty ? .tag("p", [:], text: "Nothing has been calculated yet.") : protocols.markup)
    builder.heading("Campaign file")
    for text in overview.specifications.reversed() {
      let title = overview.specifications.count == 1 ? "The file" : "From iteration \(text.iteration) on"
      builder.add(
        .tag(
          "details", ["open": text == overview.specifications.last ? "" : nil], .tag("summary", [:], text: title),
          .tag("pre", [:], text: text.text)))
    }
    return builder.page(.record, title: "Record")
  }
}
