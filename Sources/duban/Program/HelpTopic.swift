import Campaigns
import ReferenceData
import Tables
import Wording

/// A page of help that is no command's: `duban help filters`. What it lists comes from where the program itself has it.
enum HelpTopic: String, CaseIterable {
  case filters, times, columns, exitCodes = "exit-codes", environment, config

  /// What it is about, in a line.
  func title(_ wording: Wording) -> String {
    switch self {
    case .filters: wording.pick("筛选条件", "Filters")
    case .times: wording.pick("时限的写法", "How times are written")
    case .columns: wording.pick("各列表的列", "Columns of lists")
    case .exitCodes: wording.pick("退出码", "Exit codes")
    case .environment: wording.pick("环境变量", "Environment")
    case .config: wording.pick("设置", "Settings")
    }
  }

  /// The page.
  func text(_ wording: Wording) -> String {
    HelpText.text([.words(title(wording) + wording.pick("：", ":"))] + parts(wording)) + "\n"
  }

  /// All topics, for the page of `duban help`.
  static func list(_ wording: Wording) -> HelpText.Part {
    .rows(
      wording.pick("专题（duban help 专题）：", "TOPICS (duban help TOPIC):"),
      allCases.map { ($0.rawValue, $0.title(wording)) })
  }

  /// The page that `help` and its words ask for; nil where they ask for a command's.
  /// - Throws: where there is nothing of that name.
  static func page(of words: [String], _ wording: Wording) throws(Failure) -> String? {
    guard words.first == "help" else { return nil }
    var known = Root.configuration.subcommands
    // A topic that is a command too stands on the command's page.
    if words.count == 2, let topic = HelpTopic(rawValue: words[1]),
      !known.contains(where: { $0.configuration.commandName == words[1] })
    {
      return topic.text(wording)
    }
    for (number, word) in words.dropFirst().enumerated() {
      let names = known.compactMap { $0.configuration.commandName }
      guard let next = known.first(where: { $0.configuration.commandName == word }) else {
        if number == 0, word == "help" { return nil }
        let all = names + (number == 0 ? allCases.map(\.rawValue) : [])
        throw .unknownHelp(word, nearest: nearest(to: word, among: all))
      }
      known = next.configuration.subcommands
    }
    return nil
  }

  /// What it says below its title.
  func parts(_ wording: Wording) -> [HelpText.Part] {
    switch self {
    case .filters: filters(wording)
    case .times: times(wording)
    case .columns: columns(wording)
    case .exitCodes:
      [
        .rows(nil, ExitCode.allCases.map { ("\($0.rawValue)", $0.meaning(wording)) }),
        .words(
          wording.pick(
            "duban check 另有四个：0 正常、1 临期、2 逾期、3 无法判断。",
            "duban check has four of its own: 0 fine, 1 due soon, 2 overdue, 3 cannot tell.")),
      ]
    case .environment:
      [
        .rows(nil, EnvironmentVariable.allCases.map { ($0.rawValue, $0.meaning(wording)) }),
        .words(
          wording.pick(
            "选项优先于环境变量，环境变量优先于个人配置。", "An option beats the environment, that beats the user's configuration.")
        ),
      ]
    case .config:
      [
        .rows(
          nil,
          (ConfigKey.fixed + [.event(""), .template(""), .view("")]).map { key in
            let name = wording.pick("名称", "NAME")
            return (key.name.hasSuffix(".") ? key.name + name : key.name, key.meaning(wording))
          })
      ]
    }
  }

  private func filters(_ wording: Wording) -> [HelpText.Part] {
    [
      .words(
        wording.pick(
          "词语在标题、原文、编号、标签、单位、时限中查找，也可用拼音或首字母；并列的条件须同时满足，可用 且、或、非 和括号。引号内都是词语。",
          "Words are looked for in title, text, ids, tags, units and deadline, by pinyin too; words beside each other must all hold; and, or, not, parentheses. What stands in quotes is words."
        )),
      .rows(nil, FilterKey.allCases.map { (label($0, wording), meaning($0, wording)) }),
      .words(
        wording.pick(
          "@名称 是存下的视图（duban view）。不认识的键、词语、名称会指出最接近的。",
          "@NAME is a saved filter (duban view). What there is none of is told with the nearest.")),
      .examples(
        [
          ("duban list \(wording.filterExample(.is)) \(wording.filterExample(.unit))", ""),
          (
            "duban list '\(wording.filterExample(.due)) \(wording.pick("或", "or")) \(wording.filterExample(.light))'",
            ""
          ),
        ]),
    ]
  }

