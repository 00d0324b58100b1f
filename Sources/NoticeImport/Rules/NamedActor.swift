/// Rule: 由党办负责, 由书记与班子成员…, 党办牵头、工会配合, 会同…: who does it stands in the sentence itself.
enum NamedActor {
  /// Units that a sentence names.
  struct Parts {
    var leads: [Passage] = []
    var supporting: [Passage] = []
    /// Whether the words say that somebody answers for it, so that it is a task without a time.
    var isCharge = false
    var isEmpty: Bool { leads.isEmpty && supporting.isEmpty }
  }

  private static let leadWords: [StaticWords] = [
    "分别负责", "分别牵头", "共同负责", "共同牵头", "联合负责", "牵头负责", "牵头组织", "牵头", "负总责", "具体负责", "分工负责", "分工抓落实", "具体抓",
    "负责落实", "负责", "主办", "承办", "抓落实",
  ]
  private static let supportingWords: [StaticWords] = [
    "积极配合", "协助配合", "分别配合", "配合或分工负责", "配合", "协办", "协助", "参与",
  ]
  private static let joiningWords: [StaticWords] = ["会同", "联合", "商"]
  /// What follows 由X where X is charged with it.
  private static let charges: [StaticWords] = ["组织", "具体实施", "实施", "落实", "与", "完成", "制定", "分工"]

  /// The parts that a sentence gives to somebody.
  /// `leads` are those that a heading has named already.
  static func parts(in sentence: Passage, besides leads: [Passage] = []) -> Parts {
    var parts = Parts(leads: leads)
    for clause in sentence.clauses {
      let words = clause.withoutLead
      if let join = joiningWords.first(where: { words.contains($0) }), !parts.leads.isEmpty,
        let place = words.firstIndex(of: join), place <= 6, !Actor.isActor(words.slice(0..<place))
      {
        let words = words.from(place)
        parts.supporting += longestNames(words.from(join.count)) ?? []
      } else if let by = byWhom(words) {
        add(by, to: &parts)
      } else {
        add(roles(in: words), to: &parts)
      }
    }
    parts.leads.removeFirst(leads.count)
    return parts
  }

  private static func add(_ more: Parts, to parts: inout Parts) {
    // 配合 alone names nobody's helper.
    guard !more.leads.isEmpty || !parts.leads.isEmpty else { return }
    for name in more.leads where !parts.leads.contains(where: { $0.text == name.text }) {
      parts.leads.append(name)
    }
    for name in more.supporting where !name.hasPrefix("相关") && !name.hasPrefix("有关") {
      parts.supporting.append(name)
    }
    parts.isCharge = parts.isCharge || more.isCharge
  }

  /// Names and the role words behind them, from the beginning of a clause on: 总务科牵头、保卫科配合.
  /// Where the words themselves say that these are names (由X负责, a bracket that shares work out), no ending is asked of them.
  private static func roles(in clause: Passage, isStrong: Bool = false) -> Parts {
    var parts = Parts()
    var (start, place) = (0, 0)
    while place < clause.count, place < 400 {
      guard let (word, isLead) = role(clause, at: place) else {
        if let join = joiningWords.first(where: { clause.has($0, at: place) }), place > start,
          let names = actors(clause.slice(start..<place)), !names.isEmpty,
          let others = longestNames(clause.from(place + join.count))
        {
          parts.leads += names
          parts.supporting += others
          return parts
        }
        place += 1
        continue
      }
      let words = clause.slice(start..<place)
      guard let names = isStrong ? strongNames(words) : actors(words) else { break }
      if isLead { parts.leads += names } else { parts.supporting += names }
      parts.isCharge = true
      place += word.count
      start = place
    }
    return parts
  }

  private static func role(_ clause: Passage, at place: Int) -> (StaticWords, isLead: Bool)? {
    func isWord(_ word: StaticWords) -> Bool {
      guard clause.has(word, at: place) else { return false }
      let next = place + word.count
      // 负责人 is a person, 配合人 …的 no role.
      return next >= clause.count || !"人同的制".unicodeScalars.contains(clause.scalars[next])
    }
    if let word = leadWords.first(where: isWord) { return (word, true) }
    if let word = supportingWords.first(where: isWord) { return (word, false) }
    return nil
  }

  /// The names of a stretch that can be nothing but names.
  static func strongNames(_ words: Passage) -> [Passage]? {
    let names = NameList.names(in: words.trimmed)
    return !names.isEmpty && names.allSatisfy { (2...20).contains($0.count) && Actor.mayBeName($0) }
      ? names : nil
  }

