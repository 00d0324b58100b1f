import Testing

@testable import NoticeImport

struct SubjectTests {
  private static func names(_ text: String) -> [String] {
    Subject.names(in: Sample.passage(text)).map(\.text)
  }

  @Test(
    arguments: [
      ("各党支部要组织学习。", ["各党支部"]), ("党办、工会要召开会议。", ["党办", "工会"]), ("（二）人事科应完善制度。", ["人事科"]),
      ("同时，各科室要自查。", ["各科室"]),
      ("请各支部于3月前报送。", ["各支部"]), ("请护士长每月检查。", ["护士长"]), ("我局办公室负责汇总。", ["办公室"]), ("市委组织部组织评选。", ["市委组织部"]),
      ("全院要重视。", []), ("我院要重视。", []), ("3月底前，各支部要总结。", []), ("加强学习，各支部要组织。", []), ("提高认识", []), ("", []),
      ("要", []),
    ] as [(String, [String])])
  func subjects(text: String, expected: [String]) {
    #expect(Self.names(text) == expected)
  }

  @Test(
    arguments: [
      ("3月底前，各支部要总结。", "3月底前", "各支部要总结。"), ("活动结束后，党办要总结。", "活动结束后", "党办要总结。"), ("会前，人事科要准备。", "", "人事科要准备。"),
      ("各支部要总结，3月底前报送。", "3月底前", "各支部要总结，3月底前报送"), ("各支部要总结。", "", "各支部要总结"),
    ] as [(String, String, String)])
  func behindATime(text: String, time: String, rest: String) {
    let words = Subject.behindTime(Sample.passage(text), time).trimmed
    #expect(words.text == Sample.passage(rest).trimmed.text)
  }
}
