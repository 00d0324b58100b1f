import Testing

@testable import NoticeImport

struct MarkerTests {
  @Test(
    arguments: [
      ("一、加强学习", .chinese, 1, "一、"), ("十二、其他", .chinese, 12, "十二、"), ("二十一、其他", .chinese, 21, "二十一、"),
      ("三．抓落实", .chinese, 3, "三．"), ("（三）走访", .chineseInBrackets, 3, "（三）"),
      ("(十)走访", .chineseInBrackets, 10, "(十)"), ("（二〕走访", .chineseInBrackets, 2, "（二〕"),
      ("㈡走访", .chineseInBrackets, 2, "㈡"), ("（四）、走访", .chineseInBrackets, 4, "（四）、"),
      ("1.检查", .figure, 1, "1."), ("12、检查", .figure, 12, "12、"), ("１．检查", .figure, 1, "１．"),
      ("2.6月底前完成", .figure, 2, "2."), ("1.2013年工作", .figure, 1, "1."),
      ("⒊检查", .figure, 3, "⒊"), ("1.2加强", .compound, 1, "1.2"), ("2.1.3加强", .compound, 2, "2.1.3"),
      ("（4）检查", .figureInBrackets, 4, "（4）"), ("2）检查", .figureInBrackets, 2, "2）"),
      ("⑸检查", .figureInBrackets, 5, "⑸"), ("②检查", .circled, 2, "②"), ("❸检查", .circled, 3, "❸"),
      ("一是加强", .counted, 1, "一是"), ("二要改进", .counted, 2, "二要"), ("第三，推进", .counted, 3, "第三，"),
      ("第二项是推进", .counted, 2, "第二项是"), ("一方面是推进", .counted, 1, "一方面是"), ("另一方面推进", .counted, 2, "另一方面"),
      ("第二章总则", .chapter, 2, "第二章"), ("第一部分", .chapter, 1, "第一部分"),
    ] as [(String, Marker.Kind, Int, String)])
  func numbers(text: String, kind: Marker.Kind, value: Int, shown: String) throws {
    let marker = try #require(Marker(Array(text.unicodeScalars)))
    #expect(marker.kind == kind && marker.value == value && marker.text == shown, "\(marker)")
    #expect(marker.length == shown.unicodeScalars.count)
  }

  @Test(arguments: [
    "", "一", "1", "2013年", "3.5倍", "1.5万元", "1.5年", "2.13月", "3月", "3·15活动", "1,200元", "一次学习", "第一阶段", "第一书记",
    "（2013年）", "（一",
    "十月",
    "5%", "加强", "、",
  ])
  func noNumbers(text: String) {
    #expect(Marker(Array(text.unicodeScalars)) == nil)
  }

  @Test func kindsGoFromTheOutermostToTheInnermost() {
    let kinds: [Marker.Kind] = [
      .chapter, .chinese, .chineseInBrackets, .figure, .compound, .figureInBrackets, .circled, .counted,
    ]
    #expect(kinds == kinds.sorted())
  }

  @Test func aNumberInTheMiddleIsReadAtItsPlace() throws {
    let words = Array("负责。二是".unicodeScalars)
    #expect(Marker(words) == nil)
    #expect(try #require(Marker(words, at: 3)).value == 2)
    #expect(Marker(words, at: 99) == nil)
  }
}
