import Campaigns
import Testing

@testable import NoticeImport

struct RunningTimeTests {
  private static func time(_ text: String) -> String? {
    RunningTime(frame: Sample.frame()).reading(in: Sentence(Sample.passage(text)))?.deadline.text
  }

  @Test(
    arguments: [
      ("各支部于4月20日前报送总结。", "4月20日前"), ("3月上旬召开动员会。", "3月上旬"), ("每季度组织一次学习。", "每季度组织一次"),
      ("下半年，开展检查。", "下半年"), ("年底前完成整改。", "年底前"), ("第三季度组织培训。", "第三季度"), ("“七一”前夕，表彰先进。", "“七一”前夕"),
      ("活动结束后报送总结。", "活动结束后"), ("会议召开前每月检查一次。", "会议召开前每月检查一次"), ("收到通知后5个工作日内反馈。", "收到通知后5个工作日内"),
      ("5月10日至31日集中学习。", "5月10日至31日"), ("清明前开展祭扫。", "清明前"), ("端午前走访慰问老党员。", "端午前"), ("重阳前看望老干部。", "重阳前"),
      // A number behind a colon that begins a date is no clock time.
      ("任务3：10月底前完成。", "10月底前"), ("附件2：2013年底前报送。", "2013年底前"), ("6月20日18：30前报送。", "6月20日18：30前"),
      ("元宵后报送总结。", "元宵后"), ("冬至前开展祭扫。", "冬至前"),
      // Of several in a clause the one that says when.
      ("4月简报在4月12日前付印。", "4月12日前"), ("2013年先进班组推荐于5月20日前完成。", "5月20日前"),
      ("原定于3月举行的演练推迟到6月举行。", "6月"), ("上半年各班组织的自查于7月8日前收尾。", "7月8日前"),
      ("3月底前制订方案，6月底前建成。", "3月底前"),
      // A fine spoils its own part.
      ("5月6日前完成登记；逾期未登记的，每户罚款100元。", "5月6日前"), ("8月底前完成，逾期扣2分。", "8月底前"),
      // A bound is a deadline, what is forbidden is none.
      ("报送时间不得迟于9月5日。", "不得迟于9月5日"),
    ] as [(String, String)])
  func times(text: String, expected: String) throws {
    let found = try #require(Self.time(text))
    #expect(found == expected)
  }

  @Test(arguments: [
    "申请延期不超过30日的，由科室报告。",
    // Titles and numbers of cited documents.
    "认真贯彻《2012年3月工作纪要》精神。", "按照党发〔2012〕6号文件要求抓好落实。", "学习《关于2013年5月调研的通知》（院发〔2013〕12号）。",
    // The past.
    "去年12月，我们开展了检查。", "近年来，各支部做了大量工作。", "自2010年以来，成绩明显。", "截至目前，已完成3次培训，1月底前的任务全部落实。",
    "2011年4月发生的事故中，因4月2日停电被通报。",
    // What would be if, and what must not be.
    "如遇大雨，比赛顺延至6月20日。", "开闸前3小时内不得靠近。",
    // Fines and points.
    "3月底前未报的扣2分。", "逾期一天罚款50元，当月兑现。", "6月底前完成的奖励100元。",
    // What is no time: telephones, clock times alone, years of a name, wholes.
    "联系电话：83012345。", "会议室在6号楼。", "2013年度工作要点", "党的十八大精神", "加强日常管理。", "抓好前期准备。", "近日", "庆“七一”活动",
    "活动从3月开始，到12月底基本完成，分三个阶段进行。", "", "长期坚持学习。",
  ])
  func noTimes(text: String) {
    #expect(Self.time(text) == nil)
  }

  @Test func whatIsCitedIsMadeBlankAndKeepsItsPlaces() {
    let words = Sample.passage("按《2012年工作意见》和院发〔2012〕6号，于4月前完成")
    let masked = RunningTime.masked(words)
    #expect(masked.text == "按＊＊＊＊＊＊＊＊＊＊＊和院发＊＊＊＊＊＊＊＊，于4月前完成")
    #expect(masked.count == words.count && masked.lines == words.lines && masked.marks == words.marks)
    // A space between Latin words is a scalar of its own.
    #expect(RunningTime.masked(Sample.passage("按 Party Work《2012年5月》")).text == "按Party Work＊＊＊＊＊＊＊＊＊")
  }

  @Test(
    arguments: [
      ("扣1分", true), ("每次加0.5分", true), ("奖50元", true), ("罚款", true), ("扣除成本", false), ("参加3次", false),
      ("加强5个部分", false),
    ] as [(String, Bool)])
  func penalties(text: String, isOne: Bool) {
    #expect(RunningTime.isPenalty(Sample.passage(text)) == isOne)
  }

  @Test func monthsAfterTheTurnOfTheYearLieInTheSecond() {
    var frame = Sample.frame()
    frame.firstMonth = 9
    #expect(frame.read("3月底前", .sentence).deadline.end == Day(2014, 3, 31))
    #expect(frame.read("10月底前", .sentence).deadline.end == Day(2013, 10, 31))
    #expect(frame.read("2013年3月底前", .sentence).deadline.end == Day(2013, 3, 31))
  }
}
