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
}
