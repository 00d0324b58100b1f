/// Where within a period a quota is due: 每月|5日前, 每季度|末月25日前, 每年|4月、10月, 每周|二、周四, 每季度|结束后10日内.
extension TimeScanner {
  /// The points that stand here; nil where none does.
  mutating func takePoints(in period: Period) -> [DuePoint]? {
    if let after = takeAfterEnd(of: period) { return [after] }
    switch period {
    case .day: return nil
    case .week: return takeList { $0.takeWeekMarks() }
    case .month: return takeList { scanner in scanner.takeMonthMark().map { [DuePoint($0)] } }
    case .quarter, .halfyear: return takeList { $0.takeQuarterPoint(in: period) }
    case .year: return takeList { $0.takeYearPoints() }
    }
  }

  /// 前, 之前, 内 behind a point.
  mutating func takeEnd() {
    if seesAny(["前夕", "前夜"]) { return }
    if !takeBefore() { _ = takeAny(["前后", "期间", "之内", "以内", "内", "左右"]) }
  }

  /// Points one after the other: 1月15日前、7月15日前.
  private mutating func takeList(_ take: (inout TimeScanner) -> [DuePoint]?) -> [DuePoint]? {
    let start = place
    guard var points = take(&self) else { return nil }
    takeHour()
    takeEnd()
    defer { if points.isEmpty { place = start } }
    while let more: [DuePoint] = attempt({ scanner in
      guard scanner.takeAny(["、", "和", "及", "与", "，"]) != nil else { return nil }
      return take(&scanner)
    }) {
      points += more
      takeHour()
      takeEnd()
    }
    // 每月20日后 and 每月5日起 are the opposite of due.
    if seesAny(["后", "之后", "以后", "起", "开始", "以来"]) { points = [] }
    return points.sorted { ($0.month ?? 0) < ($1.month ?? 0) }
  }

  /// 17:00, 下班 and the like behind a day.
  mutating func takeHour() { _ = takeClock() }

  /// 结束后10日内, 终了后15日内, 次月5日前: after the end of the period.
  private mutating func takeAfterEnd(of period: Period) -> DuePoint? {
    attempt { scanner in
      if scanner.takeAny(["结束", "终了", "届满", "期满", "度结束", "末"]) != nil || scanner.sees("后") {
        let isAfter = scanner.takeAfter()
        _ = scanner.take("的")
        if isAfter, let span = scanner.takeSpan() ?? scanner.takeNthDay() { return DuePoint(.afterEnd(span)) }
        guard let days = scanner.takeDaysOfNext() else { return nil }
        return DuePoint(.afterEnd(TimeSpan(count: days, unit: .day)))
      }
      guard period == .month || period == .quarter, let days = scanner.takeDaysOfNext() else { return nil }
      return DuePoint(.afterEnd(TimeSpan(count: days, unit: .day)))
    }
  }

  /// 次月5日: the day of the month after the period.
  private mutating func takeDaysOfNext() -> Int? {
    attempt { scanner in
      guard scanner.takeAny(["次月", "下月", "下个月", "下一个月", "的次月", "的下月"]) != nil, let day = scanner.takeNumber(),
        (1...31).contains(day), scanner.takeAny(["日", "号"]) != nil
      else { return nil }
      scanner.takeEnd()
      return day
    }
  }

