import Campaigns
import Tables
import TerminalFrames
import Wording

/// The text that a draft was read from, and what the reader found doubtful.
package struct SourceReading: Sendable, Equatable {
  /// The lines of the notice.
  package var lines: [String]
  /// What is doubtful in this plan, by line.
  package var findings: [Finding]
  /// The plan as it was read.
  package var plan: DraftPlan?

  /// A source.
  package init(lines: [String], findings: [Finding], plan: DraftPlan? = nil) {
    (self.lines, self.findings, self.plan) = (lines, findings, plan)
  }
}

/// 核对: an imported draft beside its source; list and source move together.
struct ReviewView: View {
  let code: String

  func title(_ scene: Scene) -> String {
    scene.wording.pick("核对草稿 ", "Check draft ") + (scene.snapshot.entry(code: code)?.campaignTitle ?? code)
  }

  func content(_ scene: Scene) -> Content {
    let wording = scene.wording
    guard let campaign = scene.snapshot.campaign(code: code) else {
      let words = wording.pick("草稿 \(code) 已不在库中。", "Draft \(code) is not in the store any more.")
      return Content(items: [.text(words, .alert)])
    }
    var content = Content()
    let drafts = campaign.tasks.filter { $0.stage == .draft }
    let comparison = scene.snapshot.earlierPlan(than: campaign).map { PlanComparison($0, campaign) }
    let doubts = scene.doubts(of: campaign)
    content.summary = summary(drafts, doubts, comparison, scene)
    let table = scene.table(columns(campaign, doubts, comparison, scene), drafts)
    if !drafts.isEmpty { content.heading = table.heading }
    content.add(table, drafts.map { (.task($0.id), .task($0.id)) })
    for row in comparison?.rows ?? [] where row.kind == .gone {
      guard let old = row.old else { continue }
      content.items.append(.text("\(wording.title(.gone))  \(old.id)  \(old.title)"))
    }
    if drafts.isEmpty {
      content.items = [.text(wording.pick("没有待核对的事项，Esc 返回。", "Nothing is left to check; Esc goes back."))]
    }
    add(doubts, to: &content, scene)
    return content
  }

  /// What is doubtful of the plan itself, and what was left out, behind the items.
  private func add(_ doubts: DraftDoubts, to content: inout Content, _ scene: Scene) {
    let wording = scene.wording
    func line(_ id: ItemID, _ number: Int, _ words: String, _ style: Style) -> ListItem {
      let label = scene.width.fitted("\(number)", to: 4)
      return ListItem(id: id, line: .text([Span("\(label)  "), Span(words.visible, style)]))
    }
    if !doubts.ofPlan.isEmpty {
      content.items += [.blank, .heading(wording.pick("方案本身存疑", "Doubtful of the plan itself"))]
      content.items += doubts.ofPlan.enumerated().map { place, finding in
        line(.finding(place), finding.line, wording.prose(finding), .dueSoon)
      }
    }
    guard !doubts.leftOut.isEmpty, let tasks = scene.sources[code]?.plan?.tasks else { return }
    let back = scene.unlessReadOnly(wording.pick("（a 取回）", " (a brings one back)"), "")
    content.items += [.blank, .heading(wording.pick("已去掉\(back)", "Left out\(back)"))]
    content.items += doubts.leftOut.map { place in
      line(.leftOut(place), tasks[place].line, tasks[place].title, .dim)
    }
  }

  private func columns(
    _ campaign: Campaign, _ doubts: DraftDoubts, _ comparison: PlanComparison?, _ scene: Scene
  ) -> [Column<Task>] {
    let wording = scene.wording
    let kinds = comparison.map { comparison in
      Column<Task>(wording.pick("对比", "change"), least: .max) { task in
        let kind = comparison.rows.first { $0.new?.id == task.id }?.kind ?? .same
        return kind == .same ? Span("") : Span(wording.title(kind), .dueSoon)
      }
    }
    return [
      .figure(wording.pick("行", "line")) { Span($0.sourceLine.map { "\($0)" } ?? "") },
      Column("", least: .max) { Span(doubts.ofTasks[$0.id] == nil ? "" : "?", .dueSoon) },
    ] + [kinds].compactMap(\.self) + [
      Column(wording.pick("事项", "task"), least: 16, isFlexible: true, comfort: 20) { Span($0.title) },
      Column(wording.pick("责任单位", "units"), least: 8, isFlexible: true, comfort: 14) {
        Span(wording.joined($0.units.map(scene.snapshot.units.name)))
      },
      Column(wording.pick("时限", "due"), least: .max) { Span(wording.days(of: $0.deadline)) },
    ]
  }

  private func summary(
    _ drafts: [Task], _ doubts: DraftDoubts, _ comparison: PlanComparison?, _ scene: Scene
  ) -> String {
    let wording = scene.wording
    var parts = [wording.pick("待核对 \(drafts.count)项", "\(drafts.count) to check")]
    if doubts.count > 0 {
      parts.append(wording.pick("存疑 \(doubts.count)处", "\(doubts.count) doubtful"))
    }
    if let comparison {
      parts += [PlanComparison.Kind.changed, .added, .gone].map {
        "\(wording.title($0)) \(comparison.count($0))"
      }
    }
    return parts.joined(separator: "  ")
  }

