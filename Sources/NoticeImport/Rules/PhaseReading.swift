import Campaigns

/// Rule: 第一阶段, …阶段, …环节 and the items of 方法步骤 are phases; their days stand in brackets, behind the colon, or
/// nowhere.
struct PhaseReading {
  let outline: Outline
  let frame: TimeFrame

  /// Whether an item is a phase.
  func isPhase(_ index: Int) -> Bool {
    let item = outline.items[index]
    if item.stage != nil { return true }
    guard let marker = item.marker, marker.kind <= .figure, let parent = item.parent else { return false }
    let name = self.name(of: item)
    guard (2...20).contains(name.count) else { return false }
    if name.hasSuffix("阶段") || name.hasSuffix("环节") { return true }
    guard marker.kind == .chineseInBrackets else { return false }
    let heading = outline.items[parent].heading
    return heading.count <= 20 && heading.hasSuffix("步骤")
  }

  /// The phase that an item makes.
  func phase(_ index: Int) -> DraftPhase {
    let item = outline.items[index]
    var phase = DraftPhase(name: name(of: item).text, line: item.line)
    guard let words = time(of: item) else { return phase }
    let reading = frame.read(RunningTime.masked(words).text, .sentence)
    guard reading.deadline.kind != .none, reading.deadline.kind != .standing else {
      phase.timeText = words.scalars.contains(where: \.isFigure) ? words.text : ""
      return phase
    }
    phase.timeText = reading.deadline.text
    (phase.start, phase.end) = (reading.deadline.start, reading.deadline.end)
    if phase.end == nil { phase.until = EventBinding(endOf: phase.timeText) }
    return phase
  }

  /// Its name without brackets and what follows: 第一阶段, or the name behind it (第一环节：学习教育、听取意见).
  private func name(of item: OutlineItem) -> Passage {
    guard let stage = item.stage else { return upToBracket(item.words) }
    let behind = item.words.from(stage.length)
    guard let first = behind.scalars.first, first.isColon else {
      return item.words.slice(0..<stage.length)
    }
    let name = upToBracket(behind.from(1))
    let isTime = frame.read(name.text, .sentence).deadline.kind != .none
    return !isTime && (3...16).contains(name.count)
      && !name.scalars.contains { $0.isComma }
      ? name : item.words.slice(0..<stage.length)
  }

  private func upToBracket(_ words: Passage) -> Passage {
    let end = words.scalars.firstIndex {
      $0.isOpening || $0.isSentenceEnd || "：:；;".unicodeScalars.contains($0)
    }
    return words.slice(0..<(end ?? words.count)).trimmed
  }

  /// The words that hold its days: the first bracket near its name, or what stands behind the colon.
  private func time(of item: OutlineItem) -> Passage? {
    let words = item.words
    if let opening = words.scalars.firstIndex(where: \.isOpening), opening <= 24,
      let first = words.closingBracket(of: opening)
    {
      return words.slice(opening + 1..<first)
    }
    if let stage = item.stage {
      let behind = words.from(stage.length)
      let clause = behind.sentences.first.map { $0.clauses.first { !$0.trimmed.isEmpty } ?? $0 }
      return clause ?? behind
    }
    // A line of its own: 时间：3月1日至4月10日.
    return item.loose.compactMap { loose in
      LabelReading.labels(in: loose).first { $0.kind == .time && $0.start == 0 }?.value
    }.first
  }

  /// The words of the first bracket of a cell that names a phase, else the cell.
  static func bracket(in words: Passage) -> Passage {
    guard let opening = words.scalars.firstIndex(where: \.isOpening),
      let closing = words.closingBracket(of: opening)
    else { return words }
    return words.slice(opening + 1..<closing)
  }

  /// Phases that stand in a table, each once.
  func phases(in rows: [TableRow]) -> [DraftPhase] {
    var seen: Set<String> = []
    return rows.compactMap { row in
      guard let cell = row.cell(.phase), seen.insert(cell.text).inserted else { return nil }
      var phase = DraftPhase(name: upToBracket(cell).text, line: row.line)
      let reading = frame.read(RunningTime.masked(PhaseReading.bracket(in: cell)).text, .sentence)
      guard reading.deadline.kind != .none, reading.deadline.kind != .standing else { return phase }
      phase.timeText = reading.deadline.text
      (phase.start, phase.end) = (reading.deadline.start, reading.deadline.end)
      return phase
    }
  }
}
