extension TimeScanner {
  /// A day or a stretch of days: 2011年4月20日, 3月上旬, 第二季度, 年底, "七一", 2011-04-20, 农历十月.
  mutating func takePoint(allowsRelativeDays: Bool, inRange: Bool = false) -> TimePoint? {
    attempt { scanner in
      let looseness: Looseness = inRange ? .inRange : allowsRelativeDays ? .loose : .strict
      if let feast = scanner.takeFeast() ?? scanner.takeDatedFeast() {
        return scanner.qualified(TimePoint(part: .feast(feast)))
      }
      if let point = scanner.takeNumericDate(looseness) { return point }
      if let point = scanner.takeLunar(isInTime: allowsRelativeDays) { return scanner.qualified(point) }
      if allowsRelativeDays, let point = scanner.takeWeekdayBefore() { return point }
      let year = scanner.takeYear()
      let afterYear = scanner.place
      if year != nil { _ = scanner.takeAny(["的", "，"]) }
      if var point = scanner.takePart(hasYear: year != nil, allowsRelativeDays: allowsRelativeDays) {
        // 2026年次月 is of no year.
        if year != nil, point.isSaidFromADay { return nil }
        if year != nil { point.year = year }
        return scanner.qualified(point)
      }
      scanner.place = afterYear
      guard let year, !scanner.isInsideYearWord else { return nil }
      return scanner.qualified(TimePoint(year: year, part: .year))
    }
  }

  mutating func qualified(_ point: TimePoint) -> TimePoint {
    var point = point
    takeQualifiers(of: &point)
    return point
  }

  /// 周六 2013年04月08日: the day counts, the weekday is compared with it.
  private mutating func takeWeekdayBefore() -> TimePoint? {
    attempt { scanner in
      guard let weekday = scanner.takeWeekdayBeside() else { return nil }
      _ = scanner.take("，")
      guard !scanner.isAtEnd, var point = scanner.takePoint(allowsRelativeDays: false),
        case .day(.some, _) = point.part
      else { return nil }
      point.weekday = weekday
      return point
    }
  }

  /// 2011年 is not a year where a word goes on with 级 or 版.
  private var isInsideYearWord: Bool { seesAny(["级", "版", "第"]) }

  private mutating func takePart(hasYear: Bool, allowsRelativeDays: Bool) -> TimePoint? {
    if let part = takeYearPart(hasYear: hasYear) {
      return TimePoint(part: part, isApproximate: isApproximate(part))
    }
    if hasYear, let point = takeLunar(isInTime: false) { return point }
    if let feast = takeFeast() { return TimePoint(part: .feast(feast)) }
    if let part = takeQuarter() { return TimePoint(part: part, isApproximate: isApproximate(part)) }
    if let point = takeFiveYears() { return point }
    if let point = takeMonthPart() { return point }
    if let (first, last, isXun) = takeXun() {
      let span = TimePoint.Part.days(nil, first: first, last: last, isXun: isXun)
      return TimePoint(part: takeAny(["末", "底"]) != nil ? .edge(span, .end) : span)
    }
    if allowsRelativeDays, let part = takeRelativeDay() { return TimePoint(part: part) }
    if let part = takeWeekdayOfWeek() { return TimePoint(part: part) }
    if let point = takeBareDay() { return point }
    return takeBareNumber()
  }

  private func isApproximate(_ part: TimePoint.Part) -> Bool {
    switch part {
    case .edge(_, .start), .edge(_, .middle): true
    default: false
    }
  }

  static let feastStarts = Set(
    (Feast.written.map(\.words) + ["十"]).compactMap(\.unicodeScalars.first?.value))

