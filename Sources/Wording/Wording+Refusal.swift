import Campaigns

extension Wording {
  /// A comma and the nearest name that there is, or the end of the sentence.
  package func nearest(_ name: String?) -> String {
    guard let name else { return pick("。", ".") }
    return pick("，最接近的是\(quoted(name))。", "; the nearest is \(quoted(name)).")
  }

  private func name(_ move: Move) -> String {
    switch move {
    case .register: pick("立项", "register")
    case .assign: pick("交办", "assign")
    case .report: pick("报进展", "report progress")
    case .submit: pick("申请办结", "submit")
    case .sendBack: pick("退回", "send back")
    case .complete: pick("办结", "complete")
    case .strikeOff: pick("销号", "strike off")
    case .suspend: pick("中止", "suspend")
    case .resume: pick("恢复", "resume")
    case .cancel: pick("撤销", "cancel")
    case .reopen: pick("回头看", "reopen")
    case .extend: pick("延期", "extend")
    case .remind: pick("催办", "chase")
    case .split: pick("拆分", "split")
    case .move: pick("移动", "move")
    }
  }

  private func name(_ field: Refusal.Field) -> String {
    switch field {
    case .alias: pick("别名", "alias")
    case .decider: pick("批准人", "name of who decides")
    case .name: pick("名称", "name")
    case .reason: pick("理由", "reason")
    case .reviewer: pick("核验人", "reviewer")
    case .text: pick("内容", "text")
    case .title: pick("标题", "title")
    }
  }

