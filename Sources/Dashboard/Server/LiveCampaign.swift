import CampaignFile
import Files
import Reports
import Stores
import Synchronization

/// A campaign that is shown while it may run: its pages are made again when its record has changed.
final class LiveCampaign: Sendable {
  let paths: CampaignPaths
  private let drawings: DrawingMemory
  private let cluster: DashboardSite.Cluster
  private let watch: RecordWatch
  private let state = Mutex(State())

  private struct State {
    var reader: CampaignRecordReader?
    var curve: CampaignCurve?
    /// The campaigns beside it that the pages were made with.
    var others = OtherCampaigns()
    var pages: CampaignPages?
    /// The documents that were asked for since the last change.
    var documents: [PageName: String] = [:]
    /// What the page of the campaign says of a cluster.
    var cluster: [String] = []
  }

  /// The most documents that are kept.
  private static let mostDocuments = 50

  init(_ paths: CampaignPaths, drawing: @escaping MoleculeDrawing, cluster: @escaping DashboardSite.Cluster) {
    (self.paths, self.cluster) = (paths, cluster)
    drawings = DrawingMemory(drawing)
    watch = RecordWatch(path: paths.database)
  }

  /// A name for lists: that in the record, or else the database's path.
  var name: String {
    (try? state.withLock { state throws(CampaignError) in try reader(&state).campaign.name }) ?? paths.database
  }

  /// What it has found, for comparing it with others.
  ///
  /// - Throws: `CampaignError` if the record is missing, damaged or a newer version's.
  func curve() throws(CampaignError) -> CampaignCurve {
    try state.withLock { state throws(CampaignError) in
      let reader = try reader(&state)
      if let curve = state.curve { return curve }
      let curve = try CampaignCurve(reader: reader.refreshed())
      state.curve = curve
      return curve
    }
  }

  /// The document of a page as the record is now; nil if there is no such page.
  ///
  /// - Parameter others: The campaigns beside it.
  /// - Throws: `CampaignError` if the record is missing, damaged or a newer version's.
  func document(_ name: PageName, beside others: OtherCampaigns) throws(CampaignError) -> String? {
    try state.withLock { state throws(CampaignError) in
      let reader = try reader(&state)
      if state.others != others { (state.pages, state.documents, state.others) = (nil, [:], others) }
      // A cluster goes on without a change of the record.
      let now = name == .campaign ? cluster(reader.campaign.name, paths) : state.cluster
      if now != state.cluster { (state.documents[.campaign], state.cluster) = (nil, now) }
      if let document = state.documents[name] { return document }
      var pages = if let made = state.pages { made } else { try make(reader, beside: others) }
      pages.show(cluster: now)
      state.pages = pages
      guard let page = try pages.page(name) else { return nil }
      let document = pages.frame.document(page)
      if state.documents.count >= Self.mostDocuments { state.documents.removeAll() }
      state.documents[name] = document
      return document
    }
  }

  /// The drawings of molecules, by their numbers, as a document for the script.
  ///
  /// - Throws: `CampaignError` if the record is missing, damaged or a newer version's.
  func drawings(of numbers: [Int]) throws(CampaignError) -> String {
    let record = try state.withLock { state throws(CampaignError) in try reader(&state) }
    return PageFrame.drawings(try CampaignError.mapping { try record.store.drawnSMILES(of: numbers) }, drawings)
  }

  private func make(_ reader: CampaignRecordReader, beside others: OtherCampaigns) throws(CampaignError)
    -> CampaignPages
  {
    try CampaignPages(reader, drawings: drawings, beside: others, in: .server)
  }

  /// The open record; what was made of it before it changed is forgotten.
  private func reader(_ state: inout State) throws(CampaignError) -> CampaignRecordReader {
    let change = watch.change()
    if change != nil { (state.curve, state.pages, state.documents) = (nil, nil, [:]) }
    // A copy of an older version's file does not follow the file.
    if change == .file || (change == .rows && state.reader?.store.isCopy == true) { state.reader = nil }
    if let reader = state.reader { return reader }
    let reader = try CampaignRecordReader(paths, isShownAtOnce: true)
    state.reader = reader
    return reader
  }
}
