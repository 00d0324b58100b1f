import Testing

@testable import NoticeImport

/// Names that strong places tell are names elsewhere, whatever they end with.
struct LexiconTests {
  @Test func namesOfLabelsAreNamesInBracketsAndAtTheBeginningOfSentences() {
    let plan = """
      2025年渡口整治要点
      一、专项检查
      （一）检查浮桥。责任单位：渡管坞、航道坊，完成时间：3月底前。
      二、分月安排
      1.4月更换缆绳（航道坊）
      2.渡管坞要在5月15日前报送名册。
      3.6月清理淤泥（谷雨前）
      """
    #expect(
      Sample.tasks(plan) == [
        "3 检查浮桥 [渡管坞、航道坊] 3月底前", "5 4月更换缆绳 [航道坊] 4月", "6 渡管坞要在5月15日前报送名册 [渡管坞] 5月15日前",
        "7 6月清理淤泥（谷雨前） [] 6月",
      ])
  }

  @Test func marksAreOfWholeNames() {
    let lines = [Sample.passage("责任单位：渡管坞"), Sample.passage("由渡管坞负责")].map { Paragraph($0) }
    let marked = Lexicon(lines).marked(lines).map(\.words)
    #expect(marked[1].slice(1..<4).isToldName)
    #expect(!marked[1].slice(1..<3).isToldName && !marked[1].slice(0..<4).isToldName)
    #expect(marked.map(\.text) == lines.map(\.words.text))
  }
}
