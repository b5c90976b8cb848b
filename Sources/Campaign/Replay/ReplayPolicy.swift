import Acquisition
package import CampaignFile
package import Files
import Numerics
import Tables

/// A policy of a replay: a name that a campaign file has under `policy` or under `acquisition`.
package struct ReplayPolicy: Sendable, Hashable {
  /// The name: `surrogate` for the campaign file's own acquisition function, `random`, or an acquisition function.
  package let name: String
  /// Whether a surrogate learns.
  package let policy: Policy
  /// The acquisition function.
  package let acquisition: AcquisitionChoice

  /// Finds the policy of a name.
  ///
  /// - Parameter choice: The acquisition function of the campaign file. Its options apply where its name is given.
  /// - Throws: `CampaignError` of kind `.input` if there is none of this name, perhaps with the name that was meant.
  package init(_ name: String, acquisition choice: AcquisitionChoice) throws(CampaignError) {
    self.name = name
    if let policy = Policy(rawValue: name) {
      (self.policy, acquisition) = (policy, choice)
      return
    }
    guard AcquisitionFunctions.names.contains(name) else {
      let known = Self.names
      // A part of a name is a good hint too: 'expected-improvement' of 'log-expected-improvement'.
      let part = known.first { name.count > 3 && $0.contains(name.lowercased()) }
      throw CampaignError(
        .input,
        "There is no policy '\(name)'; there are: \(known.joined(separator: ", "))."
          + (part.map { " Did you mean '\($0)'?" } ?? suggestion(for: name, among: known)))
    }
    policy = .surrogate
    var function = choice
    if name != choice.name { (function.name, function.options) = (name, [:]) }
    _ = try CampaignError.mapping { try function.function(stream: RandomStream(seed: 0)) }
    acquisition = function
  }

  /// The names of all policies.
  package static var names: [String] {
    let policies = Policy.allCases.map(\.rawValue)
    return policies + AcquisitionFunctions.names.filter { !policies.contains($0) }
  }
}
