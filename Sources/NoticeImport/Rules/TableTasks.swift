import Campaigns

/// Rule: a row of a plan's table is a task; its columns say what, who and when. Cells that were merged downwards stand
/// only in the first of their rows.
struct TableTasks {
  private let frame: TimeFrame
  /// What cells say; merged ones come again in each of their rows.
  private var read: [String: TimeReading] = [:]

  init(frame: TimeFrame) { self.frame = frame }

  /// The tasks of the rows, each with the words of its phase's cell where the table has such a column.
  mutating func tasks(_ rows: [TableRow], findings: inout [Finding]) -> [(task: DraftTask, phase: Passage?)] {
    var above = Above()
    var made: [(DraftTask, Passage?)] = []
    for row in rows {
      if above.table != row.table { above = Above(table: row.table) }
      let row = above.filled(row)
      if row.columns.first == .time, let cell = row.cells.first, reading(of: cell).deadline.kind != .none {
        above.date = cell
      }
      for matter in TableTasks.matters(row) {
        guard let task = task(row, matter, above, &findings) else { continue }
        made.append((task, row.cell(.phase)))
      }
    }
    return made
  }

  /// What rows take over from those above them: cells that were merged downwards, or say 同上.
  private struct Above {
    var table = -1
    var cells: [Int: Passage] = [:]
    /// The date of a column of dates, where the rows below it give clock times only.
    var date: Passage?

    /// The row with what it takes over.
    mutating func filled(_ row: TableRow) -> TableRow {
      var row = row
      // Whoever leads has helpers of its own.
      let hasLead = !row.cells(.lead).isEmpty
      for (column, kind) in row.columns.enumerated() where row.cells.indices.contains(column) {
        let isSame = ["同上", "″", "〃"].contains(row.cells[column].text)
        if !row.cells[column].isEmpty, !isSame {
          cells[column] = row.cells[column]
          // What stands beside it is another one's.
          for behind in row.columns.indices where behind > column && !row.columns[behind].isMerged {
            cells[behind] = nil
          }
          continue
        }
        if hasLead, kind == .supporting || kind == .person, !isSame {
          cells[column] = nil
          continue
        }
        guard isSame || kind.isMerged || kind == .content && row.columns.contains(.steps) else { continue }
        if let cell = cells[column] {
          row.cells[column] = cell
          row.inherited.insert(column)
        }
      }
      return row
    }
  }

  private mutating func reading(of cell: Passage) -> TimeReading {
    let text = cell.spacedText
    let reading = read[text] ?? frame.readField(cell)
    read[text] = reading
    return reading
  }

  /// 1.开学典礼（德育处）；2.教材发放（教务处）: the matters of a cell, each with the bracket that says who does it; the cell where it is one.
  private static func matters(_ row: TableRow) -> [Passage?] {
    guard row.cells(.lead).isEmpty, let cell = row.cells.max(by: { $0.count < $1.count }),
      cell.scalars.contains(where: \.isClosing)
    else { return [nil] }
    let pieces = LostBreaks.restored([Paragraph(cell)]).flatMap { $0.words.parts }.filter {
      !$0.trimmed.isEmpty
    }
    return pieces.allSatisfy { ItemSigns(Prose($0.trimmed)).hasPair } ? pieces : [nil]
  }

  private mutating func task(
    _ row: TableRow, _ matter: Passage?, _ above: Above, _ findings: inout [Finding]
  ) -> DraftTask? {
    guard row.columns.contains(where: { [.time, .steps, .lead, .supporting, .leader, .person].contains($0) })
    else { return nil }
    guard let content = matter ?? self.content(row), content.count >= 2,
      !row.cells.prefix(2).contains(where: { ["合计", "小计", "总计", "共计"].contains($0.trimmed.text) }),
      content.scalars.contains(where: { $0.isHan || $0.isLatinLetter })
    else { return nil }
    var words = content.trimmed
    var start = 0
    while let marker = Marker(words.scalars, at: start), start + marker.length < words.count {
      start += marker.length
    }
    words = words.from(start)
    let heading = words.sentences.first?.parts.first ?? words
    var task = DraftTask(
      title: heading.trimmed.withoutSigns.shortened(to: 40).trimmed.text, text: content.text, line: row.line,
      rule: .tableRow)
    task.number = row.cell(.serial).map { $0.trimmed.text }
    let leads = row.cells(.lead).map { NameList.names(in: $0).map(\.text) }
    task.leads = leads.first.map { Array($0.prefix(1)) } ?? []
    task.supporting = (leads.first ?? []).dropFirst() + leads.dropFirst().flatMap(\.self)
    for name in row.cells(.supporting).flatMap({ NameList.names(in: $0) })
    where !task.leads.contains(name.text) { task.supporting.append(name.text) }
    task.leaders = row.cells(.leader).flatMap { NameList.names(in: $0) }.map(\.text)
    task.persons = row.cells(.person).flatMap { NameList.names(in: $0) }.map(\.text)
    if task.departments.isEmpty {
      // 学习全会精神（领学：支部书记）: who does it stands with the matter.
      let signs = ItemSigns(Prose((matter ?? content).trimmed))
      task.leads = signs.leads.map(\.text)
      task.supporting = signs.supporting.map(\.text)
      task.persons = signs.persons.map(\.text)
    }
    setTime(row, content, above, &task, &findings)
    guard !task.departments.isEmpty || task.deadline.kind != .none else { return nil }
    return task
  }

