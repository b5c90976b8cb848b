/// The known name that the user probably meant by an unknown word; nil if none is close.
///
/// A name is close if at most two typing errors, and no more than half its letters, separate it from the word. Case is
/// ignored, as is the difference between `-`, `_` and the space. Of equally close names the first in the alphabet is
/// taken.
package func nearestName(to word: String, among names: some Sequence<String>) -> String? {
  let word = plain(word)
  return names.map { (name: $0, distance: editDistance(word, plain($0)), length: max(word.count, $0.count)) }
    .filter { $0.distance <= 2 && 2 * $0.distance <= $0.length }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

/// "Did you mean 'gap'?" after a space, for the end of a message; empty if no name is close.
package func suggestion(for word: String, among names: some Sequence<String>) -> String {
  nearestName(to: word, among: names).map { " Did you mean '\($0)'?" } ?? ""
}

private func plain(_ word: String) -> String {
  String(word.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
}

/// The number of letters to insert, delete, replace or swap with a neighbour to turn one word into the other (the
/// optimal string alignment distance).
package func editDistance(_ first: String, _ second: String) -> Int {
  let first = Array(first), second = Array(second)
  var (beforeLast, last) = ([Int](), Array(0...second.count))
  for i in first.indices {
    var row = [i + 1]
    for j in second.indices {
      var distance = min(last[j] + (first[i] == second[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
        distance = min(distance, beforeLast[j - 1] + 1)
      }
      row.append(distance)
    }
    (beforeLast, last) = (last, row)
  }
  return last[second.count]
}
