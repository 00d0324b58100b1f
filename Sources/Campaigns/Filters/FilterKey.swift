/// What stands before the colon in a filter: `unit:党办`, 单位:党办 (docs/interface.md, "Filters").
package enum FilterKey: String, CaseIterable, Sendable {
  case unit, missing, lead, campaign, phase, leader, `is`, stage, light, due, updated, since, tag

  /// What it is called in Chinese; the first is what help shows.
  package var chinese: [String] {
    switch self {
    case .unit: ["单位", "责任单位"]
    case .missing: ["欠", "欠办"]
    case .lead: ["牵头", "牵头单位"]
    case .campaign: ["方案"]
    case .phase: ["阶段"]
    case .leader: ["领导", "责任领导"]
    case .is: ["状态"]
    case .stage: ["环节", "办理状态"]
    case .light: ["灯"]
    case .due: ["时限", "期限"]
    case .updated: ["更新", "动态"]
    case .since: ["自", "自从"]
    case .tag: ["标签"]
    }
  }

  /// The key of a name in either language; nil where none is called so.
  package init?(named name: String) {
    let name = name.lowercased()
    guard let key = FilterKey.allCases.first(where: { $0.rawValue == name || $0.chinese.contains(name) })
    else { return nil }
    self = key
  }

  /// The key with a value, as it is read back: quoted where that has blanks, brackets or marks of its own.
  package func text(_ value: String) -> String { "\(rawValue):" + FilterKey.quoted(value) }

  /// A value as it is read back.
  package static func quoted(_ value: String) -> String {
    let isPlain = !value.isEmpty && !value.contains { $0.isWhitespace || "\"“()（）：".contains($0) }
    return isPlain ? value : "\"\(value.replacing("\"", with: "\"\""))\""
  }

  /// Whether its value is a unit.
  package var namesUnits: Bool {
    switch self {
    case .unit, .missing, .lead: true
    case .campaign, .phase, .leader, .is, .stage, .light, .due, .updated, .since, .tag: false
    }
  }

  /// Times that people ask it for.
  package func usualTimes(_ isChinese: Bool) -> [String] {
    switch self {
    case .due: isChinese ? ["本周", "下周", "本月", "本季度", "7d"] : ["week", "month", "quarter", "7d"]
    case .updated, .since: isChinese ? ["昨天", "上一工作日", "7d"] : ["yesterday", "last-working-day", "7d"]
    case .unit, .missing, .lead, .campaign, .phase, .leader, .is, .stage, .light, .tag: []
    }
  }

  /// All names, in both languages.
  static let names = allCases.flatMap { [$0.rawValue] + $0.chinese }

  /// What its value says: the name of a thing, one of a few words, or days.
  package enum Value: Sendable {
    case name
    case word([FilterWord])
    case time
  }

  /// What its value says.
  package var value: Value {
    switch self {
    case .unit, .missing, .lead, .campaign, .phase, .leader, .tag: .name
    case .is: .word(FilterWord.states)
    case .stage: .word(FilterWord.stages)
    case .light: .word(FilterWord.lights)
    case .due, .updated, .since: .time
    }
  }
}

