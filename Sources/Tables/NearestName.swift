/// The name that a person may have meant by a word that is none of them; nil where none is near.
///
/// Near is what at most two slips of the finger turn into the name, and no more of them than half its letters. Capitals do
/// not matter, nor which of `-`, `_` and the space is written. Among equally near ones it is the first of the alphabet.
package func nearestName(to word: String, among names: some Sequence<String>) -> String? {
  let word = plain(word)
  return names.map { (name: $0, distance: editDistance(word, plain($0)), length: max(word.count, $0.count)) }
    .filter { $0.distance <= 2 && 2 * $0.distance <= $0.length }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

/// "Did you mean 'gap'?", after a space, to stand at the end of a message; empty where no name is near.
package func suggestion(for word: String, among names: some Sequence<String>) -> String {
  nearestName(to: word, among: names).map { " Did you mean '\($0)'?" } ?? ""
}

private func plain(_ word: String) -> String {
  String(word.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
}

/// How many letters must be put in, taken out or replaced, or neighbours be exchanged, to make one word of the other (the
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
