import CampaignFile
import Files
import Reports
import Stores
import Synchronization

/// A campaign that is shown while it may run: its pages are made anew when its record has changed.
final class LiveCampaign: Sendable {
  let paths: CampaignPaths
  private let drawing: MoleculeDrawing
  private let watch: RecordWatch
  private let state = Mutex(State())

  private struct State {
    var reader: CampaignRecordReader?
    var pages: CampaignPages?
    /// The documents that were asked for since the last change.
    var documents: [PageName: String] = [:]
  }

  /// The most documents that are kept.
  private static let mostDocuments = 50

  init(_ paths: CampaignPaths, drawing: @escaping MoleculeDrawing) {
    self.paths = paths
    self.drawing = remembering(drawing)
    watch = RecordWatch(path: paths.database)
  }

  /// A name for lists: that in the record, or else the database's path.
  var name: String {
    (try? state.withLock { state throws(CampaignError) in try pages(&state).frame.campaign }) ?? paths.database
  }

  /// The document of a page as the record is now; nil if there is no such page.
  ///
  /// - Parameter others: The campaigns that the page links to.
  /// - Throws: `CampaignError` if the record is missing, damaged or a newer version's.
  func document(_ name: PageName, others: [(place: Int, name: String)]) throws(CampaignError) -> String? {
    try state.withLock { state throws(CampaignError) in
      let pages = try pages(&state)
      if let document = state.documents[name] { return document }
      guard let page = try pages.page(name) else { return nil }
      var frame = pages.frame
      frame.others = others
      let document = frame.document(page)
      if state.documents.count >= Self.mostDocuments { state.documents.removeAll() }
      state.documents[name] = document
      return document
    }
  }

  private func pages(_ state: inout State) throws(CampaignError) -> CampaignPages {
    let change = watch.change()
    if change != nil { (state.pages, state.documents) = (nil, [:]) }
    // A copy of an older version's file does not follow the file.
    if change == .file || (change == .rows && state.reader?.store.isCopy == true) { state.reader = nil }
    if let pages = state.pages { return pages }
    let reader = if let open = state.reader { open } else { try CampaignRecordReader(paths) }
    state.reader = reader
    let pages = try CampaignPages(reader, drawing: drawing, in: .server)
    state.pages = pages
    return pages
  }
}
