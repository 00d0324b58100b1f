import Campaigns

/// Rule: 第一阶段, …阶段, …环节 and the items of 方法步骤 are phases; their days stand in brackets, behind the colon, or
/// nowhere.
struct PhaseReading {
  private let frame: TimeFrame
  /// The phases that items make, by item.
  private(set) var ofItems: [Int: DraftPhase] = [:]

  init(_ outline: Outline, _ frame: TimeFrame) {
    self.frame = frame
    let dated = DatedSiblings(outline)
    for index in outline.items.indices {
      ofItems[index] = phase(outline.items[index], outline, isDated: dated.items.contains(index))
    }
  }

  /// The phase that an item makes; nil where it is none.
  private func phase(_ item: OutlineItem, _ outline: Outline, isDated: Bool) -> DraftPhase? {
    let named = item.stage.map { self.name(of: item, $0) } ?? plainName(of: item, outline)
    let end = isDated || item.isNamedStage ? DatedSiblings.days(behindNameOf: item.words)?.name : nil
    guard let name = named ?? end.map({ item.words.slice(0..<$0).trimmed }) else { return nil }
    var phase = DraftPhase(name: name.text, line: item.line)
    guard let words = time(of: item) else { return phase }
    if take(words, into: &phase) {
      if phase.end == nil { phase.until = EventBinding(endOf: phase.timeText) }
    } else {
      phase.timeText = words.scalars.contains(where: \.isFigure) ? words.text : ""
    }
    return phase
  }

  /// The name of an item that is a phase without 第…阶段, by its name or by what is around it.
  private func plainName(of item: OutlineItem, _ outline: Outline) -> Passage? {
    guard let marker = item.marker, marker.kind <= .figure, let parent = item.parent else { return nil }
    let name = PhaseReading.upToBracket(item.words)
    guard (2...20).contains(name.count) else { return nil }
    if name.hasSuffix("阶段") || name.hasSuffix("环节") { return name }
    let heading = outline.items[parent].prose.heading
    return marker.kind == .chineseInBrackets && heading.count <= 20 && heading.hasSuffix("步骤") ? name : nil
  }

  /// Takes the days that words say; false where they say none.
  private func take(_ words: Passage, into phase: inout DraftPhase) -> Bool {
    let deadline = frame.read(RunningTime.masked(words).text, .sentence).deadline
    guard deadline.kind != .none, deadline.kind != .standing else { return false }
    (phase.timeText, phase.start, phase.end) = (deadline.text, deadline.start, deadline.end)
    return true
  }

  /// The name of a stage without brackets and what follows: 第一阶段, or the name behind it (第一环节：学习教育、听取意见).
  private func name(of item: OutlineItem, _ stage: StageHeading) -> Passage {
    let behind = item.words.from(stage.length)
    guard let first = behind.scalars.first else { return item.words }
    if !first.isColon {
      // 第一步，摸底培训（7月1日—31日）; Step 1宣传发动（3月1日—10日）
      let start = first.isComma || first == "、" || first == "." ? 1 : 0
      guard let (end, _) = DatedSiblings.days(behindNameOf: behind.from(start)), end >= 2 else {
        return item.words.slice(0..<stage.length)
      }
      return behind.slice(start..<start + end).trimmed
    }
    let name = PhaseReading.upToBracket(behind.from(1))
    let isTime = frame.read(name.text, .sentence).deadline.kind != .none
    return !isTime && (3...16).contains(name.count) && !name.scalars.contains { $0.isComma }
      ? name : item.words.slice(0..<stage.length)
  }

  static func upToBracket(_ words: Passage) -> Passage {
    let end = words.scalars.firstIndex {
      $0.isOpening || $0.isSentenceEnd || "：:；;".unicodeScalars.contains($0)
    }
    return words.slice(0..<(end ?? words.count)).trimmed
  }

  /// The words that hold its days: the first bracket near its name, or what stands behind the colon.
  private func time(of item: OutlineItem) -> Passage? {
    let words = item.words
    if let days = DatedSiblings.days(behindNameOf: words)?.days { return days }
    if let opening = words.scalars.firstIndex(where: \.isOpening), opening <= 24 {
      if let first = words.closingBracket(of: opening) { return words.slice(opening + 1..<first) }
      // One that is never closed ends with its line, or its time.
      let behind = words.from(opening + 1)
      let time = CellTime(behind)
      if time.head > 0 { return behind.slice(0..<time.head) }
    }
    if let stage = item.stage {
      let behind = words.from(stage.length)
      let clause = behind.sentences.first.map { $0.clauses.first { !$0.trimmed.isEmpty } ?? $0 }
      return clause ?? behind
    }
    // A line of its own: 时间：3月1日至4月10日.
    return item.loose.compactMap { loose in
      loose.labels.first { $0.kind == .time && $0.start == 0 }?.value
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
      var phase = DraftPhase(name: PhaseReading.upToBracket(cell).text, line: row.line)
      _ = take(PhaseReading.bracket(in: cell), into: &phase)
      return phase
    }
  }
}
