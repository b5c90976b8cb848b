/// The questions with which `CalculatorConformance` tests every calculator.
public enum CalculatorQuestion: String, Sendable, Hashable, CaseIterable {
  /// Whether its description is valid.
  case description
  /// Which settings are part of the key under which its values are stored.
  case settings
  /// A neutral molecule with all electrons paired.
  case goodMolecule = "good molecule"
  /// A molecule with unpaired electrons.
  case radical
  /// A molecule with a charge.
  case ion
  /// Geometry files that no molecule has.
  case brokenGeometry = "broken geometry"
  /// A program that is missing from the beginning.
  case missingProgram = "missing program"
  /// A program that disappears between plan and run.
  case vanishedProgram = "vanished program"
  /// A program that never ends.
  case timeout
  /// A program that is killed or crashes.
  case kill
  /// Meaningless output.
  case garbage
  /// A complete answer with values that are not numbers.
  case noNumbers = "no numbers"
  /// A complete answer for another molecule.
  case anotherMolecule = "another molecule"
  /// Every other way in which a program may end.
  case endings

  /// The right answer.
  public var sentence: String {
    switch self {
    case .description:
      "Its name, properties, protocol and version can be written down, and are the same when asked for again."
    case .settings:
      "Settings that change values change the protocol or the version, which values are kept under; a time limit does not."
    case .goodMolecule:
      "A neutral molecule with all electrons paired gets a finite value of every property, and the same ones again."
    case .radical: "So does a molecule with unpaired electrons."
    case .ion: "So does a molecule with a charge."
    case .brokenGeometry:
      "Coincident atoms, coordinates that are not numbers and an empty file are failures of the molecule, never values; an "
        + "adapter that knows its program names the class."
    case .missingProgram:
      "Made with a program that is not there, it says what is missing and what to do, and plans nothing."
    case .vanishedProgram:
      "A program that is gone when an attempt is to start stops the run, and is not a failure of the molecule."
    case .timeout: "A program that never ends is stopped at its time limit, and recorded as a timeout."
    case .kill:
      "A program that is killed or crashes in every try fails for that molecule; if it does for others too, the run stops."
    case .garbage: "Output and files that mean nothing are a failure with its evidence, never values."
    case .noNumbers: "An answer that is complete except for NaN values is a failure, wherever the numbers matter."
    case .anotherMolecule: "The answer for another molecule is a failure, never values."
    case .endings:
      "How a program ends before it has answered decides the failure's class, and its last output is recorded."
    }
  }

  /// Questions that apply only to calculators that run programs.
  public static let ofPrograms: [CalculatorQuestion] = [
    .brokenGeometry, .missingProgram, .vanishedProgram, .timeout, .kill, .garbage, .noNumbers,
    .anotherMolecule, .endings,
  ]

  /// Questions about a molecule that must be calculated.
  public static let ofMolecules: [CalculatorQuestion] = [.goodMolecule, .radical, .ion]
}

/// The result of a question for a calculator.
public enum CalculatorAnswer: Sendable, Hashable {
  /// The answer is right.
  case right
  /// The answer is wrong; a sentence for each violation.
  case wrong([String])
  /// The question was declared not applicable, for this reason.
  case notApplicable(String)
}

extension [CalculatorQuestion: String] {
  /// Declares that questions do not apply to a calculator.
  public static func all(of questions: [CalculatorQuestion], because reason: String) -> Self {
    Dictionary(questions.map { ($0, reason) }) { first, _ in first }
  }
}
