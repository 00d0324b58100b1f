import Testing

@testable import NoticeImport

struct LabelTests {
  private static func labels(_ text: String) -> [String] {
    LabelReading.labels(in: Sample.passage(text)).map { label in
      let kind =
        switch label.kind {
        case .lead(jointly: true): "jointly"
        case .lead(jointly: false): "lead"
        default: "\(label.kind)"
        }
      return "\(kind) \(label.value.text)"
    }
  }

  @Test(
    arguments: [
      ("责任科室：党办、工会，完成时间：4月20日之前。", ["lead 党办、工会", "time 4月20日之前"]),
      ("责任科室:党办;完成时限:5月底前", ["lead 党办", "time 5月底前"]),
      ("（责任部门：党办；完成时间：6月）", ["lead 党办", "time 6月"]), ("抓好学习（责任单位：党办）。", ["lead 党办"]),
      ("牵头单位：党办、人事科；配合单位：各支部", ["jointly 党办、人事科", "supporting 各支部"]),
      ("牵头：党办 配合：工会", ["jointly 党办", "supporting 工会"]),
      ("责任人为护理部主任", ["person 护理部主任"]), ("责任科室为党办", ["lead 党办"]),
      ("责任人：科长，整改时限：立行立改", ["person 科长", "time 立行立改"]),
      ("责任领导：分管副院长", ["leader 分管副院长"]), ("分管领导：副院长  责任科室：医务科", ["leader 副院长", "lead 医务科"]),
      ("责任 科室 ： 党办", ["lead 党办"]), ("完成时间节点：9月", ["time 9月"]),
      ("时间：3月1日，地点：会议室", ["time 3月1日", "other 会议室"]),
      ("任务：清理文件。措施：逐件核对。责任人：主任", ["title 清理文件", "other 逐件核对", "person 主任"]), ("任务一：清理文件", ["title 清理文件"]),
      // The words of a label end with the sentence.
      ("责任科室：党办。各支部要重视。", ["lead 党办"]), ("整改措施：甲。乙。责任单位：党办", ["other 甲。乙", "lead 党办"]),
      ("责任科室：", ["lead "]),
      // Labels that nobody listed: by their last characters and what stands behind them.
      ("承接科室：党办，办讫日期：5月底前", ["lead 党办", "time 5月底前"]), ("经手人：张科长", ["person 张科长"]),
      ("协力部门：工会；主抓领导：副院长", ["supporting 工会", "leader 副院长"]), ("收尾期限：长期坚持", ["time 长期坚持"]),
      // In brackets, and behind the words of another one.
      ("【责任单位】党办、工会【整改时限】6月底前", ["lead 党办、工会", "time 6月底前"]), ("【问题1】设备老化", ["title 设备老化"]),
      ("问题（二）：电话无人接", ["title 电话无人接"]), ("完成时间：5月8日责任人：张某", ["time 5月8日", "person 张某"]),
      // What stands behind them is not of their kind.
      ("各有关单位：", []), ("各科室：请于5月底前报送", []), ("关键节点：抓好落实", []), ("带头人：要做到", []), ("学期：2025年秋季", []),
      ("发布日期：2025年5月6日", []),
      // Words in running text that only look alike.
      ("各责任科室要重视", []), ("明确责任科室，落实责任人", []), ("建立责任人制度", []), ("总责任人：主任", ["person 主任"]), ("", []),
    ] as [(String, [String])])
  func pairs(text: String, expected: [String]) {
    #expect(Self.labels(text) == expected)
  }

  @Test func aLabelBeginsAParagraphOfItsOwn() {
    #expect(LabelReading.opening(Sample.passage("责任单位：党办")) == .lead(jointly: false))
    #expect(LabelReading.opening(Sample.passage("抓好学习，责任单位：党办")) == nil)
  }
}
