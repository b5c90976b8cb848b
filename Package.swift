// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target here is compiled with: Swift 6, strict memory safety, warnings as errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// RDKit and Boost are system headers: their warnings are not ours to fix.
let rdkitHeaders: [CXXSetting] = [.unsafeFlags(["-isystem", "/usr/include/rdkit"])]
/// RDKit's graphs are many small objects, which jemalloc gives and takes back in four fifths of the C library's time.
let rdkitLibraries: [LinkerSetting] = [
  "jemalloc",
  "RDKitFilterCatalog", "RDKitCatalogs", "RDKitMolDraw2D", "RDKitDepictor", "RDKitDistGeomHelpers",
  "RDKitForceFieldHelpers", "RDKitChemTransforms",
  "RDKitFingerprints", "RDKitDescriptors", "RDKitPartialCharges", "RDKitSubstructMatch", "RDKitSmilesParse",
  "RDKitFileParsers",
  "RDKitGraphMol", "RDKitForceField", "RDKitRDGeometryLib", "RDKitDataStructs", "RDKitRDGeneral", "boost_iostreams",
].map { .linkedLibrary($0) }

/// A C program without any library: it starts in no time, and on every machine.
let standalone: [LinkerSetting] = [
  .unsafeFlags([
    "-nostartfiles", "-static-stdlib", "-Xclang-linker", "-static", "-Xclang-linker",
    "-Wno-unused-command-line-argument",
  ])
]

/// A room of the house: a Swift module, the rooms below that it may use, and the one foreign library it may import.
func room(_ name: String, _ below: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: below, swiftSettings: strict)
}

