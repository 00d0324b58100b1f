import Campaigns

/// What the line of notices says of what was done.
extension Model {
  /// Says what was saved, and goes where it is.
  mutating func take(_ outcome: Outcome) {
    switch outcome {
    case .acted(let act, let change): acted(act, change)
    case .actedOnMany(let kind, let count, let passedOver):
      screen.marks = []
      let rest = passedOver > 0 ? wording.pick("，跳过\(passedOver)项", ", \(passedOver) passed over") : ""
      sayDone(wording.pick("已\(wording.name(kind))\(count)项\(rest)", "Done to \(count) tasks\(rest)"), "")
    case .added(let campaign):
      screen.selected = .campaign(campaign.code)
      say(
        wording.pick(
          "已新建方案 \(campaign.code)  \(campaign.title)", "New campaign \(campaign.code)  \(campaign.title)"))
    case .imported(let campaigns):
      // The review takes the place of the folders.
      stack.removeAll { if case .files = $0.place { true } else { false } }
      if stack.isEmpty { stack = [ScreenState(.campaigns)] }
      guard let first = campaigns.first else { return }
      stack.append(ScreenState(.review(first.code)))
      let others = campaigns.dropFirst().map(\.code)
      let rest =
        others.isEmpty ? "" : wording.pick("，另有\(wording.joined(others))", "; also \(wording.joined(others))")
      sayDone(
        wording.pick("已存草稿", "Draft kept"),
        wording.pick("\(first.code)\(rest)  \(first.title)", "\(first.code)\(rest)  \(first.title)"))
    case .accepted(let code, let count):
      // The plan's page takes the review's place.
      stack.removeAll { if case .review = $0.place { true } else { false } }
      if stack.isEmpty { stack = [ScreenState(.home)] }
      stack.append(ScreenState(.campaign(code)))
      sayDone(
        wording.pick("已立项", "Registered"), wording.pick("\(code)：\(count)项任务", "\(code): \(count) tasks"))
    case .dated(let name, let days, let code):
      let event = snapshot.ledger.awaitedEvents.first { $0.name == name && $0.campaign == code }
      let tasks = wording.count(
        event?.tasks.count ?? 0, "项任务随之定期", "task has its deadline", "tasks have their deadlines")
      sayDone(
        wording.pick("已定期", "Dated"),
        wording.pick("\(name) \(wording.days(days))，\(tasks)", "\(name) \(wording.days(days)): \(tasks)"))
    case .moved(let old, let new):
      follow(old, to: new)
      sayDone(wording.pick("已移动", "Moved"), "\(old) → \(new)  \(snapshot.row(id: new)?.task.title ?? "")")
    case .reversed(let reversal, let entry): reversed(reversal, entry)
    case .left(let count): say(wording.left(count))
    case .set: sayDone(wording.pick("已保存设置", "Settings saved"), snapshot.settings.organisation ?? "")
    case .named(let name, let isInForce):
      user = name
      say(
        isInForce
          ? wording.pick("已设定姓名：\(name)", "From now on: \(name)")
          : wording.pick(
            "已设定；但 DUBAN_USER 或 --as 优先，现为\(name)。", "Kept; but DUBAN_USER or --as goes before it: \(name)."))
    case .removed(let name):
      stack.removeAll { !$0.place.isThere(in: snapshot) }
      if stack.isEmpty { stack = [ScreenState(.home)] }
      sayDone(wording.pick("已去掉", "Taken away"), name)
    case .units(let unit):
      screen.selected = .unit(unit.id)
      sayDone(wording.pick("已保存", "Saved"), "\(unit.name)  \(wording.unitKind(unit.kind))")
    case .recorded(let words): notice = Notice(text: words, isAlert: true)
    }
  }

