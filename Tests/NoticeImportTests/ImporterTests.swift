import Campaigns
import Synchronization
import Testing

@testable import NoticeImport

struct ImporterTests {
  // MARK: Tasks

  @Test(arguments: [
    MarkedNotice(
      """
      2013年作风建设工作要点
      一、加强学习
      ▶（一）抓好集中学习。每月组织一次。
      责任科室：党办、宣传科，完成时间：12月20日之前。
      ▶（二）办好专题讲座。责任科室：科教科，完成时间：5月底前。
      （三）提高思想认识，增强服务意识。
      二、改进服务
      ▶1.优化门诊流程，由门诊部负责。
      ▶2.6月底前完成满意度调查。
      3.做到文明用语，热情周到。
      ▶4.各支部总结报院党办备案。
      三、组织领导
      各支部要高度重视，加强领导，第一责任人要亲自抓。
      四、奖惩办法
      1.6月底前未完成的扣1分。
      """),
    MarkedNotice(
      """
      2014年活动安排表
      序号\t时间\t活动内容\t责任部门
      ▶1\t2月中下旬\t召开动员大会\t党办
      ▶2\t3月\t组织党员轮训\t组织部
      ▶3\t4月10日前\t上交总结\t各支部
      """),
    MarkedNotice(
      """
      2016年“暖心行动”实施方案
      一、指导思想
      ‼以服务群众为中心，3月起全面推动作风转变。
      二、方法步骤
      （一）动员部署阶段（3月1日—3月20日）
      ▶召开动员大会，3月10日前各社区上报工作计划。
      （二）组织实施阶段（3月21日至10月31日）
      ▶1.走访居民，由社区居委会负责。
      ▶2.党政办牵头，民政办配合，“七一”前解决难题。
      """),
    MarkedNotice(
      """
      2015年整改任务清单
      ▶1．存在问题：会议偏多。
      整改措施：合并同类会议。
      牵头单位：办公室、人事股
      整改时限：立行立改
      ▶2．存在问题：下基层偏少。整改措施：到联系学校调研。牵头单位：基础教育股，完成时限：12月底前
      """),
  ])
  func tasks(notice: MarkedNotice) { notice.expect() }

  @Test func aTaskCarriesWhatItsPairSays() throws {
    let text = "2013年要点\n一、学习\n（一）办好讲座。每季度一次。责任科室：科教科、工会，完成时间：12月20日之前。"
    let task = try #require(Sample.read(text).plans.first?.tasks.first)
    #expect(task.number == "一（一）" && task.title == "办好讲座" && task.line == 3)
    #expect(task.leads == ["科教科"] && task.supporting == ["工会"] && task.departments == ["科教科", "工会"])
    #expect(task.deadline.kind == .date && task.deadline.end == Day(2013, 12, 20))
    #expect(task.deadline.quota == Quota(times: 1, unit: "次", per: .quarter))
    #expect(task.rule == .labelledPair)
  }

  @Test func aPostAnswersWhereNoUnitIsNamed() throws {
    let text = "2013年要点\n一、学习\n1.办好讲座。责任人：护理部主任，时限：5月。"
    let task = try #require(Sample.read(text).plans.first?.tasks.first)
    #expect(task.persons == ["护理部主任"] && task.departments == ["护理部主任"])
  }

  @Test func aUnitOrMonthAsHeadingGoesForTheItemsBelow() {
    let text = "2013年各部门工作安排\n一、党办\n1.组织集中学习\n2.6月底前检查台账\n二、四月份\n1.评选先进个人"
    let tasks = Sample.read(text).plans.first?.tasks ?? []
    #expect(tasks.map(\.departments) == [["党办"], ["党办"], []])
    #expect(tasks.map { $0.deadline.end?.iso } == [nil, "2013-06-30", "2013-04-30"])
    #expect(tasks.allSatisfy { $0.rule == .heading })
  }

