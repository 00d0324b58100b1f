import Testing

@testable import NoticeImport

struct ItemSignsTests {
  /// Leads|supporting|leaders|persons|times.
  private static func signs(_ text: String) -> String {
    let signs = ItemSigns(Prose(Sample.passage(text)))
    return [signs.leads, signs.supporting, signs.leaders, signs.persons, signs.timeWords]
      .map { $0.map(\.text).joined(separator: "、") }.joined(separator: "|")
  }

  @Test(
    arguments: [
      // The first one listed leads, unless all do.
      ("办班。责任科室：党办、工会，完成时间：5月。", "党办|工会|||5月"), ("办班。牵头单位：党办、工会。", "党办、工会||||"),
      ("办班。责任单位：党办；配合单位：工会；责任领导：副院长；责任人：科长", "党办|工会|副院长|科长|"),
      // A time among the units is the item's time.
      ("办班。责任科室：党办，5月底前", "党办||||5月底前"),
      // Brackets at the end.
      ("抓好学习（党办牵头，各支部配合）。", "党办|各支部|||"), ("抓好学习（党办、人事科，6月底前）", "党办|人事科|||6月底前"), ("抓好学习（党办负责）", "党办||||"),
      // Brackets elsewhere, and such as name nobody.
      ("抓好（党办负责）学习教育", "||||"), ("抓好学习（含党员）", "||||"), ("抓好学习（党办", "||||"),
      // What stands behind the units is no unit.
      ("办班。责任科室：党办，完不成考核100元", "党办||||"), ("", "||||"),
    ] as [(String, String)])
  func signs(text: String, expected: String) {
    #expect(Self.signs(text) == expected)
  }
}
