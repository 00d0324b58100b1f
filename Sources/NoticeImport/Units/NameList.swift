/// Rule: a list of names, of units mostly, is split on 、 and ，; 和 and 及 stay inside a name, and 各区、县级市 is one.
enum NameList {
  /// The names in a list, in order.
  static func names(in list: Passage) -> [Passage] {
    var pieces = split(list) { "、，,；;/".unicodeScalars.contains($0) }
    if pieces.count == 1 {
      // 党办 人事科: a gap parts names where all of them are names.
      let parts = splitAtGaps(list)
      if parts.count > 1, parts.allSatisfy({ Actor.isActor($0) }) { pieces = parts }
    }
    var names: [Passage] = []
    for piece in pieces.flatMap(tailed) {
      let piece = cleaned(piece)
      guard !piece.isEmpty, !piece.isEmptyMark else { continue }
      if isAreaTail(piece), let last = names.last, last.scalars.first == "各" || last.hasPrefix("有关"),
        endsInArea(last)
      {
        names[names.count - 1].append("、".unicodeScalars, line: piece.line)
        names[names.count - 1].append(piece)
      } else {
        names.append(piece)
      }
    }
    return names
  }

  private static func split(_ list: Passage, _ isSeparator: (Unicode.Scalar) -> Bool) -> [Passage] {
    var pieces: [Passage] = []
    var (start, depth) = (0, 0)
    for (place, scalar) in list.scalars.enumerated() {
      if scalar.isOpening { depth += 1 }
      if scalar.isClosing { depth -= 1 }
      if depth <= 0, isSeparator(scalar) {
        pieces.append(list.slice(start..<place))
        start = place + 1
      }
    }
    return pieces + [list.from(start)]
  }

  private static func splitAtGaps(_ list: Passage) -> [Passage] {
    var pieces: [Passage] = []
    var start = 0
    for place in 1..<max(1, list.count) where list.hasGap(at: place) {
      pieces.append(list.slice(start..<place))
      start = place
    }
    return pieces + [list.from(start)]
  }

  /// 卫生局等省直有关部门 and 卫生局及各乡镇 are two names; what 等 only sums up (等主管部门) is none.
  private static func tailed(_ piece: Passage) -> [Passage] {
    if let place = piece.scalars.lastIndex(of: "等"), place >= 2, piece.count - place > 2 {
      let behind = piece.from(place + 1)
      if behind.contains("主管") { return [piece.slice(0..<place)] }
      for general: StaticWords in ["相关", "有关"] {
        guard let start = behind.firstIndex(of: general), start >= 2 else { continue }
        return [piece.slice(0..<place), behind]
      }
    }
    for join: StaticWords in ["以及各", "及各", "和各"] {
      guard let place = piece.firstIndex(of: join), place >= 2, piece.count - place <= 8 else { continue }
      let (name, others) = (piece.slice(0..<place), piece.from(place + join.count - 1))
      if Actor.isUnit(name), !name.containsAny(["相关", "有关", "各"]) { return [name, others] }
    }
    return [piece]
  }

  /// Without 等部门, 负责, 牵头 and quotation marks around it.
  private static func cleaned(_ piece: Passage) -> Passage {
    var piece = piece.trimmed
    let tails: [StaticWords] = [
      "等有关部门", "等相关部门", "等有关单位", "等相关单位", "等部门", "等单位", "等科室", "等", "（牵头）", "(牵头)", "（配合）", "(配合)", "（负责）",
      "等主管部门", "分工负责", "共同负责", "负责落实", "负责", "牵头", "配合",
    ]
    // 县财政局（列第一位的为牵头单位）
    if piece.scalars.last?.isClosing == true, let opening = piece.scalars.lastIndex(where: \.isOpening),
      opening >= 2,
      piece.from(opening).containsAny(["牵头单位", "第一位", "首位", "排名"])
    {
      piece = piece.slice(0..<opening)
    }
    // 市城管局按任务分工负责
    if let by = piece.scalars.lastIndex(where: { "按依".unicodeScalars.contains($0) }), by >= 2,
      piece.from(by).containsAny(["分工", "职责", "任务", "职能"])
    {
      piece = piece.slice(0..<by)
    }
    for tail in tails where piece.count > tail.count + 1 && piece.hasSuffix(tail) {
      piece = piece.slice(0..<piece.count - tail.count)
    }
    for lead: StaticWords in ["由", "所涉及的", "涉及的", "所属的"] where piece.hasPrefix(lead) {
      piece = piece.from(lead.count)
    }
    if let first = piece.scalars.first, let last = piece.scalars.last, piece.count > 2, first.isQuote,
      last.isQuote
    {
      piece = piece.slice(1..<piece.count - 1)
    }
    return piece.trimmed
  }

  private static func isAreaTail(_ words: Passage) -> Bool {
    let tails: Set<String> = [
      "县级市", "县", "市", "区", "旗", "乡", "镇", "街道", "乡镇", "开发区", "园区", "村", "社区", "县区", "县（市）", "功能区",
    ]
    return tails.contains(words.text) || words.count <= 4 && words.hasPrefix("县级")
  }

  private static func endsInArea(_ words: Passage) -> Bool {
    let ends: [StaticWords] = ["区", "县", "市", "镇", "乡", "村", "街道", "州", "旗"]
    return ends.contains { words.hasSuffix($0) }
  }
}
