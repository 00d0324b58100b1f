extension TimeScanner {
  /// A day or a stretch of days: 2011年4月20日, 3月上旬, 第二季度, 年底, "七一", 2011-04-20.
  mutating func takePoint(allowsRelativeDays: Bool, inRange: Bool = false) -> TimePoint? {
    attempt { scanner in
      if let point = scanner.takeNumericDate(inRange: inRange) { return point }
      let year = scanner.takeYear()
      if let part = scanner.takePart(hasYear: year != nil, allowsRelativeDays: allowsRelativeDays) {
        var point = part
        point.year = year
        scanner.takeQualifiers(of: &point)
        return point
      }
      guard let year, !scanner.isInsideYearWord else { return nil }
      var point = TimePoint(year: year, part: .year)
      scanner.takeQualifiers(of: &point)
      return point
    }
  }

  /// 2011年 is not a year in 2011年度报告 … 以来 and the like only where a word goes on with 级 or 版.
  private var isInsideYearWord: Bool { seesAny(["级", "版", "第"]) }

  /// 2011-04-20, 2011.4.20, 2011/4/20, 2011.4; inside a range also 4.30 after 2011.4.1.
  private mutating func takeNumericDate(inRange: Bool) -> TimePoint? {
    attempt { scanner in
      let year = scanner.takeYearFigures()
      if year != nil {
        guard let mark = scanner.takeAny(["-", ".", "/"]), let month = scanner.takeShortNumber(),
          (1...12) ~= month
        else { return nil }
        guard scanner.take(mark), let day = scanner.takeShortNumber() else {
          // 2011-2012年 is two years and 2011-10月 a month after a year: both are left to others.
          guard mark != "-", !scanner.seesAny(["年", "月"]) else { return nil }
          return TimePoint(year: year.map { .written($0) }, part: .month(.written(month)))
        }
        _ = scanner.takeAny(["日", "号"])
        var point = TimePoint(year: year.map { .written($0) }, part: .day(.written(month), day))
        scanner.takeQualifiers(of: &point)
        return point
      }
      guard let month = scanner.takeShortNumber(), (1...12) ~= month, scanner.takeAny([".", "/"]) != nil,
        let day = scanner.takeShortNumber(), (1...31) ~= day, !scanner.seesAny([".", "/"]),
        inRange || scanner.isAtEnd || scanner.seesAny(["前", "之前", "以前", "起", "至", "到", "-", "止", "日"])
      else { return nil }
      _ = scanner.take("日")
      return TimePoint(part: .day(.written(month), day))
    }
  }

  /// One or two ASCII digits, not followed by a third.
  private mutating func takeShortNumber() -> Int? {
    attempt { scanner in
      guard TimeScanner.isDigit(scanner.peek()), let number = scanner.takeNumber(), number < 100 else {
        return nil
      }
      return number
    }
  }

  private mutating func takeYear() -> TimePoint.Year? {
    if takeAny(["今年度", "本年度", "今年", "本年", "当年", "同年"]) != nil { return .relative(0) }
    if takeAny(["明年", "次年", "翌年", "来年", "下一年", "下年度", "下年"]) != nil {
      _ = take("度")
      return .relative(1)
    }
    if take("后年") { return .relative(2) }
    if takeAny(["去年", "上年度", "上一年", "上年"]) != nil { return .relative(-1) }
    return attempt { scanner in
      if let year = scanner.takeYearFigures() {
        return scanner.take("年度") || scanner.take("年") ? .written(year) : nil
      }
      return nil
    } ?? takeRedactedYear() ?? takeShortYear()
  }

  /// 20xx年, 201×年, ××年.
  private mutating func takeRedactedYear() -> TimePoint.Year? {
    guard scalars.indices.contains(place), TimeScanner.blots.contains(scalars[place]) else { return nil }
    return attempt { scanner in
      var (count, blots) = (0, 0)
      while let character = scanner.peek(), count < 5 {
        let isBlot = "xX×*_〇某".contains(character) || character == "✕"
        guard isBlot || TimeScanner.isDigit(character) else { break }
        blots += isBlot ? 1 : 0
        count += 1
        scanner.place += 1
      }
      guard (2...4).contains(count), blots > 0, scanner.take("年") else { return nil }
      return .redacted
    }
  }

  /// What a year with blots may begin with.
  private static let blots = Set("0123456789xX×*_〇某✕".unicodeScalars.map(\.value))

  /// 11年4月: two figures, only where a month follows.
  private mutating func takeShortYear() -> TimePoint.Year? {
    attempt { scanner in
      guard TimeScanner.isDigit(scanner.peek()), let year = scanner.takeNumber(), (10...99).contains(year),
        scanner.take("年")
      else { return nil }
      var ahead = scanner
      guard let month = ahead.takeNumber(), (1...12).contains(month), ahead.take("月") else { return nil }
      return .written(2000 + year)
    }
  }

  private mutating func takePart(hasYear: Bool, allowsRelativeDays: Bool) -> TimePoint? {
    if let point = takeYearPart(hasYear: hasYear) { return point }
    if let feast = takeFeast() { return TimePoint(part: .feast(feast)) }
    if let point = takeQuarter() { return point }
    if let point = takeFiveYears() { return point }
    if let point = takeMonthPart() { return point }
    if let point = takeXun(of: nil) { return point }
    if allowsRelativeDays, let point = takeRelativeDay() { return point }
    if let point = takeBareDay() { return point }
    return takeBareNumber()
  }

  private mutating func takeYearPart(hasYear: Bool) -> TimePoint? {
    if hasYear {
      if takeAny(["年底", "底", "年末", "末", "年终", "岁末"]) != nil { return TimePoint(part: .yearEnd) }
      if takeAny(["年内", "之内", "以内", "内"]) != nil { return TimePoint(part: .yearEnd) }
      if takeAny(["年初", "初"]) != nil { return TimePoint(part: .month(.written(1)), isApproximate: true) }
      if takeAny(["全年", "整年"]) != nil { return TimePoint(part: .year) }
      if takeAny(["年中"]) != nil { return TimePoint(part: .month(.written(6)), isApproximate: true) }
    }
    if takeAny(["上半年", "前半年"]) != nil { return TimePoint(part: .halfYear(1)) }
    if takeAny(["下半年", "后半年"]) != nil { return TimePoint(part: .halfYear(2)) }
    if hasYear { return nil }
    if takeAny(["年底", "年末", "年终", "岁末", "岁尾", "年度末", "年内", "年度内"]) != nil {
      return TimePoint(part: .yearEnd)
    }
    if takeAny(["年初"]) != nil { return TimePoint(part: .month(.written(1)), isApproximate: true) }
    if takeAny(["年中"]) != nil { return TimePoint(part: .month(.written(6)), isApproximate: true) }
    if takeAny(["全年度", "全年", "整年"]) != nil { return TimePoint(part: .year) }
    return nil
  }

  private static let feastStarts = Set(
    (Feast.written.map(\.words) + ["十"]).compactMap(\.unicodeScalars.first?.value))

  private mutating func takeFeast() -> Feast? {
    guard scalars.indices.contains(place), TimeScanner.feastStarts.contains(scalars[place]) else {
      return nil
    }
    let before = characters.indices.contains(place - 1) ? characters[place - 1] : nil
    if let before, TimeScanner.isNumeral(before) { return nil }
    if let word = ["十·一", "十一"].first(where: sees) {
      var ahead = self
      ahead.place += word.count
      guard ahead.seesAny(["前", "之前", "以前", "期间", "假期", "长假", "后", "之后"]) else { return nil }
      place = ahead.place
      return .fixed(name: "国庆", month: 10, day: 1)
    }
    for (words, feast) in Feast.written where sees(words) {
      var ahead = self
      ahead.place += words.count
      // 五一 in 五一十 or 七一五 is a number, 3·15 after 3·1 another feast.
      if let next = ahead.peek(), TimeScanner.isNumeral(words.last),
        TimeScanner.isNumeral(next) || "月日号".contains(next)
      {
        continue
      }
      // 今冬至明春 is from one season to another.
      if words == "冬至", let before, "今去明本秋入立初".contains(before) { continue }
      place = ahead.place
      return feast
    }
    return nil
  }

  private mutating func takeQuarter() -> TimePoint? {
    attempt { scanner in
      if let shift = scanner.takeAny(["本季度", "当季度", "本季", "当季"]) != nil
        ? 0
        : scanner.takeAny(["下一季度", "下季度", "下季"]) != nil
          ? 1
          : scanner.takeAny(["上一季度", "上季度"]) != nil ? -1 : nil
      {
        if scanner.takeAny(["末", "底"]) != nil, shift == 0 { return TimePoint(part: .quarterEnd(nil)) }
        return TimePoint(part: .relativeQuarter(shift))
      }
      if scanner.takeAny(["季度末", "季度底", "季末"]) != nil { return TimePoint(part: .quarterEnd(nil)) }
      if scanner.take("前") {
        guard let count = scanner.takeNumber(), (2...4).contains(count) else { return nil }
        _ = scanner.take("个")
        return scanner.take("季度") ? TimePoint(part: .quarters(1, count)) : nil
      }
      let first: Int
      if scanner.take("首季") {
        first = 1
        _ = scanner.take("度")
      } else if scanner.takeAny(["Q", "q"]) != nil {
        guard let number = scanner.takeNumber() else { return nil }
        first = number
      } else {
        _ = scanner.take("第")
        guard let number = scanner.takeNumber(), (1...4).contains(number) else { return nil }
        if scanner.takeAny(["、", "和", "及"]) != nil {
          _ = scanner.take("第")
          guard let last = scanner.takeNumber(), last > number, last <= 4,
            scanner.takeAny(["季度", "季"]) != nil
          else { return nil }
          return TimePoint(part: .quarters(number, last))
        }
        _ = scanner.take("个")
        guard scanner.takeAny(["季度", "季"]) != nil, !scanner.seesAny(["节"]) else { return nil }
        first = number
      }
      guard (1...4).contains(first) else { return nil }
      if scanner.takeAny(["末月", "末", "底"]) != nil { return TimePoint(part: .quarterEnd(first)) }
      if scanner.take("初") { return TimePoint(part: .month(.written(first * 3 - 2)), isApproximate: true) }
      return TimePoint(part: .quarters(first, first))
    }
  }

  private mutating func takeFiveYears() -> TimePoint? {
    guard sees("十") else { return nil }
    return attempt { scanner in
      let plans = ["十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026]
      for (words, first) in plans where scanner.take(words) {
        _ = scanner.take("规划")
        if scanner.takeAny(["期末", "末", "收官"]) != nil {
          return TimePoint(year: .written(first + 4), part: .yearEnd)
        }
        return scanner.takeAny(["期间", "时期", "期内", "内"]) != nil ? TimePoint(part: .fiveYears(first)) : nil
      }
      return nil
    }
  }

  private mutating func takeMonthPart() -> TimePoint? {
    attempt { scanner in
      let month: TimePoint.Month
      if scanner.takeAny(["本月份", "本月", "当月", "这个月"]) != nil {
        month = .relative(0)
      } else if scanner.takeAny(["下个月", "下月", "次月"]) != nil {
        month = .relative(1)
      } else if scanner.takeAny(["上个月", "上月"]) != nil {
        month = .relative(-1)
      } else if scanner.takeAny(["月底", "月末"]) != nil {
        return TimePoint(part: .monthEnd(nil))
      } else if scanner.take("月初") {
        return TimePoint(part: .days(nil, first: 1, last: 10, isXun: true), isApproximate: true)
      } else if scanner.take("元月") {
        month = .written(1)
      } else {
        guard let number = scanner.takeNumber(), (1...12).contains(number) else { return nil }
        if let list = scanner.takeMonthList(from: number) { return list }
        guard scanner.take("月") else { return nil }
        month = .written(number)
      }
      _ = scanner.take("份")
      return scanner.takeInside(month)
    }
  }

  /// 3、4月: months that follow one another.
  private mutating func takeMonthList(from first: Int) -> TimePoint? {
    attempt { scanner in
      var last = first
      while scanner.takeAny(["、", "和"]) != nil {
        guard let next = scanner.takeNumber(), next == last + 1 else { return nil }
        last = next
      }
      guard last > first, last <= 12, scanner.take("月") else { return nil }
      _ = scanner.take("份")
      guard !TimeScanner.isNumeral(scanner.peek()) else { return nil }
      return TimePoint(part: .months(first, last))
    }
  }

  /// What stands behind a month: a day, a 旬, 底, 初 or nothing.
  private mutating func takeInside(_ month: TimePoint.Month) -> TimePoint? {
    if takeAny(["月底", "底", "月末", "末"]) != nil { return TimePoint(part: .monthEnd(month)) }
    if let point = takeXun(of: month) { return point }
    if takeAny(["月初", "初"]) != nil {
      return TimePoint(part: .days(month, first: 1, last: 10, isXun: true), isApproximate: true)
    }
    if let week = attempt({ scanner -> Int? in
      guard scanner.take("第"), let week = scanner.takeNumber(), (1...5).contains(week) else { return nil }
      _ = scanner.take("个")
      return scanner.takeAny(["周", "星期"]) != nil ? week : nil
    }) {
      let last = week * 7 <= 28 ? week * 7 : nil
      return TimePoint(
        part: .days(month, first: week * 7 - 6, last: last, isXun: false), isApproximate: true)
    }
    if let day = attempt({ scanner -> TimePoint? in
      guard let day = scanner.takeNumber() else { return nil }
      if scanner.takeAny(["日", "号"]) != nil {
        return scanner.sees("内") ? nil : TimePoint(part: .day(month, day))
      }
      guard (1...31).contains(day),
        scanner.isAtEnd
          || scanner.seesAny(["前", "之前", "以前", "起", "至", "到", "-", "，", "。", "；", "（", "、", "止"])
      else { return nil }
      return TimePoint(part: .day(month, day), lacksDayWord: true)
    }) {
      return day
    }
    if let next = peek(1), sees("中"), "前旬之以起，。-至".contains(next) { return takeMiddle(of: month) }
    if sees("中"), place + 1 == characters.count { return takeMiddle(of: month) }
    _ = takeAny(["之内", "以内", "内"])
    return TimePoint(part: .month(month))
  }

  private mutating func takeMiddle(of month: TimePoint.Month) -> TimePoint {
    place += 1
    return TimePoint(part: .days(month, first: 11, last: 20, isXun: true), isApproximate: true)
  }

  private static let spans: [(String, Int, Int?, Bool)] = [
    ("上中旬", 1, 20, true), ("上、中旬", 1, 20, true), ("上旬、中旬", 1, 20, true), ("中下旬", 11, nil, true),
    ("中、下旬", 11, nil, true), ("中旬、下旬", 11, nil, true), ("上旬", 1, 10, true), ("初旬", 1, 10, true),
    ("中旬", 11, 20, true), ("下旬", 21, nil, true), ("上半月", 1, 15, false), ("下半月", 16, nil, false),
  ]

  /// 上旬, 中旬, 下旬, 上中旬, 中下旬 (domain.md 4), 上半月, 下半月.
  private mutating func takeXun(of month: TimePoint.Month?) -> TimePoint? {
    for (words, first, last, isXun) in TimeScanner.spans where take(words) {
      return TimePoint(part: .days(month, first: first, last: last, isXun: isXun))
    }
    return nil
  }

  private mutating func takeBareDay() -> TimePoint? {
    attempt { scanner in
      let before = scanner.place > 0 ? scanner.characters[scanner.place - 1] : nil
      guard let day = scanner.takeNumber(), before.map({ !"〕]）第".contains($0) }) ?? true,
        (1...31).contains(day), let word = scanner.takeAny(["日", "号"]),
        !scanner.seesAny(["内", "之内", "以内", "文", "楼", "令", "院", "房", "线", "常"])
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
  private mutating func takeBareNumber() -> TimePoint? {
    attempt { scanner in
      let isOrdinal = scanner.take("第")
      guard let number = scanner.takeYearFigures() ?? scanner.takeNumber(), number > 0 else { return nil }
      var ahead = scanner
      guard ahead.takeDash() else { return nil }
      if isOrdinal { _ = ahead.take("第") }
      guard ahead.takeYearFigures() ?? ahead.takeNumber() != nil,
        ahead.seesAny(["月", "日", "号", "季", "年"]), !ahead.seesAny(["日内", "日以内", "年内", "月内"])
      else { return nil }
      return TimePoint(part: .bare(number))
    }
  }

  private mutating func takeRelativeDay() -> TimePoint? {
    attempt { scanner in
      for (words, shift) in [("今天", 0), ("今日", 0), ("当日", 0), ("当天", 0), ("明天", 1), ("明日", 1), ("后天", 2)]
      where scanner.take(words) {
        return TimePoint(part: .fromToday(first: shift, last: shift))
      }
      var week = 0
      var isNamed = true
      if scanner.takeAny(["本", "这", "当"]) != nil {
        week = 0
      } else if scanner.takeAny(["下下"]) != nil {
        week = 2
      } else if scanner.takeAny(["下"]) != nil {
        week = 1
      } else if scanner.takeAny(["上"]) != nil {
        week = -1
      } else {
        isNamed = false
      }
      _ = scanner.take("个")
      guard scanner.takeAny(["周", "星期", "礼拜"]) != nil else { return nil }
      if let weekday = scanner.takeWeekdayFigure() { return TimePoint(part: .weekday(week: week, weekday)) }
      if isNamed, scanner.takeAny(["末"]) != nil { return TimePoint(part: .weekday(week: week, 7)) }
      _ = scanner.takeAny(["之内", "以内", "内"])
      return isNamed ? TimePoint(part: .weekday(week: week, 0)) : nil
    }
  }

  /// 一 … 六, 日, 天 as a weekday, 1 = Monday.
  mutating func takeWeekdayFigure() -> Int? {
    for (index, words) in [
      ["一", "1"], ["二", "2"], ["三", "3"], ["四", "4"], ["五", "5"], ["六", "6"], ["日", "天", "7"],
    ]
    .enumerated() where takeAny(words) != nil {
      return index + 1
    }
    return nil
  }
}
