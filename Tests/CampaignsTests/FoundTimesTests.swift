import Campaigns
import ReferenceData
import Testing

/// Times that were found once say in every stretch and in every year what they would say if they were looked for again.
struct FoundTimesTests {
  private static func reader(_ year: Int) -> TimeReader {
    TimeReader(TimeContext(year: year, from: Day(year, 3, 2), calendar: chinese), mode: .sentence)
  }

  @Test(arguments: TimeTable.expressions)
  func aStretchSaysWhatItSaysAlone(words: String) {
    let sentences = ["各单位\(words)完成", "“十八大”前，\(words)报送", "考试结束后，\(words)上报总结"]
    for (one, other) in zip(sentences, sentences.dropFirst() + sentences.prefix(1)) {
      for mark in ["，", "；", "："] {
        let times = FoundTimes(one + mark + other, mode: .sentence)
        let edge = one.count + 1
        for (range, part) in [(0..<edge, one + mark), (edge..<edge + other.count, other)] {
          let (inside, alone) = (Self.reader(2026).read(times.stretch(range)), Self.reader(2026).read(part))
          #expect(inside == alone, "\(one)\(mark)\(other)")
        }
      }
    }
  }

  @Test func oneFindingServesSeveralYears() {
    let times = FoundTimes("3月底前报送", mode: .sentence)
    for year in [2012, 2026] {
      #expect(Self.reader(year).read(times).deadline.end == Day(year, 3, 31))
      #expect(Self.reader(year).read(times) == Self.reader(year).read("3月底前报送"))
    }
  }

  @Test func aTimeOverTheEdgeIsLookedForAgain() {
    let words = "考试结束后，5个工作日内反馈"
    let times = FoundTimes(words, mode: .sentence)
    #expect(Self.reader(2026).read(times).deadline.event?.name == "考试结束")
    #expect(Self.reader(2026).read(times.stretch(6..<words.count)).deadline.event == nil)
    #expect(Self.reader(2026).read(times.stretch(0..<6)) == Self.reader(2026).read("考试结束后，"))
  }
}
