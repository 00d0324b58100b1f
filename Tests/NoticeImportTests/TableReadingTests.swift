import Testing

@testable import NoticeImport

struct TableReadingTests {
  private static func rows(_ text: String) -> [String] {
    TableReading(SourceLines(Sample.lines(text))).rows.map { row in
      "\(row.line): " + row.cells.map(\.text).joined(separator: "|")
    }
  }

  @Test(
    arguments: [
      // By tabs.
      (
        "序号\t时间\t活动内容\t责任部门\n1\t3月\t召开动员会\t党办\n2\t4月上旬\t组织轮训\t组织部",
        ["2: 1|3月|召开动员会|党办", "3: 2|4月上旬|组织轮训|组织部"]
      ),
      // By pipes, with the line of dashes below the headings.
      ("|序号|事项|责任单位|完成时限|\n|---|---|---|---|\n|1|清理用房|机关科|立行立改|", ["3: 1|清理用房|机关科|立行立改"]),
      // By wide gaps.
      ("时间    活动内容    责任部门\n3月    召开动员会    党办\n4月    组织轮训    组织部", ["2: 3月|召开动员会|党办", "3: 4月|组织轮训|组织部"]),
      // Without a number or a time in front every line is a row.
      ("事项\t责任单位\n清理用房\t机关科", ["2: 清理用房|机关科"]),
      // A line broken inside a cell goes on there.
      ("序号\t时间\t活动内容\t责任部门\n1\t3月\t召开动员会，\n听取意见\t党办", ["2: 1|3月|召开动员会，听取意见|党办"]),
      // A page break between rows, headings again.
      ("序号\t事项\t责任部门\n1\t动员\t党办\n\n— 2 —\n序号\t事项\t责任部门\n2\t总结\t工会", ["2: 1|动员|党办", "6: 2|总结|工会"]),
      // A merged cell leaves a row short: what is missing comes from above.
      ("序号\t事项\t责任部门\n1\t动员\t党办\n2\t总结", ["2: 1|动员|党办", "3: 2|总结|党办"]),
      // A table of points is no plan's.
      ("序号\t考核内容\t分值\n1\t学习\t5分", []),
      // One heading makes no table.
      ("序号\n1\n2", []), ("时间：3月\t地点：会议室", []),
    ] as [(String, [String])])
  func tables(text: String, expected: [String]) {
    #expect(Self.rows(text) == expected)
  }

  @Test func aTableEndsWhereTextBegins() {
    let text = "序号\t事项\t责任部门\n1\t动员\t党办\n\n二、工作要求\n各支部要重视。"
    let reading = TableReading(SourceLines(Sample.lines(text)))
    #expect(reading.rows.count == 1)
    #expect(reading.used.max() ?? 0 < 4)
    #expect(Sample.paragraphs(text).map(\.words.text).suffix(2) == ["二、工作要求", "各支部要重视。"])
  }

  @Test func inheritedCellsAreMarked() {
    let text = "序号\t事项\t责任部门\n1\t动员\t党办\n2\t总结"
    #expect(TableReading(SourceLines(Sample.lines(text))).rows.map(\.inherited) == [[], [2]])
  }

  @Test(
    arguments: [
      ("序号", .serial), ("完成时限", .time), ("时间安排", .time), ("工作内容", .content), ("整改措施", .measure),
      ("责任单位", .lead),
      ("牵头部门", .lead), ("配合单位", .supporting), ("责任领导", .leader), ("分管领导", .leader), ("责任人", .person),
      ("备注", .other),
      ("联系人", .other), ("扣分标准", .points), ("责 任 科 室", .lead), ("甲乙丙", nil), ("", nil),
    ] as [(String, ColumnKind?)])
  func columns(heading: String, kind: ColumnKind?) {
    #expect(ColumnKind(heading: Sample.passage(heading)) == kind)
  }
}
