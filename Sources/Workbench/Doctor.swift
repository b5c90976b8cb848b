public import CachedCalculation
public import Calculation
import Chemistry
import Files
import Foundation
import GaussianProcess
import Numerics
import SourceModels
import Stores

/// The state of the installation, and how to fix problems.
public struct DoctorReport: Encodable, Sendable {
  /// The result of one check.
  public struct Finding: Encodable, Sendable {
    /// The subject of the check.
    public let subject: String
    /// Whether it is in order.
    public let isInOrder: Bool
    /// The finding.
    public let finding: String
    /// How to fix it; nil if there is nothing to fix.
    public let remedy: String?
  }

  /// The results of all checks.
  public let findings: [Finding]

  /// Whether all is in order.
  public var isInOrder: Bool { findings.allSatisfy(\.isInOrder) }

  /// Checks the machine. Nothing is changed.
  ///
  /// - Parameters:
  ///   - executor: Where programs run.
  ///   - workdir: The folder for scratch.
  ///   - cache: The file of the cache that campaigns share.
  ///   - searchPath: The folders in which programs are looked for, separated by colons.
  public init(
    on executor: any Executor = Executors.makeUsual(), workdir: String, cache: String = CacheLocation.usual(),
    searchPath: String = PixelProgram.usualSearchPath
  ) async {
    var findings = [
      Self.program(),
      Finding(subject: "RDKit", isInOrder: true, finding: ChemistryVersion.rdkit, remedy: nil),
      Finding(subject: "OpenBLAS", isInOrder: true, finding: NumericsVersion.openBLAS, remedy: nil),
      Finding(subject: "NLopt", isInOrder: true, finding: OptimizerVersion.nlopt, remedy: nil),
      Self.sqlite(),
    ]
    findings += await executor.tools().map(Finding.init)
    findings += await Self.xtb(on: executor)
    findings += [
      await Self.optional(
        "libxtb", LibXTBCalculator(), for: "'program: libxtb'", on: executor),
      await Self.optional("MOPAC", MOPACCalculator(), for: "'program: mopac'", on: executor),
      Self.pixels(searchPath), Self.cache(cache), Self.library(),
    ]
    findings.append(Self.cores())
    findings.append(Self.disk(workdir))
    self.findings = findings
  }

  /// The version, and where it runs from.
  private static func program() -> Finding {
    let place = Installation.current.map { ", \($0.form.words) in \($0.root)" } ?? ""
    return Finding(subject: "cohobate", isInOrder: true, finding: CohobateVersion.current + place, remedy: nil)
  }

  /// The program, its parameter files, and whether it gives the right energy.
  private static func xtb(on executor: any Executor) async -> [Finding] {
    let calculator = XTBCalculator(settings: XTBSettings(conformers: 1))
    do {
      let version = try await calculator.version(on: executor)
      let parameters = calculator.parameterFolder.map { ", its parameter files in \($0)" } ?? ""
      return [
        Finding(subject: "xtb", isInOrder: true, finding: version + parameters, remedy: nil),
        await trial(calculator, on: executor),
      ]
    } catch {
      return [Finding(subject: "xtb", isInOrder: false, finding: error.problem, remedy: error.remedy)]
    }
  }

  /// A calculator that few campaigns need: it is not a problem if it is missing.
  private static func optional(
    _ subject: String, _ calculator: any Calculator, for use: String, on executor: any Executor
  ) async -> Finding {
    do {
      return Finding(
        subject: subject, isInOrder: true, finding: try await calculator.version(on: executor), remedy: nil)
    } catch {
      return Finding(
        subject: subject, isInOrder: true, finding: "not installed; it is needed only for \(use) (\(error.remedy))",
        remedy: nil)
    }
  }

  /// The program of drawings in pixels, which few people need.
  private static func pixels(_ searchPath: String) -> Finding {
    Finding(
      subject: PixelProgram.name, isInOrder: true,
      finding: PixelProgram.path(in: searchPath)
        ?? "not installed; it is needed only for 'export --format png' (\(PixelProgram.remedy))",
      remedy: nil)
  }

  private static func cache(_ file: String) -> Finding {
    do {
      let molecules = try CacheReport(file: file).holdings.reduce(0) { $0 + $1.molecules }
      return Finding(
        subject: "cache", isInOrder: true, finding: "\(file), results of \(molecules) molecules", remedy: nil)
    } catch {
      return Finding(
        subject: "cache", isInOrder: false, finding: error.description,
        remedy: "move the file away, name another with --cache, or go without one with --no-cache")
    }
  }

