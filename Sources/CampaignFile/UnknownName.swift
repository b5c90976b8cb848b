public import Acquisition
public import Calculation
import Files
import Tables

/// An error about an unknown name from a lower module, which lists the known names; the nearest one is found here.
struct UnknownName {
  /// The given word.
  let word: String
  /// The known names.
  let names: [String]

  /// The sentence of an error, perhaps with a suggestion.
  static func sentence(_ error: any Error) -> String {
    let name: UnknownName? =
      switch error {
      case let error as CalculatorSetupError: UnknownName(error)
      case let error as AcquisitionError: UnknownName(error)
      default: nil
      }
    return "\(error)" + (name.map { suggestion(for: $0.word, among: $0.names) } ?? "")
  }

  private init?(_ error: CalculatorSetupError) {
    switch error {
    case .unknownCalculator(let word, let known), .unknownSetting(let word, _, let known):
      (self.word, names) = (word, known)
    case .badSetting, .badFile: return nil
    }
  }

  private init?(_ error: AcquisitionError) {
    switch error {
    case .unknownFunction(let word, let known), .unknownOption(let word, _, let known):
      (self.word, names) = (word, known)
    case .invalidOption, .senselessWindow, .senselessNearness, .unreadableExpression, .unreadableTarget,
      .unusableTarget, .repeatedExpression, .missingProperty, .brokenFunction, .unsampledCandidates:
      return nil
    }
  }
}

extension CalculatorSetupError {
  /// The error as a sentence, perhaps with a suggestion: the settings contain the word that is not among a setting's
  /// choices.
  package func sentence(for settings: CalculatorSettings) -> String {
    guard case .badSetting(let key, _, let mustBe) = self, case .text(let word)? = settings.values[key],
      mustBe.hasPrefix(Self.choicesBegin)
    else { return UnknownName.sentence(self) }
    let choices = mustBe.dropFirst(Self.choicesBegin.count).split(separator: ", ").map(String.init)
    return "\(self)" + suggestion(for: word, among: choices)
  }

  /// How a setting's choices are listed.
  private static let choicesBegin = "one of "
}

extension CalculatorSetupError: ReportedError {
  /// The error, perhaps with the nearest known name.
  package var reportedMessage: String { UnknownName.sentence(self) }
}

extension AcquisitionError: ReportedError {
  /// The error, perhaps with the nearest known name.
  package var reportedMessage: String { UnknownName.sentence(self) }
}

extension CalculatorUnavailable: ReportedError {}
