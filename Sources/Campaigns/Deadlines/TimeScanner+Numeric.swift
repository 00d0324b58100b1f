extension TimeScanner {
  /// How loosely numbers may be taken for days.
  enum Looseness {
    /// In running text.
    case strict
    /// Where the words are a time: 09-01, 20270420.
    case loose
    /// Behind another day: 4.30 after 2011.4.1.
    case inRange
  }

  /// 2011-04-20, 2011.4.20, 2011/4/20, 2011.4, 2019-04, 20270420; 4.30, 09-01, 6·30, 12/1 where they can be nothing else.
  mutating func takeNumericDate(_ looseness: Looseness) -> TimePoint? {
    guard !isInsideNumber else { return nil }
    return takeDateWithYear() ?? (looseness == .strict ? nil : takeEightFigures() ?? takeDateWithShortYear())
      ?? takeMonthAndDay(looseness)
  }

  /// Whether the figures here go on from some before: 27-7-3 is no 7-3.
  private var isInsideNumber: Bool {
    guard place > 0 else { return false }
    let before = characters[place - 1]
    if TimeScanner.isDigit(before) { return true }
    return "-./·".contains(before) && place > 1 && TimeScanner.isDigit(characters[place - 2])
      && !(place > 3 && isRangeDash(at: place - 1))
  }

  /// Whether the dash stands between two dates (3.1-3.31, 2016-09-03-2017-10-24) rather than in one.
  private func isRangeDash(at dash: Int) -> Bool {
    guard characters[dash] == "-" else { return false }
    var start = dash
    while start > 0, TimeScanner.isDigit(characters[start - 1]) || "./·-".contains(characters[start - 1]) {
      start -= 1
    }
    let marks = characters[start..<dash].filter { "./·-".contains($0) }.count
    return marks == 2 || marks == 1 && !characters[start..<dash].contains("-")
  }

  private mutating func takeDateWithYear() -> TimePoint? {
    attempt { scanner in
      guard let year = scanner.takeYearFigures(), let mark = scanner.takeAny(["-", ".", "/", "·"]),
        let month = scanner.takeShortNumber(), (1...12) ~= month
      else { return nil }
      guard scanner.take(mark), let day = scanner.takeShortNumber() else {
        // 2011-2012年 is two years, 2011-12学年 one, 2011-10月 a month after a year: all are left to others.
        guard !scanner.seesAny(["年", "月", "学年", "."]), mark != "-" || scanner.isMonthEnd else { return nil }
        return TimePoint(year: .written(year), part: .month(.written(month)))
      }
      _ = scanner.takeAny(["日", "号"])
      return scanner.qualified(TimePoint(year: .written(year), part: .day(.written(month), day)))
    }
  }

  /// Whether 2019-04 ends here, so that it is a month.
  private var isMonthEnd: Bool {
    isAtEnd
      || seesAny(["前", "之前", "以前", "起", "至", "到", "底", "末", "，", "。", "；", "）", "（", "止", "-", "完成", "开始"])
  }

  private mutating func takeEightFigures() -> TimePoint? {
    attempt { scanner in
      let figures = scanner.characters[scanner.place...].prefix { TimeScanner.isDigit($0) }
      guard figures.count == 8, let number = Int(String(figures)), (1900...2199).contains(number / 10_000),
        let day = Day(number / 10_000, number / 100 % 100, number % 100)
      else { return nil }
      scanner.place += 8
      return scanner.qualified(TimePoint(year: .written(day.year), part: .day(.written(day.month), day.day)))
    }
  }

  /// 26.6.30.
  private mutating func takeDateWithShortYear() -> TimePoint? {
    attempt { scanner in
      guard scanner.peek(2) == ".", let year = scanner.takeShortNumber(), scanner.take("."),
        let month = scanner.takeShortNumber(), (1...12) ~= month, scanner.take("."),
        let day = scanner.takeShortNumber(), (1...31) ~= day, !scanner.sees(".")
      else { return nil }
      _ = scanner.takeAny(["日", "号"])
      return scanner.qualified(TimePoint(year: .short(year), part: .day(.written(month), day)))
    }
  }

  private mutating func takeMonthAndDay(_ looseness: Looseness) -> TimePoint? {
    attempt { scanner in
      guard let month = scanner.takeShortNumber(), (1...12) ~= month,
        let mark = scanner.takeAny(looseness == .loose ? [".", "/", "·", "-"] : [".", "/"]),
        let day = scanner.takeShortNumber(), (1...31) ~= day
      else { return nil }
      guard mark == "-" ? !scanner.seesAny([".", "/", "-"]) : !scanner.seesAny([".", "/", "·"]) else {
        return nil
      }
      guard
        looseness == .inRange || scanner.isAtEnd
          || scanner.seesAny(["前", "之前", "以前", "起", "止", "日", "（", "，", "完成"])
          || mark != "-" && scanner.seesAny(["至", "到", "-"])
      else { return nil }
      // 3-5日内 is a length of time, 10-30日 a range of days.
      guard !scanner.sees("日") || mark != "-" else { return nil }
      _ = scanner.take("日")
      return scanner.qualified(TimePoint(part: .day(.written(month), day)))
    }
  }

  /// One or two ASCII digits, not followed by a third.
  private mutating func takeShortNumber() -> Int? {
    attempt { scanner in
      let figures = scanner.characters[scanner.place...].prefix { TimeScanner.isDigit($0) }
      guard (1...2).contains(figures.count) else { return nil }
      return scanner.takeNumber()
    }
  }
}
