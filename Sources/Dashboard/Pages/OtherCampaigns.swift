import Reports

/// Campaigns beside the one that pages are about.
struct OtherCampaigns: Sendable, Hashable {
  /// A campaign with a page of its own, on the server.
  struct Link: Sendable, Hashable {
    /// Its place in addresses.
    let place: Int
    let name: String
  }

  /// A campaign with what it had found.
  struct Compared: Sendable, Hashable {
    /// Its place on the server; nil in a file.
    let place: Int?
    let curve: CampaignCurve
  }

  /// All campaigns of the server, if there are several.
  var links: [Link] = []
  /// The others whose records can be read.
  var compared: [Compared] = []
  /// Why the records of others cannot be read, a sentence each.
  var problems: [String] = []

  /// Whether the campaign can be compared with any.
  var isEmpty: Bool { compared.isEmpty && problems.isEmpty }
}
