import Campaigns
import TestSupport
import Testing

@testable import NoticeImport

/// Texts thrown together from what notices are made of: whatever comes, reading ends, and what it says stands in the
/// text. The seed is fixed: the same texts every time.
struct RandomNoticeTests {
  private static let fragments = [
    "一、", "二、", "（一）", "（二）", "1.", "2、", "⑴", "①", "㈠", "一是", "二是", "第一阶段", "第二环节：", "第", "篇一", "篇二",
    "责任科室：",
    "责任部门:", "责任人：", "责任人为", "完成时间：", "整改时限：", "牵头单位：", "配合单位：", "责任领导：", "时间：", "任务：", "措施：", "党办", "人事科",
    "各支部",
    "各区、县级市", "总支书记", "（", "）", "〔", "〕", "(", ")", "[", "]", "《", "》", "“", "”", "\"", "—", "——", "-", "～",
    "至", "4月20日前",
    "3月1日", "2月底前", "每季度", "不少于二次", "上旬", "长期", "年底", "“七一”前", "活动结束后", "5个工作日内", "2015年", "二〇一二年四月二日",
    "20xx年",
    "12月25日至1月5日", "3月25前", "2月30日", "江卫〔2011〕7号", "关于印发", "的通知", "实施方案", "主题词", "附件", "组织领导", "奖惩", "扣1分",
    "去年",
    "由", "负责", "牵头", "配合", "报", "报送", "备案", "向", "汇报", "要", "加强学习", "召开动员大会", "为做好今年工作，结合实际，制定如下方案：", "序号",
    "活动内容", "责任单位",
    "，", "。", "；", "：", "、", "！", ".", "|", "\t", "\t", "    ", "\u{3000}", "\n", "\n", "\n", "\n\n", "\r\n",
    "\u{0}", "\u{1B}", "\u{7}",
    "\u{301}", "\u{200D}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "👨‍👩‍👧", "e\u{301}", "A B", "Party Work", "0",
    "99999999999", "十十", "１２", "5", "Ο",
  ]

  static func texts(seed: UInt64, count: Int) -> [String] {
    var random = SeededNumbers(seed: seed)
    return (0..<count).map { _ in
      let length = Int(random.next() % 60) + 1
      return (0..<length).map { _ in fragments[Int(random.next() % UInt64(fragments.count))] }.joined()
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func everythingThatIsSaidStandsInTheText(seed: UInt64) {
    for text in Self.texts(seed: seed, count: 1_000) { Self.check(text) }
  }

  @Test func longParagraphsEnd() {
    // What is repeated thousands of times in one line: no rule may go over all of it for each of its parts.
    for piece in [
      "（", "（党办）", "由党办", "报送党办", "一是", "责任科室：", "3月", "《", "，", "各支部、", "1.", "1、整改。", "（1）整改；", "①", "问题一：",
      "第一阶段", "“", "|", "\t甲", "向党",
    ] {
      let text = "2013年要点\n1." + String(repeating: piece, count: 12_000 / piece.count) + "\n2.由党办负责。"
      let clock = ContinuousClock()
      let time = clock.measure { _ = Sample.read(text) }
      #expect(time < .seconds(20), "\(piece): \(time)")
    }
  }

  /// The same in lines: what looks like the beginning of a table, line after line, and is none.
  @Test func manyLinesEnd() {
    for line in [
      "\t这是一段缩进的文字，没有安排。", "a  b  c  d", "甲    乙", "|甲|乙", "|甲|乙|丙|丁|", "序号\n任务\n单位", "序号\t事项", "甲——乙",
      "摸底阶段（3月", "【责任单位】", "文号：甲    发布时间：乙", "时间    事项    单位",
    ] {
      let count = 2_000
      let lines = (0..<count).map {
        String(repeating: " ", count: $0 % 30) + line + String(repeating: "  丙", count: $0 % 5)
      }
      let clock = ContinuousClock()
      let time = clock.measure { _ = Sample.read("2013年要点\n" + lines.joined(separator: "\n")) }
      #expect(time < .seconds(20), "\(line): \(time)")
    }
  }

  private static func check(_ text: String) {
    let result = Sample.read(text)
    var faults = result == Sample.read(text) ? [] : ["not the same twice"]
    let whole = bare(text)
    let last = max(1, Sample.lines(text).count)
    func see(_ line: Int, _ words: String?) {
      if !(1...last).contains(line) { faults.append("no line \(line)") }
      if let words, !whole.contains(bare(words)) { faults.append("not in the text: \(words)") }
    }
    for plan in result.plans {
      see(plan.line, plan.title)
      for phase in plan.phases { see(phase.line, phase.name) }
      for (place, task) in plan.tasks.enumerated() {
        see(task.line, task.title)
        if task.title.isEmpty || task.title.unicodeScalars.count > 40 {
          faults.append("title: \(task.title)")
        }
        if let phase = task.phase, !plan.phases.indices.contains(phase) { faults.append("no phase \(phase)") }
        if let parent = task.parent, parent >= place { faults.append("no task above: \(parent)") }
      }
    }
    for finding in result.findings { see(finding.line, nil) }
    if !faults.isEmpty { Issue.record("\(faults) in \(text.debugDescription)") }
  }

  /// Without white space, and without what pages and pipes put between words: figures of page numbers, dashes, bars.
  private static let left = Set("-—–―－·/|｜│第页".unicodeScalars)

  private static func bare(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      !Passage.isSpace($0) && !$0.isFigure && !"-—–―－·/|｜│第页".unicodeScalars.contains($0)
    }
  }
}