func tests(of name: String, _ others: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + others, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "Cohobate",
  products: [
    .executable(name: "cohobate", targets: ["cohobate"]),
    .executable(name: "cohobate-keeper", targets: ["cohobate-keeper"]),
    .executable(name: "cohobate-pilot", targets: ["cohobate-pilot"]),
    .executable(name: "cohobate-launcher", targets: ["cohobate-launcher"]),
    .executable(name: "cohobate-benchmark", targets: ["Benchmark"]),
    .executable(name: "cohobate-fuzz", targets: ["Fuzz"]),
    .library(name: "CohobateTesting", targets: ["CohobateTesting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: [
    // Foreign libraries, each behind a small C interface.
    .target(name: "CRDKit", cxxSettings: rdkitHeaders, linkerSettings: rdkitLibraries),
    .target(name: "CFingerprint", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "CLoops", cSettings: [.unsafeFlags(["-O3", "-fno-math-errno", "-ffp-contract=off"])]),
    .target(name: "COpenBLAS", linkerSettings: [.linkedLibrary("openblas")]),
    .systemLibrary(name: "CNLopt"),
    .systemLibrary(name: "CXTB"),
    .systemLibrary(name: "CZlib"),
    .target(name: "CCorpus"),
    // The tables that the embedded models were made from are beside them.
    .target(
      name: "CLibrary",
      exclude: ["choose_molecules.py", "label_molecules.py", "labels.csv", "models.bin", "molecules.smi"]),
    // The tables of elements that the program carries.
    .target(name: "CElements", exclude: ["SOURCE.md", "elements.csv", "oxidation-states.csv"]),
    // What the program does before its libraries are initialised.
    .target(name: "CStart"),

    // The rooms, bottom to top, as in README's table: each uses only those below it.
    room("Files", ["CZlib"]),
    room("Numerics", ["CLoops", "COpenBLAS"]),
    room("Compositions", ["CElements"]),
    room("Chemistry", ["Files", "Compositions", "CRDKit", "CFingerprint"]),
    room("Tables", ["Files", "Compositions", "Chemistry"]),
    room("GaussianProcess", ["Numerics", "Chemistry", "CNLopt"]),
    room("TransferLearning", ["Files", "Numerics", "Chemistry", "GaussianProcess", "CLibrary"]),
    room("MolecularDesign", ["Files", "Numerics", "Compositions", "Chemistry", "Tables", "CCorpus"]),
    room("Acquisition", ["Files", "Numerics", "GaussianProcess"]),
    room(
      "Calculation",
      ["Files", "Compositions", "Chemistry", "Tables", .product(name: "Subprocess", package: "swift-subprocess")]),
    room("Stores", ["Files", .product(name: "GRDB", package: "GRDB.swift")]),
    room(
      "Prediction",
      [
        "Files", "Numerics", "Chemistry", "Tables", "GaussianProcess", "TransferLearning", "Acquisition", "Calculation",
        "Stores",
      ]),
    room(
      "CampaignFile",
      [
        "Files", "Numerics", "Chemistry", "Tables", "GaussianProcess", "MolecularDesign", "Acquisition", "Calculation",
        .product(name: "Yams", package: "Yams"),
      ]),
    room(
      "CachedCalculation",
      ["Files", "Numerics", "Chemistry", "Tables", "MolecularDesign", "Calculation", "Stores", "CampaignFile"]),
    room(
      "Reports",
      [
        "Files", "Numerics", "Chemistry", "Tables", "TransferLearning", "MolecularDesign", "Acquisition", "Stores",
        "CampaignFile",
      ]),
    room(
      "SourceModels",
      [
        "Files", "Numerics", "Chemistry", "Tables", "GaussianProcess", "TransferLearning", "Calculation", "Stores",
        "Prediction", "CachedCalculation",
      ]),
    room(
      "Workbench",
      [
        "Files", "Numerics", "Chemistry", "Tables", "GaussianProcess", "TransferLearning", "MolecularDesign",
        "Acquisition", "Calculation", "Stores", "Prediction", "CampaignFile", "CachedCalculation", "Reports",
        "SourceModels",
      ]),
    room(
      "Campaign",
      [
        "Files", "Numerics", "Chemistry", "Tables", "GaussianProcess", "TransferLearning", "MolecularDesign",
        "Acquisition", "Calculation", "Stores", "Prediction", "CampaignFile", "CachedCalculation", "Reports",
        "SourceModels",
      ]),
    room(
      "Dashboard",
      [
        "Files", "Compositions", "Stores", "CampaignFile", "Reports", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    room(
      "CohobateTesting",
      [
        "Numerics", "Chemistry", "GaussianProcess", "MolecularDesign", "Acquisition", "Calculation",
      ]),
    .executableTarget(
      name: "cohobate",
      dependencies: [
        "Files", "Compositions", "Tables", "Calculation", "Stores", "Prediction", "CampaignFile", "CachedCalculation",
        "Reports", "SourceModels", "Workbench", "Campaign", "Dashboard", "CStart", "cohobate-keeper", "cohobate-pilot",
        "cohobate-xtb-worker",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // libxtb in a process of its own, which it may take down.
    .executableTarget(
      name: "cohobate-xtb-worker", dependencies: ["Files", "Chemistry", "Calculation", "CXTB"], swiftSettings: strict),
    // Runs the program of every attempt, within limits, and takes it along when Cohobate ends.
    .executableTarget(
      name: "cohobate-keeper", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
      // It stands by itself: loading Swift's libraries would take longer than all that it does.
      linkerSettings: standalone),
    // A job of a cluster, which takes calculations from a spool folder.
    .executableTarget(
      name: "cohobate-pilot", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])], linkerSettings: standalone),
    // Starts the programs of a bundle by the bundle's own loader: `make bundle`.
    .executableTarget(
      name: "cohobate-launcher", exclude: ["Containerfile", "apptainer.def", "assemble.py"],
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])], linkerSettings: standalone),

    // Writes the built-in corpus: `make corpus`.
    .executableTarget(name: "BuildCorpus", dependencies: ["Chemistry"], swiftSettings: strict),
    // Trains the built-in library: `make library`.
    .executableTarget(
      name: "BuildLibrary",
      dependencies: ["Files", "Numerics", "Chemistry", "GaussianProcess", "TransferLearning", "Stores"],
      swiftSettings: strict),

    // What Benchmarks/ measures that no command of Cohobate does by itself.
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        "Numerics", "Compositions", "Chemistry", "GaussianProcess", "TransferLearning", "MolecularDesign",
        "Acquisition",
      ],
      swiftSettings: strict),

    // Gives every reader of files mutants of what it reads: `make fuzz`.
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Files", "Numerics", "Chemistry", "Tables", "GaussianProcess", "TransferLearning", "MolecularDesign",
        "Calculation", "Prediction", "CampaignFile", "Reports", "SourceModels", "Workbench", "CachedCalculation",
        "Campaign",
      ],
      swiftSettings: strict),

    tests(of: "BuildCorpus"),
    tests(of: "BuildLibrary", ["Chemistry", "Files", "TransferLearning"]),
    tests(of: "Files"),
    tests(of: "Numerics"),
    tests(of: "Compositions", ["Numerics"], resources: [.copy("Fixtures")]),
    tests(of: "Chemistry", ["Compositions"]),
    tests(of: "Tables", ["Files", "Chemistry"]),
    tests(of: "GaussianProcess", ["CohobateTesting", "Chemistry", "Numerics"]),
    tests(
      of: "TransferLearning", ["CohobateTesting", "Files", "GaussianProcess", "Chemistry", "Numerics"],
      resources: [.copy("Fixtures")]),
    tests(
      of: "MolecularDesign", ["CohobateTesting", "Compositions", "Chemistry", "Numerics", "Tables"],
      resources: [.copy("Fixtures")]),
    tests(of: "Acquisition", ["CohobateTesting", "GaussianProcess", "Chemistry", "Numerics"]),
    tests(
      of: "Calculation", ["cohobate-keeper", "cohobate-pilot", "cohobate-xtb-worker", "CohobateTesting", "Chemistry"],
      resources: [.copy("Golden")]),
    tests(of: "Stores", [.product(name: "GRDB", package: "GRDB.swift")], resources: [.copy("Fixtures")]),
    // A small campaign and a small table, which the tests of several rooms use.
    .target(
      name: "CampaignTesting",
      dependencies: [
        "Files", "Chemistry", "MolecularDesign", "Stores", "CampaignFile", "CachedCalculation", "Reports", "Campaign",
      ],
      path: "Tests/CampaignTesting", swiftSettings: strict),
    tests(
      of: "Prediction",
      [
        "CampaignTesting", "Files", "Chemistry", "GaussianProcess", "TransferLearning", "Acquisition", "Calculation",
        "Stores", "CampaignFile",
      ]),
    tests(
      of: "CampaignFile",
      [
        "CampaignTesting", "Files", "Chemistry", "Tables", "MolecularDesign", "Acquisition", "Calculation",
        "CachedCalculation", "Reports",
      ]),
    tests(
      of: "CachedCalculation",
      [
        "CampaignTesting", "Files", "Chemistry", "Tables", "MolecularDesign", "Calculation", "Stores", "CampaignFile",
        "cohobate-keeper",
      ]),
    tests(
      of: "Reports",
      [
        "CampaignTesting", "Files", "Chemistry", "TransferLearning", "MolecularDesign", "Stores", "CampaignFile",
      ]),
    tests(
      of: "SourceModels",
      [
        "CampaignTesting", "Files", "Chemistry", "Tables", "GaussianProcess", "TransferLearning", "Stores",
        "Prediction", "CampaignFile", "CachedCalculation",
      ]),
    tests(
      of: "Workbench",
      [
        "CampaignTesting", "Files", "Chemistry", "Tables", "MolecularDesign", "Calculation", "Stores", "Prediction",
        "CampaignFile", "CachedCalculation", "SourceModels", "Campaign",
      ]),
    tests(
      of: "Campaign",
      [
        "CampaignTesting", "Files", "Chemistry", "MolecularDesign", "Acquisition", "Calculation", "Stores",
        "Prediction", "CampaignFile", "CachedCalculation", "Reports", "TransferLearning", "SourceModels", "Workbench",
        "cohobate-keeper",
      ]),
    tests(of: "Dashboard", ["CampaignTesting", "Files", "Stores", "CampaignFile", "Reports", "Chemistry"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "cohobate", "cohobate-launcher", "Stores", "TransferLearning", "MolecularDesign", "Chemistry", "Numerics",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests",
      dependencies: [
        "Numerics", "Chemistry", "Tables", "GaussianProcess", "TransferLearning", "MolecularDesign", "Acquisition",
        "Calculation", "Stores", "CampaignFile", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
  ],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)
