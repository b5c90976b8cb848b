package import Acquisition
package import Stores

/// The recorded reference points, by which later iterations have the reference point of the first one.
///
/// A reference value that the campaign file does not state is the worst value that was known when the first iteration
/// with a front was designed. It stays what it was, so that the dominated volumes of all iterations can be compared. It
/// stays also where the calculator, its version or its protocol changes, although values of another protocol are not
/// comparable with it: the campaign file may then state the value.
package struct ReferenceRecord: Sendable {
  private let rows: [ReferencePointRecord]

  /// - Parameter rows: By iteration.
  package init(_ rows: [ReferencePointRecord]) { self.rows = rows }

  /// Nothing recorded: the values known now decide.
  package static let none = ReferenceRecord([])

  /// What was recorded up to an iteration, including it.
  package func upTo(_ iteration: Int) -> ReferenceRecord { ReferenceRecord(rows.filter { $0.iteration <= iteration }) }

  /// The recorded reference values that no campaign file stated, by the names of the objectives.
  package func values(for objectives: [Target]) -> [String: Double] {
    objectives.filter(\.isGoal).reduce(into: [:]) { values, target in
      values[target.name] = rows.firstDefault(of: target.name, isMinimum: target.goal == .minimize)
    }
  }
}
