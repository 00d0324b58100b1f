/// What in an item's words makes it a task: labelled pairs, a bracket at its end, a list of name, unit and time.
struct ItemSigns {
  var leads: [Passage] = []
  var supporting: [Passage] = []
  var leaders: [Passage] = []
  var persons: [Passage] = []
  /// The words of a time label, to be read as a time.
  var timeWords: [Passage] = []
  /// The words of 任务：.
  var title: Passage?
  /// Whether dashes part them: 背街小巷清理——城建办——3月底前.
  private(set) var isDashed = false

  var hasPair: Bool { !(leads.isEmpty && supporting.isEmpty && leaders.isEmpty && persons.isEmpty) }

  /// The labels of a paragraph; without any the brackets at the ends of its sentences, else its dashes.
  init(_ prose: Prose) { take(prose) }

  /// What more paragraphs add.
  func with(_ more: [Prose]) -> ItemSigns { more.reduce(into: self) { $0.take($1) } }

  private mutating func take(_ prose: Prose) {
    for label in prose.labels { take(label) }
    if !hasPair { takeColonList(of: prose.words) }
    if !hasPair { takeBrackets(of: prose.words) }
    if !hasPair, timeWords.isEmpty { takeDashes(of: prose.words) }
  }

  private mutating func take(_ label: LabelledWords) {
    switch label.kind {
    case .lead(let isJoint): takeUnits(label.value, isJoint ? .all : .first)
    case .supporting: takeUnits(label.value, .none)
    case .leader: leaders += NameList.names(in: label.value)
    case .person: persons += ItemSigns.names(label.value)
    case .time: timeWords.append(label.value)
    case .title: title = title ?? label.value
    case .other: break
    }
  }

  private enum Leading { case all, first, none }

  /// The first one listed leads, unless all of them do or none; a time among them is the item's time.
  private mutating func takeUnits(_ list: Passage, _ leading: Leading) {
    // 责任单位：县住建局，城关街道配合
    let named = NamedActor.parts(in: list)
    for piece in ItemSigns.names(list) {
      if piece.count <= 16, piece.isTimeLike, !Actor.isActor(piece) {
        timeWords.append(piece)
      } else if named.supporting.contains(where: { $0.text == piece.text }) {
        supporting.append(piece)
      } else if leading == .all || leading == .first && leads.isEmpty {
        leads.append(piece)
      } else {
        supporting.append(piece)
      }
    }
  }

  /// Names up to a word that is none: fines and remarks stand behind them (完不成考核100元).
  private static func names(_ list: Passage) -> [Passage] {
    NameList.names(in: list).filter { $0.count <= 40 && !RunningTime.isPenalty($0) && !$0.contains("考核") }
  }

  /// （党办牵头，各支部配合）, （党办、人事科，6月底前）, 【责任单位：人事科】 at the end of an item or sentence.
  private mutating func takeBrackets(of words: Passage) {
    for (opening, scalar) in words.scalars.enumerated() where "（(【[".unicodeScalars.contains(scalar) {
      guard let closing = words.closingBracket(of: opening) else { continue }
      let next = closing + 1
      let isAtEnd =
        next >= words.count || words.scalars[next].isPartEnd
        || opening > 0 && words.scalars[opening - 1].isSentenceEnd
      guard isAtEnd, next >= words.count || !words.slice(0..<opening).endsInName else { continue }
      var signs = self
      if signs.takeBracket(words.slice(opening + 1..<closing)) { self = signs }
    }
  }

  /// 绿化补种：城建科、环卫所（3月下旬）: the matter, who does it and when.
  private mutating func takeColonList(of words: Passage) {
    guard let colon = words.firstColon, (2...24).contains(colon), words.count - colon <= 60 else { return }
    var behind = words.from(colon + 1).trimmed
    var time: Passage?
    if behind.scalars.last?.isClosing == true, let opening = behind.scalars.lastIndex(where: \.isOpening) {
      let inside = behind.slice(opening + 1..<behind.count - 1)
      let shape = CellTime(inside)
      if shape.head > 0 || inside.isTimeLike {
        time = shape.isWhole ? inside : shape.head > 0 ? inside.slice(0..<shape.head) : inside
        behind = behind.slice(0..<opening)
      }
    }
    let names = NameList.names(in: behind)
    guard !names.isEmpty, names.allSatisfy({ Actor.isActor($0) }), Marker(words.scalars) == nil,
      LabelRole.kind(of: words.scalars[..<min(colon, LabelRole.longest)]) == nil, time != nil
    else { return }
    title = title ?? words.slice(0..<colon)
    leads += names.prefix(1)
    supporting += names.dropFirst()
    timeWords += [time].compactMap(\.self)
  }