  /// Says what an act did.
  private mutating func acted(_ act: Act, _ change: Change) {
    if let phase = change.phases.lazy.compactMap(\.after).first {
      screen.selected = .phase(campaign: change.code, id: phase.id)
      let kept = change.keptQuotas.count
      let words =
        kept == 0
        ? "" : wording.pick("，\(kept)项任务的次数仍按原起止计", "; \(kept) tasks are counted over the days they had")
      return sayDone(
        wording.pick("已保存\(words)", "Saved\(words)"), "\(phase.name)  \(wording.time(of: phase))")
    }
    guard let task = change.tasks.lazy.compactMap(\.after).first else {
      if let campaign = change.header?.after {
        return sayDone(wording.pick("已保存", "Saved"), "\(campaign.code)  \(campaign.title)")
      }
      stack.removeAll { !$0.place.isThere(in: snapshot) }
      if stack.isEmpty { stack = [ScreenState(.home)] }
      let gone = change.tasks.lazy.compactMap(\.before).first.map { "\($0.id)  \($0.title)" }
      sayDone(wording.pick("已去掉", "Taken away"), gone ?? change.phases.first?.before?.name ?? "")
      return
    }
    let name = "\(task.id)  \(task.title)"
    switch act {
    case .complete(_, let report):
      let wasOpen = change.tasks.first?.before?.stage.isOpen == true
      if let member = report.from, !wasOpen, let row = snapshot.row(id: task.id) {
        // The whole was completed before: who is still missing is said, not that all have done it.
        let missing = row.missingMembers(snapshot.units).count
        let rest =
          missing == 0
          ? wording.pick("成员均已办", "all members have done it")
          : wording.pick("还有\(missing)个成员未办", "\(missing) members have not")
        sayDone(wording.pick("已登记\(member)办结，\(rest)", "Completed by \(member); \(rest)"), name)
      } else if report.from != nil, task.stage == .completed {
        sayDone(wording.pick("全部成员均已办结，任务办结", "The last member; the task is completed"), name)
      } else if let member = report.from {
        sayDone(wording.pick("已登记\(member)办结", "Completed by \(member)"), name)
      } else {
        sayDone(wording.pick("已办结", "Completed"), name)
      }
    case .report: sayDone(wording.pick("已登记进展", "Progress recorded"), name)
    case .note: sayDone(wording.pick("已加备注", "Noted"), name)
    case .instruct: sayDone(wording.pick("已留批示", "Instruction left"), name)
    case .record(_, let report):
      guard let row = snapshot.row(id: task.id), let words = wording.recorded(report, on: row, snapshot.units)
      else { return }
      sayDone(words, name)
    case .setTarget(_, let draft): sayTarget(draft.name, task)
    case .addReading(_, let report): sayTarget(report.target, task)
    case .remind: sayDone(wording.chased(change.chases(of: task.id), snapshot.units), name)
    case .extend, .decide:
      if let request = task.extensions.last { sayDone(wording.done(request), name) }
    case .split:
      let ids = change.tasks.compactMap { $0.after?.id }
      sayDone(wording.pick("已拆成\(ids.count)项", "Split into \(ids.count)"), wording.joined(ids))
    case .merge(let id, let target):
      screen.selected = .task(target)
      sayDone(wording.pick("已合并", "Merged"), wording.pick("\(id) 并入 \(target)", "\(id) into \(target)"))
    case .splitDraft:
      // The new half is what is to be looked at.
      if let new = change.tasks.first(where: { $0.before == nil })?.after { screen.selected = .task(new.id) }
      sayDone(wording.pick("已拆出", "Split off"), name)
    case .addDraft:
      screen.selected = .task(task.id)
      sayDone(wording.pick("已补入", "Added"), name)
    case .addTask:
      screen.selected = .task(task.id)
      let owed = snapshot.row(id: task.id)?.verdict.quotaOwed ?? 0
      let words =
        owed == 0
        ? ""
        : wording.pick(
          "，自期初计已欠\(owed)次（从现在计，请写“自某月起”）", "; \(owed) are owed since its days began")
      sayDone(wording.pick("已新建任务\(words)", "New task\(words)"), name)
    case .editTask(_, let edit):
      guard edit.deadline != nil, let until = task.approvedEnd else {
        sayDone(wording.pick("已保存", "Saved"), name)
        break
      }
      sayDone(
        wording.pick("已保存，时限仍为批准延期的\(until.iso)", "Saved; the extension to \(until.iso) still holds"), name)
    case .addPhase, .editPhase, .editCampaign, .assign, .submit, .sendBack, .strikeOff, .reopen,
      .suspend, .cancel, .correct, .drop, .removeTask, .removePhase, .move, .setEvent, .close,
      .openAgain,
      .removeTarget:
      sayDone(wording.pick("已保存", "Saved"), name)
    }
  }

  mutating func say(_ text: String) { notice = Notice(text: text) }

  /// What was done, how to take it back, and to what: the last may be cut off.
  mutating func sayDone(_ what: String, _ name: String) {
    say(wording.pick("\(what) · u 撤销  \(name)", "\(what) · u undoes  \(name)"))
  }

  /// What ^C says: it cancels, and Q is what leaves.
  mutating func sayCancelled(_ more: String = "") {
    say(wording.pick("已取消。\(more)按 Q 退出程序。", "Cancelled. \(more)Q leaves the program."))
  }

  /// Says where a target stands that was set or read.
  private mutating func sayTarget(_ name: String, _ task: Campaigns.Task) {
    guard let target = task.targets.first(where: { $0.name == name }) else { return }
    sayDone(wording.words(target), "\(task.id)  \(task.title)")
  }

  /// Goes along with a task that got another id in another plan.
  private mutating func follow(_ old: String, to new: String) {
    for place in stack.indices {
      switch stack[place].place {
      case .task(old): stack[place] = ScreenState(.task(new))
      case .members(old): stack[place] = ScreenState(.members(new))
      case .member(old, let unit): stack[place] = ScreenState(.member(task: new, unit: unit))
      default: if stack[place].selected == .task(old) { stack[place].selected = .task(new) }
      }
    }
  }

  /// What would be undone or redone is known now: it is named, and asked about where it touches many tasks.
  mutating func offered(_ reversal: Reversal, _ entry: HistoryEntry) -> [Effect] {
    let effect = Effect.reverse(reversal, expecting: entry.id)
    let question = wording.willReverse(reversal, wording.line(entry, snapshot.titles(of: [entry])))
    guard entry.isBulk else {
      return confirm(question, .character(reversal == .undo ? "u" : "U"), [effect])
    }
    let choice = Chooser.Choice(
      text: reversal == .undo
        ? wording.pick("撤销这\(entry.tasks.count)项（y）", "undo these \(entry.tasks.count) (y)")
        : wording.pick("重做这\(entry.tasks.count)项（y）", "redo these \(entry.tasks.count) (y)"),
      effect: effect)
    return ask(question, [choice])
  }

  private mutating func reversed(_ reversal: Reversal, _ entry: HistoryEntry) {
    // A page of what is gone is left.
    stack.removeAll { !$0.place.isThere(in: snapshot) }
    if stack.isEmpty { stack = [ScreenState(.home)] }
    let what = wording.subject(entry, snapshot.titles(of: [entry]))
    if entry.tasks.count == 1 { screen.selected = .task(entry.tasks[0]) }
    let more =
      reversal == .undo ? wording.pick(" · U 重做", " · U redoes") : wording.pick(" · u 撤销", " · u undoes")
    let done = reversal == .undo ? wording.pick("已撤销", "Undone") : wording.pick("已重做", "Redone")
    say("\(done)\(more)  \(what)")
  }
}
