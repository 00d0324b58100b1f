import Campaigns

/// One plan of a file: its frame first, since days need its year; then phases and tasks.
struct PlanReading {
  private let paragraphs: [Paragraph]
  private let frame: NoticeFrame
  private let calendar: WorkCalendar
  private let givenYear: Int?
  private let mayGoOn: () -> Bool
  private(set) var plan: DraftPlan
  private(set) var findings: [Finding] = []
  private(set) var times = TimeShare()
  /// What the lines of the plan were taken for.
  private(set) var lines: [LineReading] = []

  init(_ paragraphs: [Paragraph], calendar: WorkCalendar, year: Int?, mayGoOn: @escaping () -> Bool) {
    let paragraphs = Lexicon(paragraphs).marked(paragraphs)
    (self.paragraphs, self.calendar, self.mayGoOn) = (paragraphs, calendar, mayGoOn)
    givenYear = year
    frame = NoticeFrame(paragraphs)
    plan = DraftPlan(title: frame.title?.text, line: frame.line)
  }

  /// Whether there is anything of a plan in it.
  var isPlan: Bool {
    !plan.tasks.isEmpty || !plan.phases.isEmpty || plan.documentNumber != nil
      || (frame.title.map(NoticeFrame.isTitle) ?? false)
  }

  /// Whether its title says that it tells what was done.
  var isReport: Bool {
    guard let title = frame.title else { return false }
    return ["的报告", "情况汇报", "工作总结"].contains { title.hasSuffix(StaticWords($0)) }
      || title.containsAny(["表彰", "拟聘", "拟录用", "收费公示", "嘉奖"])
  }

  /// What was done is no work any more; its phases stay.
  mutating func dropWork(keepingPhases: Bool) {
    (plan.tasks, findings, times) = ([], [], TimeShare())
    if !keepingPhases { plan.phases = [] }
  }

  mutating func read() {
    plan.documentNumber = frame.documentNumber?.text
    plan.issuer = frame.issuer?.text
    plan.issued = frame.issued.flatMap { day(in: $0) }
    setYear()
    if frame.titleLines.count > 1, let title = plan.title {
      findings.append(Finding(.titleOverLines, line: frame.line, words: title))
    }
    if plan.title == nil { findings.append(Finding(.noTitle, line: frame.line, words: "")) }
    let time = TimeFrame(
      year: plan.year, issued: frame.isPublished ? nil : plan.issued, calendar: calendar,
      firstMonth: YearSpan.firstMonth(plan.title, paragraphs, year: plan.year),
      campaign: CampaignMonth(paragraphs))
    lines = frame.taken
    for part in frame.parts { read(part, time) }
    for index in lines.indices {
      let isRow = lines[index].role == .row
      lines[index].tasks = plan.tasks.filter {
        lines[index].lines.contains($0.line) && ($0.rule == .tableRow) == isRow
      }
    }
    checkPhases()
    findings += PointsTotal.findings(paragraphs)
    for task in plan.tasks where task.departments.isEmpty && task.rule == .tableRow {
      findings.append(Finding(.noUnit, line: task.line, words: task.title))
    }
  }

  private mutating func read(_ part: NoticePart, _ time: TimeFrame) {
    let outline = Outline(part.paragraphs, line: part.paragraphs.first?.line ?? frame.line)
    let isCover = part.kind == .cover && frame.parts.count > 1
    let reading = TaskReading(outline, time, isCover: isCover, mayGoOn: mayGoOn)
    // Lines that a phase takes up, from its heading to the last item below it.
    var stretches: [(lines: ClosedRange<Int>, phase: Int)] = []
    for index in outline.items.indices.dropFirst() {
      guard let phase = reading.phases.ofItems[index] else { continue }
      let first = outline.items[index].line
      let items = [index] + outline.below(index)
      let last =
        items.flatMap { index in
          let item = outline.items[index]
          return [item.line] + item.loose.map(\.words.line) + item.rows.map(\.line)
        }.max() ?? first
      stretches.append((first...max(first, last), plan.phases.count))
      plan.phases.append(phase)
    }
    let rows = outline.items.flatMap(\.rows)
    let firstOfTable = plan.phases.count
    let named = reading.phases.phases(in: rows)
    plan.phases += named
    let offset = plan.tasks.count
    for var task in reading.tasks {
      task.phase = stretches.last { $0.lines.contains(task.line) }?.phase
      task.parent = task.parent.map { $0 + offset }
      plan.tasks.append(task)
    }
    for (task, cell) in reading.phaseCells {
      plan.tasks[offset + task].phase = named.firstIndex { cell.hasPrefix($0.name) }.map { firstOfTable + $0 }
    }
    findings += reading.findings
    for (index, item) in outline.items.enumerated() {
      let isNothing = item.section == .nothing || isCover
      take(
        item.prose, role: role(of: item, isPhase: reading.phases.ofItems[index] != nil),
        number: index > 0 ? outline.number(of: index) : nil, reading, time, isNothing)
      for prose in item.loose { take(prose, role: .paragraph, number: nil, reading, time, isNothing) }
      for row in item.rows { takeRow(row) }
    }
  }

