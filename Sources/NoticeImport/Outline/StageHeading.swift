/// 第一阶段, 第二环节, 第三步, 阶段一, Step 1: a numbered stretch of a campaign at the beginning of a paragraph.
struct StageHeading: Equatable {
  /// Which one, from 1.
  let value: Int
  /// Scalars that it takes.
  let length: Int

  init?(_ words: Passage) {
    if words.scalars.first == "第", let (value, end, _) = Marker.number(words.scalars, 1) {
      for unit: StaticWords in ["阶段", "环节", "步骤", "步"] where words.has(unit, at: end) {
        self.value = value
        length = end + unit.count
        return
      }
    }
    for unit: StaticWords in ["阶段", "环节", "步骤", "Step", "STEP", "step"] where words.hasPrefix(unit) {
      let place = words.has(" ", at: unit.count) ? unit.count + 1 : unit.count
      guard let (value, end, _) = Marker.number(words.scalars, place), (1...20).contains(value) else {
        continue
      }
      self.value = value
      length = end
      return
    }
    return nil
  }

  /// What the words for a stretch begin with.
  static let firsts = Set("第阶环步Ss".unicodeScalars)
}

extension StageHeading {
  /// Whether words begin with the name of a stretch of time and its days: 摸底阶段（3月1日—4月10日）.
  static func isNamed(_ words: Passage) -> Bool {
    guard let opening = words.scalars.prefix(22).firstIndex(where: \.isOpening), opening >= 4 else {
      return false
    }
    let name = words.slice(0..<opening)
    return (name.hasSuffix("阶段") || name.hasSuffix("环节")) && name.scalars.allSatisfy { $0.isHan || $0 == "、" }
      && DatedSiblings.days(behindNameOf: words) != nil
  }

  /// A paragraph in which several of them stand one behind the other, cut where each begins; itself where there are none.
  static func pieces(of paragraph: Passage) -> [Passage] {
    guard paragraph.count > 24, paragraph.contains("阶段") || paragraph.contains("环节") else {
      return [paragraph]
    }
    var starts: [Int] = []
    for place in paragraph.scalars.indices {
      let isBoundary =
        place == 0 || paragraph.hasGap(at: place) || paragraph.scalars[place - 1].isPartEnd
        || paragraph.scalars[place - 1].isColon
      if isBoundary, isNamed(paragraph.slice(place..<min(paragraph.count, place + 60))) {
        starts.append(place)
      }
    }
    guard starts.count >= 2, let first = starts.first else { return [paragraph] }
    let edges = (first > 0 ? [0] : []) + starts + [paragraph.count]
    return zip(edges, edges.dropFirst()).map { paragraph.slice($0..<$1) }
  }
}