  /// A day of a month: 5日, 1-5日, 底, 上旬, 第一个周一, 最后一个工作日.
  mutating func takeMonthMark() -> DuePoint.Mark? {
    attempt { scanner in
      _ = scanner.take("的")
      if scanner.sees("末周"), let ordinal = scanner.takeOrdinal() { return TimeScanner.mark(of: ordinal) }
      if scanner.takeAny(["最后一天", "最后一日", "月底", "底", "月末", "末"]) != nil { return .lastDay }
      if scanner.takeAny(["月初", "初"]) != nil {
        guard let span = scanner.takeSpan() else { return .day(10) }
        return span.unit == .workingDay ? .workingDay(span.count) : .day(min(span.count, 28))
      }
      if scanner.takeAny(["月中旬", "月中"]) != nil { return .day(20) }
      if let (_, last, _) = scanner.takeXun() { return last.map { .day($0) } ?? .lastDay }
      if let ordinal = scanner.takeOrdinal() { return TimeScanner.mark(of: ordinal) }
      guard let first = scanner.takeNumber(), (1...31).contains(first) else { return nil }
      if scanner.takeAny(["日", "号"]) == nil, !scanner.sees("-"), !scanner.sees("至"), !scanner.sees("到") {
        return nil
      }
      let hasWord =
        scanner.characters[scanner.place - 1] == "日" || scanner.characters[scanner.place - 1] == "号"
      return scanner.takeLastDay() ?? (hasWord ? .day(first) : nil)
    }
  }

  /// 至25日, 至月底 behind a day of the month.
  private mutating func takeLastDay() -> DuePoint.Mark? {
    attempt { scanner in
      guard scanner.takeDash() else { return nil }
      if scanner.takeAny(["月底", "月末"]) != nil { return .lastDay }
      guard let last = scanner.takeNumber(), (1...31).contains(last), scanner.takeAny(["日", "号"]) != nil
      else { return nil }
      return .day(last)
    }
  }

  private static func mark(of ordinal: TimePoint.Ordinal) -> DuePoint.Mark? {
    switch ordinal {
    case .weekday(let weekday, let nth): abs(nth) <= 5 ? .weekday(weekday, nth: nth) : nil
    case .weekdayOfWeek(let weekday, let week): .weekOfMonth(week, weekday: weekday)
    case .nth(.week, let week): .weekOfMonth(week, weekday: 7)
    case .nth(.workingDay, let nth), .leading(.workingDay, let nth): abs(nth) <= 23 ? .workingDay(nth) : nil
    case .nth(.day, let day) where day > 0, .leading(.day, let day): .day(day)
    case .nth(.day, -1), .trailing(.day, _), .trailing(.workingDay, _), .trailing(.week, _): .lastDay
    case .leading(.week, let week): .weekOfMonth(week, weekday: 7)
    case .days(_, let last): last.map { .day($0) } ?? .lastDay
    case .nth, .leading, .trailing: nil
    }
  }

  /// 首月10日, 末月25日, 最后一个月, 末, 第一个工作日 of a quarter or half-year.
  private mutating func takeQuarterPoint(in period: Period) -> [DuePoint]? {
    attempt { scanner in
      _ = scanner.take("的")
      let months = period == .quarter ? 3 : 6
      if scanner.takeAny(["末月底", "末月末"]) != nil { return [DuePoint(month: months, .lastDay)] }
      if let month = scanner.takeMonthOfPeriod(months) {
        return [DuePoint(month: month, scanner.takeMonthMark() ?? .lastDay)]
      }
      if scanner.takeAny(["月底", "底", "末", "最后一天", "最后一日"]) != nil { return [DuePoint(.lastDay)] }
      if scanner.takeAny(["初"]) != nil {
        if let span = scanner.takeSpan() {
          return [
            span.unit == .workingDay
              ? DuePoint(.workingDay(span.count)) : DuePoint(month: 1, .day(min(span.count, 28)))
          ]
        }
        return [DuePoint(month: 1, .day(10))]
      }
      guard let ordinal = scanner.takeOrdinal() else { return nil }
      switch ordinal {
      case .nth(.workingDay, let nth): return [DuePoint(.workingDay(nth))]
      case .nth(.week, let week) where week > 0: return [DuePoint(month: 1, .weekOfMonth(week, weekday: 7))]
      case .nth(.week, _): return [DuePoint(month: months, .weekOfMonth(-1, weekday: 7))]
      case .leading(.day, let day) where day <= 28: return [DuePoint(month: 1, .day(day))]
      case .leading(.workingDay, let nth): return [DuePoint(.workingDay(nth))]
      default: return nil
      }
    }
  }

