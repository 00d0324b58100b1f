import Campaigns
import TestSupport
import Testing

/// A day written in any of the forms that documents use reads back as that day.
struct TimeRoundTripTests {
  private static let numerals = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private func chinese(_ number: Int) -> String {
    switch number {
    case 0..<10: Self.numerals[number]
    case 10: "十"
    case 11..<20: "十" + Self.numerals[number - 10]
    default: Self.numerals[number / 10] + "十" + (number % 10 == 0 ? "" : Self.numerals[number % 10])
    }
  }

  private func figures(_ year: Int, zero: String) -> String {
    "\(year)".compactMap(\.wholeNumberValue).map { $0 == 0 ? zero : Self.numerals[$0] }.joined()
  }

  private func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x30...0x39).contains(scalar.value)
            ? Unicode.Scalar(scalar.value - 0x30 + 0xFF10) ?? scalar : scalar
        }))
  }

  private func forms(_ day: Day) -> [String] {
    let (year, month, date) = (day.year, day.month, day.day)
    let plain = "\(year)年\(month)月\(date)日"
    return [
      plain, day.iso, "\(year).\(month).\(date)", "\(year)/\(month)/\(date)", "\(year)年\(month)月\(date)号",
      fullWidth(plain), plain.map { "\($0) " }.joined(), "\(year)年\u{A0}\(month)月\u{3000}\(date)日",
      "\(figures(year, zero: "〇"))年\(chinese(month))月\(chinese(date))日",
      "\(figures(year, zero: "Ο"))年\(chinese(month))月\(chinese(date))日",
      "\(figures(year, zero: "零"))年\(chinese(month))月\(chinese(date))日", "\(month)月\(date)日", "“\(plain)”",
      "\(year)年\(month < 10 ? "0" : "")\(month)月\(date < 10 ? "0" : "")\(date)日",
    ]
  }

  @Test(arguments: [UInt64(1), 20_110_420, 987_654_321])
  func anyDayInAnyFormReadsBack(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    for _ in 0..<400 {
      let day = try #require(Day(number: Int.random(in: 13_514...20_820, using: &random)))
      let context = TimeContext(year: day.year, calendar: .weekendsOnly)
      for form in forms(day) {
        let alone = TimeReader(context).read(form).deadline
        #expect(alone.kind == .date && alone.start == day && alone.end == day, "seed \(seed): \(form)")
        for before in ["前", "之前", "以前"] {
          let by = TimeReader(context).read(form + before).deadline
          #expect(by.kind == .date && by.start == nil && by.end == day, "seed \(seed): \(form)\(before)")
        }
        let later = day + Int.random(in: 0...40, using: &random)
        let range = TimeReader(context).read("\(form)至\(later.year)年\(later.month)月\(later.day)日").deadline
        #expect(
          range.kind == .range && range.start == day && range.end == later, "seed \(seed): \(form)至\(later)")
      }
    }
  }

  /// Words made of the pieces that times are made of, in no order: the reader must answer, whatever it answers.
  @Test func nonsenseIsRead() {
    let pieces = [
      "月", "日", "年", "前", "后", "至", "-", "每", "季度", "第", "上旬", "中下旬", "一", "二", "十", "廿", "3", "2011", "20xx",
      "七一", "国庆",
      "底", "起", "内", "个工作日", "次", "长期", "，", "（", "）", "周", "半", "全年", "活动结束", "。", "\u{0}", "👨‍👩‍👧", "e\u{301}",
      "99999999",
    ]
    var random = SeededNumbers(seed: 42)
    for _ in 0..<20_000 {
      let words = (0..<Int.random(in: 1...9, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }
      .joined()
      let deadline = TimeReaderTests.read(words).deadline
      #expect(deadline.text == words)
    }
  }
}