  /// What the program made of an item, what is doubtful, and the lines that it was read from.
  func detail(of item: ItemID, _ scene: Scene, columns: Int) -> [[Span]] {
    guard let campaign = scene.snapshot.campaign(code: code) else { return [] }
    let doubts = scene.doubts(of: campaign)
    switch item {
    case .finding(let place):
      guard doubts.ofPlan.indices.contains(place) else { return [] }
      let finding = doubts.ofPlan[place]
      let fact = Fact(scene.wording.pick("存疑", "doubt"), scene.wording.prose(finding), light: .yellow)
      return [fact].lines(scene.width, columns: columns, scene.wording) + [[]]
        + source(from: finding.line, showing: finding.words, scene, columns)
    case .leftOut(let place):
      guard let task = scene.sources[code]?.plan?.tasks[place] else { return [] }
      return source(from: task.line, showing: task.title, scene, columns)
    case .task(let id):
      return campaign.task(id: id).map { detail(of: $0, campaign, doubts, scene, columns) } ?? []
    case .campaign, .unit, .phase, .part, .entry, .more, .group, .choice, .file, .setting, .event, .template:
      return []
    }
  }

  private func detail(
    of task: Task, _ campaign: Campaign, _ doubts: DraftDoubts, _ scene: Scene, _ columns: Int
  ) -> [[Span]] {
    let (id, wording) = (task.id, scene.wording)
    var facts: [Fact] = []
    let units = task.units.map { part in
      scene.snapshot.units.name(of: part)
        + (part.unit == nil && (part.role == .lead || part.role == .supporting)
          ? wording.pick("（新）", " (new)") : "")
    }
    facts.append(Fact(wording.pick("单位", "units"), units.isEmpty ? "—" : wording.joined(units)))
    let due =
      task.deadline.kind == .none
      ? "—" : "\(wording.quoted(task.deadline.text))  \(wording.meaning(of: task.deadline))"
    facts.append(Fact(wording.pick("时限", "due"), due))
    for finding in doubts.ofTasks[id] ?? [] {
      facts.append(Fact(wording.pick("存疑", "doubt"), wording.prose(finding), light: .yellow))
    }
    if let plan = scene.snapshot.earlierPlan(than: campaign),
      let row = PlanComparison(plan, campaign).rows.first(where: { $0.new?.id == id }), row.kind == .changed,
      let old = row.old
    {
      facts.append(Fact(wording.pick("原为", "before"), "\(old.id)  \(old.title)  \(old.deadline.text)"))
    }
    return facts.lines(scene.width, columns: columns, wording) + [[]]
      + (task.sourceLine.map { source(from: $0, showing: task.title, scene, columns) } ?? [])
  }

  /// A line of the source, from where these words begin, and the lines behind it.
  private func source(from first: Int, showing words: String, _ scene: Scene, _ columns: Int) -> [[Span]] {
    guard let lines = scene.sources[code]?.lines, lines.indices.contains(first - 1) else { return [] }
    return (first..<min(first + 12, lines.count + 1)).flatMap { number -> [[Span]] in
      // A tab parts the cells of a row.
      var text = lines[number - 1].split(separator: "\t").joined(separator: "  ").trimmed
      if number == first, let from = beginning(of: words, in: text) { text = "…" + text.dropFirst(from) }
      guard !text.isEmpty else { return [] }
      let label = scene.width.fitted("\(number)", to: 5, isRight: true)
      return scene.width.wrapped(text.visible, to: max(2, columns - 7)).enumerated().map { place, line in
        [
          Span(
            place == 0 ? (number == first ? ">" : " ") + label + " " : "       ",
            number == first ? .key : .dim),
          Span(line, number == first ? .plain : .dim),
        ]
      }
    }
  }

  /// Where a name begins in a long line; nil where it is near enough to its beginning.
  private func beginning(of title: String, in line: String) -> Int? {
    let (head, text) = (Array(title.prefix(6)), Array(line))
    guard !head.isEmpty, text.count > 60, text.count > head.count else { return nil }
    for place in 0...(text.count - head.count) where Array(text[place..<place + head.count]) == head {
      return place > 12 ? place - 8 : nil
    }
    return nil
  }
}

extension Scene {
  /// What is still to be looked at in a draft.
  func doubts(of campaign: Campaign) -> DraftDoubts {
    DraftDoubts(campaign, sources[campaign.code], snapshot.units)
  }
}

extension Wording {
  /// The days of a deadline in short, for a column.
  func days(of deadline: Deadline) -> String {
    switch (deadline.start, deadline.end) {
    case (nil, let end?): pick("\(end.iso)前", "by \(end.iso)")
    case (let start?, let end?): start == end ? start.iso : pick("\(end.iso)止", "to \(end.iso)")
    case (let start?, nil): pick("\(start.iso)起", "from \(start.iso)")
    case (nil, nil): deadline.kind == .none ? "" : deadlineKind(deadline.kind)
    }
  }
}
