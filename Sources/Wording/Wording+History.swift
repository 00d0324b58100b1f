import Campaigns

extension Wording {
  /// What a command of the journal is called.
  package func name(_ command: JournalCommand) -> String {
    switch command {
    case .addTask: pick("新建任务", "new task")
    case .addPhase: pick("新建阶段", "new phase")
    case .editPhase: pick("修改阶段", "phase changed")
    case .addCampaign: pick("新建方案", "new campaign")
    case .addUnit: pick("新增单位", "new unit")
    case .editTask: pick("修改任务", "task edited")
    case .editCampaign: pick("修改方案", "campaign edited")
    case .editSettings: pick("修改设置", "settings edited")
    case .setLights: pick("调整亮灯标准", "lights changed")
    case .setOwnDays: pick("调整作息日", "own days changed")
    case .setEvent: pick("事件定期", "event dated")
    case .renameUnit: pick("单位更名", "unit renamed")
    case .aliasUnit: pick("单位别名", "unit's other names")
    case .removeTask: pick("去掉任务", "task taken away")
    case .removePhase: pick("去掉阶段", "phase taken away")
    case .removeCampaign: pick("去掉方案", "campaign taken away")
    case .removeUnit: pick("去掉单位", "unit taken away")
    case .editUnit: pick("修改单位", "unit edited")
    case .mergeUnits: pick("单位合并", "units merged")
    case .changeMembers: pick("调整成员", "members changed")
    case .assign: pick("交办", "assigned")
    case .report: pick("登记进展", "progress")
    case .note: pick("加备注", "note")
    case .complete: pick("办结", "completed")
    case .submit: pick("申请办结", "submitted")
    case .sendBack: pick("退回重办", "returned")
    case .strikeOff: pick("销号", "struck off")
    case .reopen: pick("重新办理", "reopened")
    case .suspend: pick("中止", "suspended")
    case .cancel: pick("取消任务", "cancelled")
    case .instruct: pick("批示", "instruction")
    case .correct: pick("更正记录", "entry corrected")
    case .reviseDraft: pick("修改草稿", "draft revised")
    case .dropDraft: pick("剔除草稿任务", "draft left out")
    case .mergeDrafts: pick("合并草稿任务", "drafts merged")
    case .splitDraft: pick("拆分草稿任务", "draft split")
    case .split: pick("拆分任务", "task split")
    case .moveTask: pick("移动任务", "task moved")
    case .record: pick("计数", "counted")
    case .setTarget: pick("设定指标", "target set")
    case .removeTarget: pick("取消指标", "target removed")
    case .addReading: pick("登记读数", "target read")
    case .extend: pick("申请延期", "extension asked")
    case .approveExtension: pick("同意延期", "extension approved")
    case .remind: pick("催办", "chased")
    case .refuseExtension: pick("不同意延期", "extension refused")
    case .closeCampaign: pick("方案办结", "campaign closed")
    case .reopenCampaign: pick("重新打开方案", "campaign opened again")
    case .archive: pick("归档", "archived")
    case .unarchive: pick("从归档取回", "taken out of the archive")
    case .import: pick("导入", "imported")
    case .accept: pick("草稿立项", "draft accepted")
    case .updatePlan: pick("更新方案", "plan updated")
    case .apply: pick("批量登记", "file applied")
    case .undo: pick("撤销操作", "undone")
    case .redo: pick("重做操作", "redone")
    case .restore: pick("恢复备份", "restored")
    case .migrate: pick("升级格式", "migrated")
    case .repair: pick("修复", "repaired")
    }
  }

  /// A command that took another one back, or did it again.
  package func name(_ command: JournalCommand, of reversed: JournalCommand) -> String {
    command == .undo
      ? pick("撤销：\(name(reversed))", "undone: \(name(reversed))")
      : pick("重做：\(name(reversed))", "redone: \(name(reversed))")
  }

  /// What an entry is about: its command and the thing, one line. `titles` names what the entry itself does not.
  package func subject(_ entry: HistoryEntry, _ titles: [String: String]) -> String {
    if entry.command == .setEvent, let event = entry.fields.first(where: \.isEvent) {
      let owner = [entry.campaigns.first, event.owner].compactMap(\.self).joined(separator: " ")
      return "\(name(entry.command))  \(change(of: event, as: owner))"
    }
    let things = things(entry, titles)
    return name(entry.command) + (things.isEmpty ? "" : "  \(things)")
  }