  /// 首月, 第二个月, 末月, 最后一个月 of a period of so many months.
  private mutating func takeMonthOfPeriod(_ months: Int) -> Int? {
    attempt { scanner in
      guard case .nth(.month, let month)? = scanner.takeOrdinal(), (-1...months).contains(month), month != 0
      else { return nil }
      return month == -1 ? months : month
    }
  }

  private static let seasons: [(Character, Int)] = [("春", 5), ("夏", 8), ("秋", 11), ("冬", 12)]

  /// 3月和9月, 1月15日, 3、6、9、12月底, 最后一个季度, 上半年, 元旦、春节, 春秋两季, 底 of a year.
  private mutating func takeYearPoints() -> [DuePoint]? {
    attempt { scanner in
      _ = scanner.take("的")
      // 次年1月10日 comes round every year too.
      _ = scanner.takeAny(["次年", "翌年", "第二年", "当年"])
      if let feasts = scanner.takeFeastPoints() { return feasts }
      if let quarters = scanner.takeQuarterList() { return quarters }
      if let points = scanner.takeMonthList() { return points }
      if let seasons = scanner.takeSeasons() { return seasons }
      if let month = scanner.takeMonthOfPeriod(12) {
        return [DuePoint(month: month, scanner.takeMonthMark() ?? .lastDay)]
      }
      if scanner.takeAny(["年底", "底", "年末", "末", "年终", "最后一天"]) != nil { return [DuePoint(.lastDay)] }
      if scanner.takeAny(["年初", "初"]) != nil { return [DuePoint(month: 1, .lastDay)] }
      if scanner.takeAny(["年中"]) != nil { return [DuePoint(month: 6, .lastDay)] }
      if scanner.takeAny(["上下半年", "上、下半年"]) != nil {
        return [DuePoint(month: 6, .lastDay), DuePoint(month: 12, .lastDay)]
      }
      if scanner.takeAny(["上半年"]) != nil { return [DuePoint(month: 6, .lastDay)] }
      if scanner.takeAny(["下半年"]) != nil { return [DuePoint(month: 12, .lastDay)] }
      if case .nth(.quarter, let nth)? = scanner.ahead({ $0.takeOrdinal() }), (-1...4).contains(nth), nth != 0
      {
        _ = scanner.takeOrdinal()
        return scanner.takeInside(ofQuarter: nth == -1 ? 4 : nth)
      }
      if case .quarters(let first, let last)? = scanner.ahead({ $0.takeQuarter() }) {
        _ = scanner.takeQuarter()
        return first == last ? scanner.takeInside(ofQuarter: first) : [DuePoint(month: last * 3, .lastDay)]
      }
      if case .edge(.quarters(let quarter, _), _)? = scanner.ahead({ $0.takeQuarter() }) {
        _ = scanner.takeQuarter()
        return [DuePoint(month: quarter * 3, .lastDay)]
      }
      return nil
    }
  }

  /// 七一, 元旦、春节前: the feasts, or the days before them; 春节后 and 春节前10天 are left to be told.
  private mutating func takeFeastPoints() -> [DuePoint]? {
    attempt { scanner in
      var names: [String] = []
      while let feast = scanner.takeFeast() {
        names.append(feast.name)
        var ahead = scanner
        if ahead.takeAny(["、", "和", "及", "与"]) != nil, ahead.takeFeast() != nil {
          _ = scanner.takeAny(["、", "和", "及", "与"])
        }
      }
      guard !names.isEmpty, !scanner.seesAny(["期间", "假期", "后", "之后", "以后"]) else { return nil }
      guard scanner.takeBefore() else { return names.map { DuePoint(.feast($0)) } }
      return scanner.takeLength() == nil ? names.map { DuePoint(.beforeFeast($0)) } : nil
    }
  }

