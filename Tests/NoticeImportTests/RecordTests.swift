import Testing

@testable import NoticeImport

/// Records of labels: in blocks, in brackets before the matter, on lines of their own.
struct RecordTests {
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
    #expect(Sample.tasks(ledger) == ["2 取号机常坏 [服务大厅、信息科] 2025年7月15日前", "7 电话无人接听 [热线班] "])
  }

  @Test func aBracketOfLabelsStandsBeforeTheMatterOrBelowIt() {
    let points = """
      2025年气象服务要点
      1、【责任单位：预报科；完成时间：4月20日前】发布春耕专报。联合农技站会商。
      2、开展校园科普。组织观测员授课。
      （承接部门：科普科；办讫时限：10月底前）
      """
    #expect(
      Sample.tasks(points) == ["2 发布春耕专报 [预报科] 4月20日前", "3 开展校园科普 [科普科] 10月底前"])
  }

  @Test func dashLinesBelongToTheUnitThatHeadsThem() {
    let minutes = """
      25年三季度检修碰头会
      1.电气班：
      n 配电柜除尘---7月12日
      n 更换轴承---7月22日完成；
      2.管道班：
      阀门试压 ——8月5日
      □ 保温层修补---8月9日前
      """
    #expect(
      Sample.tasks(minutes) == [
        "3 配电柜除尘 [电气班] 7月12日", "4 更换轴承 [电气班] 7月22日", "6 阀门试压 [管道班] 8月5日",
        "7 保温层修补 [管道班] 8月9日前",
      ])
    // A range in a bracket is no record.
    #expect(Sample.tasks("检查方案\n一、摸底阶段（4月10——30日）\n二、整治阶段（5月1日——12月15日）").isEmpty)
  }

  /// Two figures of a year in a title are one of this century.
  @Test func aShortYear() {
    let plan = Sample.read("09年春季绿化安排\n1、栽植行道树。责任单位：园林科，完成时间：3月底前。").plans.first
    #expect(plan?.year == 2009 && plan?.tasks.first?.deadline.end?.iso == "2009-03-31")
  }

  /// Where the words say that these are names, no ending is asked of them.
  @Test func namesOfAnyEndingInStrongPlaces() {
    let plan = """
      2025年绿化分工
      一、重点任务
      （一）张贴标语。由县侨商会负责，6月10日前完成。
      （二）培训志愿者。由蓝鲸救援驿牵头、县青商会配合，7月5日前完成。
      （三）修复防护林。（市港航局牵头，市林草局、各区按任务分工落实）
      （四）公布名录。（市林草局、水务局负责，列在首位的为牵头单位）
      """
    #expect(
      Sample.read(plan, year: 2025).plans.flatMap(\.tasks).map { $0.departments.joined(separator: "、") } == [
        "县侨商会", "蓝鲸救援驿、县青商会", "市港航局、市林草局、各区", "市林草局、水务局",
      ])
  }

  @Test func monthsHeadItemsOfAnyNumber() {
    let plan = """
      2025年档案馆安排
      3月
      （1）清点库房。责任人：保管科科长
      （2）征集照片。责任人：征集科科长
      第三季度（视汛情调整）
      （1）抽检记录。责任人：保管科科长
      """
    #expect(
      Sample.tasks(plan) == [
        "3 清点库房 [保管科科长] 3月", "4 征集照片 [征集科科长] 3月", "6 抽检记录 [保管科科长] 第三季度",
      ])
  }
}
