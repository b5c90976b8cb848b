package import CampaignFile
import Chemistry
package import Files
import Foundation
import Glibc
import MolecularDesign
import Tables

extension PoolIndex {
  /// The index of a large pool: that of the cache, or else one that is made now and kept.
  ///
  /// - Parameters:
  ///   - path: The pool's file.
  ///   - column: The column of a CSV file with the SMILES; nil for `smiles`.
  ///   - extent: That of the file.
  ///   - specification: The campaign's, whose filter has the known molecules.
  ///   - folder: Where indexes are kept.
  ///   - tell: Called with the progress.
  package init(
    of path: String, column: String?, extent: FileExtent, for specification: Specification, in folder: String,
    tell: (PoolProgress) -> Void
  ) throws {
    let key = try Self.key(path, column: column, extent: extent, specification)
    let index = "\(folder)/\(hexadecimalDigits(stableHashValue(key.utf8))).pool"
    if let kept = PoolIndex(path: index, key: key) {
      self = kept
      return
    }
    var making = try Making(
      path, column: column, PoolContents(key: key, extent: extent), filter: specification.filter.compiled(),
      ends: specification.kind == .repeatUnit ? .required : .refused, stripsSalts: specification.salts == .strip,
      writingTo: index)
    try making.run(tell: tell)
    guard let made = PoolIndex(path: index, key: key) else {
      throw CampaignError(.failure, "The index of the pool, \(index), cannot be read after it was written.")
    }
    self = made
  }

  private static func key(
    _ path: String, column: String?, extent: FileExtent, _ specification: Specification
  ) throws -> String {
    var filter = specification.filter
    let known = filter.known?.digest ?? ""
    filter.known = nil
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let format = MoleculeTable.Format(path: path)?.rawValue ?? ""
    let kind = specification.kind
    return
      ([
        "\(version)", ChemistryVersion.rdkit, format, column ?? "", specification.salts.rawValue,
        "\(extent.byteCount) \(hexadecimalDigits(extent.hash))",
        String(decoding: try encoder.encode(filter), as: UTF8.self), known,
      ] + (kind == .molecule ? [] : [kind.rawValue])).joined(separator: "\n")
  }
}

/// The making of an index, which is written aside and renamed.
private struct Making {
  /// What becomes of a line.
  private enum Line: Sendable {
    case refused(RejectedLine)
    case rejected(Rejection.Kind, Molecule, organicCount: Int?)
    case allowed(Molecule, FoldedBits, organicCount: Int?)

    var molecule: (Molecule, organicCount: Int?)? {
      switch self {
      case .refused: nil
      case .rejected(_, let molecule, let count), .allowed(let molecule, _, let count): (molecule, count)
      }
    }
  }

  private let source: String
  private let parts: MoleculeTableParts
  private let filter: CompiledFilter
  private let ends: Corpus.OpenEnds
  private let stripsSalts: Bool
  private let path: String
  private var contents: PoolContents
  private var stripped = StrippedLines()
  private var seen: Set<UInt64> = []
  private var offsets: [UInt64] = []
  private var hashes: [UInt64] = []
  private var lines: [UInt32] = []
  private var written = FileExtent()

  init(
    _ source: String, column: String?, _ contents: PoolContents, filter: CompiledFilter, ends: Corpus.OpenEnds,
    stripsSalts: Bool, writingTo path: String
  ) throws {
    parts = try MoleculeTableParts(path: source, column: column)
    (self.source, self.contents, self.filter) = (source, contents, filter)
    (self.ends, self.stripsSalts, self.path) = (ends, stripsSalts, path)
  }

