import Campaigns
import TerminalFrames
import Wording

/// Whether an action can be done now.
enum Availability: Equatable {
  case live
  /// Not now; why, in prose.
  case disabled(String)
  /// Not in this program: no key of it is shown.
  case absent
}

extension Model {
  /// Whether an action can be done on the screen on top. What the rules of the ledger forbid says so in their words.
  func availability(_ action: Action) -> Availability {
    let abilities = screen.place.view.abilities
    func needs(_ ability: ListAbility) -> Availability {
      abilities.contains(ability) ? .live : .disabled(wording.pick("本页不可用", "not on this page"))
    }
    if screen.place == .welcome {
      switch action {
      case .down, .up, .first, .last, .open, .help, .redraw, .suspend, .cancel, .close, .quit: return .live
      default: return .absent
      }
    }
    if reviewed != nil,
      [.complete, .report, .note, .instruct, .count, .extend, .remind, .add, .dateEvent, .target, .move]
        .contains(action)
    {
      // Drafts are put right, not worked on.
      return .absent
    }
    switch action {
    case .complete: return changing { .complete(id: $0, CompletionReport(from: member?.name)) }
    case .report:
      var report = Report(text: "-")
      // A completed task can still owe an answer.
      report.answers = task?.task.openInstructions.first?.id
      return changing { .report(id: $0, report) }
    case .note: return changing { .note(id: $0, text: "-") }
    case .instruct: return changing { .instruct(id: $0, text: "-") }
    case .count:
      guard task == nil || task?.task.deadline.quota != nil else { return .absent }
      return changing { .record(id: $0, OccurrenceReport(from: member?.name)) }
    case .remind:
      return changing { .remind(id: $0, ChaseReport(units: member.map { [$0.id] } ?? [])) }
    case .extend: return changing { extensionProbe($0) }
    case .target: return changing { .setTarget(id: $0, TargetDraft(name: "-", atLeast: 0)) }
    case .move: return movable
    case .add: return adding
    case .dateEvent:
      guard !setting.isReadOnly else { return .absent }
      return task?.task.deadline.event == nil
        ? .disabled(wording.pick("所选任务的时限不依事件", "the task's deadline hangs on no event")) : .live
    case .undo, .redo: return setting.isReadOnly ? .absent : .live
    case .split where reviewed == nil: return dividing
    case .edit, .drop, .merge, .split, .accept: return reviewing(action)
    case .open:
      let target = screen.chip.map { screen.content.chips[$0].opens } ?? screen.opens
      return target == nil ? .disabled(wording.pick("没有选中的项", "nothing is selected")) : .live
    case .filter:
      if screen.place == .home { return .live }
      if case .task = screen.place { return .live }
      return needs(.filter)
    case .nextMatch, .previousMatch:
      if case .task = screen.place { return .live }
      return lastFilter.isEmpty ? .disabled(wording.pick("还没有查找", "nothing was looked for")) : .live
    case .nextPane, .previousPane:
      return shownChips == 0
        ? .disabled(wording.pick("本页没有数字", "there are no numbers here")) : .live
    case .sort: return needs(.sort)
    case .group: return needs(.group)
    case .columns: return needs(.columns)
    case .detail:
      guard canShowDetail else { return needs(.sort) }
      return size.columns >= Layout.wide
        ? .disabled(wording.pick("宽屏已显示详情", "a wide screen shows it already")) : .live
    default: return .live
    }
  }

  /// Whether the rules allow an act on the task that keys act on.
  func changing(_ act: (String) -> Act) -> Availability {
    guard !setting.isReadOnly else { return .absent }
    guard let task, let campaign = snapshot.ledger.campaign(code: task.code) else {
      return .disabled(wording.pick("先选中一项任务", "select a task first"))
    }
    do throws(Refusal) {
      _ = try campaign.change(for: act(task.task.id), actContext)
      return .live
    } catch {
      return .disabled(wording.prose(error))
    }
  }

  private var adding: Availability {
    guard !setting.isReadOnly else { return .absent }
    if screen.place == .campaigns || campaignToAddTo != nil { return .live }
    return .disabled(wording.pick("先打开一个方案（按 2）", "open a campaign first (2)"))
  }

  /// The campaign that a new task would go to: the one shown, the selected task's, or the only one.
  var campaignToAddTo: String? {
    if case .campaign(let code) = screen.place { return code }
    if case .tasks(let scope) = screen.place, let code = scope.campaign { return code }
    if let task { return task.code }
    let open = snapshot.ledger.campaigns.filter { $0.state == .open }
    return open.count == 1 ? open.first?.code : nil
  }

  /// Enough to ask the rules whether an act is allowed; who acts and when is the program's to say.
  private var actContext: ActContext {
    ActContext(judge: snapshot.judge, stamp: Stamp(at: Moment(seconds: 0), by: ""))
  }
}