  /// The matter, the widest column that may hold it.
  private func content(_ row: TableRow) -> Passage? {
    if let step = row.cell(.steps) {
      let words = step.from(CellTime(step).head).trimmed
      if words.count >= 2 { return words }
      // 参观秩序维护 | 全年: what is done stands before it.
      return row.path.last
    }
    if let cell = row.cells(.content).last { return cell }
    return row.cell(.measure) ?? row.cells(.other).max { $0.count < $1.count }
  }

  private mutating func setTime(
    _ row: TableRow, _ content: Passage, _ above: Above, _ task: inout DraftTask, _ findings: inout [Finding]
  ) {
    let cells =
      row.cells(.steps).map { $0.slice(0..<CellTime($0).head) }.filter { !$0.isEmpty } + row.cells(.time)
    let phaseTime = row.cell(.phase).flatMap { PhaseReading.bracket(in: $0) }
    for cell in cells.reversed() + [above.date, phaseTime].compactMap(\.self) + row.cells(.start) {
      var reading = reading(of: cell)
      guard reading.deadline.kind != .none else { continue }
      if reading.deadline.isPeriod, let own = ownTime(in: content), own.deadline.isWithin(reading.deadline) {
        reading = own
      }
      task.deadline = reading.deadline
      findings += TimeFindings.findings(reading, line: cell.line)
      return
    }
    if let cell = cells.first, !cell.isClockTime {
      findings.append(Finding(.unreadableTime, line: cell.line, words: cell.text))
    } else if let reading = RunningTime(frame: frame).reading(in: Sentence(content)) {
      task.deadline = reading.deadline
      findings += TimeFindings.findings(reading, line: content.line)
    }
  }
}

extension TableTasks {
  /// 食堂安全检查（2月17日前完成）, 春节前慰问职工: the time that a matter has of its own, nearer than that of its week or quarter.
  private func ownTime(in content: Passage) -> TimeReading? {
    let running = RunningTime(frame: frame)
    if let opening = content.scalars.lastIndex(where: \.isOpening),
      let closing = content.closingBracket(of: opening),
      closing >= content.count - 2
    {
      let inside = content.slice(opening + 1..<closing)
      if CellTime(inside).head > 0, let reading = running.reading(in: Sentence(inside)) { return reading }
    }
    guard CellTime(content).head > 0 else { return nil }
    return running.reading(in: Sentence(content))
  }
}

extension Deadline {
  /// Whether it is a stretch of time that may have days of its own for each matter.
  fileprivate var isPeriod: Bool {
    switch kind {
    case .range, .month, .quarter, .xun, .year: true
    case .none, .date, .recurring, .event, .standing: false
    }
  }

  /// Whether it is a day or stretch not beyond the end of a period; an event is taken at its word.
  fileprivate func isWithin(_ period: Deadline) -> Bool {
    switch kind {
    case .date, .xun, .range, .month:
      (end ?? start).map { end in period.end.map { end <= $0 } ?? true } ?? true
    case .event: true
    case .none, .recurring, .standing, .quarter, .year: false
    }
  }
}

extension Passage {
  /// 8:30—9:00
  var isClockTime: Bool {
    !isEmpty
      && scalars.allSatisfy { $0.isFigure || $0.isColon || "-—–―－~～至时分上下午".unicodeScalars.contains($0) }
  }
}
