package import CampaignFile
package import Files

/// All pages of a campaign in one file, which is read without a server or a network.
package struct ReportFile: Sendable {
  /// The document.
  package let text: String
  /// What was left out, in sentences.
  package let remarks: [String]

  /// The most bytes of a report.
  package static let mostBytes = 10_000_000

  /// Makes the report of a campaign.
  ///
  /// Every campaign has its own pages, and those of the last iterations and the best molecules, as many as fit: first all
  /// molecules have pages, and where that is too large, the best half of them, and so on; then as many iterations. Where
  /// even the tables are too large, they have the best half of the molecules, and so on.
  ///
  /// - Parameter others: Campaigns to compare with.
  /// - Throws: `CampaignError` if there is no such record, or if one is damaged or a newer version's.
  package init(
    of paths: CampaignPaths, drawing: @escaping MoleculeDrawing, comparedWith others: [CampaignPaths] = [],
    mostBytes: Int = mostBytes
  ) throws(CampaignError) {
    let pages = try CampaignPages(of: paths, drawing: drawing, comparedWith: others)
    self = try Self(pages, mostBytes: mostBytes)
  }

  private init(_ pages: CampaignPages, mostBytes: Int) throws(CampaignError) {
    let names = pages.names
    let molecules = names.filter { if case .molecule = $0 { true } else { false } }
    let iterations = names.filter { if case .iteration = $0 { true } else { false } }
    let ranked = pages.bestFirst(molecules)
    var (moleculeCount, iterationCount, rowCount) = (molecules.count, iterations.count, molecules.count)
    let reduce = {
      if moleculeCount > 0 {
        moleculeCount /= 2
      } else if iterationCount > 0 {
        iterationCount /= 2
      } else {
        rowCount /= 2
      }
    }
    var sizes: [PageName: Int] = [:]
    while true {
      let kept = Set(ranked.prefix(moleculeCount) + iterations.suffix(iterationCount))
      let wanted = names.filter { name in
        switch name {
        case .molecule, .iteration: kept.contains(name)
        default: true
        }
      }
      // A document is made only of pages that fit by themselves; the last iterations and the best molecules are looked at first.
      let detail = Array(iterations.suffix(iterationCount).reversed()) + ranked.prefix(moleculeCount)
      if !detail.isEmpty, try !Self.fits(detail, of: pages, in: mostBytes, &sizes) {
        reduce()
        continue
      }
      var remarks: [String] = []
      if moleculeCount < molecules.count {
        remarks.append(Self.remark(moleculeCount, of: molecules.count, "molecules", "best"))
      }
      if iterationCount < iterations.count {
        remarks.append(Self.remark(iterationCount, of: iterations.count, "iterations", "last"))
      }
      let detailed = rowCount < molecules.count ? Set(ranked.prefix(rowCount).compactMap(\.molecule)) : nil
      if detailed != nil {
        remarks.append("The tables have the best \(rowCount) of \(molecules.count) molecules.")
      }
      if !remarks.isEmpty {
        remarks.append(
          "The others would make the file larger than \(mostBytes / 1_000_000) MB: 'cohobate dashboard' shows them.")
      }
      let text = try pages.document(wanted, detailed: detailed, remarks: remarks)
      if text.utf8.count <= mostBytes || (moleculeCount == 0 && iterationCount == 0 && rowCount == 0) {
        (self.text, self.remarks) = (text, remarks)
        return
      }
      reduce()
    }
  }

  /// Whether pages are no larger than a limit in bytes, without their drawings. As many are made as show that.
  private static func fits(
    _ names: [PageName], of pages: CampaignPages, in limit: Int, _ sizes: inout [PageName: Int]
  ) throws(CampaignError) -> Bool {
    var sum = 0
    for name in names {
      let size: Int
      if let known = sizes[name] { size = known } else { size = try pages.page(name)?.body.source.utf8.count ?? 0 }
      sizes[name] = size
      sum += size
      if sum > limit { return false }
    }
    return true
  }

  /// How many of the pages of a kind are there, in a sentence.
  private static func remark(_ count: Int, of all: Int, _ things: String, _ which: String) -> String {
    switch count {
    case 0: "None of \(all) \(things) has a page."
    case 1: "Only the \(which) one of \(all) \(things) has a page."
    default: "Only the \(which) \(count) of \(all) \(things) have pages."
    }
  }
}
