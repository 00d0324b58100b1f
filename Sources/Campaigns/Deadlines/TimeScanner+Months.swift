extension TimeScanner {
  private static let relativeMonths: [(words: [String], shift: Int)] = [
    (["本月份", "本月", "当月", "这个月", "这月", "今月"], 0), (["下下个月", "下下月"], 2),
    (["下一个月", "下个月", "下月份", "下月", "次月", "翌月"], 1), (["上上个月", "上上月"], -2), (["上一个月", "上个月", "上月份", "上月"], -1),
  ]

  /// A month and what stands in it: 4月, 本月底, 3、4月, 十月第一个星期一, 月底前.
  mutating func takeMonthPart() -> TimePoint? {
    attempt { scanner in
      if let shift = scanner.takeShift(TimeScanner.relativeMonths) {
        _ = scanner.take("份")
        return scanner.takeInside(ofMonth: .relative(shift))
      }
      if scanner.takeAny(["月底", "月末"]) != nil { return TimePoint(part: .edge(.month(nil), .end)) }
      if scanner.take("月初") {
        return TimePoint(part: .days(nil, first: 1, last: 10, isXun: true), isApproximate: true)
      }
      if scanner.takeAny(["月中旬", "月中"]) != nil {
        return TimePoint(part: .days(nil, first: 11, last: 20, isXun: true), isApproximate: true)
      }
      if scanner.seesAny(["月内", "当月内"]), !scanner.isBehindNumber {
        scanner.place += 2
        return TimePoint(part: .edge(.month(nil), .end))
      }
      let month: TimePoint.Month
      if scanner.take("元月") {
        month = .written(1)
      } else {
        guard let number = scanner.takeNumber(), (1...12).contains(number) else { return nil }
        if let list = scanner.takeMonthList(from: number) { return list }
        guard scanner.take("月") else { return nil }
        month = .written(number)
      }
      _ = scanner.take("份")
      return scanner.takeInside(ofMonth: month)
    }
  }

  /// Whether a number stands right before the place: 三个|月内.
  private var isBehindNumber: Bool {
    place > 0 && ("个多几数余".contains(characters[place - 1]) || TimeScanner.isNumeral(characters[place - 1]))
  }

  /// 3、4月: months that follow one another.
  private mutating func takeMonthList(from first: Int) -> TimePoint? {
    attempt { scanner in
      var last = first
      // 七八月.
      if TimeScanner.isNumeral(scanner.peek()), !TimeScanner.isDigit(scanner.peek()),
        let next = scanner.takeNumber()
      {
        guard next == last + 1 else { return nil }
        last = next
      }
      while scanner.takeAny(["、", "和", "，"]) != nil {
        guard let next = scanner.takeNumber(), next == last + 1 else { return nil }
        last = next
      }
      guard last > first, last <= 12, scanner.take("月") else { return nil }
      _ = scanner.take("份")
      guard !TimeScanner.isNumeral(scanner.peek()), !scanner.seesAny(["底", "末", "初", "上", "中", "下"]) else {
        return nil
      }
      return TimePoint(part: .months(first, last))
    }
  }

  /// What stands behind a month: a day, a 旬, 底, 初, 第一周 or nothing.
  private mutating func takeInside(ofMonth month: TimePoint.Month) -> TimePoint? {
    if sees("末周"), let part = takeOrdinal(in: .month(month)) { return TimePoint(part: part) }
    if takeAny(["月底", "底", "月末", "末"]) != nil { return TimePoint(part: .edge(.month(month), .end)) }
    if let (first, last, isXun) = takeXun() {
      // 3月中旬末前: the last of these days.
      let span = TimePoint.Part.days(month, first: first, last: last, isXun: isXun)
      return TimePoint(part: takeAny(["末", "底"]) != nil ? .edge(span, .end) : span)
    }
    if takeAny(["月初", "初"]) != nil {
      return TimePoint(part: .days(month, first: 1, last: 10, isXun: true), isApproximate: true)
    }
    if let part = takeOrdinal(in: .month(month)) { return TimePoint(part: part) }
    if let day = takeDay(of: month) { return day }
    if let next = peek(1), sees("中"), "前旬之以起，。-至、".contains(next) { return takeMiddle(of: month) }
    if sees("中"), place + 1 == characters.count { return takeMiddle(of: month) }
    _ = takeAny(["之内", "以内", "内"])
    return TimePoint(part: .month(month))
  }

  private mutating func takeMiddle(of month: TimePoint.Month) -> TimePoint {
    place += 1
    return TimePoint(part: .days(month, first: 11, last: 20, isXun: true), isApproximate: true)
  }

  private mutating func takeDay(of month: TimePoint.Month) -> TimePoint? {
    attempt { scanner in
      guard let day = scanner.takeNumber() else { return nil }
      if scanner.takeAny(["日", "号"]) != nil { return TimePoint(part: .day(month, day)) }
      guard (1...31).contains(day),
        scanner.isAtEnd
          || scanner.seesAny(["前", "之前", "以前", "起", "至", "到", "-", "，", "。", "；", "（", "、", "止"])
      else { return nil }
      return TimePoint(part: .day(month, day), lacksDayWord: true)
    }
  }

  /// 20日, 5号 of a month that is not named.
  mutating func takeBareDay() -> TimePoint? {
    attempt { scanner in
      let before = scanner.place > 0 ? scanner.characters[scanner.place - 1] : nil
      guard let day = scanner.takeNumber(), before.map({ !"〕]）第前后".contains($0) }) ?? true,
        (1...31).contains(day), let word = scanner.takeAny(["日", "号"]),
        !scanner.seesAny(["内", "之内", "以内", "后", "之后", "以后", "文", "楼", "令", "院", "房", "线", "常"])
      else { return nil }
      if word == "号", !scanner.isAtEnd,
        !scanner.seesAny(["前", "之前", "以前", "起", "至", "到", "-", "，", "。", "；", "（", "、", "止", "上午", "下午"])
      {
        return nil
      }
      return TimePoint(part: .day(nil, day))
    }
  }

  /// The first number of 4-6月, 一至三季度, 2011-2012年.
  mutating func takeBareNumber() -> TimePoint? {
    attempt { scanner in
      let isOrdinal = scanner.take("第")
      guard let number = scanner.takeYearFigures() ?? scanner.takeNumber(), number > 0 else { return nil }
      var ahead = scanner
      guard ahead.takeDash() else { return nil }
      if isOrdinal { _ = ahead.take("第") }
      guard ahead.takeYearFigures() ?? ahead.takeNumber() != nil,
        ahead.seesAny(["月", "日", "号", "季", "年"]),
        !ahead.seesAny(["日内", "日以内", "日之内", "年内", "月内", "日后", "年后", "年度内"])
      else { return nil }
      return TimePoint(part: .bare(number))
    }
  }
}
