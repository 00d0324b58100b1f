/// Words of a notice that know on which lines they stand. White space is gone: in Chinese it mostly shows where a page or
/// a line was broken; where it stood is kept for the few lists that it parts, and so is where a name begins and ends that the
/// document's strong places have told.
struct Passage: Equatable {
  /// The words.
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each scalar its line, from 1.
  private(set) var lines: [Int32] = []
  /// For each scalar what is known of its place.
  private(set) var marks: [Mark] = []

  /// What is known of the place of a scalar.
  struct Mark: OptionSet {
    let rawValue: UInt8
    /// White space stood before it.
    static let gap = Mark(rawValue: 1)
    static let nameStart = Mark(rawValue: 2)
    static let nameEnd = Mark(rawValue: 4)
  }

  init() {}

  /// The words of a text on one line.
  init(_ text: some Sequence<Unicode.Scalar>, line: Int) { append(text, line: line) }

  var isEmpty: Bool { scalars.isEmpty }
  var count: Int { scalars.count }
  /// The first line; 0 where there are no words.
  var line: Int { lines.first.map(Int.init) ?? 0 }
  var text: String { text(0..<count) }

  mutating func append(_ text: some Sequence<Unicode.Scalar>, line: Int) {
    var previous: Unicode.Scalar?
    var isSpaced = false
    for scalar in text {
      if Passage.isSpace(scalar) {
        isSpaced = true
        continue
      }
      // Between two Latin words a space says something.
      if isSpaced, let previous, previous.isLatinLetter, scalar.isLatinLetter { put(" ", line, false) }
      put(scalar, line, isSpaced)
      (previous, isSpaced) = (scalar, false)
    }
  }

  mutating func append(_ other: Passage) {
    scalars += other.scalars
    lines += other.lines
    marks += other.marks
  }

  private mutating func put(_ scalar: Unicode.Scalar, _ line: Int, _ isSpaced: Bool) {
    scalars.append(scalar)
    lines.append(Int32(clamping: line))
    marks.append(isSpaced ? .gap : [])
  }

  func text(_ range: Range<Int>) -> String {
    var text = ""
    text.reserveCapacity(range.count * 3)
    text.unicodeScalars.append(contentsOf: scalars[range])
    return text
  }

  /// The words with a space where white space parted figures: 3.8 9:00.
  var spacedText: String {
    var text = ""
    for place in scalars.indices {
      if place > 0, hasGap(at: place), scalars[place].isFigure, scalars[place - 1].isFigure {
        text.append(" ")
      }
      text.unicodeScalars.append(scalars[place])
    }
    return text
  }

  func slice(_ range: Range<Int>) -> Passage {
    guard range.count < count else { return self }
    var part = Passage()
    part.scalars = Array(scalars[range])
    part.lines = Array(lines[range])
    part.marks = Array(marks[range])
    return part
  }

  /// Whether white space stood before a scalar.
  func hasGap(at place: Int) -> Bool { marks[place].contains(.gap) }

  /// Whether it is a name that the document's strong places have told, all of it.
  var isToldName: Bool {
    marks.first?.contains(.nameStart) == true && marks.last?.contains(.nameEnd) == true
  }

  /// The same words with a stretch marked as a name.
  mutating func mark(name: Range<Int>) {
    marks[name.lowerBound].insert(.nameStart)
    marks[name.upperBound - 1].insert(.nameEnd)
  }

  /// The same passage with other scalars, as many.
  func replacing(_ others: [Unicode.Scalar]) -> Passage {
    guard others.count == count else { return self }
    var result = self
    result.scalars = others
    return result
  }

  /// The passage from a place on.
  func from(_ place: Int) -> Passage { slice(min(place, count)..<count) }

  /// Whether the words stand at a place.
  func has(_ words: StaticWords, at place: Int) -> Bool { scalars.has(words, at: place) }

  /// Where the words stand first, from a place on.
  func firstIndex(of words: StaticWords, from start: Int = 0) -> Int? {
    scalars.firstIndex(of: words, from: start, to: count)
  }

  func contains(_ words: StaticWords) -> Bool { firstIndex(of: words) != nil }
  func containsAny(_ list: [StaticWords]) -> Bool { list.contains { contains($0) } }
  func hasPrefix(_ words: StaticWords) -> Bool { has(words, at: 0) }
  func hasSuffix(_ words: StaticWords) -> Bool {
    scalars.reversed().starts(with: words.scalars.reversed())
  }

  /// Without punctuation at its ends.
  var trimmed: Passage {
    var (low, high) = (0, count)
    while low < high, scalars[low].isEdgeMark { low += 1 }
    while high > low, scalars[high - 1].isEdgeMark { high -= 1 }
    return slice(low..<high)
  }

  /// —, /, 无: how a table says that a cell is empty.
  var isEmptyMark: Bool {
    scalars.allSatisfy { "-—–―－/／\\_".unicodeScalars.contains($0) } || text == "无" || text == "暂无"
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF:
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  var isLatinLetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
  var isHan: Bool {
    (0x4E00...0x9FFF).contains(value) || value == 0x3007 || (0x3400...0x4DBF).contains(value)
  }
  /// An ASCII or full-width figure.
  var isFigure: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }
  /// The value of a figure.
  var figure: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }
}
