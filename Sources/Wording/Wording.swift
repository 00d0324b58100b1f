import Campaigns

/// A language of the interface.
package enum Language: String, Sendable, CaseIterable {
  case zh, en
}

/// Everything that the interface says, in one language. Each phrase is written once, both languages side by side, so
/// that a missing one does not compile.
///
///     Wording(.en).pick("逾期", "overdue")  // "overdue"
package struct Wording: Sendable {
  /// The language.
  package let language: Language

  /// The wording of a language.
  package init(_ language: Language) { self.language = language }

  /// The phrase of this language.
  package func pick(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// A number with its noun: 3项, 3 tasks.
  package func count(_ number: Int, _ zh: String, _ one: String, _ many: String) -> String {
    language == .zh ? "\(number)\(zh)" : "\(number) \(number == 1 ? one : many)"
  }

  /// A heading with how many there are below it: 逾期（11）, overdue (11).
  package func counted(_ title: String, _ count: Int) -> String {
    pick("\(title)（\(count)）", "\(title) (\(count))")
  }

  /// Items of a list as one text.
  package func joined(_ items: some Sequence<String>) -> String { items.joined(separator: pick("、", ", ")) }

  /// A text in quotation marks.
  package func quoted(_ text: String) -> String {
    // Quotation marks within quotation marks are single ones.
    pick("“\(String(text.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 }))”", "\"\(text)\"")
  }

  /// The name of the program.
  package var program: String { pick("督办", "Duban") }

  /// 周日, Sun.
  package func weekday(_ day: Day) -> String {
    let zh = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return pick(zh[day.weekday - 1], en[day.weekday - 1])
  }

  /// The condition in a word.
  package func condition(_ condition: Condition) -> String {
    switch condition {
    case .normal: pick("正常", "on course")
    case .dueSoon: pick("临期", "due soon")
    case .overdue: pick("逾期", "overdue")
    case .completed: pick("办结", "completed")
    case .completedLate: pick("逾期办结", "completed late")
    case .standing: pick("长期", "standing")
    case .recurring: pick("周期", "recurring")
    case .unscheduled: pick("待定", "unscheduled")
    case .suspended: pick("中止", "suspended")
    case .cancelled: pick("撤销", "cancelled")
    }
  }

  /// What a number on top of a screen counts, in a word.
  package func part(_ part: Tally.Part) -> String {
    switch part {
    case .overdue: condition(.overdue)
    case .dueSoon: condition(.dueSoon)
    case .behind: pick("滞后", "behind")
    case .short: pick("次数不足", "under quota")
    case .normal: condition(.normal)
    case .completed: condition(.completed)
    case .standing: condition(.standing)
    case .recurring: condition(.recurring)
    case .unscheduled: condition(.unscheduled)
    case .suspended: condition(.suspended)
    case .cancelled: condition(.cancelled)
    }
  }

  /// What a number on top counts, in a line of help.
  package func meaning(of part: Tally.Part) -> String {
    switch part {
    case .overdue: pick("已过时限，未办结", "past the deadline and not completed")
    case .dueSoon: pick("临近时限，未办结", "close to the deadline and not completed")
    case .behind: pick("时限未到，进度落后于时序", "in time, but with less progress than there should be")
    case .short: pick("按期次数不足", "less often than the period asks for")
    case .normal: pick("在办，进度正常", "under way, in no danger")
    case .completed: pick("已办结，含逾期办结", "completed, late ones too")
    case .standing: pick("长期坚持，没有时限", "goes on, without a deadline")
    case .recurring: pick("每周、每月、每季度等按期办的", "done every week, month, quarter")
    case .unscheduled: pick("时限未定", "no deadline is known")
    case .suspended: pick("已中止，暂不计时限", "suspended; its deadline rests")
    case .cancelled: pick("已撤销，不再办", "cancelled")
    }
  }

  /// 逾期 3: a number on top.
  package func counted(_ part: Tally.Part, _ count: Int) -> String { "\(self.part(part)) \(count)" }

  /// How many open tasks no list shows, since their campaigns are put away.
  package func openArchived(_ count: Int) -> String {
    pick("已归档未办结 \(count)", "open in the archive \(count)")
  }

  /// The heading of what hurts, whatever the cause: `is:紧要`.
  package var urgent: String { pick("紧要任务", "Urgent") }
  /// The heading of what comes.
  package var withinSevenDays: String { pick("七天内", "Within seven days") }
  /// The heading of those who lag.
  package var laggingUnits: String { pick("滞后单位", "Lagging units") }
  /// What stands where nothing hurts.
  package var nothingUrgent: String { pick("没有紧要任务。", "Nothing is urgent.") }

  /// The stage in a word.
  package func stage(_ stage: Stage) -> String {
    switch stage {
    case .draft: pick("草稿", "draft")
    case .registered: pick("已立项", "registered")
    case .assigned: pick("已交办", "assigned")
    case .inProgress: pick("办理中", "in progress")
    case .submitted: pick("待审核", "submitted")
    case .completed: pick("已办结", "completed")
    case .struckOff: pick("已销号", "struck off")
    case .suspended: pick("已中止", "suspended")
    case .cancelled: pick("已撤销", "cancelled")
    }
  }

  /// The light in a word; empty where there is none.
  package func light(_ light: Light) -> String {
    switch light {
    case .red: pick("红", "red")
    case .yellow: pick("黄", "yellow")
    case .green: pick("绿", "green")
    case .none: ""
    }
  }

  /// What rows of a group share.
  package func group(_ key: TaskGroup.Key) -> String {
    switch key {
    case .named(let name): name
    case .light(.none): pick("无灯", "no light")
    case .light(let light): self.light(light)
    case .none: pick("未列明", "not named")
    }
  }

  /// The role in a word.
  package func role(_ role: Role) -> String {
    switch role {
    case .lead: pick("牵头", "lead")
    case .supporting: pick("配合", "supporting")
    case .leader: pick("责任领导", "leader")
    case .person: pick("责任人", "person")
    }
  }

  /// The kind of a unit in a word.
  package func unitKind(_ kind: Unit.Kind) -> String {
    switch kind {
    case .department: pick("部门", "department")
    case .branch: pick("支部", "branch")
    case .office: pick("办公室", "office")
    case .organisation: pick("单位", "organisation")
    case .post: pick("岗位", "post")
    case .collective: pick("集体", "collective")
    }
  }

  /// The kind of a time in a word.
  package func deadlineKind(_ kind: DeadlineKind) -> String {
    switch kind {
    case .date: pick("日期", "date")
    case .range: pick("起止", "range")
    case .xun: pick("旬", "ten days")
    case .month: pick("月", "month")
    case .quarter: pick("季度", "quarter")
    case .year: pick("年", "year")
    case .standing: pick("长期", "standing")
    case .recurring: pick("周期", "recurring")
    case .event: pick("事件", "event")
    case .none: pick("无", "none")
    }
  }

  /// 每季度, per quarter.
  package func period(_ period: Period) -> String {
    switch period {
    case .day: pick("每日", "a day")
    case .week: pick("每周", "a week")
    case .month: pick("每月", "a month")
    case .quarter: pick("每季度", "a quarter")
    case .halfyear: pick("每半年", "a half-year")
    case .year: pick("每年", "a year")
    }
  }

  /// The kind of a log entry in a word.
  package func entryKind(_ kind: LogEntry.Kind.Name) -> String {
    switch kind {
    case .progress: pick("进展", "progress")
    case .note: pick("备注", "note")
    case .instruction: pick("批示", "instruction")
    case .chase: pick("催办", "chase")
    case .correction: pick("更正", "correction")
    case .assigned: pick("交办", "assigned")
    case .acknowledged: pick("签收", "acknowledged")
    case .submitted: pick("申请办结", "submitted")
    case .returned: pick("退回重办", "returned")
    case .completed: pick("办结", "completed")
    case .struckOff: pick("销号", "struck off")
    case .reopened: pick("回头看", "re-check")
    case .suspended: pick("中止", "suspended")
    case .resumed: pick("恢复办理", "resumed")
    case .cancelled: pick("撤销", "cancelled")
    case .extension: pick("延期", "extension")
    case .edited: pick("修改", "edited")
    case .split: pick("拆分", "split")
    case .moved: pick("移动", "moved")
    }
  }
}