  private mutating func takeBracket(_ words: Passage) -> Bool {
    for clause in words.clauses {
      let clause = clause.trimmed
      let named = NamedActor.parts(in: clause)
      let parts = named.isEmpty ? NamedActor.shares(in: clause) : named
      if clause.containsAny(["首位", "排在第一", "排名第一"]) {
        // 列在首位的为牵头单位: who leads is said already.
        continue
      } else if let colon = clause.firstColon, (2...6).contains(colon),
        clause.scalars[..<colon].allSatisfy(\.isHan),
        case let names = NameList.names(in: clause.from(colon + 1)), !names.isEmpty,
        names.allSatisfy({ Actor.isActor($0) })
      {
        // （领学：支部书记）: whatever the label is called.
        leads += names.filter { Actor.isUnit($0) }
        persons += names.filter { !Actor.isUnit($0) }
      } else if !parts.isEmpty {
        leads += parts.leads
        for name in parts.supporting {
          if leads.isEmpty { leads.append(name) } else { supporting.append(name) }
        }
      } else if clause.hasSuffix("配合") || clause.hasSuffix("协办") {
        supporting += NameList.names(in: clause)
      } else if clause.isTimeLike {
        timeWords.append(clause)
      } else {
        let names = NameList.names(in: clause)
        guard !names.isEmpty, names.allSatisfy({ Actor.isActor($0) }) else { return false }
        for name in names { if leads.isEmpty { leads.append(name) } else { supporting.append(name) } }
      }
    }
    return hasPair
  }

  /// 背街小巷清理——城建办、各社区——3月底前
  private mutating func takeDashes(of words: Passage) {
    let pieces = words.dashedPieces
    guard pieces.count >= 2, (2...40).contains(pieces[0].trimmed.count), pieces[0].isBalanced else { return }
    if pieces.count == 2 {
      // 慰问困难青少年——办公室、希望工程办
      let time = pieces[1].trimmed
      let names = NameList.names(in: time)
      if !names.isEmpty, names.allSatisfy({ Actor.isUnit($0) }) {
        leads += names.prefix(1)
        supporting += names.dropFirst()
        title = title ?? pieces[0].trimmed
        isDashed = true
        return
      }
      // 配电柜除尘---7月12日完成；
      let shape = CellTime(time)
      guard shape.head > 0, shape.isWhole || ["完成", "前完成", "办结"].contains(time.from(shape.head).text),
        CellTime(pieces[0]).head == 0
      else { return }
      timeWords.append(time.slice(0..<shape.head))
      title = title ?? pieces[0].trimmed
      isDashed = true
      return
    }
    var signs = self
    for piece in pieces.dropFirst() {
      let piece = piece.trimmed
      if piece.isTimeLike, !Actor.isActor(piece) {
        signs.timeWords.append(piece)
      } else {
        let names = NameList.names(in: piece)
        guard signs.leads.isEmpty, !names.isEmpty else { return }
        signs.leads = Array(names.prefix(1))
        signs.supporting += names.dropFirst()
      }
    }
    guard signs.hasPair else { return }
    signs.title = signs.title ?? pieces[0]
    signs.isDashed = true
    self = signs
  }
}

extension Passage {
  /// 风险管理部|（稽核室）: whether words end in a unit's name, which a bracket behind it belongs to.
  fileprivate var endsInName: Bool {
    guard let last = scalars.last, !last.isSentenceEnd else { return false }
    let start = (scalars.lastIndex { $0.isClauseEnd || "在于由向报和与存".unicodeScalars.contains($0) } ?? -1) + 1
    return (3...12).contains(count - start) && Actor.isUnit(from(start))
  }

  /// Whether words in a bracket or a list may be a time: 6月底前, 长期, 立行立改, 元旦前.
  var isTimeLike: Bool {
    if containsAny(["长期", "常年", "持续", "立行立改", "即日起", "全年", "年内", "待定"]) { return count <= 16 }
    return RunningTime.mayHold(self) || scalars.contains(where: \.isFigure) && count <= 16 || hasSuffix("前")
      || hasSuffix("后")
  }

  /// Without a bracket at its end that only says who or when: 更换密封条（设备班）.
  var withoutSigns: Passage {
    guard scalars.last?.isClosing == true, let opening = scalars.lastIndex(where: \.isOpening), opening >= 4,
      closingBracket(of: opening) == count - 1
    else { return self }
    let inside = slice(opening + 1..<count - 1)
    let isSign = CellTime(inside).isWhole || ItemSigns(Prose(from(opening))).hasPair
    return isSign && !slice(0..<opening).endsInName ? slice(0..<opening) : self
  }

  /// Whether every bracket in it is closed.
  var isBalanced: Bool { scalars.count(where: \.isOpening) == scalars.count(where: \.isClosing) }

  /// The bracket that closes the one at a place, brackets inside it passed; none after 400 characters.
  func closingBracket(of opening: Int) -> Int? {
    var depth = 0
    for place in opening..<min(count, opening + 400) {
      if scalars[place].isOpening { depth += 1 }
      if scalars[place].isClosing {
        depth -= 1
        if depth == 0 { return place }
      }
    }
    return nil
  }

  /// The pieces between long dashes.
  fileprivate var dashedPieces: [Passage] {
    var pieces: [Passage] = []
    var (start, place) = (0, 0)
    while place < count {
      var end = place
      while end < count, "—–－-―".unicodeScalars.contains(scalars[end]) { end += 1 }
      if end - place >= 2 {
        pieces.append(slice(start..<place))
        start = end
      }
      place = max(end, place + 1)
    }
    return pieces + [from(start)]
  }
}
