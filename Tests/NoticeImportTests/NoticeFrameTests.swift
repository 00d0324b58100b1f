import Testing

@testable import NoticeImport

struct NoticeFrameTests {
  private static func frame(_ text: String) -> NoticeFrame { NoticeFrame(Sample.paragraphs(text)) }

  @Test(
    arguments: [
      ("2013年党建工作要点\n一、学习", "2013年党建工作要点", 1), ("\n\n关于开展检查的通知\n各支部：", "关于开展检查的通知", 3),
      // Over lines.
      ("关于开展作风建设\n年活动的通知\n各支部：", "关于开展作风建设年活动的通知", 1),
      ("关于开展“学先进、\n争一流”活动的\n通知\n各支部：", "关于开展“学先进、争一流”活动的通知", 1),
      ("关于下发实施方案\n的通知\n一、学习", "关于下发实施方案的通知", 1),
      // The cover hands out a plan: the plan's title counts.
      ("关于印发工作要点的通知\n各支部：现印发给你们。\n2013年工作要点\n一、学习", "2013年工作要点", 3),
      // A first line of its own, whatever it ends with.
      ("东湖社区文明养犬公约\n一、拴绳", "东湖社区文明养犬公约", 1), ("实施方案（试行）稿\n一、学习", "实施方案（试行）稿", 1),
      // The kind of a notice above its title; minutes; a title that is only in a sentence.
      ("督办通知\n\n关于办理防汛事项的通知\n\n各乡镇：", "关于办理防汛事项的通知", 3), ("北山林场\n\n北山林场办公会议纪要\n一、防火", "北山林场办公会议纪要", 3),
      ("各班组：\n为保畅通，现将9月检修活动安排如下：\n一、检修。", "9月检修活动安排", 1), ("各班组：\n现将有关事项通知如下：\n一、检修。", nil, 1),
      // A long one does not go on with the addressee.
      (
        "关于组织参加“守护绿水青山共建美丽家园”第三届全县农村集体经济财务人员技能比武活动的通知\n各乡镇：\n一、比武",
        "关于组织参加“守护绿水青山共建美丽家园”第三届全县农村集体经济财务人员技能比武活动的通知", 1
      ),
      ("一、学习\n二、讨论", nil, 1), ("各支部：\n一、学习", nil, 1),
    ] as [(String, String?, Int)])
  func titles(text: String, title: String?, line: Int) {
    let frame = Self.frame(text)
    #expect(frame.title?.text == title)
    #expect(frame.line == line)
  }

  @Test func coverAndAnnexedPlanAreParts() {
    let frame = Self.frame("关于印发要点的通知\n各支部：请于3月前报院党办。\n2013年工作要点\n一、学习\n二、讨论")
    #expect(frame.parts.map(\.kind) == [.cover, .plan])
    #expect(frame.parts.map { $0.paragraphs.count } == [1, 2])
  }

  @Test(
    arguments: [
      ("江卫党〔2013〕6号\n关于开展检查的通知\n一、学习", "江卫党〔2013〕6号", 2013), ("江卫党[2013]第6号\n关于检查的通知", "江卫党[2013]第6号", 2013),
      ("江卫党（2013）6号  签发人：书记\n关于检查的通知", "江卫党（2013）6号", 2013), ("江卫党〔20xx〕6号\n关于检查的通知", "江卫党〔20xx〕6号", nil),
      ("关于检查的通知\n（江卫党〔2013〕6号）\n一、学习", "江卫党〔2013〕6号", 2013),
      ("督办台账\n编号：江督台〔2013〕6号　　　截止日期：2013年4月5日\n一、学习", "江督台〔2013〕6号", 2013),
      // A number in running text is a cited one.
      ("关于检查的通知\n根据江卫党〔2012〕9号文件，现通知如下。", nil, nil), ("关于转发江卫党〔2012〕9号文件的通知\n一、学习", nil, nil),
    ] as [(String, String?, Int?)])
  func documentNumbers(text: String, number: String?, year: Int?) {
    let frame = Self.frame(text)
    #expect(frame.documentNumber?.text == number)
    #expect(frame.documentNumber?.year == year)
  }

