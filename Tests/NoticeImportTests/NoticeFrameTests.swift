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
}