  /// What a command concerned: tasks before campaigns before units, a number of them where they are many.
  package func things(_ entry: HistoryEntry, _ titles: [String: String]) -> String {
    func named(_ id: String) -> String {
      (entry.titles[id] ?? titles[id]).map { "\(id) \($0)" } ?? id
    }
    let several =
      entry.tasks.count > 1 ? pick("（\(entry.tasks.count)项任务）", " (\(entry.tasks.count) tasks)") : ""
    if let words = split(entry, named) ?? moved(entry, named) { return words }
    let isWhole = entry.campaigns.contains { entry.titles[$0] != nil }
    if !entry.tasks.isEmpty, !isWhole {
      return entry.tasks.prefix(3).map(named).joined(separator: pick("、", ", "))
        + (entry.tasks.count > 3
          ? pick("等\(entry.tasks.count)项任务", " and others, \(entry.tasks.count) in all") : "")
    }
    if !entry.campaigns.isEmpty {
      return entry.campaigns.prefix(3).map(named).joined(separator: pick("、", ", "))
        + (entry.campaigns.count > 3 ? "…" : "") + several
    }
    if entry.units.isEmpty { return entry.fields.first?.owner ?? "" }
    return entry.units.prefix(3).map(named).joined(separator: pick("、", ", "))
      + (entry.units.count > 3
        ? pick("等\(entry.units.count)个单位", " and others, \(entry.units.count) in all") : "")
  }

  /// Something that names what is not there, or is there twice.
  package func prose(_ problem: Inconsistency) -> String {
    switch problem {
    case .repeatedTask(let id): pick("任务编号 \(id) 重复", "the task id \(id) occurs twice")
    case .repeatedPhase(let campaign, let phase):
      pick("\(campaign) 的阶段编号 \(phase) 重复", "\(campaign) has the phase \(phase) twice")
    case .repeatedEntry(let task, let entry):
      pick("\(task) 的记录号 \(entry) 重复", "\(task) has the entry \(entry) twice")
    case .foreignID(let task, let campaign):
      pick("任务编号 \(task) 与方案 \(campaign) 不符", "the task id \(task) does not belong to \(campaign)")
    case .numberTaken(let campaign, let next):
      pick("\(campaign) 的下一个任务号 \(next) 已被占用", "the next task number of \(campaign), \(next), is taken")
    case .unknownPhase(let owner, let phase):
      pick("\(owner) 所属阶段 \(phase) 不存在", "\(owner) names the phase \(phase), which is not there")
    case .unknownTask(let owner, let task):
      pick("\(owner) 所指任务 \(task) 不存在", "\(owner) names the task \(task), which is not there")
    case .circle(let owner): pick("\(owner) 的上级或前置关系成环", "\(owner) leads back to itself")
    case .unknownUnit(let owner, let unit):
      pick("\(owner) 所指单位 \(unit) 不存在", "\(owner) names the unit \(unit), which is not there")
    case .reversedRange(let owner): pick("\(owner) 的止日早于起日", "\(owner) ends before it begins")
    case .badPercent(let task, let percent):
      pick("\(task) 的进度 \(percent)% 不在0至100之间", "\(task) is at \(percent) %")
    case .repeatedMember(let owner, let unit):
      pick("\(owner)：成员 \(unit) 重复", "\(owner): the member \(unit) is there twice")
    case .collectiveCircle(let id): pick("集体 \(id) 包含自身", "the collective \(id) is part of itself")
    case .repeatedUnit(let id): pick("单位编号 \(id) 重复", "the unit id \(id) occurs twice")
    case .mergeCircle(let id): pick("单位 \(id) 的合并关系成环", "the unit \(id) was merged into itself")
    case .badCode(let code): pick("方案编号\(quoted(code))不可用", "the code \(quoted(code)) cannot be used")
    }
  }

  /// A line for an entry: when, who, what.
  package func line(_ entry: HistoryEntry, _ titles: [String: String]) -> String {
    "\(entry.stamp.at.day.iso) \(entry.stamp.at.clock)  \(person(entry))  \(subject(entry, titles))"
  }

  /// What was said with a command, or what it changed: the words of its log entry, else its values before and after.
  package func words(_ entry: HistoryEntry, isWhole: Bool = false) -> String {
    let until = entry.fields.last { $0.name == "until" }?.after.map { pick("至\($0)", "until \($0)") }
    if let text = entry.text { return [until, text].compactMap(\.self).joined(separator: pick("：", ": ")) }
    let told = entry.fields.compactMap { field in
      // What is about a campaign does not name the event.
      let label = field.isEvent && !entry.campaigns.isEmpty ? field.owner : label(ofField: field.name)
      return label.map { change(of: field, as: $0) }
    }
    let most = isWhole ? told.count : 3
    return [until].compactMap(\.self).joined() + told.prefix(most).joined(separator: pick("；", "; "))
      + (told.count > most ? " …" : "")
  }

  private func change(of field: HistoryEntry.Field, as label: String) -> String {
    "\(label)\(pick("：", ": "))\(value(field.before, field)) → \(value(field.after, field))"
  }

  /// The value of a field before or after; the days of an event as everywhere else.
  private func value(_ text: String?, _ field: HistoryEntry.Field) -> String {
    guard let text else { return "—" }
    guard field.isEvent else { return text }
    let days = text.split(separator: "..").compactMap { Day(iso: $0) }
    guard let first = days.first, let last = days.last, let event = EventDays(first: first, last: last) else {
      return text
    }
    return self.days(event)
  }