  /// 二、四季度: the last days of quarters.
  private mutating func takeQuarterList() -> [DuePoint]? {
    attempt { scanner in
      var quarters: [Int] = []
      repeat {
        _ = scanner.take("第")
        guard let number = scanner.takeNumber(), (1...4).contains(number) else { return nil }
        quarters.append(number)
        _ = scanner.takeAny(["季度"])
      } while scanner.takeAny(["、", "和", "及"]) != nil
      guard quarters.count > 1, scanner.characters[scanner.place - 1] == "度" else { return nil }
      return quarters.map { DuePoint(month: $0 * 3, .lastDay) }
    }
  }

  private func ahead<T>(_ take: (inout TimeScanner) -> T?) -> T? {
    var copy = self
    return take(&copy)
  }

  private mutating func takeInside(ofQuarter quarter: Int) -> [DuePoint] {
    if let month = takeMonthOfPeriod(3) {
      return [DuePoint(month: quarter * 3 - 3 + month, takeMonthMark() ?? .lastDay)]
    }
    _ = takeAny(["末", "底"])
    return [DuePoint(month: quarter * 3, .lastDay)]
  }

  /// 春秋两季, 春季、秋季: the last months of these seasons.
  private mutating func takeSeasons() -> [DuePoint]? {
    attempt { scanner in
      var points: [DuePoint] = []
      while let character = scanner.peek(),
        let season = TimeScanner.seasons.first(where: { $0.0 == character })
      {
        scanner.place += 1
        _ = scanner.takeAny(["季、", "季和", "、", "和"])
        points.append(DuePoint(month: season.1, .lastDay))
      }
      guard !points.isEmpty, scanner.takeAny(["两季", "二季", "三季", "四季", "季", "天"]) != nil else { return nil }
      return points
    }
  }

  /// 3月, 1月15日, 3、6、9、12月底, 9月到11月: months of the year with a day in them, one mark for all.
  private mutating func takeMonthList() -> [DuePoint]? {
    attempt { scanner in
      guard let first = scanner.takeMonthNumber() else { return nil }
      var months = [first]
      while let next: Int = scanner.attempt({ inner in
        guard inner.takeAny(["、", "和", "及", "，", "与"]) != nil else { return nil }
        return inner.takeMonthNumber()
      }) {
        months.append(next)
      }
      guard scanner.characters[..<scanner.place].last.map({ "月份".contains($0) }) ?? false else { return nil }
      if months.count == 1, let last = scanner.takeMonthsThrough() { months = [last] }
      var mark = scanner.takeMonthMark() ?? .lastDay
      if months.count == 1, let (month, last) = scanner.takeDayThrough() { (months, mark) = ([month], last) }
      if case .day(let day) = mark, months.contains(where: { day > Day.length(ofMonth: $0, in: 2024) }) {
        return nil
      }
      return months.map { DuePoint(month: $0, mark) }
    }
  }

  /// 6, 6月, 6月份 in a list of months.
  private mutating func takeMonthNumber() -> Int? {
    attempt { scanner in
      guard let number = scanner.takeNumber(), (1...12).contains(number) else { return nil }
      if scanner.take("月") {
        _ = scanner.take("份")
        return number
      }
      return scanner.seesAny(["、", "和", "及", "，", "与"]) ? number : nil
    }
  }

  /// 到11月 behind 9月: due at its end.
  private mutating func takeMonthsThrough() -> Int? {
    attempt { scanner in
      guard scanner.takeDash() else { return nil }
      _ = scanner.takeAny(["次年", "翌年", "第二年"])
      guard let last = scanner.takeNumber(), (1...12).contains(last), scanner.take("月") else { return nil }
      _ = scanner.take("份")
      return last
    }
  }

