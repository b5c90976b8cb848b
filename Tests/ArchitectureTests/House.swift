/// The table of the rooms: which module uses which, and who alone knows a foreign library.
enum House {
  /// The rooms that each room may import: those below it that it needs.
  static let below: [String: Set<String>] = [
    "Files": [],
    "Numerics": [],
    "Chemistry": ["Files"],
    "Tables": ["Files", "Chemistry"],
    "GaussianProcess": ["Numerics", "Chemistry"],
    "TransferLearning": ["Files", "Numerics", "Chemistry", "GaussianProcess"],
    "MolecularDesign": ["Files", "Numerics", "Chemistry", "Tables"],
    "Acquisition": ["Numerics", "GaussianProcess"],
    "Calculation": ["Files", "Chemistry", "Tables"],
    "CampaignStore": ["Files"],
    "Campaign": [
      "Files", "Numerics", "Chemistry", "Tables", "GaussianProcess", "TransferLearning", "MolecularDesign",
      "Acquisition", "Calculation", "CampaignStore",
    ],
    "CohobateTesting": [
      "Numerics", "Chemistry", "GaussianProcess", "TransferLearning", "MolecularDesign", "Acquisition", "Calculation",
    ],
    "cohobate": ["Files", "Calculation", "Campaign"],
    "cohobate-xtb-worker": ["Calculation"],
    "BuildCorpus": ["Chemistry"],
    "Fuzz": [
      "Files", "Numerics", "Chemistry", "GaussianProcess", "TransferLearning", "MolecularDesign", "Calculation",
      "Campaign",
    ],
    "Benchmark": [
      "Numerics", "Chemistry", "GaussianProcess", "TransferLearning", "MolecularDesign", "Acquisition",
    ],
  ]

  /// The one room of each foreign library.
  static let room: [String: String] = [
    "ArgumentParser": "cohobate", "Yams": "Campaign", "GRDB": "CampaignStore", "Subprocess": "Calculation",
    "CRDKit": "Chemistry", "CFingerprint": "Chemistry", "COpenBLAS": "Numerics", "CLoops": "Numerics",
    "CNLopt": "GaussianProcess",
    "CCorpus": "MolecularDesign", "CStart": "cohobate", "CXTB": "cohobate-xtb-worker",
  ]

  /// The programs that are built with a room's own and lie beside it.
  static let companions: [String: String] = [
    "cohobate-keeper": "cohobate", "cohobate-xtb-worker": "cohobate",
  ]

  /// What comes with Swift, and may be used in every room.
  static let free: Set<String> = ["Foundation", "Glibc", "Darwin", "Dispatch", "Synchronization"]
}