/// A word that a key takes, with what it asks for.
///
///     FilterWord.states.first { $0.names.contains("逾期") }?.filter  // .part(.overdue)
package struct FilterWord: Sendable {
  /// The word in Chinese; nil where there is none, or it asks for something else.
  package let zh: String?
  /// The word in English, as `zh`.
  package let en: String?
  /// What else is understood; small letters.
  private let others: [String]
  /// What it asks for.
  package let filter: Filter

  private init(_ zh: String?, _ en: String?, _ filter: Filter, also others: [String] = []) {
    (self.zh, self.en, self.others, self.filter) = (zh, en, others, filter)
  }

  /// All that is understood as it, in small letters.
  package var names: [String] { [zh, en?.lowercased()].compactMap(\.self) + others }

  /// What `is:` takes. A Chinese word that a number on top has lists the rows of that number; the English words of conditions
  /// list those: 长期 leaves out what is 次数不足, `standing` does not.
  package static let states: [FilterWord] =
    [
      FilterWord("在办", "open", .open), FilterWord("草稿", "draft", .stage(.draft)),
      FilterWord("紧要", "urgent", .urgent),
    ]
    + Tally.Part.allCases.map { FilterWord($0) }
    + [
      FilterWord("欠次", "short", .short), FilterWord("未达标", "failing", .failing),
      FilterWord("待回顾", "review", .reviewDue, also: ["reviewdue"]), FilterWord("已延期", "extended", .extended),
      FilterWord("延期待批", "pending", .pending, also: ["待批"]), FilterWord("应催", "chase", .chase, also: ["待催办"]),
      FilterWord("批示待复", "instructed", .instructed, also: ["待复"]), FilterWord("待前项", "waiting", .waiting),
      FilterWord("成员已办", "membersDone", .membersDone, also: ["成员均已办结"]),
      FilterWord("已办结", "done", .or(.stage(.completed), .stage(.struckOff)), also: ["completed"]),
      FilterWord("销号", "struckOff", .stage(.struckOff), also: ["struck-off", "已销号"]),
      FilterWord("按时办结", nil, .condition(.completed)),
      FilterWord("逾期办结", "completedLate", .condition(.completedLate), also: ["completed-late"]),
    ]
    + [Condition.normal, .dueSoon, .overdue, .standing, .recurring, .unscheduled, .suspended, .cancelled].map
  {
    FilterWord($0)
  }

  /// What `stage:` takes.
  package static let stages: [FilterWord] = [
    FilterWord("草稿", "draft", .stage(.draft)),
    FilterWord("已立项", "registered", .stage(.registered), also: ["立项"]),
    FilterWord("已交办", "assigned", .stage(.assigned), also: ["交办"]),
    FilterWord("办理中", "inProgress", .stage(.inProgress), also: ["在办"]),
    FilterWord("待审核", "submitted", .stage(.submitted)),
    FilterWord("已办结", "completed", .stage(.completed), also: ["办结"]),
    FilterWord("已销号", "struckOff", .stage(.struckOff), also: ["销号"]),
    FilterWord("中止", "suspended", .stage(.suspended)), FilterWord("撤销", "cancelled", .stage(.cancelled)),
  ]

  /// What `light:` takes.
  package static let lights: [FilterWord] = [
    FilterWord("红", "red", .light(.red), also: ["红灯"]),
    FilterWord("黄", "yellow", .light(.yellow), also: ["黄灯"]),
    FilterWord("绿", "green", .light(.green), also: ["绿灯"]), FilterWord("无", "none", .light(.none)),
  ]

  /// The rows of a number on top.
  private init(_ part: Tally.Part) {
    let (zh, en, others): (String, String?, [String]) =
      switch part {
      case .overdue: ("逾期", nil, [])
      case .dueSoon: ("临期", nil, [])
      case .behind: ("滞后", "behind", ["进度滞后", "严重滞后"])
      case .short: ("次数不足", "quota", [])
      case .normal: ("正常", nil, [])
      case .completed: ("办结", nil, [])
      case .standing: ("长期", nil, [])
      case .recurring: ("周期", nil, [])
      case .unscheduled: ("待定", nil, [])
      case .suspended: ("中止", nil, [])
      case .cancelled: ("撤销", nil, [])
      }
    self.init(zh, en, .part(part), also: others)
  }

  /// The rows of a condition that a number on top does not count alone.
  private init(_ condition: Condition) {
    let others: [String] =
      switch condition {
      case .dueSoon: ["due-soon", "soon"]
      case .overdue: ["late"]
      case .normal, .completed, .completedLate, .standing, .recurring, .unscheduled, .suspended, .cancelled:
        []
      }
    self.init(nil, condition.rawValue, .condition(condition), also: others)
  }
}