  /// Why an act was refused, and what to do.
  package func prose(_ refusal: Refusal) -> String {
    switch refusal {
    case .stageForbids(let id, let move, let stage):
      pick(
        "\(id)：\(self.stage(stage))的任务不能\(name(move))。",
        "\(id) is \(self.stage(stage)): \(name(move)) is not possible.")
    case .reasonMissing(let id, let move):
      pick("\(id)：\(name(move))须说明理由，请加 -m。", "\(id): \(name(move)) needs a reason; add -m.")
    case .unknownTask(let id): pick("没有任务\(quoted(id))。", "There is no task \(quoted(id)).")
    case .unknownPhase(let id): pick("没有阶段\(quoted(id))。", "There is no phase \(quoted(id)).")
    case .unknownEntry(let id, let entry):
      pick("\(id) 没有第\(entry)条可用的记录。", "\(id) has no entry \(entry) that this can be done to.")
    case .notOpen(let id, let entry, let obstacle): notOpen(id, entry, obstacle)
    case .unknownUnit(let name, let near):
      pick("没有单位\(quoted(name))", "There is no unit \(quoted(name))") + nearest(near)
    case .notResponsible(let id, let unit):
      pick("\(quoted(unit))不在\(quoted(id))的责任范围内。", "\(quoted(unit)) has no part in \(quoted(id)).")
    case .partNotCompleted(let id, let unit):
      pick("\(id)：\(quoted(unit))还没有办结。", "\(id): \(quoted(unit)) has not completed its part.")
    case .alreadyMember(let unit, let collective):
      pick(
        "\(quoted(unit))已是\(quoted(collective))的成员。",
        "\(quoted(unit)) is a member of \(quoted(collective)) already.")
    case .collectiveCircle(let unit, let collective):
      pick(
        "\(quoted(unit))包含\(quoted(collective))，不能再做它的成员。",
        "\(quoted(collective)) is part of \(quoted(unit)), which cannot be its member.")
    case .nestedTooDeep(let unit, let collective, let limit):
      pick(
        "\(quoted(unit))再加入\(quoted(collective))，集体嵌套将超过\(limit)层。",
        "With \(quoted(unit)) in \(quoted(collective)), collectives would nest on more than \(limit) levels.")
    case .laterExtension(let id):
      pick("\(id)：其后还有延期申请，请先更正后面的。", "\(id): a later request rests on it; correct that one first.")
    case .partCompleted(let id, let unit):
      pick("\(id)：\(quoted(unit))已办结。", "\(id): \(quoted(unit)) has completed its part.")
    case .badShare(let value):
      pick("\(Figure.text(value))%不在 0% 至 100% 之间。", "\(Figure.text(value)) % is not between 0 and 100 %.")
    case .hasHistory(let id):
      pick("\(id) 已有办理记录，不能去掉；可取消任务（z）。", "\(id) has a history: cancel it instead (z).")
    case .phaseInUse(let name, let tasks):
      tasks > 0
        ? pick("\(quoted(name))中有\(tasks)项任务，不能去掉。", "\(quoted(name)) has \(tasks) tasks in it.")
        : pick("\(quoted(name))有下级阶段，不能去掉。", "\(quoted(name)) has phases in it.")
    case .unitInUse(let name, let task):
      task.map {
        pick("任务 \($0) 用到\(quoted(name))，不能去掉；可合并单位。", "Task \($0) names \(quoted(name)); merge it instead.")
      }
        ?? pick(
          "\(quoted(name))是集体成员或由其他单位并入，不能去掉。",
          "\(quoted(name)) is a member of a collective, or took another unit over.")
    case .hasMembers(let unit):
      pick("\(quoted(unit))有成员，只能是集体。", "\(quoted(unit)) has members: it can only be a collective.")
    case .notACollective(let unit): pick("\(quoted(unit))不是集体。", "\(quoted(unit)) is no collective.")
    case .notAMember(let unit, let collective):
      pick(
        "\(quoted(unit))不是\(quoted(collective))的成员。", "\(quoted(unit)) is no member of \(quoted(collective))."
      )
    case .dayInFuture(let day): pick("\(day.iso)还没有到。", "\(day.iso) has not come yet.")
    case .badPercent(let percent):
      pick("进度\(percent)不在 0 至 100 之间。", "\(percent) per cent is not between 0 and 100.")
    case .emptyText(let field): pick("\(name(field))不能为空。", "The \(name(field)) must not be empty.")
    case .sameTitle(let title):
      pick("拆分后名称不能相同：\(quoted(title))。", "Two of them would be called \(quoted(title)).")
    case .notADraft(let code, let id):
      pick(
        "\(code) 已不是草稿（\(id) 已立项或已有记录），不能并入别的方案，未作改动。",
        "\(code) is no draft any more (\(id) is registered or has a log); it cannot become another plan's. Nothing was changed."
      )
    case .draftPlan(let code):
      pick("方案 \(code) 还是草稿，请先立项。", "The campaign \(code) is a draft; accept it first.")
    case .parted(let waiting, let other):
      pick(
        "\(waiting) 须等 \(other) 办结，两项不能分开；可先用 duban edit \(waiting) --not-after \(other) 解除。",
        "\(waiting) waits for \(other): they cannot be parted before duban edit \(waiting) --not-after \(other)."
      )
    case .eventDiffers(let name, let from, let to, let code):
      pick(
        "\(quoted(name))原\(from.map { "定于\(days($0))" } ?? "未定期")，方案 \(code) 定于\(days(to))，请先用 duban event set 统一。",
        "\(quoted(name)) is \(from.map(onDays) ?? "without a day"), in \(code) \(onDays(to)); set them alike with duban event set first."
      )
    case .circle(let chain): circle(chain)
    case .otherCampaign(let id, let other):
      pick("\(other) 与 \(id) 不在同一方案，不能定先后。", "\(other) is in another campaign than \(id).")
    case .reversedRange(let start, let end):
      pick("止日\(end.iso)早于起日\(start.iso)。", "\(end.iso) lies before \(start.iso).")
    case .badViewName(let name):
      pick(
        "\(quoted(name))不能作视图名，不用空格、引号、括号和冒号，四十字以内。",
        "\(quoted(name)) is no name for a view: no blanks, quotes, brackets or colons, 40 characters at most."
      )
    case .nameTaken(let name): pick("名称\(quoted(name))已被使用。", "The name \(quoted(name)) is taken.")
    case .badCode(let code):
      pick(
        "编号\(quoted(code))不可用：只能用字母、数字、- 和 _，不超过32个字符。",
        "The code \(quoted(code)) cannot be used: letters, digits, - and _, at most 32.")
    case .campaignClosed(let code):
      pick(
        "方案\(quoted(code))已结束，请先用 duban campaign reopen 重新打开。",
        "The campaign \(quoted(code)) is closed; open it with duban campaign reopen.")
    case .badQuota:
      pick(
        "每期须至少要求一次，下限不能大于上限，间隔和日期须是有的。",
        "A quota asks for one at least each time, for no more at least than at most, and by days that there are."
      )
    case .badCount(let count):
      pick(
        "次数\(count)不可用，应为 \(OccurrenceReport.counts.lowerBound) 至 \(OccurrenceReport.counts.upperBound)。",
        "A count of \(count) cannot be recorded; \(OccurrenceReport.counts.lowerBound) to \(OccurrenceReport.counts.upperBound) can."
      )
    case .noQuota(let id):
      pick("\(id) 没有按期次数要求，不用计数。", "\(id) has no quota that anything could be counted towards.")
    case .noDeadline(let id):
      pick("\(id) 尚无确定的时限，无从延期。", "\(id) has no deadline yet that could be put off.")
    case .notLater(let id, let until, let end):
      pick(
        "\(id)：新时限\(until.iso)应晚于现行时限\(end.iso)。",
        "\(id): \(until.iso) is not later than the deadline in force, \(end.iso).")
    case .extensionPending(let id):
      pick("\(id) 已有延期申请待批，请先批复。", "\(id) has a request that waits; decide on it first.")
    case .noExtensionPending(let id):
      pick("\(id) 没有待批的延期申请。", "\(id) has no request for more time that waits.")
    case .decidedTooEarly(let day, let asked):
      pick("批复日期\(day.iso)早于申请日期\(asked.iso)。", "\(day.iso) lies before the request of \(asked.iso).")
    case .nobodyToChase(let id): pick("\(id) 没有应催办的单位。", "\(id) has no unit that is to be chased.")
    case .unknownTarget(let id, let name, let near):
      pick("\(id) 没有指标\(quoted(name))", "\(id) has no target \(quoted(name))") + nearest(near)
    case .badFigure: pick("数值不可用，请写作 92.5。", "That is no figure; write it as 92.5.")
    case .nothingToDo(let id): pick("\(id)：没有可改的内容。", "\(id): nothing would change.")
    case .changedMeanwhile(let id, let stamp):
      pick(
        "\(id) 已被\(stamp.map { "\($0.by)于\($0.at.day.iso) \($0.at.clock)" } ?? "他人")改动，请重试。",
        "\(id) was changed meanwhile by \(stamp.map { "\($0.by) at \($0.at.day.iso) \($0.at.clock)" } ?? "somebody"); try again."
      )
    case .badLights:
      pick(
        "亮灯标准不合理：临期为0至60个工作日，滞后黄灯为1至100个百分点，红灯不低于黄灯。",
        "Those thresholds make no sense: due soon 0 to 60 working days, yellow 1 to 100 points, red no lower than yellow."
      )
    case .changedSince(let id, let stamp):
      pick(
        "\(id) 后来\(stamp.map { "由\($0.by)于\($0.at.day.iso) \($0.at.clock) 改过" } ?? "有人直接改过文件")，不能撤销或重做。",
        "\(id) was changed since \(stamp.map { "by \($0.by) at \($0.at.day.iso) \($0.at.clock)" } ?? "in its file by hand"); it cannot be undone or redone."
      )
    case .stillNeeded(let problem):
      pick("其他内容还要用到它，未作改动：\(prose(problem))。", "It is still needed; nothing was changed: \(prose(problem)).")
    }
  }
}
