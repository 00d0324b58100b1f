import Testing

@testable import NoticeImport

struct SectionTests {
  @Test(
    arguments: [
      (["主要任务"], .work), ([], .work), (["指导思想"], .aims), (["总体目标"], .aims), (["目标任务"], .aims),
      (["目标和任务"], .work),
      (["工作原则和措施"], .work), (["组织领导"], .demands), (["工作要求"], .demands), (["要求"], .demands),
      (["有关要求"], .demands),
      (["保障措施"], .demands), (["奖惩办法"], .nothing), (["评分标准"], .nothing), (["会议议程"], .nothing),
      (["评选程序"], .procedure),
      // The outermost heading that says anything decides.
      (["主要任务", "工作要求"], .demands), (["组织领导", "主要任务"], .demands), (["奖惩办法", "工作要求"], .nothing),
      (["工作安排", "第一季度"], .work),
      // A sentence is no heading.
      (["各支部要按照工作要求认真落实各项任务并在规定时间内完成"], .work),
    ] as [([String], Section)])
  func kinds(headings: [String], kind: Section) {
    let section = headings.reduce(Section.work) { Section(Sample.passage($1), within: $0) }
    #expect(section == kind)
  }
}
