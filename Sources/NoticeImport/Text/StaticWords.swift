/// Words to be looked for, made ready once.
struct StaticWords: ExpressibleByStringLiteral, Hashable, Sendable {
  let scalars: [Unicode.Scalar]
  var count: Int { scalars.count }
  var text: String { String(String.UnicodeScalarView(scalars)) }

  init(stringLiteral value: String) { scalars = Array(value.unicodeScalars) }
  init(_ value: String) { scalars = Array(value.unicodeScalars) }
}

extension Array where Element == Unicode.Scalar {
  func has(_ words: StaticWords, at place: Int) -> Bool {
    guard place >= 0, place + words.count <= count else { return false }
    for index in words.scalars.indices where self[place + index] != words.scalars[index] { return false }
    return true
  }

  func firstIndex(of words: StaticWords, from start: Int, to end: Int) -> Int? {
    guard let first = words.scalars.first, start >= 0 else { return nil }
    var place = start
    while place + words.count <= end {
      if self[place] == first, has(words, at: place) { return place }
      place += 1
    }
    return nil
  }
}
