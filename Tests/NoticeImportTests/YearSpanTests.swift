import Testing

@testable import NoticeImport

struct YearSpanTests {
  @Test(
    arguments: [
      ("2013年工作要点", 2013), ("二〇一三年要点", 2013), ("二Ο一二年", 2012), ("２０１４年", 2014), ("关于2015年度计划", 2015),
      ("20xx年要点", nil),
      ("120139年", nil), ("3013年", nil), ("2013", nil), ("工作要点", nil), ("", nil),
    ] as [(String, Int?)])
  func years(text: String, year: Int?) {
    #expect(YearSpan.year(in: Sample.passage(text)) == year)
  }

  @Test(
    arguments: [
      ("从2013年3月开始。", 2013), ("到2014年底前。", 2014), ("按《2012年3月意见》，2013年5月前。", 2013),
      ("党发〔2012〕3号，2013年初。", 2013),
      ("2013年工作要点", nil), ("20xx年3月", nil), ("", nil),
    ] as [(String, Int?)])
  func fullDates(text: String, year: Int?) {
    #expect(YearSpan.fullDate(in: Sample.paragraphs(text)) == year)
  }

  @Test(
    arguments: [
      ("2013年9月—2014年7月工作安排", 2013, 9), ("2013年至2014年要点", 2013, 7), ("2013学年工作计划", 2013, 8),
      ("2013年工作要点", 2013, nil),
      ("2013年和2014年要点", 2013, nil), ("2013年9月—2014年7月", 2012, nil), ("2013学年", nil, nil),
    ] as [(String, Int?, Int?)])
  func spans(title: String, year: Int?, month: Int?) {
    #expect(YearSpan.firstMonth(title, [], year: year) == month)
    #expect(YearSpan.firstMonth(nil, Sample.paragraphs("通知\n" + title), year: year) == month)
  }
}