  /// A feast by its name; 五一 in 五一十 or 七一五 is a number, 3·15 after 3·1 another feast.
  mutating func takeFeast() -> Feast? {
    guard scalars.indices.contains(place), TimeScanner.feastStarts.contains(scalars[place]) else {
      return nil
    }
    let before = characters.indices.contains(place - 1) ? characters[place - 1] : nil
    if let before, TimeScanner.isNumeral(before), !TimeScanner.isDigit(before) || !isBehindDatedFeast {
      return nil
    }
    if let word = ["十·一", "十一"].first(where: sees) {
      var ahead = self
      ahead.place += word.count
      let isWhole = place == 0 && ahead.isAtEnd
      guard isWhole || ahead.seesAny(["前", "之前", "以前", "期间", "假期", "长假", "后", "之后"]) else { return nil }
      place = ahead.place
      return .fixed(name: "国庆", month: 10, day: 1)
    }
    for (words, feast) in Feast.written where sees(words) {
      var ahead = self
      ahead.place += words.count
      if let next = ahead.peek(), TimeScanner.isNumeral(words.last),
        TimeScanner.isNumeral(next) || "月日号年季个".contains(next)
      {
        continue
      }
      // 今冬至明春 is from one season to another.
      if words == "冬至", let before, "今去明本秋入立初".contains(before) { continue }
      place = ahead.place
      if !words.hasSuffix("节"), !words.hasSuffix("日") { _ = take("节") }
      return feast
    }
    return nil
  }

  /// Whether 12·4 stands before the place.
  private var isBehindDatedFeast: Bool {
    characters[..<place].reversed().prefix { TimeScanner.isDigit($0) || "·.".contains($0) }.contains {
      "·.".contains($0)
    }
  }

  /// 12·4国家宪法日: the day in figures before the name.
  private mutating func takeDatedFeast() -> Feast? {
    guard peek(1) == "·" || peek(2) == "·" || peek(1) == "." || peek(2) == "." else { return nil }
    return attempt { scanner in
      guard TimeScanner.isDigit(scanner.peek()), scanner.takeNumber() != nil,
        scanner.takeAny(["·", "."]) != nil, scanner.takeNumber() != nil
      else { return nil }
      return scanner.takeFeast()
    }
  }

  private static let lunarStarts = starts("农阴旧夏闰正冬腊")

  /// 农历十月, 三月初一, 正月十五, 腊月二十三, 闰四月. A month is the moon's where 农历 stands before it or 初 and a number, 正月,
  /// 冬月, 腊月 or 闰 name it.
  private mutating func takeLunar(isInTime: Bool) -> TimePoint? {
    guard begins(TimeScanner.lunarStarts) || peek(1) == "月" || peek(2) == "月" else { return nil }
    return attempt { scanner in
      let isMarked = scanner.takeAny(["农历", "阴历", "旧历", "夏历"]) != nil
      let year = isMarked ? scanner.takeYear() : nil
      let isLeap = scanner.take("闰")
      let month: Int
      var isOfMoon = isMarked || isLeap
      if scanner.take("正月") {
        (month, isOfMoon) = (1, true)
      } else if scanner.take("冬月") {
        (month, isOfMoon) = (11, true)
      } else if scanner.takeAny(["腊月"]) != nil {
        (month, isOfMoon) = (12, true)
      } else {
        guard let number = scanner.takeNumber(), (1...12).contains(number), scanner.take("月") else {
          return nil
        }
        month = number
      }
      let day = scanner.takeLunarDay(isOfMoon: isOfMoon)
      guard isOfMoon || day != nil else { return nil }
      var point = TimePoint(part: .lunar(month: month, isLeap: isLeap, day: day))
      point.year = year
      return point
    }
  }

  /// 初一, 十五, 廿三; of a month that is not known to be the moon's only 初.
  private mutating func takeLunarDay(isOfMoon: Bool) -> Int? {
    attempt { scanner in
      let isFirstTen = scanner.take("初")
      guard isFirstTen || isOfMoon, let day = scanner.takeNumber(), (1...30).contains(day),
        !isFirstTen || day <= 10
      else { return nil }
      _ = scanner.takeAny(["日", "号"])
      return day
    }
  }
}
