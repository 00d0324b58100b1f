/// Rule: 由党办负责, 由书记与班子成员…, 党办牵头，工会配合: who does it stands in the sentence itself.
enum NamedActor {
  /// Units that a sentence names.
  struct Parts {
    var leads: [Passage] = []
    var supporting: [Passage] = []
    var isEmpty: Bool { leads.isEmpty && supporting.isEmpty }
  }

  private static let verbs: [StaticWords] = [
    "负总责", "负责", "组织", "牵头", "主办", "承办", "具体实施", "实施", "落实", "统筹", "会同", "与", "具体负责", "完成", "制定", "抓落实", "分工",
  ]
  private static let leadEnds: [StaticWords] = [
    "牵头负责", "牵头", "负总责", "具体负责", "分工负责", "分工抓落实", "具体抓", "负责落实", "负责", "主办", "抓落实",
  ]
  private static let supportingEnds: [StaticWords] = ["积极配合", "配合或分工负责", "配合", "协办", "协助"]

  /// The parts that a sentence gives to somebody.
  static func parts(in sentence: Passage) -> Parts {
    var parts = Parts()
    for clause in sentence.clauses {
      let words = clause.trimmed
      if let names = byWhom(words) {
        parts.leads += names
      } else if let names = names(words, before: supportingEnds), !parts.leads.isEmpty {
        parts.supporting += names
      } else if let names = names(words, before: leadEnds) {
        parts.leads += names
      }
    }
    return parts
  }

  /// The names between 由 and what they do.
  private static func byWhom(_ clause: Passage) -> [Passage]? {
    var start = 0
    while let by = clause.scalars[start...].firstIndex(of: "由") {
      start = by + 1
      guard by == 0 || !"理自经事因缘".unicodeScalars.contains(clause.scalars[by - 1]) else { continue }
      for end in start..<min(clause.count, start + 36) where end >= start + 2 {
        guard verbs.contains(where: { clause.has($0, at: end) }), !isPartOfName(clause, end) else { continue }
        if clause.has("负责人", at: end) || clause.has("负责同志", at: end) { continue }
        let names = UnitList.names(in: clause.slice(start..<end))
        if Actor.areActors(names) { return names }
      }
    }
    return nil
  }

  /// 组织部 is a unit, 组织 a verb.
  private static func isPartOfName(_ clause: Passage, _ place: Int) -> Bool {
    clause.has("组织", at: place) && place + 2 < clause.count
      && "部科处委员".unicodeScalars.contains(clause.scalars[place + 2])
  }

  /// The names that a clause begins with, where it ends with one of the words: 党办牵头.
  private static func names(_ clause: Passage, before ends: [StaticWords]) -> [Passage]? {
    guard clause.count <= 60 else { return nil }
    for end in ends {
      guard let place = clause.firstIndex(of: end), place >= 2, clause.count - place <= end.count + 24 else {
        continue
      }
      if place + end.count < clause.count, "人同的制".unicodeScalars.contains(clause.scalars[place + end.count]) {
        continue
      }
      let names = UnitList.names(in: clause.slice(0..<place))
      let words = names.filter { !$0.hasPrefix("相关") && !$0.hasPrefix("有关") }
      if !words.isEmpty, Actor.areActors(names) { return words }
    }
    return nil
  }
}