  mutating func run(tell: (PoolProgress) -> Void) throws {
    let aside = "\(path).\(Self.host).\(getpid()).\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: aside) }
    do {
      try FileManager.default.createDirectory(atPath: path.folderOfPath, withIntermediateDirectories: true)
      removeWhatKilledProcessesLeft()
      let descriptor = unsafe open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try write(PoolIndex.magic, to: file)
      try writeEntries(to: file, tell: tell)
      try writeTables(to: file)
      try file.synchronize()
      try file.close()
      // Another process may have made the same meanwhile.
      guard unsafe rename(aside, path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    } catch let error as any ReportedError {
      throw error
    } catch let error as CancellationError {
      throw error
    } catch let error as CampaignError {
      throw error
    } catch {
      throw CampaignError(.failure, unwritable: path, error)
    }
  }

  /// The name of this machine, as a part of a file's name.
  private static var host: String { ProcessInfo.processInfo.hostName.replacing("/", with: "_") }

  /// Removes unfinished files of this index whose processes are no more. Their names end with a machine, a process and a
  /// UUID; the processes of other machines, which may share the folder, are unknown here.
  private func removeWhatKilledProcessesLeft() {
    let folder = path.folderOfPath
    let own = "\(path.nameOfPath).\(Self.host)."
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard name.hasPrefix(own), let process = Int32(name.dropFirst(own.count).prefix { $0 != "." }),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  private mutating func writeEntries(to file: FileHandle, tell: (PoolProgress) -> Void) throws {
    while let part = try parts.next() {
      try Task.checkCancellation()
      let records = part.records
      let (filter, ends, stripsSalts) = (filter, ends, stripsSalts)
      let parsed = try concurrentMap(records.count) { index in
        Result { () throws(ChemistryError) in
          try Self.line(of: records[index], filter: filter, ends: ends, stripsSalts: stripsSalts)
        }
      }.values()
      var bytes: [UInt8] = []
      for (record, line) in zip(records, parsed) { add(line, of: record, to: &bytes) }
      try write(bytes, to: file)
      if let last = records.last {
        tell(PoolProgress(lineCount: last.line, wholeLineCount: contents.extent.lineCount))
      }
    }
    // The extent, which the key has, was read earlier.
    guard parts.extent == contents.extent else {
      throw CampaignError(.input, "'\(source)' has changed while it was read; run again.")
    }
    offsets.append(UInt64(written.byteCount))
    contents.allowedCount = hashes.count
    contents.notes = parts.notes + [stripped.sentence].compactMap(\.self)
    guard contents.moleculeCount > 0 else {
      throw DesignError.emptyCorpus(path: source, firstRejection: contents.firstRefusedLines.first)
    }
  }

  private static func line(
    of record: MoleculeTable.Record, filter: CompiledFilter, ends: Corpus.OpenEnds, stripsSalts: Bool
  ) throws(ChemistryError) -> Line {
    switch Corpus.poolMolecule(of: record, ends: ends, stripsSalts: stripsSalts) {
    case .failure(let refused): return .refused(refused)
    case .success(let (molecule, organicCount)):
      if let rejection = try filter.rejection(of: molecule) {
        return .rejected(rejection.kind, molecule, organicCount: organicCount)
      }
      return .allowed(molecule, try FoldedBits(of: molecule), organicCount: organicCount)
    }
  }

  private mutating func add(_ line: Line, of record: MoleculeTable.Record, to bytes: inout [UInt8]) {
    if case .refused(let refused) = line {
      contents.refusedLineCount += 1
      if contents.firstRefusedLines.count < PoolContents.shownLineCount { contents.firstRefusedLines.append(refused) }
    }
    guard let (molecule, organicCount) = line.molecule else { return }
    if let organicCount { stripped.add(molecule, amongCount: organicCount, line: record.line) }
    let hash = stableHashValue(molecule.smiles.utf8)
    guard seen.insert(hash).inserted else {
      contents.duplicateCount += 1
      return
    }
    contents.moleculeCount += 1
    switch line {
    case .refused: return
    case .rejected(let kind, _, _): contents.rejections[kind.rawValue, default: 0] += 1
    case .allowed(_, let bits, _):
      offsets.append(UInt64(written.byteCount + bytes.count))
      hashes.append(hash)
      lines.append(UInt32(clamping: record.line))
      bytes += bits.bytes
      bytes += molecule.smiles.utf8
      bytes.append(UInt8(ascii: "\n"))
      bytes += (record.name ?? "").utf8
    }
  }

  private mutating func writeTables(to file: FileHandle) throws {
    let entryLength = written.byteCount - PoolIndex.magic.count
    var tables = ByteWriter()
    for offset in offsets { tables.write(offset) }
    for hash in hashes { tables.write(hash) }
    for line in lines { tables.write(line) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = try encoder.encode(contents)
    tables.write(text)
    tables.write(UInt64(entryLength))
    tables.write(UInt64(text.count))
    try write(tables.bytes, to: file)
    var hash = ByteWriter()
    hash.write(written.hash)
    try write(hash.bytes, to: file)
  }

  private mutating func write(_ bytes: [UInt8], to file: FileHandle) throws {
    try file.write(contentsOf: Data(bytes))
    written.add(bytes)
  }
}
