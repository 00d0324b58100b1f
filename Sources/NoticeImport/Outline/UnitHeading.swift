/// Rule: a unit that stands at the head of a line, and others at the heads of lines like it, is charged with what stands behind it or below
/// it: 县财政局：拨付经费，6月底前到位。【派出所】 on a line of its own.
struct UnitHeading {
  let names: [Passage]
  /// Scalars that it takes, without the item's number.
  let length: Int
  private let isSure: Bool
  /// Lines that look alike: how the unit is marked, and what number stands before it.
  private let form: Form

  private struct Form: Hashable {
    let isInBrackets: Bool
    let number: Marker.Kind?
  }

  /// The headings of a part, by the place of their paragraph.
  static func all(_ paragraphs: [Paragraph]) -> [Int: UnitHeading] {
    let found = paragraphs.map { $0.row == nil ? UnitHeading($0.words) : nil }
    // Those in brackets have what stands below them between one and the next.
    let sure = Dictionary(grouping: found.indices.filter { found[$0]?.isSure == true }) { found[$0]?.form }
    func isBesideSure(_ place: Int) -> Bool {
      guard let here = found[place], let others = sure[here.form] else { return false }
      if here.form.isInBrackets { return others.prefix(2).contains { $0 != place } }
      return (max(0, place - 3)..<min(found.count, place + 4)).contains { other in
        other != place && found[other].map { $0.form == here.form && $0.isSure } ?? false
      }
    }
    var headings: [Int: UnitHeading] = [:]
    for (place, heading) in found.enumerated() {
      if let heading, isBesideSure(place) { headings[place] = heading }
    }
    return headings
  }

  private init?(_ paragraph: Passage) {
    let marker = Marker(paragraph.scalars)
    let words = marker.map { paragraph.from($0.length) } ?? paragraph
    guard LabelReading.opening(words) == nil, StageHeading(words) == nil else { return nil }
    if let end = UnitHeading.brackets(words) {
      let names = words.slice(0..<end).ranges { $0.isClosing }.flatMap { range in
        NameList.names(
          in: words.slice(range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)))
      }
      guard let heading = UnitHeading(names, end, Form(isInBrackets: true, number: marker?.kind)) else {
        return nil
      }
      self = heading
      return
    }
    guard let colon = words.firstColon, (2...30).contains(colon) else { return nil }
    let (head, body) = (words.slice(0..<colon), words.from(colon + 1))
    guard !head.scalars.contains(where: { $0.isClauseEnd || $0.isFigure }), head.isBalanced,
      UnitHeading.isWork(body),
      let heading = UnitHeading(
        NameList.names(in: head), colon + 1, Form(isInBrackets: false, number: marker?.kind))
    else { return nil }
    self = heading
  }

  private init?(_ names: [Passage], _ length: Int, _ form: Form) {
    guard !names.isEmpty, names.allSatisfy({ (2...16).contains($0.count) && Actor.mayBeName($0) }) else {
      return nil
    }
    // 组长：…: a post is somebody's, and no unit.
    guard names.allSatisfy({ !Actor.isActor($0) || Actor.isUnit($0) }) else { return nil }
    (self.names, self.length, self.form) = (names, length, form)
    isSure = names.allSatisfy { Actor.isUnit($0) }
  }

  /// 【环卫站】【各村委会】: where brackets end that are all of a line.
  private static func brackets(_ words: Passage) -> Int? {
    var place = 0
    while place < words.count, "【〖".unicodeScalars.contains(words.scalars[place]) {
      guard let closing = words.closingBracket(of: place), closing - place <= 40 else { return nil }
      place = closing + 1
    }
    return place > 0 && words.from(place).trimmed.isEmpty ? place : nil
  }

  /// Whether words say what is done: neither a number to call nor more names, nor who does it.
  private static func isWork(_ words: Passage) -> Bool {
    guard words.scalars.count(where: \.isHan) >= 4, words.firstColon.map({ $0 > 20 }) ?? true,
      LabelReading.labels(in: words).isEmpty
    else { return false }
    return !NameList.names(in: words.trimmed).allSatisfy { Actor.isActor($0) }
  }
}
