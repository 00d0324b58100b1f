import Testing

@testable import NoticeImport

/// Records of labels: in blocks, in brackets before the matter, on lines of their own.
struct RecordTests {
  private func tasks(_ text: String) -> [String] {
    Sample.read(text, year: 2025).plans.flatMap(\.tasks).map { task in
      "\(task.line) \(task.title) [\(task.departments.joined(separator: "、"))] \(task.deadline.text)"
    }
  }

  @Test func aBlockIsOneTaskWhateverNumbersItsMeasuresHave() {
    let ledger = """
      窗口服务整改台账
      【问题1】取号机常坏
      【整改措施】1．更换主板；
      2．签订维保合同。
      【责任单位】服务大厅、信息科
      【整改时限】2025年7月15日前
      问题（二）：电话无人接听
      整改措施：排出值班表。
      责任单位：热线班
      """
    #expect(tasks(ledger) == ["2 取号机常坏 [服务大厅、信息科] 2025年7月15日前", "7 电话无人接听 [热线班] "])
  }

  @Test func aBracketOfLabelsStandsBeforeTheMatterOrBelowIt() {
    let points = """
      2025年气象服务要点
      1、【责任单位：预报科；完成时间：4月20日前】发布春耕专报。联合农技站会商。
      2、开展校园科普。组织观测员授课。
      （承接部门：科普科；办讫时限：10月底前）
      """
    #expect(
      tasks(points) == ["2 发布春耕专报 [预报科] 4月20日前", "3 开展校园科普 [科普科] 10月底前"])
  }
}
