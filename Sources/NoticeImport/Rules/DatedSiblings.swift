/// Rule: items of one list that are a name with days in a bracket behind it, one after the other in time, are phases, whatever they are
/// called: 作品征集（3月2日-20日）, 专家初评（3月25日）.
struct DatedSiblings {
  private(set) var items: Set<Int> = []

  private static let courses: [StaticWords] = [
    "流程", "步骤", "安排", "程序", "阶段", "进度", "日程", "环节", "时间", "过程", "实施",
  ]

  init(_ outline: Outline) {
    for parent in outline.items.indices {
      let children = outline.items[parent].children
      let dated = children.filter { DatedSiblings.days(of: outline.items[$0]) != nil }
      guard dated.count >= 2, dated.count * 10 >= children.count * 6 else { continue }
      let heading = outline.items[parent].prose.heading
      let isCourse = heading.count <= 24 && heading.containsAny(DatedSiblings.courses)
      guard isCourse || dated.count >= 3 && dated.count == children.count else { continue }
      // 3月底前 is when something is due, and no stretch of time.
      let isDue = dated.contains { index in
        DatedSiblings.days(of: outline.items[index]).map { $0.hasSuffix("前") || $0.hasSuffix("底") } ?? false
      }
      if !isDue { items.formUnion(dated) }
    }
  }

  /// The days in the bracket behind an item's name; nil where there is no such bracket.
  private static func days(of item: OutlineItem) -> Passage? {
    item.marker != nil || item.isNamedStage ? days(behindNameOf: item.words)?.days : nil
  }

  /// The days in a bracket behind a name that words begin with, and where the name ends; it may have a bracket of its own (各学院（部）推荐).
  static func days(behindNameOf words: Passage) -> (name: Int, days: Passage)? {
    for opening in 0..<min(22, words.count) where words.scalars[opening].isOpening && opening >= 2 {
      guard !words.scalars[..<opening].contains(where: \.isClauseEnd) else { return nil }
      let inside =
        words.closingBracket(of: opening).map { words.slice(opening + 1..<$0) } ?? words.from(opening + 1)
      if CellTime(inside).isWhole { return (opening, inside) }
    }
    return nil
  }
}
