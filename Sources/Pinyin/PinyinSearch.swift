/// Looks for what somebody types in letters for Chinese characters: whole syllables, first letters, or both mixed; the last
/// syllable may be begun only.
///
///     PinyinSearch("zhibu")?.isFound(in: Array("第一支部".utf8))  // true; so are zb, zhib and zbu
package struct PinyinSearch: Sendable {
  private let wanted: [UInt8]
  private let readings = Readings.all

  /// A search for a word; nil where it is not made of two Latin letters and more.
  package init?(_ word: String) {
    guard PinyinSearch.isPossible(word) else { return nil }
    wanted = Array(word.lowercased().utf8)
  }

  /// Whether a word may be pinyin: two Latin letters and more, and nothing else.
  package static func isPossible(_ word: String) -> Bool {
    word.utf8.count >= 2
      && word.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }

  /// Whether the characters of a text in UTF-8 are read so somewhere.
  package func isFound(in bytes: [UInt8]) -> Bool { place(in: bytes.span, from: 0) != nil }

  /// Where the first character stands that such a reading begins with, from a place on; nil where none does.
  package func place(in bytes: Span<UInt8>, from start: Int) -> Int? {
    let bit = Readings.bit(of: wanted[0])
    var place = start
    while place + 2 < bytes.count {
      // Chinese characters have three bytes, the first from E4 to E9.
      guard bytes[place] >= 0xE4, bytes[place] <= 0xE9 else {
        place += 1
        continue
      }
      if readings.letters(of: scalar(in: bytes, place)) & bit != 0, reads(bytes, place, 0) { return place }
      place += 3
    }
    return nil
  }

  /// Whether the characters from a place on are read as the letters from one on.
  private func reads(_ bytes: Span<UInt8>, _ place: Int, _ letter: Int) -> Bool {
    if letter == wanted.count { return true }
    guard place + 2 < bytes.count, bytes[place] >= 0xE4, bytes[place] <= 0xE9 else { return false }
    let scalar = scalar(in: bytes, place)
    guard readings.letters(of: scalar) & Readings.bit(of: wanted[letter]) != 0 else { return false }
    for number in readings.numbers(of: scalar) {
      let syllable = readings.syllables[Int(number)]
      var same = 0
      while same < syllable.count, letter + same < wanted.count, syllable[same] == wanted[letter + same] {
        same += 1
      }
      guard same > 0 else { continue }
      // The end of the word, a whole syllable, or its initial alone.
      if letter + same == wanted.count { return true }
      if same == syllable.count, reads(bytes, place + 3, letter + same) { return true }
      if same >= 2, syllable[1] == UInt8(ascii: "h"), reads(bytes, place + 3, letter + 2) { return true }
      if reads(bytes, place + 3, letter + 1) { return true }
    }
    return false
  }

  private func scalar(in bytes: Span<UInt8>, _ place: Int) -> UInt32 {
    (UInt32(bytes[place]) & 0x0F) << 12 | (UInt32(bytes[place + 1]) & 0x3F) << 6
      | UInt32(bytes[place + 2]) & 0x3F
  }
}