  private func label(_ key: FilterKey, _ wording: Wording) -> String {
    wording.pick("\(key.chinese[0]): 或 \(key.rawValue):", "\(key.rawValue):, \(key.chinese[0]):")
  }

  private func meaning(_ key: FilterKey, _ wording: Wording) -> String {
    let words = wording.filterWords(key)
    if !words.isEmpty { return words.joined(separator: wording.pick("、", ", ")) }
    return switch key {
    case .unit: wording.pick("涉及的单位，写名称、别名、编号或名称的一部分", "a unit that it concerns, by name, part of it, or id")
    case .missing: wording.pick("还在等哪个单位", "a unit that has still to do its part")
    case .lead: wording.pick("牵头单位；牵头:- 为没有牵头的", "the unit that leads; lead:- has none")
    case .campaign: wording.pick("方案编号或标题的一部分", "a campaign, by code or part of its title")
    case .phase: wording.pick("阶段名称的一部分", "a phase, by part of its name")
    case .leader: wording.pick("责任领导的职务", "the leader who answers for it, by post")
    case .tag: wording.pick("标签", "a tag")
    case .due:
      wording.pick(
        "时限落在何时：7d、2026-06、2026-06-01..2026-06-30 或公文写法（本周、12月下旬）",
        "when it is due: 7d, 2026-06, 2026-06-01..2026-06-30, week, month, quarter, or in words (12月下旬)")
    case .updated: wording.pick("何时有过动态，写法同上", "when the last entry was made, written alike")
    case .since:
      wording.pick("从何时起有过动态，如 昨天、last-working-day", "from when on, as yesterday, last-working-day")
    case .is, .stage, .light: ""
    }
  }

  /// As the program reads them: each in a document of 2026.
  private func times(_ wording: Wording) -> [HelpText.Part] {
    let day = Day(iso: "2026-03-02")
    let rows = HelpTopic.timesRead.map { text -> (label: String, words: String) in
      guard let day else { return (text, "") }
      let context = TimeContext(
        year: 2026, from: day, calendar: WorkCalendar(years: ReferenceData.allHolidays))
      return (text, wording.meaning(of: TimeReader(context).read(text).deadline))
    }
    return [
      .words(
        wording.pick(
          "照公文写即可，也可写作 2026-04-20。下面按 2026 年 3 月 2 日的文件读出：",
          "As documents have them, or as 2026-04-20. As they are read in a document of 2026-03-02:")),
      .rows(nil, rows),
      .examples([("duban when 4月中下旬 --year 2014", wording.pick("试读一个", "tries one"))]),
    ]
  }

  /// One of each kind.
  static let timesRead = [
    "4月20日前", "5月8日至15日", "4月中下旬", "6月底前", "第二季度", "上半年", "5个工作日内", "自印发之日起30日内", "春节前", "“五一”假期后",
    "6月第三个星期日", "每月5日前", "每季度不少于二次", "每季度末月25日前", "考试结束后5个工作日内", "下周三前", "即日起至6月30日", "长期",
  ]

  private func columns(_ wording: Wording) -> [HelpText.Part] {
    let registry = UnitRegistry()
    let tasks = TaskColumn.allCases.map { column in
      (label: column.rawValue, words: column.column(registry, wording).heading.title)
    }
    return [
      .words(
        wording.pick(
          "用于 --columns、--sort、--group-by 和 --format '{id} {title}'。任务（list、next、overdue、show）：",
          "For --columns, --sort, --group-by and --format '{id} {title}'. Of tasks (list, next, overdue, show):"
        )),
      .rows(nil, tasks),
      .words(wording.pick("其他列表：", "Of other lists:")),
      .rows(nil, HelpTopic.otherColumns.map { ($0.list, $0.names.joined(separator: ", ")) }),
    ]
  }
}