  @Test(
    arguments: [
      ("关于检查的通知\n一、学习\n江东卫生院党委\n2013年2月26日", "江东卫生院党委", "2013年2月26日"),
      ("关于检查的通知\n一、学习\n江东卫生院党委\n二〇一三年二月二十六日", "江东卫生院党委", "二〇一三年二月二十六日"),
      ("关于检查的通知\n一、学习\n中共江东局委员会\n二Ο一二年四月二日", "中共江东局委员会", "二Ο一二年四月二日"),
      ("中共江东卫生院委员会关于检查的通知\n一、学习", "中共江东卫生院委员会", nil), ("关于检查的通知\n一、学习\n二、讨论\n江东卫生院党委", "江东卫生院党委", nil),
      ("北山林场综合办关于检查的通知\n一、学习", "北山林场综合办", nil), ("关于检查的通知\n一、学习\n二、讨论\n审计部（督查室）", "审计部（督查室）", nil),
      ("关于检查的通知\n一、学习。\n江东卫生院党委\n2013年2月26日印发", "江东卫生院党委", "2013年2月26日印发"),
      ("关于检查的通知\n一、学习\n××林场中学\n20××年3月12日", "××林场中学", "20××年3月12日"),
      ("校园检修方案\n信息发布： 发布时间：2013-2-27 浏览次数：\n一、检修", nil, "2013-2-27"),
      ("关于检查的通知\n一、学习。\n各支部要重视。\n2013年2月26日", nil, "2013年2月26日"),
    ] as [(String, String?, String?)])
  func signatures(text: String, issuer: String?, issued: String?) {
    let frame = Self.frame(text)
    #expect(frame.issuer?.text == issuer)
    #expect(frame.issued?.text == issued)
  }

  @Test func aMonthAsSignatureIsNoDay() {
    let frame = Self.frame("关于检查的通知\n一、学习\n江东卫生院党委\n2015年7月")
    #expect(frame.issued == nil && frame.signedMonth?.text == "2015年7月")
  }

  @Test func furnitureIsLeftOut() {
    let text = "江东卫生院文件\n关于检查的通知\n一、学习\n附件：1.名单\n主题词：检查 通知\n抄送：县卫生局\n江东卫生院办公室2013年3月1日印发"
    #expect(Self.frame(text).parts.flatMap(\.paragraphs).map(\.words.text) == ["一、学习"])
  }

  /// `title|number|issuer|issued|year` of a plan.
  @Test(
    arguments: [
      // Whoever signs, whatever that ends with.
      ("重点事项督办方案\n1、疏通水渠。责任单位：灌区所，完成时间：4月底前。\n\n县委整改督查专班\n2026年3月18日", "重点事项督办方案||县委整改督查专班|2026-03-18|2026"),
      ("关于检修的通知\n1、排空管道。责任单位：动力班，完成时间：11月20日前。\n青石造纸厂 2024年10月28日", "关于检修的通知||青石造纸厂|2024-10-28|2024"),
      ("11年8月防汛会纪要\n一、备足沙袋。责任单位：物资股，完成时间：8月12日前。\n县水务局\n2011.8.5", "11年8月防汛会纪要||县水务局|2011-08-05|2011"),
      // What a page says of itself.
      (
        "渡口巡查台账\n文号：江海巡〔2026〕7号　　　　统计截止：2026年3月31日\n发布时间：2026-4-2\n1、检修救生圈。责任单位：航运公司，完成时间：4月20日前",
        "渡口巡查台账|江海巡〔2026〕7号||2026-04-02|2026"
      ),
      // A number between the lines of a title; an issuer in it; a school year.
      (
        "澄湖县渔政局\n澄渔政〔2026〕3号\n澄湖县渔政局\n2026年禁渔期巡查计划\n1、清理网具。责任单位：一中队，完成时间：5月1日前。",
        "澄湖县渔政局2026年禁渔期巡查计划|澄渔政〔2026〕3号|澄湖县渔政局||2026"
      ),
      ("白鹭区环卫公司开展2026年扫雪演练的方案\n1、备足融雪剂。责任单位：物资部，完成时间：11月5日前", "白鹭区环卫公司开展2026年扫雪演练的方案||白鹭区环卫公司||2026"),
      ("2023-2024秋季学期教研日程\n1、移交台账。责任单位：考务科，完成时间：1月9日前", "2023-2024秋季学期教研日程||||2023"),
    ] as [(String, String)])
  func heads(text: String, expected: String) {
    let plan = Sample.read(text).plans.first
    let parts = [
      plan?.title, plan?.documentNumber, plan?.issuer, plan?.issued?.iso, plan?.year.map { "\($0)" },
    ]
    #expect(parts.map { $0 ?? "" }.joined(separator: "|") == expected)
  }
}
