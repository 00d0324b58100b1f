import Pinyin

/// Something that a field can name, as one looks for it while typing: by its characters, by its other names, by how it is read.
package struct NamePick: Sendable, Equatable {
  /// What the field is to say.
  package let name: String
  /// Other names that it is found by.
  package let others: [String]
  /// What is shown of it beside its name; empty: nothing.
  package let detail: String

  /// Something with a name.
  package init(_ name: String, others: [String] = [], detail: String = "") {
    (self.name, self.others, self.detail) = (name, others, detail)
  }

  /// How well it answers a word, 0 the best; nil where it does not.
  func rank(_ word: String, _ pinyin: PinyinSearch?) -> Int? {
    let wanted = word.lowercased()
    let names = [name, detail] + others
    if names.contains(where: { $0.lowercased() == wanted }) { return 0 }
    if names.contains(where: { $0.lowercased().hasPrefix(wanted) }) { return 1 }
    let place = pinyin.flatMap { search in
      names.lazy.compactMap { name in search.place(in: Array(name.utf8).span, from: 0) }.min()
    }
    if place == 0 { return 2 }
    if names.contains(where: { $0.lowercased().contains(wanted) }) { return 3 }
    return place == nil ? nil : 4
  }
}

extension Sequence<NamePick> {
  /// Those that answer a word, the best first, as they come where they answer it alike; all where it is empty.
  ///
  ///     [NamePick("党办"), NamePick("工会")].answering("db").map(\.name)  // ["党办"]
  package func answering(_ word: String) -> [NamePick] {
    guard !word.isEmpty else { return Array(self) }
    let pinyin = PinyinSearch(word)
    let found = enumerated().compactMap { place, pick in
      pick.rank(word, pinyin).map { (rank: $0, place: place, pick: pick) }
    }
    return found.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.pick)
  }
}
