import Campaigns

/// Rule: a row of a plan's table is a task; its columns say what, who and when.
struct TableTasks {
  let frame: TimeFrame

  func tasks(_ rows: [TableRow], findings: inout [Finding]) -> [DraftTask] {
    rows.compactMap { task($0, &findings) }
  }

  private func task(_ row: TableRow, _ findings: inout [Finding]) -> DraftTask? {
    guard row.columns.contains(where: { [.time, .lead, .supporting, .leader, .person].contains($0) }) else {
      return nil
    }
    guard let content = row.cell(.content) ?? row.cell(.measure) ?? longest(row), content.count >= 2 else {
      return nil
    }
    var words = content.trimmed
    var start = 0
    while let marker = Marker(words.scalars, at: start), start + marker.length < words.count {
      start += marker.length
    }
    words = words.from(start)
    let heading = words.sentences.first?.parts.first ?? words
    var task = DraftTask(
      title: heading.trimmed.shortened(to: 40).trimmed.text, text: content.text, line: row.line,
      rule: .tableRow)
    task.number = row.cell(.serial).map { $0.trimmed.text }
    let leads = row.cell(.lead).map { UnitList.names(in: $0) } ?? []
    task.leads = leads.prefix(1).map(\.text)
    task.supporting =
      leads.dropFirst().map(\.text) + (row.cell(.supporting).map { UnitList.names(in: $0).map(\.text) } ?? [])
    task.leaders = row.cell(.leader).map { UnitList.names(in: $0).map(\.text) } ?? []
    task.persons = row.cell(.person).map { UnitList.names(in: $0).map(\.text) } ?? []
    setTime(row, content, &task, &findings)
    return task
  }

  private func setTime(
    _ row: TableRow, _ content: Passage, _ task: inout DraftTask, _ findings: inout [Finding]
  ) {
    if let cell = row.cell(.time) {
      let reading = frame.read(RunningTime.masked(cell).text, .sentence)
      if reading.deadline.kind != .none {
        task.deadline = reading.deadline
        findings += TimeFindings.findings(reading, line: cell.line)
      } else {
        findings.append(Finding(.unreadableTime, line: cell.line, words: cell.text))
      }
    } else if let reading = RunningTime(frame: frame).reading(in: content) {
      task.deadline = reading.deadline
      findings += TimeFindings.findings(reading, line: content.line)
    }
  }

  private func longest(_ row: TableRow) -> Passage? {
    zip(row.columns, row.cells).filter { $0.0 == .other }.map(\.1).max { $0.count < $1.count }
  }
}