  @Test func tasksLieInTheirPhase() throws {
    let text = "2016年方案\n一、方法步骤\n（一）动员阶段（3月）\n1.4月前由党办负责动员。\n（二）总结阶段（5月）\n1.由工会负责总结。\n二、其他\n1.由党办负责宣传。"
    let plan = try #require(Sample.read(text).plans.first)
    #expect(plan.phases.map(\.name) == ["动员阶段", "总结阶段"])
    #expect(plan.tasks.map(\.phase) == [0, 1, nil])
  }

  @Test func partsKnowTheirTask() throws {
    let text = "2013年要点\n（一）改进服务。责任科室：门诊部，完成时间：10月。\n1.优化流程，由信息科负责。"
    let plan = try #require(Sample.read(text).plans.first)
    #expect(plan.tasks.map(\.parent) == [nil, 0])
  }

  // MARK: Year

  @Test(
    arguments: [
      ("江卫〔2012〕6号\n2013年要点\n一、学习\n1.由党办负责。\n江东卫生院党委\n2011年2月26日", 2011, .dateOfIssue),
      ("江卫〔2012〕6号\n2013年要点\n一、学习\n1.由党办负责。", 2012, .documentNumber), ("2013年要点\n1.由党办负责。", 2013, .title),
      ("工作要点\n1.由党办负责，2014年5月底前完成。", 2014, .fullDates),
      ("工作要点\n一、学习\n1.由党办负责。\n江东卫生院党委\n2015年7月", 2015, .signature),
      ("工作要点\n1.由党办负责，5月底前完成。", nil, nil),
    ] as [(String, Int?, YearEvidence?)])
  func years(text: String, year: Int?, evidence: YearEvidence?) {
    let plan = Sample.read(text).plans.first
    #expect(plan?.year == year && plan?.yearEvidence == evidence)
  }

  @Test func aYearThatIsGivenWins() {
    let result = Sample.read("2013年要点\n1.由党办负责，5月底前完成。", year: 2020)
    #expect(result.plans.first?.yearEvidence == .given)
    #expect(result.plans.first?.tasks.first?.deadline.end == Day(2020, 5, 31))
    #expect(!result.findings.contains { $0.kind == .yearInferred })
  }

  @Test func withoutAYearDaysStayOpen() {
    let result = Sample.read("工作要点\n1.由党办负责，5月20日前完成。")
    let deadline = result.plans.first?.tasks.first?.deadline
    #expect(deadline?.kind == .date && deadline?.end == nil && deadline?.text == "5月20日前")
    #expect(result.findings.map(\.kind) == [.noYear])
  }

  // MARK: Findings

  @Test(arguments: [
    MarkedNotice("2013年要点\n‼▶1.6月15日至6月5日发放资料，由工会组织。"),
    MarkedNotice("2013年要点\n‼▶1.由党办负责，3月25前完成。"),
    MarkedNotice("2013年要点\n‼▶1.由党办负责，20xx年3月25日前完成。"),
    MarkedNotice("2013年要点\n‼▶1.由党办负责，2月30日前完成。"),
    MarkedNotice("‼关于开展“学先进、\n争一流”活动的\n通知\n1.认真学习。\n▶2.由党办负责落实。"),
    MarkedNotice("2013年要点\n一、方法步骤\n（一）动员阶段（3月1日至3月20日）\n‼（二）总结阶段（3月20日至4月1日）\n▶1.由党办负责。"),
    MarkedNotice("2013年要点\n一、方法步骤\n‼（一）动员阶段\n▶1.由党办负责。"),
    MarkedNotice("2013年要点\n序号\t时间\t事项\n‼▶1\t3月\t召开大会"),
  ])
  func findings(notice: MarkedNotice) { notice.expect() }

  @Test func anUnknownUnitIsToldWithTheNearest() {
    let units = UnitRegistry(units: [
      Unit(id: "u1", name: "宣传教育科", kind: .department), Unit(id: "u2", name: "党办", kind: .department),
    ])
    let text = "2013年要点\n1.办班。责任科室：党办、宣传教育科、宣传教育课、信息中心，完成时间：5月。\n2.检查。责任科室：宣传教育课，完成时间：6月。"
    let found = Sample.read(text, units: units).findings.filter { $0.kind == .unknownUnit }
    #expect(found.map(\.words) == ["信息中心", "宣传教育课"] || found.map(\.words) == ["宣传教育课", "信息中心"])
    #expect(found.first { $0.words == "宣传教育课" }?.suggestion == "宣传教育科")
    #expect(found.first { $0.words == "信息中心" }?.suggestion == nil)
    #expect(found.allSatisfy { $0.line == 2 })
    #expect(!Sample.read(text).findings.contains { $0.kind == .unknownUnit })
  }

