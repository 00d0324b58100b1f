import Testing

@testable import NoticeImport

struct LineJoiningTests {
  @Test(
    arguments: [
      // Whole lines are paragraphs.
      ("抓好学习。\n改进作风。", ["抓好学习。", "改进作风。"]),
      ("抓好学习；\n改进作风。", ["抓好学习；", "改进作风。"]),
      // A line that stops at a comma goes on.
      ("各支部要认真组织学习讨论，\n形成书面报告。", ["各支部要认真组织学习讨论，形成书面报告。"]),
      ("各支部要认真组织学习讨论，\n\n形成书面报告。", ["各支部要认真组织学习讨论，形成书面报告。"]),
      // A number or a label begins a paragraph whatever stands before it.
      ("各支部要认真组织学习讨论，\n二、改进作风。", ["各支部要认真组织学习讨论，", "二、改进作风。"]),
      ("（一）各支部要认真组织学习讨论，\n责任科室：党办", ["（一）各支部要认真组织学习讨论，", "责任科室：党办"]),
      ("各支部要认真组织学习讨论，\n第二阶段：总结", ["各支部要认真组织学习讨论，", "第二阶段：总结"]),
      // A bracket that stays open goes on.
      ("学习动员（5月10日至\n5月31日）。", ["学习动员（5月10日至5月31日）。"]),
      // Page numbers go, also inside a sentence.
      ("各支部要认真组织学习讨论，\n— 3 —\n形成书面报告。", ["各支部要认真组织学习讨论，形成书面报告。"]),
      ("抓好学习。\n第 12 页\n3/12\n改进作风。", ["抓好学习。", "改进作风。"]),
      // A form that was not filled in.
      ("时间：\n年  月  日", ["时间：年月日"]),
      ("活动内容如下：\n组织学习。", ["活动内容如下：", "组织学习。"]),
      // Tabs part cells.
      ("党办主任、工会主席，人事科长，\n甲\t乙", ["党办主任、工会主席，人事科长，", "甲乙"]),
      ("关于学习的通知\n各支部：", ["关于学习的通知", "各支部："]), ("", []), (" \n\u{3000}\n", []),
    ] as [(String, [String])])
  func paragraphs(text: String, expected: [String]) {
    #expect(Sample.paragraphs(text).map(\.words.text) == expected)
  }

  @Test func linesBrokenAtAColumnsEdgeAreJoined() {
    let first = "为深入推进机关作风建设切实解决群众反映强烈的突出问题经党委会研究决定从今年三月起在全系统开展主题实践活动请"
    let second = "二、各支部要把活动同日常工作结合起来做到两不误两促进并按月报送进展"
    let text = (first + "认真组织。\n" + second + "情况。")
    let broken = Self.broken(first + "认真组织。", 8) + Self.broken(second + "情况。", 8)
    let wide = Self.broken(String(repeating: first, count: 6) + "认真组织。", 20) + Self.broken(second + "情况。", 20)
    #expect(Sample.paragraphs(wide.joined(separator: "\n")).count == 2)
    #expect(Sample.paragraphs(wide.joined(separator: "\n\n")).count == 2)
    // Too narrow for a page: such lines are their own.
    #expect(Sample.paragraphs(broken.joined(separator: "\n")).count > 2, "\(text)")
  }

  @Test func rowsThatWereBrokenAtAColumnsEdgeAreRowsAgain() {
    let rows = [
      "序号  事项                      牵头单位          完成时间", "1     检修东区闸门              机电队            3月底前",
      "2     清理西区渠道淤泥          渠道所            4月下旬", "3     更换泵站老旧阀门          机电队            5月20日前",
      "4     张贴汛期安全告示          办公室            6月",
    ]
    let broken = rows.flatMap { Self.broken($0, 20) }
    let text = (["2025年渠道管护任务分解表"] + broken).joined(separator: "\n")
    #expect(
      Sample.tasks(text).map { $0.drop { $0 != " " } } == [
        " 检修东区闸门 [机电队] 3月底前", " 清理西区渠道淤泥 [渠道所] 4月下旬", " 更换泵站老旧阀门 [机电队] 5月20日前", " 张贴汛期安全告示 [办公室] 6月",
      ])
  }

  @Test func everyWordKnowsItsLine() throws {
    let paragraph = try #require(Sample.paragraphs("\n各支部要认真组织学习讨论，\n— 3 —\n形成报告。").first)
    #expect(paragraph.line == 2)
    #expect(paragraph.words.lines.last == 4)
  }

  private static func broken(_ text: String, _ width: Int) -> [String] {
    var (lines, rest): ([String], Substring) = ([], text[...])
    while !rest.isEmpty {
      lines.append(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    return lines
  }
}
