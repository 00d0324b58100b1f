import Campaigns
import Testing

@testable import NoticeImport

/// What is known of a sentence is known of its clauses.
struct SentenceTests {
  private static func read(_ times: FoundTimes) -> TimeReading { Sample.frame().read(times) }

  private static func check(_ lines: [String]) -> Int {
    let paragraphs = LineJoining.paragraphs(SourceLines(lines))
    let sentences = paragraphs.flatMap { Prose($0.words).sentences }
    for sentence in sentences {
      for clause in sentence.clauses {
        let alone = FoundTimes(clause.masked.text, mode: .sentence)
        #expect(Self.read(clause.times) == Self.read(alone), "\(clause.words.text) in \(sentence.words.text)")
      }
    }
    return sentences.count
  }

  /// Every clause of the labelled notices.
  @Test func clausesSayWhatTheySayAlone() throws {
    let count = try LabelledTests.names().reduce(0) { try $0 + Self.check(LabelledTests.lines($1)) }
    #expect(count > 500)
  }

  @Test func clausesOfRandomTextSayWhatTheySayAlone() {
    for text in RandomNoticeTests.texts(seed: 4, count: 1_000) { _ = Self.check(Sample.lines(text)) }
  }

  @Test(arguments: ["e\u{301}，3月底前报送，4月再报", "👨‍👩‍👧3月底前，4月", "\u{301}3月底前，\u{301}4月底前"])
  func charactersOfSeveralScalars(text: String) {
    for clause in Sentence(Sample.passage(text)).clauses {
      #expect(
        Self.read(clause.times) == Sample.frame().read(clause.words.text, .sentence), "\(clause.words.text)")
    }
  }

  @Test func whatIsCitedStaysBlankInItsClauses() {
    let sentence = Sentence(Sample.passage("按《2012年3月，意见》，5月底前报送"))
    #expect(sentence.clauses.map(\.masked.text) == ["按＊＊＊＊＊＊＊＊＊＊＊＊，", "5月底前报送"])
    #expect(sentence.stretch(4..<8).masked.text == "＊＊＊＊")
  }
}
