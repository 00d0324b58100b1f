import Testing

@testable import NoticeImport

struct InnerNumbersTests {
  private static func pieces(_ text: String) -> [String] {
    InnerNumbers.pieces(of: Sample.passage(text)).map(\.text)
  }

  @Test(
    arguments: [
      // Parts with units of their own.
      ("（一）加强学习。一是办班。责任科室：党办。二是讨论。责任科室：工会。", ["（一）加强学习。", "一是办班。责任科室：党办。", "二是讨论。责任科室：工会。"]),
      ("责任分工：（1）宣传。责任人：科长；（2）检查。责任人：主任。", ["责任分工：", "（1）宣传。责任人：科长；", "（2）检查。责任人：主任。"]),
      // Parts that have none stay together.
      ("做到三个到位：一是思想到位；二是措施到位；三是责任到位。", ["做到三个到位：一是思想到位；二是措施到位；三是责任到位。"]),
      // A number that does not count on.
      ("1.抓好学习教育活动。5.改进工作作风。", ["1.抓好学习教育活动。5.改进工作作风。"]),
      ("发放资料2.5万份，参加人员不少于3.5千人。", ["发放资料2.5万份，参加人员不少于3.5千人。"]),
      ("一、学习。", ["一、学习。"]), ("", [""]),
    ] as [(String, [String])])
  func pieces(text: String, expected: [String]) {
    #expect(Self.pieces(text) == expected)
  }

  @Test func piecesAreTheParagraph() {
    let text = "（一）加强学习。一是办班。责任科室：党办。二是讨论。责任科室：工会。（二）改进作风。"
    #expect(Self.pieces(text).joined() == text)
  }
}
