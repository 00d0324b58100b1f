import Campaigns

/// What in an item's words makes it a task: labelled pairs, its time, who does it, to whom it goes.
struct ItemSigns {
  var leads: [Passage] = []
  var supporting: [Passage] = []
  var leaders: [Passage] = []
  var persons: [Passage] = []
  /// The words of a time label, to be read as a time.
  var timeWords: [Passage] = []
  /// The words of 任务：.
  var title: Passage?

  var hasPair: Bool {
    !(leads.isEmpty && supporting.isEmpty && leaders.isEmpty && persons.isEmpty)
  }

  /// Reads the labels of passages, then the bracket at their end.
  init(_ passages: [Passage]) {
    for words in passages {
      for label in LabelReading.labels(in: words) { take(label) }
      if !hasPair { takeBrackets(of: words) }
    }
  }

  private mutating func take(_ label: LabelledWords) {
    switch label.kind {
    case .lead(let isJoint): takeUnits(label.value, isJoint ? .all : .first)
    case .supporting: takeUnits(label.value, .none)
    case .leader: leaders += UnitList.names(in: label.value)
    case .person: persons += ItemSigns.names(label.value)
    case .time: timeWords.append(label.value)
    case .title: title = title ?? label.value
    case .other: break
    }
  }

  private enum Leading { case all, first, none }

  /// The first one listed leads, unless all of them do or none; a time among them is the item's time.
  private mutating func takeUnits(_ list: Passage, _ leading: Leading) {
    for piece in ItemSigns.names(list) {
      if piece.count <= 16,
        piece.scalars.contains(where: { $0.isFigure || "月年".unicodeScalars.contains($0) }),
        !Actor.isActor(piece)
      {
        timeWords.append(piece)
      } else if leading == .all || leading == .first && leads.isEmpty {
        leads.append(piece)
      } else {
        supporting.append(piece)
      }
    }
  }

  /// Names up to a word that is none: fines and remarks stand behind them (完不成考核100元).
  private static func names(_ list: Passage) -> [Passage] {
    UnitList.names(in: list).filter { $0.count <= 40 && !RunningTime.isPenalty($0) && !$0.contains("考核") }
  }

  /// （党办牵头，各支部配合）, （党办、人事科，6月底前）, （党办负责） at the end of an item or sentence.
  private mutating func takeBrackets(of words: Passage) {
    for (opening, scalar) in words.scalars.enumerated() where "（(".unicodeScalars.contains(scalar) {
      guard let closing = words.scalars[opening...].firstIndex(where: { "）)".unicodeScalars.contains($0) })
      else { return }
      let behind = words.scalars[(closing + 1)...]
      guard behind.first?.isSentenceEnd ?? true || behind.allSatisfy(\.isEdgeMark) else { continue }
      var signs = self
      if signs.takeBracket(words.slice(opening + 1..<closing)) { self = signs }
    }
  }

  private mutating func takeBracket(_ words: Passage) -> Bool {
    var isNamed = false
    for clause in words.clauses {
      let clause = clause.trimmed
      let parts = NamedActor.parts(in: clause)
      if !parts.isEmpty {
        leads += parts.leads
        supporting += parts.supporting
        isNamed = true
      } else if clause.hasSuffix("配合") || clause.hasSuffix("协办") {
        supporting += UnitList.names(in: clause)
      } else if clause.scalars.contains(where: \.isFigure) || clause.hasSuffix("前") {
        timeWords.append(clause)
      } else {
        let names = UnitList.names(in: clause)
        guard names.allSatisfy({ Actor.isUnit($0) && $0.count >= 2 }) else { return false }
        for name in names { if leads.isEmpty { leads.append(name) } else { supporting.append(name) } }
        isNamed = true
      }
    }
    return isNamed && hasPair
  }
}