  /// What a field of the store is called, where people speak of it.
  private func label(ofField name: String) -> String? {
    switch name {
    case "title", "name": pick("名称", "title")
    case "number": pick("文内编号", "number")
    case "documentNumber": pick("文号", "document number")
    case "issuer": pick("发文单位", "issuer")
    case "issued": pick("成文日期", "issued")
    case "year": pick("年份", "year")
    case "leadingGroup": pick("领导小组", "leading group")
    case "deadline.text": pick("时限", "due")
    case "deadline.end": pick("截止", "ends")
    case "phase": pick("阶段", "phase")
    case "standard": pick("标准", "standard")
    case "problems": pick("问题", "problems")
    case "nextSteps": pick("下步", "next steps")
    case "event": pick("日期", "day")
    case "organisation": pick("单位名称", "organisation")
    case "ownDays.off": pick("休息", "days off")
    case "ownDays.working": pick("上班", "working days")
    case "lights.dueSoonWorkingDays": pick("临期工作日", "due soon")
    case "lights.behindYellow": pick("滞后黄灯", "behind, yellow")
    case "lights.behindRed": pick("滞后红灯", "behind, red")
    case "mergedInto": pick("并入", "merged into")
    default:
      name.hasPrefix("templates.") && name.hasSuffix(".text")
        ? pick("常用语", "template ") + name.dropFirst(10).dropLast(5)
        : name.hasPrefix("views.") && name.hasSuffix(".filter")
          ? pick("视图", "view ") + name.dropFirst(6).dropLast(7) : nil
    }
  }

  /// Who did it, and on whose word.
  package func person(_ entry: HistoryEntry) -> String {
    guard let other = entry.onBehalf, other != entry.stamp.by else { return entry.stamp.by }
    return pick("\(entry.stamp.by)（代\(other)）", "\(entry.stamp.by) (for \(other))")
  }

  /// What is about to be undone or redone.
  package func willReverse(_ reversal: Reversal, _ what: String) -> String {
    reversal == .undo ? pick("将撤销：\(what)", "Will undo: \(what)") : pick("将重做：\(what)", "Will redo: \(what)")
  }

  /// The question before many tasks are touched.
  package func asksToReverse(_ reversal: Reversal, _ count: Int) -> String {
    reversal == .undo
      ? pick("涉及\(count)项任务，确定撤销？", "It touches \(count) tasks. Undo it?")
      : pick("涉及\(count)项任务，确定重做？", "It touches \(count) tasks. Redo it?")
  }

  /// What was undone or redone.
  package func reversed(_ reversal: Reversal, _ what: String) -> String {
    reversal == .undo ? pick("已撤销：\(what)", "Undone: \(what)") : pick("已重做：\(what)", "Redone: \(what)")
  }

  /// That there is nothing to undo or redo.
  package func nothingTo(_ reversal: Reversal, user: String) -> String {
    reversal == .undo
      ? pick(
        "\(quoted(user))没有可撤销的操作；他人的操作不能代为撤销。",
        "\(quoted(user)) has nothing to undo; other people's commands cannot be undone.")
      : pick("\(quoted(user))没有可重做的操作。", "\(quoted(user)) has nothing to redo.")
  }

  /// What became of a task, in a word.
  package func name(_ kind: TaskChange.Kind) -> String {
    switch kind {
    case .added: pick("新增", "added")
    case .completed: pick("办结", "completed")
    case .reopened: pick("重新办理", "reopened")
    case .slipped: pick("推迟", "slipped")
    case .extended: pick("延期", "extended")
    case .broughtForward: pick("提前", "brought forward")
    case .newlyOverdue: pick("新增逾期", "newly overdue")
    case .suspended: pick("中止", "suspended")
    case .cancelled: pick("取消", "cancelled")
    case .extensionAsked: pick("申请延期", "more time asked")
    case .instructed: pick("新批示", "instructed")
    case .progressed: pick("有进展", "reported on")
    case .counted: pick("计次", "counted")
    case .moved: pick("移至他处", "moved")
    case .removed: pick("移除", "removed")
    }
  }

  /// A number, with what came to it and what left it: 逾期 6（+2 −1）.
  package func moved(_ name: String, _ movement: Movement) -> String {
    let steps = [
      movement.came > 0 ? "+\(movement.came)" : nil, movement.left > 0 ? "−\(movement.left)" : nil,
    ]
    .compactMap(\.self)
    return "\(name) \(movement.now)"
      + (steps.isEmpty ? "" : pick("（", " (") + steps.joined(separator: " ") + pick("）", ")"))
  }

  /// How many tasks something became of: 办结3项.
  package func count(_ kind: TaskChange.Kind, _ number: Int) -> String {
    pick("\(name(kind))\(number)项", "\(number) \(name(kind))")
  }

  /// The deadline of a changed task, the earlier one too where it was moved.
  package func deadlines(_ change: TaskChange) -> String {
    switch change.kind {
    case .slipped, .extended, .broughtForward:
      "\(change.from?.iso ?? "") → \(change.to?.iso ?? due(change.row))"
    default: due(change.row)
    }
  }
}
