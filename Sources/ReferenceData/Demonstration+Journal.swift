import CampaignStore
import Campaigns

extension Demonstration {
  /// How many days before the day of making the journal begins.
  private static let span = 8

  /// What was done to the live campaigns in the days before a day, oldest first, as their logs tell it: entry by entry is
  /// taken back, and what was before it kept.
  func deeds(upTo today: Day) -> [PastDeed] {
    var deeds: [PastDeed] = []
    for campaign in live {
      var after = campaign
      let logs =
        campaign.tasks.map { (task: Optional($0.id), log: $0.log) } + [(task: nil, log: campaign.log)]
      let entries = logs.flatMap { task, log in log.map { (task: task, entry: $0) } }
        .filter { $0.entry.at.day >= today - Demonstration.span }.sorted { $0.entry.at < $1.entry.at }
      for (id, entry) in entries.reversed() {
        guard let command = entry.command, let before = after.before(entry, of: id) else { break }
        deeds.append(
          PastDeed(
            command: command, stamp: Stamp(at: entry.at, by: entry.by),
            onBehalf: entry.reporter.flatMap { units.unit(id: $0)?.name }, before: before, after: after))
        after = before
      }
    }
    return deeds.sorted { $0.stamp.at < $1.stamp.at }
  }
}

extension LogEntry {
  /// The command that makes such an entry; nil where it tells too little of what was before it.
  fileprivate var command: JournalCommand? {
    switch kind {
    case .progress(_, let count, _): count == nil ? .report : .record
    case .note: .note
    case .instruction: .instruct
    case .chase: .remind
    case .submitted: .submit
    case .returned: .sendBack
    case .completed: .complete
    case .extensionAsked: .extend
    case .correction, .assigned, .acknowledged, .struckOff, .reopened, .suspended, .resumed, .cancelled,
      .extensionDecided, .edited, .split, .moved:
      nil
    }
  }

  /// The stage that a task has once this was entered; nil where it stays at what it was.
  fileprivate var stage: Stage? {
    switch kind {
    case .assigned: .assigned
    case .progress, .returned: .inProgress
    case .completed: unit == nil ? .completed : .inProgress
    case .submitted: .submitted
    case .struckOff: .struckOff
    case .suspended: .suspended
    case .cancelled: .cancelled
    case .reopened, .resumed: .inProgress
    case .note, .instruction, .chase, .extensionAsked, .correction, .acknowledged, .extensionDecided, .edited,
      .split, .moved:
      nil
    }
  }

  /// The unit whose report another recorded; whoever is chased reports nothing.
  fileprivate var reporter: String? { kind.name == .progress || kind.name == .completed ? unit : nil }

  fileprivate var percent: Int? { if case .progress(let percent, _, _) = kind { percent } else { nil } }
}

extension Campaign {
  /// The campaign before the last entry of a task's log, or of its own; nil where that is another one.
  fileprivate func before(_ entry: LogEntry, of task: String?) -> Campaign? {
    var campaign = self
    if let place = tasks.firstIndex(where: { $0.id == task }) {
      guard let before = tasks[place].before(entry) else { return nil }
      campaign.tasks[place] = before
    } else {
      guard log.last?.id == entry.id else { return nil }
      campaign.log.removeLast()
    }
    return campaign
  }
}

extension Task {
  /// The task before the last entry of its log; nil where that is another one.
  fileprivate func before(_ entry: LogEntry) -> Task? {
    guard log.last?.id == entry.id else { return nil }
    var task = self
    task.log.removeLast()
    task.changed = task.log.last.map { Stamp(at: $0.at, by: $0.by) }
    task.stage = task.log.reversed().lazy.compactMap(\.stage).first ?? .registered
    let member = task.members.firstIndex { $0.unit == entry.unit }
    let earlier = task.log.filter { member == nil || $0.unit == entry.unit }
    let percent = earlier.reversed().lazy.compactMap(\.percent).first
    switch entry.kind {
    case .progress(let reported, let count, let answered):
      if count != nil { task.occurrences.removeAll { $0.id == entry.id } }
      for place in task.log.indices where task.log[place].id == answered {
        task.log[place].answeredBy = nil
      }
      guard reported != nil else { break }
      if let member { task.members[member].percent = percent } else { task.percent = percent }
    case .completed:
      if let member {
        task.members[member].percent = percent
        task.members[member].completed = nil
      } else {
        task.percent = percent
        task.completion = nil
      }
    case .returned: task.returns = task.returns.flatMap { $0 > 1 ? $0 - 1 : nil }
    case .extensionAsked: task.extensions.removeAll { $0.decision == nil }
    case .note, .instruction, .chase, .submitted, .correction, .assigned, .acknowledged, .struckOff,
      .reopened, .suspended, .resumed, .cancelled, .extensionDecided, .edited, .split, .moved:
      break
    }
    if let member, task.members[member].percent == nil { task.members.remove(at: member) }
    return task
  }
}