  /// 至次年3月15日 behind 11月15日: due on its last day.
  private mutating func takeDayThrough() -> (Int, DuePoint.Mark)? {
    attempt { scanner in
      guard scanner.takeDash() else { return nil }
      _ = scanner.takeAny(["次年", "翌年", "第二年", "当年"])
      guard let month = scanner.takeMonthNumber(), scanner.characters[scanner.place - 1] == "月" else {
        return nil
      }
      return (month, scanner.takeMonthMark() ?? .lastDay)
    }
  }

  /// 3、6、9、12月底 without 每: three months or more that do not follow one another.
  mutating func takeMonthsAlone() -> Quota? {
    guard let next = peek(1), let second = peek(2), "、和及".contains(next) || "、和及".contains(second) else {
      return nil
    }
    return attempt { scanner in
      // 3月、6月、9月 are three times: the months share one 月.
      let words = scanner.characters[scanner.place...].prefix { $0 != "月" }
      guard words.contains(where: { "、和及".contains($0) }), let points = scanner.takeMonthList(),
        points.count >= 3, let first = points.first?.month, let last = points.last?.month,
        last - first >= points.count,
        zip(points, points.dropFirst()).allSatisfy({ $0.month ?? 0 < $1.month ?? 0 })
      else { return nil }
      scanner.takeEnd()
      return Quota(times: points.count, per: .year, points: points)
    }
  }

  /// 一至五 behind 每周: every working day.
  mutating func takeWorkingWeek() -> Bool {
    attempt { scanner -> Bool? in
      guard scanner.takeWeekdayFigure() == 1, scanner.takeDash() else { return nil }
      _ = scanner.takeAny(["周", "星期", "礼拜"])
      return scanner.takeWeekdayFigure() == 5 ? true : nil
    } ?? false
  }

  /// 五, 二、周四, 一至周四, 末, 最后一个工作日 of a week.
  private mutating func takeWeekMarks() -> [DuePoint]? {
    attempt { scanner in
      _ = scanner.take("的")
      if scanner.take("末") { return [DuePoint(.weekday(7, nth: nil))] }
      if case .nth(.workingDay, let nth)? = scanner.ahead({ $0.takeOrdinal() }) {
        _ = scanner.takeOrdinal()
        return [DuePoint(.workingDay(nth))]
      }
      _ = scanner.takeAny(["周", "星期", "礼拜"])
      guard !TimeScanner.isDigit(scanner.peek()), let first = scanner.takeWeekdayFigure() else { return nil }
      var days = [first]
      while let next = scanner.takeNextWeekday(after: first) { days.append(next) }
      guard !TimeScanner.startsCount(scanner) else { return nil }
      if days.count > 1 { return days.map { DuePoint(.weekday($0, nth: nil)) } }
      let last: Int? = scanner.attempt { inner in
        guard inner.takeDash() else { return nil }
        _ = inner.takeAny(["周", "星期", "礼拜"])
        return inner.takeWeekdayFigure()
      }
      guard let last else { return [DuePoint(.weekday(first, nth: nil))] }
      return first < last ? (first...last).map { DuePoint(.weekday($0, nth: nil)) } : nil
    }
  }

  /// 三五 behind 每周一; 一次 behind 每周五 is a count, 二次 behind 每周一 the upper end of one.
  private mutating func takeNextWeekday(after first: Int) -> Int? {
    attempt { scanner in
      guard !TimeScanner.isDigit(scanner.peek()), scanner.peek() != "天",
        let next = scanner.takeWeekdayFigure()
      else { return nil }
      return TimeScanner.startsCount(scanner) && next != first + 1 ? nil : next
    }
  }

  /// Whether a counter stands here, so that the figure before it was a count: 每周一|次, 每周二至三次.
  private static func startsCount(_ scanner: TimeScanner) -> Bool {
    var ahead = scanner
    if ahead.takeDash() || ahead.take("或") { return ahead.takeNumber() != nil && startsCount(ahead) }
    return ahead.seesAny(counters) || ahead.sees("十")
  }
}