  /// The parts that a clause of a bracket gives to somebody: 市林草局、各区按任务分工落实, 党办牵头.
  static func shares(in clause: Passage) -> Parts {
    let roles = roles(in: clause, isStrong: true)
    guard roles.isEmpty else { return roles }
    for place in clause.scalars.indices
    where "按依根".unicodeScalars.contains(clause.scalars[place]) && place >= 2 {
      guard clause.from(place).containsAny(["分工", "职责"]), let names = strongNames(clause.slice(0..<place))
      else {
        continue
      }
      return Parts(supporting: names, isCharge: true)
    }
    return Parts()
  }

  /// The names of a stretch that is nothing but names.
  private static func actors(_ words: Passage) -> [Passage]? {
    let names = NameList.names(in: words.trimmed)
    return !names.isEmpty && Actor.areActors(names) ? names : nil
  }

  /// 由X牵头、会同Y…; 由X每月报送.
  private static func byWhom(_ clause: Passage) -> Parts? {
    var start = 0
    while let by = clause.scalars[start...].firstIndex(of: "由") {
      start = by + 1
      guard by == 0 || !"理自经事因缘".unicodeScalars.contains(clause.scalars[by - 1]) else { continue }
      let behind = clause.from(start)
      guard !behind.hasPrefix("此"), !behind.hasPrefix("于") else { continue }
      let parts = roles(in: behind, isStrong: true)
      if !parts.leads.isEmpty { return parts }
      for end in 2..<max(2, min(behind.count, 36)) {
        guard charges.contains(where: { behind.has($0, at: end) }), !behind.isUnitName(at: end) else {
          continue
        }
        if let names = actors(behind.slice(0..<end)) {
          return Parts(leads: names, supporting: joined(behind.from(end)), isCharge: true)
        }
      }
      if let names = longestNames(behind) {
        return Parts(leads: names, supporting: joined(behind), isCharge: false)
      }
    }
    return nil
  }

  /// Those behind 会同 in the rest of a clause.
  private static func joined(_ words: Passage) -> [Passage] {
    guard let place = words.firstIndex(of: "会同") else { return [] }
    return longestNames(words.from(place + 2)) ?? []
  }

  /// The longest list of units that words begin with.
  static func longestNames(_ words: Passage) -> [Passage]? {
    var end = min(words.count, 60)
    if let mark = words.scalars[..<end].firstIndex(where: \.isClauseEnd) { end = mark }
    while end >= 2 {
      let list = words.slice(0..<end)
      let names = NameList.names(in: list)
      let hasVerb =
        list.containsAny(["负责", "牵头", "督促", "指导", "通报", "公示", "报送", "协助", "检查", "筹备"])
        || list.hasVerbToOrganise
      if !names.isEmpty, !hasVerb, names.allSatisfy({ Actor.isUnit($0) }), !words.breaksWord(at: end),
        !words.has("负责人", at: end), !words.has("负责同志", at: end)
      {
        return names
      }
      end -= 1
    }
    return nil
  }
}

extension Passage {
  /// Words that begin with what a unit's name may end with: 办理, 组织.
  private static let words: [StaticWords] = [
    "办理", "办好", "办结", "办完", "办法", "举办", "承办", "开办", "筹办", "组织", "组建", "部署", "处理", "处置", "会同", "会商", "会议",
    "所属", "所有",
    "科学", "室内", "队伍", "队员", "台账", "站点", "区域", "区内", "县域", "市场", "市民", "村民", "院内", "委托", "局面",
  ]

  /// Whether a stretch that ends at a place would end in the middle of a word: 合规部办|理, 女工部举办.
  func breaksWord(at end: Int) -> Bool {
    Passage.words.contains { word in
      has(word, at: end - 1) && end < count
        || has(word, at: end - 2) && end - 2 > 0 && !["组织", "处理", "会议", "市场"].contains(word)
    }
  }

  /// 组织部 is a unit, 组织 a verb.
  func isUnitName(at place: Int) -> Bool {
    has("组织", at: place) && place + 2 < count && "部科处委员生".unicodeScalars.contains(scalars[place + 2])
  }

  fileprivate var hasVerbToOrganise: Bool {
    guard let place = firstIndex(of: "组织") else { return false }
    return !isUnitName(at: place)
  }
}