  private static func library() -> Finding {
    let subject = "built-in library"
    do {
      let library = try ModelLibrary(named: LibraryName.builtIn)
      let models = try library.list().models
      let unusable = try library.unusableCount(properties: nil)
      return Finding(
        subject: subject, isInOrder: unusable == 0,
        finding: unusable == 0
          ? "models of \(models.map(\.property).joined(separator: ", "))"
          : "its models were trained on features that this RDKit computes in another way, so that they do not serve",
        remedy: unusable == 0 ? nil : "train it again with 'make library', or use the RDKit that it was made with")
    } catch {
      return Finding(
        subject: subject, isInOrder: false, finding: error.description, remedy: "install Cohobate again")
    }
  }

  private static func sqlite() -> Finding {
    do {
      return Finding(subject: "SQLite", isInOrder: true, finding: try StoreVersion.sqlite(), remedy: nil)
    } catch {
      return Finding(
        subject: "SQLite", isInOrder: false, finding: error.description, remedy: "reinstall libsqlite3-0")
    }
  }

  /// Calculates water. GFN2-xTB gives −5.0705 Eh at its own geometry.
  private static func trial(_ calculator: any Calculator, on executor: any Executor) async -> Finding {
    let subject = "xtb calculates water"
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cohobate-doctor-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let stage = CalculationStage(
      calculator: calculator, executor: executor, concurrency: 1, workdir: folder.path, folderRetention: .none)
    var result: Result<CalculationResult, CalculationFailure>?
    do {
      let job = CalculationJob(number: 1, molecule: try Molecule(smiles: "O"))
      try await stage.run([job], finished: { _, outcome in result = outcome.result })
      guard let energy = try result?.get().values["energy"] else {
        return Finding(subject: subject, isInOrder: false, finding: "it gave no energy", remedy: "reinstall xtb")
      }
      let isRight = abs(energy + 5.0705) < 1e-3
      return Finding(
        subject: subject, isInOrder: isRight, finding: "energy \(decimal(energy, places: 4)) Eh",
        remedy: isRight ? nil : "it should be -5.0705 Eh: reinstall xtb and its parameter files")
    } catch {
      return Finding(
        subject: subject, isInOrder: false, finding: "\(error)", remedy: "run xtb by hand, or reinstall it")
    }
  }

  private static func cores() -> Finding {
    let count = ProcessInfo.processInfo.activeProcessorCount
    return Finding(
      subject: "cores", isInOrder: true,
      finding: "\(count); this many calculations run at once unless --jobs says otherwise",
      remedy: nil)
  }

  private static func disk(_ workdir: String) -> Finding {
    let subject = "disk for \(workdir)"
    var existing = URL(fileURLWithPath: workdir).standardizedFileURL
    while !FileManager.default.fileExists(atPath: existing.path), existing.path != "/" {
      existing.deleteLastPathComponent()
    }
    guard (try? existing.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false else {
      return Finding(
        subject: subject, isInOrder: false, finding: "\(existing.path) is a file, not a folder",
        remedy: "give another folder with --workdir")
    }
    guard FileManager.default.isWritableFile(atPath: existing.path) else {
      return Finding(
        subject: subject, isInOrder: false, finding: "\(existing.path) cannot be written to",
        remedy: "give another folder with --workdir")
    }
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: existing.path)
    let free = (attributes?[.systemFreeSize] as? NSNumber)?.doubleValue ?? 0
    let isEnough = free > 1e9
    return Finding(
      subject: subject, isInOrder: isEnough, finding: "\(decimal(free / 1e9, places: 1)) GB free",
      remedy: isEnough ? nil : "free at least 1 GB, or give another folder with --workdir")
  }
}

extension Installation.Form {
  fileprivate var words: String {
    switch self {
    case .build: "a build"
    case .installation: "an installation"
    case .package: "a Debian package"
    case .bundle: "a bundle"
    }
  }
}

extension DoctorReport.Finding {
  /// A program without which the executor runs no other.
  fileprivate init(_ tool: ExecutorTool) {
    switch tool.place {
    case .success(let place): self.init(subject: tool.name, isInOrder: true, finding: place, remedy: nil)
    case .failure(let missing):
      self.init(subject: tool.name, isInOrder: false, finding: missing.problem, remedy: missing.remedy)
    }
  }
}
