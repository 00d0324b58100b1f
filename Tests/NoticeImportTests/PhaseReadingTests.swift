import Testing

@testable import NoticeImport

struct PhaseReadingTests {
  /// Phases as 名|first day|last day|words, read from whole paragraphs.
  private static func phases(_ text: String) -> [String] {
    let phases = PhaseReading(Outline(Sample.paragraphs(text), line: 1), Sample.frame()).ofItems
    return phases.sorted { $0.key < $1.key }.map { _, phase in
      "\(phase.name)|\(phase.start?.iso ?? "-")|\(phase.end?.iso ?? "-")|\(phase.timeText)"
    }
  }

  @Test(
    arguments: [
      ("第一阶段：学习动员（3月1日至3月20日）。", ["学习动员|2013-03-01|2013-03-20|3月1日至3月20日"]),
      ("第二阶段（4月10——30日）。", ["第二阶段|2013-04-10|2013-04-30|4月10——30日"]),
      ("第三阶段：从10月开始至年底。", ["第三阶段|2013-10-01|2013-12-31|从10月开始至年底"]),
      ("第一环节：学习教育、听取意见。", ["学习教育、听取意见|-|-|"]), ("第二步，自查自纠。", ["第二步|-|-|"]),
      (
        "一、动员部署阶段（3月上旬）\n二、组织实施阶段（3月—4月上旬）",
        ["动员部署阶段|2013-03-01|2013-03-10|3月上旬", "组织实施阶段|2013-03-01|2013-04-10|3月—4月上旬"]
      ),
      (
        "三、实施步骤\n（一）宣传发动（5月）\n（二）全面落实（6月至8月）",
        ["宣传发动|2013-05-01|2013-05-31|5月", "全面落实|2013-06-01|2013-08-31|6月至8月"]
      ),
      ("三、方法步骤\n（一）动员阶段\n时间：3月1日至4月10日", ["动员阶段|2013-03-01|2013-04-10|3月1日至4月10日"]),
      ("（一）总结阶段（12月25日至1月5日）", ["总结阶段|2013-12-25|2014-01-05|12月25日至1月5日"]),
      ("（一）总结阶段（6月15日至6月5日）", ["总结阶段|2013-06-15|2013-06-05|6月15日至6月5日"]),
      // Items that are no phases.
      ("二、主要任务\n（一）抓好学习（3月）", []), ("一、分三个阶段进行。", []), ("（1）动员阶段", []),
    ] as [(String, [String])])
  func phases(text: String, expected: [String]) {
    #expect(Self.phases(text) == expected)
  }

  /// `name start end` of each phase of a plan.
  private func phases(_ text: String) -> [String] {
    Sample.read(text, year: 2026).plans.flatMap(\.phases).map {
      "\($0.name) \($0.start?.iso ?? "") \($0.end?.iso ?? "")"
    }
  }

  @Test(
    arguments: [
      // Siblings that are a name with its days, whatever they are called.
      (
        "书画展方案\n一、活动流程\n1.各车间（工段）推荐（3月2日-20日）：每处两件。\n2.初评（3月25日）：评出四十幅。\n3.展出（4月8日—5月6日）：在展厅。",
        ["各车间（工段）推荐 2026-03-02 2026-03-20", "初评 2026-03-25 2026-03-25", "展出 2026-04-08 2026-05-06"]
      ),
      // A bracket that is never closed; without numbers.
      (
        "保洁方案\n一、时间步骤\n（一）摸底阶段（4月1日-4月12日）\n调查。\n（二）清理阶段（4月13日-5月30日\n作业。",
        ["摸底阶段 2026-04-01 2026-04-12", "清理阶段 2026-04-13 2026-05-30"]
      ),
      (
        "保洁方案\n摸底阶段（4月1日-4月12日）\n调查水面。\n清理阶段（4月13日-5月30日）\n组织作业。",
        ["摸底阶段 2026-04-01 2026-04-12", "清理阶段 2026-04-13 2026-05-30"]
      ),
      // In one line, with spaces inside days and 一 for a dash.
      (
        "检查方案\n方法步骤：摸底阶段(2026年3-4月):登记。 整治阶段(5 月6日一5月 20日):逐车检验。",
        ["摸底阶段 2026-03-01 2026-04-30", "整治阶段 2026-05-06 2026-05-20"]
      ),
      // When something is due is no stretch of time.
      ("检查要点\n一、重点工作\n1.登记车辆（3月底前）。\n2.检验车辆（4月底前）。\n3.通报情况（5月底前）。", []),
      ("检查要点\n一、重点工作\n1.登记车辆（3月）。\n2.检验车辆，确保安全。", []),
    ] as [(String, [String])])
  func datedNames(text: String, expected: [String]) { #expect(phases(text) == expected) }
}