  private func role(of item: OutlineItem, isPhase: Bool) -> LineReading.Role {
    if isPhase { return .phase }
    if item.isRecord { return .record }
    return item.isPlainHeading || item.prose.isBareHeading && !item.children.isEmpty ? .heading : .item
  }

  /// A paragraph with its times; one that could be a deadline and became none is told.
  private mutating func take(
    _ prose: Prose, role: LineReading.Role, number: String?, _ reading: TaskReading, _ frame: TimeFrame,
    _ isNothing: Bool
  ) {
    guard let first = prose.words.lines.first, let last = prose.words.lines.last else { return }
    let found = reading.use.times(in: prose, frame)
    lines.append(
      LineReading(
        lines: Int(first)...max(Int(first), Int(last)), role: role, words: prose.words.text, number: number,
        times: found.map(\.time)))
    guard !isNothing else { return }
    for (line, time) in found {
      times.all += 1
      if time.isUsed {
        times.used += 1
      } else {
        findings.append(Finding(.unusedTime, line: line, words: time.text))
      }
    }
  }

  private mutating func takeRow(_ row: TableRow) {
    let tasks = plan.tasks.filter { $0.line == row.line && $0.rule == .tableRow }
    let used = tasks.filter { $0.deadline.kind != .none }
    times.all += used.count
    times.used += used.count
    let words = row.cells.filter { !$0.isEmpty }.map(\.text).joined(separator: "｜")
    let last = row.cells.compactMap { $0.lines.last.map(Int.init) }.max() ?? row.line
    lines.append(
      LineReading(
        lines: row.line...max(row.line, last), role: .row, words: words,
        times: used.map { LineReading.Time(text: $0.deadline.text, isUsed: true) }))
  }

  // MARK: Year and day of issue

  private func day(in words: Passage) -> Day? {
    TimeReader(TimeContext(calendar: calendar)).read(words.text).deadline.end
  }

  /// From the date of issue, else the document number, the title, the signature, full dates (docs/domain.md, "The year").
  private mutating func setYear() {
    func year(_ year: Int?, _ evidence: YearEvidence) -> (Int, YearEvidence)? { year.map { ($0, evidence) } }
    let stated =
      year(givenYear, .given) ?? year(plan.issued?.year, .dateOfIssue)
      ?? year(frame.documentNumber?.year, .documentNumber)
    let inferred =
      stated ?? year(frame.title.flatMap(YearSpan.year), .title)
      ?? year(frame.signedMonth.flatMap(YearSpan.year), .signature)
      ?? year(YearSpan.fullDate(in: paragraphs), .fullDates)
    guard let (year, evidence) = inferred else {
      return findings.append(Finding(.noYear, line: frame.line, words: plan.title ?? ""))
    }
    (plan.year, plan.yearEvidence) = (year, evidence)
    if stated == nil {
      findings.append(
        Finding(.yearInferred, line: frame.line, words: "\(year)", suggestion: evidence.rawValue))
    }
  }

  private mutating func checkPhases() {
    for phase in plan.phases {
      if let start = phase.start, let end = phase.end, end < start {
        findings.append(Finding(.reversedRange, line: phase.line, words: "\(phase.name) \(phase.timeText)"))
      }
      if phase.start == nil, phase.end == nil {
        findings.append(Finding(.phaseWithoutDates, line: phase.line, words: phase.name))
      }
    }
    for (one, other) in zip(plan.phases, plan.phases.dropFirst()) {
      guard let end = one.end, let start = other.start, start <= end, one.start ?? start <= start else {
        continue
      }
      findings.append(Finding(.overlappingPhases, line: other.line, words: "\(one.name)、\(other.name)"))
    }
  }
}