  @Test func aRepeatedPlanIsTold() throws {
    let chapter = "一、学习\n1.由党办负责，5月底前完成。\n"
    let text = "活动方案篇一\n\(chapter)活动方案篇二\n\(chapter)活动方案篇三\n一、检查\n1.由工会负责。"
    let result = Sample.read(text)
    #expect(result.plans.count == 3)
    let found = result.findings.filter { $0.kind == .repeatedPlan }
    #expect(found.count == 1)
    let finding = try #require(found.first)
    #expect(finding.line == 4 && finding.suggestion == "1")
  }

  @Test func findingsStandInTheOrderOfTheFile() {
    let text = "2013年要点篇一\n1.由党办负责，3月25前完成。\n2013年要点篇二\n1.由工会负责，2月30日前完成。"
    let lines = Sample.read(text).findings.map(\.line)
    #expect(lines == lines.sorted() && lines.count > 3, "\(Sample.read(text).findings)")
  }

  // MARK: What is no plan

  @Test(arguments: [
    "", "\n\n", "新华社南城3月5日电（记者）南城区近日召开会议，要求各部门4月20日前完成整改，由办公室负责督查落实。\n1.由党办负责。",
    "本报讯（通讯员）东湖街道近日开展慰问活动，各社区居委会积极参加，受到居民欢迎。",
    "春江花月夜\n海上明月共潮生。",
  ])
  func noPlan(text: String) {
    let result = Sample.read(text)
    #expect(result.plans.isEmpty)
    #expect(result.findings.map(\.kind) == [.noPlan])
  }

  @Test func whatTellsOfThePastKeepsItsHeadAndPhasesButNoTask() throws {
    let report = """
      北山林场关于2024年防火
      自查工作的报告
      县林业局：
      一、开展过程
      （一）准备阶段（7月15日-7月31日）
      场部制定方案，由防火办负责，8月5日前报送名册。
      （二）执行阶段（8月9日-8月25日）
      各管护站8月20日前完成自查。
      """
    let result = Sample.read(report)
    let plan = try #require(result.plans.first)
    #expect(plan.title == "北山林场关于2024年防火自查工作的报告" && plan.year == 2024)
    #expect(plan.phases.map(\.name) == ["准备阶段", "执行阶段"] && plan.tasks.isEmpty)
    let rules = "北山林场车辆管理办法\n" + (1...6).map { "第\($0)条 车辆由办公室负责，每月5日前登记。" }.joined(separator: "\n")
    let read = Sample.read(rules)
    #expect(read.plans.map(\.title) == ["北山林场车辆管理办法"] && !read.hasWork)
    #expect(read.findings.map(\.kind) == [.noPlan])
  }

  // MARK: Time

  /// What takes too long ends with what was read so far, and says where.
  @Test func readingEndsWhereItMayNotGoOn() {
    let lines = ["2013年工作要点"] + (1...9).map { "\($0).办好第\($0)次讲座，由科教科负责。" }
    let asked = Mutex(0)
    let importer = NoticeImporter(
      calendar: .weekendsOnly,
      mayGoOn: {
        asked.withLock { asked in
          asked += 1
          return asked < 7
        }
      })
    let result = importer.read(lines)
    let tasks = result.plans.flatMap(\.tasks)
    #expect((1..<9).contains(tasks.count))
    let end = result.findings.filter { $0.kind == .cutShort }
    #expect(end.map(\.line) == [(tasks.last?.line ?? 0) + 1])
    #expect(NoticeImporter(calendar: .weekendsOnly).read(lines).findings.allSatisfy { $0.kind != .cutShort })
  }
}
