import Campaigns

/// What is still to be looked at in a draft: what was doubtful and has not been put right, and what was left out.
struct DraftDoubts {
  /// What is doubtful of a task, by its id.
  private(set) var ofTasks: [String: [Finding]] = [:]
  /// What is doubtful of the plan itself.
  private(set) var ofPlan: [Finding] = []
  /// Tasks of the document that are no items of the draft any more, by their place in it.
  private(set) var leftOut: [Int] = []

  /// How many things are doubtful.
  var count: Int { ofPlan.count + Set(ofTasks.values.joined()).count }

  /// What is left of what the reader found. What was put right is told by what differs from what was read.
  init(_ campaign: Campaign, _ source: SourceReading?, _ units: UnitRegistry) {
    guard let source else { return }
    let read = source.plan?.tasks ?? []
    func id(_ place: Int) -> String { "\(campaign.code)-\(place + 1)" }
    let tasks = Dictionary(campaign.tasks.map { ($0.id, $0) }) { first, _ in first }
    for finding in source.findings {
      if let stands = DraftDoubts.stands(finding, in: campaign, source.plan) {
        if stands { ofPlan.append(finding) }
        continue
      }
      if finding.kind == .unknownUnit {
        guard units.unit(named: finding.words) == nil else { continue }
        for task in campaign.tasks where task.stage == .draft {
          let isNamed = task.units.contains { $0.unit == nil && $0.name == finding.words }
          if isNamed { ofTasks[task.id, default: []].append(finding) }
        }
        continue
      }
      let line = read.map(\.line).filter { $0 <= finding.line }.max()
      let places = read.indices.filter { read[$0].line == line }
      guard let first = places.first else {
        ofPlan.append(finding)
        continue
      }
      // Of several on a line the one whose time it is.
      let place = places.first { read[$0].deadline.text.contains(finding.words) } ?? first
      let task =
        tasks[id(place)] ?? campaign.tasks.first { DraftDoubts.has($0, read[place], campaign, read.count) }
      guard let task, task.stage == .draft else { continue }
      let words = read[place].deadline.text
      let isOpen =
        finding.kind == .noUnit
        ? task.units.isEmpty
        : task.deadline.text == words || task.deadline.others?.contains(words) == true
      if isOpen { ofTasks[task.id, default: []].append(finding) }
    }
    leftOut = read.indices.filter { place in
      tasks[id(place)] == nil && !DraftDoubts.isThere(read[place], in: campaign, read.count)
    }
  }

  /// Whether a task of the document lives on: in another one that it was merged into, or brought back under another id.
  private static func isThere(_ draft: DraftTask, in campaign: Campaign, _ count: Int) -> Bool {
    campaign.tasks.contains { has($0, draft, campaign, count) }
  }

  /// Whether a task of the document lives on in this one: merged into it as lines of its own, or brought back.
  private static func has(_ task: Task, _ draft: DraftTask, _ campaign: Campaign, _ count: Int) -> Bool {
    guard let text = task.text else { return false }
    let number = Int(task.id.dropFirst(campaign.code.count + 1)) ?? 0
    if text == draft.text { return number > count && task.sourceLine == draft.line }
    return "\n\(text)\n".contains("\n\(draft.text)\n")
  }

  /// Whether what is doubtful of the plan itself stands as it was read; nil where it is about one of the tasks.
  private static func stands(_ finding: Finding, in campaign: Campaign, _ plan: DraftPlan?) -> Bool? {
    switch finding.kind {
    case .noTitle, .titleOverLines: plan.map { campaign.title == $0.title ?? campaign.code } ?? true
    case .noYear, .yearInferred: plan.map { campaign.year == $0.year } ?? true
    case .overlappingPhases, .phaseWithoutDates:
      plan.map { campaign.phases.map { [$0.start, $0.end] } == $0.phases.map { [$0.start, $0.end] } } ?? true
    case .unusedTime: !campaign.tasks.contains { $0.deadline.text.contains(finding.words) }
    case .noPlan, .repeatedPlan, .wrongTotal, .undecodable, .cutShort: true
    case .yearRedacted, .reversedRange, .missingDayWord, .noSuchDay, .severalTimes, .beforeIssue,
      .weekdayMismatch, .unreadableTime, .unreadWords, .noUnit, .unknownUnit, .rolledOver:
      nil
    }
  }
}
