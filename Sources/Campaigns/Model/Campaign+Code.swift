extension Campaign {
  /// The first free code of a year: `h11`, and on a clash `h11b`, `h11c` ….
  package static func freeCode(year: Int, taken: Set<String>) -> String {
    let two = year % 100
    let base = "h\(two < 10 ? "0" : "")\(two)"
    if !taken.contains(base) { return base }
    for letter in "bcdefghijklmnopqrstuvwxyz" where !taken.contains("\(base)\(letter)") {
      return "\(base)\(letter)"
    }
    var number = 2
    while taken.contains("\(base)z\(number)") { number += 1 }
    return "\(base)z\(number)"
  }
}

/// The number in an id, to be counted on from; nil for what nobody can have counted to, since ids come from files.
package func countedNumber(_ text: Substring) -> Int? { text.utf8.count <= 15 ? Int(text) : nil }
