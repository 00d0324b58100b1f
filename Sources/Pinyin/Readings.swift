/// How Chinese characters are read, from data/pinyin/readings.txt: a syllable a line and the characters that are read so, ü as v.
/// Taken apart when somebody searches by it.
struct Readings: Sendable {
  /// The readings of characters, compiled in.
  static let all = Readings(PackageResources.readings_txt)

  private static let first: UInt32 = 0x4E00
  private static let last: UInt32 = 0x9FFF
  /// A character has no more readings than that; rarer ones are left out.
  private static let most = 3

  /// The syllables, in small letters.
  let syllables: [[UInt8]]
  /// For each character its readings by their numbers, -1 where there are fewer.
  private let numbers: [Int16]
  /// For each character the first letters of its readings, a bit for each letter.
  private let letters: [UInt32]

  init(_ bytes: [UInt8]) {
    let count = Int(Readings.last - Readings.first) + 1
    var syllables: [[UInt8]] = []
    var numbers = [Int16](repeating: -1, count: count * Readings.most)
    var letters = [UInt32](repeating: 0, count: count)
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: " "))
      guard parts.count == 2, let initial = parts[0].first else { continue }
      for scalar in String(decoding: parts[1], as: UTF8.self).unicodeScalars {
        guard let place = Readings.place(of: scalar.value) else { continue }
        letters[place] |= Readings.bit(of: initial)
        let own = place * Readings.most..<(place + 1) * Readings.most
        if let free = own.first(where: { numbers[$0] < 0 }) { numbers[free] = Int16(syllables.count) }
      }
      syllables.append(Array(parts[0]))
    }
    (self.syllables, self.numbers, self.letters) = (syllables, numbers, letters)
  }

  /// A letter from a to z as a bit.
  static func bit(of letter: UInt8) -> UInt32 { 1 << (UInt32(letter) & 31) }

  /// The first letters of a character's readings, a bit for each; none for what is no Chinese character.
  func letters(of scalar: UInt32) -> UInt32 { Readings.place(of: scalar).map { letters[$0] } ?? 0 }

  /// The readings of a character, by their numbers.
  func numbers(of scalar: UInt32) -> ArraySlice<Int16> {
    guard let place = Readings.place(of: scalar) else { return [] }
    return numbers[place * Readings.most..<(place + 1) * Readings.most].prefix { $0 >= 0 }
  }

  private static func place(of scalar: UInt32) -> Int? {
    scalar >= first && scalar <= last ? Int(scalar - first) : nil
  }
}
