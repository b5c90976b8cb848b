import CampaignFile
package import Chemistry
package import Files
import Foundation
import Tables

/// The criteria for molecules, as given on a command line.
public struct FilterCriteria: Sendable, Hashable {
  /// A campaign file whose section `molecules` applies unless the other criteria override it.
  public var campaign: String?
  /// The elements that may occur; empty for those of the campaign file, or all.
  public var elements: [String] = []
  /// The bounds of quantities by their key in the campaign file, each as `LEAST..MOST`, `..MOST`, `LEAST..` or one number.
  public var limits: [String: String] = [:]
  /// The sizes that rings may have, as bounds.
  public var ringSizes: String?
  /// Whether radicals may pass.
  public var allowsRadicals = false
  /// SMARTS that must occur.
  public var required: [String] = []
  /// SMARTS that may not occur.
  public var forbidden: [String] = []
  /// Scaffolds of which one must be kept.
  public var scaffolds: [String] = []
  /// Catalogues of which nothing may match.
  public var catalogues: [String] = []
  /// Polymerisations, of which one must give a repeat unit; empty for no condition.
  public var polymerisations: [String] = []
  /// Files of molecules that are not wanted.
  public var known: [String] = []
  /// The least Tanimoto distance between any two that pass.
  public var minimumDistance: Double?

  /// Makes criteria with nothing but what is always required.
  public init(campaign: String? = nil) { self.campaign = campaign }

  /// The keys of the quantities that can be bounded, in the order in which they are tested.
  public static var quantities: [String] { FilterQuantity.allCases.map(\.row.key) }

  /// The filter, with the molecules of the known files read.
  ///
  /// - Throws: `CampaignError` of kind `.input` that names the criterion.
  package func filter() throws(CampaignError) -> MoleculeFilter {
    var (filter, files) = try fromCampaign()
    if !elements.isEmpty { filter.allowedElements = elements }
    for (key, text) in limits.sorted(by: { $0.key < $1.key }) {
      guard let quantity = FilterQuantity.allCases.first(where: { $0.row.key == key }) else {
        throw CampaignError(
          .input, "There is no quantity '\(key)' to bound.\(suggestion(for: key, among: Self.quantities))")
      }
      filter.limits[quantity] = try Self.limit(text, of: Self.option(key))
    }
    if let ringSizes {
      let limit = try Self.limit(ringSizes, of: "--ring-sizes")
      for end in [limit.least, limit.most].compactMap(\.self) where Int(exactly: end) == nil {
        throw CampaignError(.input, "--ring-sizes must have whole numbers as its bounds.")
      }
      filter.minimumRingSize = limit.least.map { Int($0) }
      filter.maximumRingSize = limit.most.map { Int($0) }
    }
    if allowsRadicals { filter.allowRadicals = true }
    filter.required += required
    filter.forbidden += forbidden
    if !scaffolds.isEmpty { filter.scaffolds = scaffolds }
    for name in catalogues {
      guard let catalogue = MoleculeFilter.Catalogue(rawValue: name.uppercased()) else {
        throw CampaignError(.input, "--catalogue \(MoleculeFilter.Catalogue.refusal(of: name))")
      }
      if !filter.catalogues.contains(catalogue) { filter.catalogues.append(catalogue) }
    }
    if !polymerisations.isEmpty {
      filter.polymerisations = try polymerisations.map { (name) throws(CampaignError) in
        guard let way = Polymerisation(rawValue: name) else {
          throw CampaignError(.input, "--polymerization \(Polymerisation.refusal(of: name))")
        }
        return way
      }
    }
    if let minimumDistance { filter.minimumDistance = minimumDistance }
    try CampaignError.mapping { try filter.validated() }
    files += known.map { MoleculeFile(path: $0) }
    filter.known = try files.knownMolecules()
    return filter
  }

  private func fromCampaign() throws(CampaignError) -> (MoleculeFilter, [MoleculeFile]) {
    guard let campaign else { return (MoleculeFilter(), []) }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: campaign))
    } catch {
      throw CampaignError(.input, unreadable: campaign, error)
    }
    return try CampaignError.mapping {
      let top = try YAMLSection(file: campaign, text: String(decoding: data, as: UTF8.self))
      guard top.keys.contains("molecules") else {
        throw CampaignError(.input, "\(campaign) has no section 'molecules' that says what may be proposed.")
      }
      return (try Specification.anyFilter(in: top), try Specification.knownFiles(in: top))
    }
  }

  private static func option(_ key: String) -> String { "--" + key.replacing("_", with: "-") }

  private static func limit(_ text: String, of option: String) throws(CampaignError) -> FilterLimit {
    do throws(IntervalError) {
      let interval = try Interval(text)
      return FilterLimit(least: interval.lower, most: interval.upper)
    } catch {
      throw CampaignError(.input, "\(option) is '\(text)'; it \(error).")
    }
  }
}
