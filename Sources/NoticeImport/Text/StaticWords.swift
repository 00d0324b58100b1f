/// Words to be looked for. A literal of them takes no memory: lists of them stand where they are asked for.
struct StaticWords: ExpressibleByStringLiteral, Hashable, Sendable {
  let text: String
  let first: Unicode.Scalar?
  /// In scalars.
  var count: Int { text.unicodeScalars.count }
  var scalars: String.UnicodeScalarView { text.unicodeScalars }

  init(stringLiteral value: String) { self.init(value) }
  init(_ value: String) {
    text = value
    first = value.unicodeScalars.first
  }
}

extension Array where Element == Unicode.Scalar {
  func has(_ words: StaticWords, at place: Int) -> Bool {
    guard place >= 0, place < count, self[place] == words.first else { return words.first == nil }
    var place = place
    for scalar in words.scalars {
      guard place < count, self[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  func firstIndex(of words: StaticWords, from start: Int, to end: Int) -> Int? {
    guard let first = words.first, start >= 0 else { return nil }
    for place in start..<Swift.max(start, Swift.min(end, count)) where self[place] == first {
      if has(words, at: place) { return place + words.count <= end ? place : nil }
    }
    return nil
  }
}
