extension TimeScanner {
  private static let units: [(String, TimeSpan.Unit)] = [
    ("工作日", .workingDay), ("交易日", .workingDay), ("自然日", .day), ("星期", .week), ("周", .week), ("礼拜", .week),
    ("天", .day), ("日", .day), ("年", .year), ("小时", .day), ("季度", .month),
  ]

  /// How many of something a length of time may be.
  private static let lengths = 1..<3_700

  /// A length of time: 5个工作日, 一个半月, 一年半, 半年, 1年3个月, 24小时. Months need 个 (3月 is March), but for 两月 and 半月.
  mutating func takeLength() -> TimeSpan? {
    guard TimeScanner.isNumeral(peek()) || peek() == "半" else { return nil }
    return attempt { scanner in
      if scanner.take("半") {
        _ = scanner.take("个")
        if scanner.take("月") { return TimeSpan(count: 1, unit: .halfMonth) }
        if scanner.take("年") { return TimeSpan(count: 6, unit: .month) }
        if scanner.take("工作日") { return TimeSpan(count: 1, unit: .workingDay) }
        return scanner.takeAny(["天", "日", "小时"]) != nil ? TimeSpan(count: 1, unit: .day) : nil
      }
      let isTwo = scanner.sees("两")
      // 第一个工作日 counts no length, 07年 is a year.
      if scanner.place > 0, "第末首".contains(scanner.characters[scanner.place - 1]) { return nil }
      guard !scanner.sees("0"), var number = scanner.takeNumber(), TimeScanner.lengths.contains(number) else {
        return nil
      }
      // 3-5天内: the outer limit.
      if scanner.takeAny(["-", "至", "到"]) != nil {
        guard let last = scanner.takeNumber(), last > number, TimeScanner.lengths.contains(last) else {
          return nil
        }
        number = last
      }
      let hasCounter = scanner.take("个")
      if hasCounter, scanner.take("半月") { return TimeSpan(count: number * 2 + 1, unit: .halfMonth) }
      if hasCounter || isTwo, scanner.take("月") { return TimeSpan(count: number, unit: .month) }
      for (word, unit) in TimeScanner.units where scanner.take(word) {
        switch word {
        case "小时": return TimeSpan(count: max(1, (number + 23) / 24), unit: .day)
        case "季度": return TimeSpan(count: number * 3, unit: .month)
        case "年": return number < 200 ? scanner.takeMonths(behindYears: number) : nil
        case "周" where scanner.sees("年"): return nil
        case "天" where scanner.take("半"): return TimeSpan(count: number + 1, unit: .day)
        default: return TimeSpan(count: number, unit: unit)
        }
      }
      return nil
    }
  }

  private mutating func takeMonths(behindYears years: Int) -> TimeSpan {
    if take("半") { return TimeSpan(count: years * 12 + 6, unit: .month) }
    let months: Int? = attempt { scanner in
      _ = scanner.takeAny(["零", "又", "加", "〇"])
      guard let months = scanner.takeNumber(), scanner.take("个月") else { return nil }
      return months
    }
    return months.map { TimeSpan(count: years * 12 + $0, unit: .month) }
      ?? TimeSpan(count: years, unit: .year)
  }

  /// N个工作日内, 一周内, 10日内, 不超过30日, with what may lead up to it.
  mutating func takeSpan() -> TimeSpan? {
    attempt { scanner in
      _ = scanner.takeAny(["的", "，"])
      let isLimit = scanner.takeAny(["最长不超过", "不得超过", "不超过", "不多于", "至多", "最多", "最长"]) != nil
      guard let span = scanner.takeLength() else { return nil }
      guard
        scanner.takeAny(["时间内", "之内", "以内", "内"]) != nil || isLimit
          || span.unit == .workingDay && scanner.isAtEnd
      else { return nil }
      return span
    }
  }

  /// 20天后, 半年之后, 30日后.
  mutating func takeSpanAfter() -> TimeSpan? {
    attempt { scanner in
      guard let span = scanner.takeLength(), scanner.takeAfter() else { return nil }
      return span
    }
  }

  /// 5日前, 三天之前: so long before what stands in front of it.
  mutating func takeSpanBefore() -> TimeSpan? {
    attempt { scanner in
      guard let span = scanner.takeLength(), scanner.takeBefore() else { return nil }
      return span
    }
  }

  /// 未来三个月, 今后10年, 接下来两周.
  mutating func takeComing() -> TimeSpan? {
    guard begins(TimeScanner.comingStarts) else { return nil }
    return attempt { scanner in
      guard scanner.takeAny(["未来", "今后", "接下来", "此后", "往后", "从现在起"]) != nil else { return nil }
      _ = scanner.take("的")
      guard let span = scanner.takeLength() else { return nil }
      _ = scanner.takeAny(["时间内", "的时间", "时间", "之内", "以内", "内", "里"])
      return span
    }
  }

  /// 近三年, 集中5个月时间, 用8个月左右的时间, 为期两个月.
  mutating func takeDuration() -> Bool {
    guard begins(TimeScanner.durationStarts) else { return false }
    return attempt { scanner -> Bool? in
      guard let lead = scanner.takeAny(["近", "为期", "历时", "集中", "利用", "用", "未来", "今后"]) else { return nil }
      guard scanner.takeNumber() != nil || scanner.take("半") else { return nil }
      let hasCounter = scanner.take("个")
      guard let unit = scanner.takeAny(["年", "月", "周", "天", "星期"]),
        unit != "月" || hasCounter || !TimeScanner.isNumeral(scanner.peek())
      else { return nil }
      _ = scanner.takeAny(["半"])
      _ = scanner.takeAny(["左右", "以上"])
      let hasTime = scanner.takeAny(["的时间", "时间"]) != nil
      _ = scanner.takeAny(["之内", "内", "里"])
      return hasTime || lead != "用" && lead != "集中" ? true : nil
    } ?? false
  }

  /// What is counted from a day, a feast or the days off for it: 国庆节前10天, 春节后第一个工作日, 4月20日后5日内.
  mutating func takeCount(from point: TimePoint, isHolidays: Bool) -> TimeFinding.Meaning? {
    guard !point.isPeriod || point.isEndOnly || isHolidays, !point.lacksMonth || isHolidays else {
      return nil
    }
    let base = isHolidays ? TimeFinding.Base.holidays(point) : .point(point)
    return attempt { scanner in
      if scanner.takeAny(["次日", "翌日", "第二天"]) != nil {
        return .counted(base, TimeSpan(count: 1, unit: .day), .exactly)
      }
      if let span = scanner.takeSpanBefore() {
        // 6月30日30日前 is a slip, not a count.
        if point.isDayOrEnd, scanner.characters[..<scanner.place].suffix(4).contains("日"),
          span.unit == .day
        {
          return nil
        }
        return .counted(base, span, .before)
      }
      if scanner.sees("前") {
        scanner.place += 1
        _ = scanner.take("的")
        if !point.isEndOnly, case .nth(.workingDay, -1)? = scanner.takeOrdinal() {
          return .counted(base, TimeSpan(count: 1, unit: .workingDay), .before)
        }
        guard let span = scanner.takeLength() else { return nil }
        // 春节前一周内 is up to the day before.
        if scanner.takeAny(["之内", "以内", "内"]) != nil { return isHolidays ? nil : .fixed(point, .by) }
        return .counted(base, span, .before)
      }
      _ = scanner.takeAny(["结束", "收假", "放假结束"])
      guard scanner.takeAfter() else { return nil }
      _ = scanner.take("的")
      if let span = scanner.takeSpan() { return .counted(base, span, .within) }
      if let span = scanner.takeNthDay() { return .counted(base, span, .exactly) }
      if let span = scanner.takeLength() { return .counted(base, span, .within) }
      return isHolidays ? .counted(base, TimeSpan(count: 1, unit: .day), .from) : nil
    }
  }

  /// 第一个工作日, 首个工作日, 第三天 behind 后.
  mutating func takeNthDay() -> TimeSpan? {
    attempt { scanner in
      guard case .nth(let counted, let nth)? = scanner.takeOrdinal(), nth > 0 else { return nil }
      switch counted {
      case .workingDay: return TimeSpan(count: nth, unit: .workingDay)
      case .day: return TimeSpan(count: nth, unit: .day)
      case .week, .month, .quarter: return nil
      }
    }
  }

  /// 国庆期间, 中秋、国庆期间, “五一”假期, 国庆假期后第一个工作日.
  mutating func takeHolidays(of first: TimePoint) -> TimeFinding.Meaning? {
    guard case .feast = first.part else { return nil }
    return attempt { scanner in
      var (last, isOne) = (first, true)
      for _ in 0..<3 {
        guard let next = scanner.takeNextFeast() else { break }
        (last, isOne) = (next, false)
      }
      _ = scanner.takeAny(["双节", "两节"])
      if !isOne, scanner.takeBefore() { return .fixed(first, .by) }
      guard
        scanner.takeAny([
          "假期期间", "放假期间", "节日期间", "小长假期间", "长假期间", "假日期间", "期间", "黄金周", "小长假", "长假", "假期", "假日", "放假",
        ]) != nil
      else { return nil }
      if let counted = scanner.takeCount(from: last, isHolidays: true) { return counted }
      if scanner.takeBefore() { return .counted(.holidays(first), TimeSpan(count: 1, unit: .day), .before) }
      return .holidays(first, last)
    }
  }

  private mutating func takeNextFeast() -> TimePoint? {
    attempt { scanner in
      _ = scanner.takeAny(["、", "和", "与", "及", "，", "·"])
      return scanner.takeFeast().map { TimePoint(part: .feast($0)) }
    }
  }

  /// 本通知印发, 公布: the issuing of the document itself.
  private mutating func takeIssue() -> Bool {
    attempt { scanner -> Bool? in
      _ = scanner.take("本")
      _ = scanner.takeAny(["通知", "方案", "文件", "意见", "办法", "规定"])
      return scanner.takeAny(["印发", "下发", "发文", "发布", "公布", "颁布", "成文"]) != nil ? true : nil
    } ?? false
  }

  /// Whether the name of an event is the issuing of the document itself.
  static func isIssue(_ name: String) -> Bool {
    var scanner = TimeScanner(TimeWords(name))
    return scanner.takeIssue() && scanner.isAtEnd
  }

  private static let issueStarts = starts("即现此本通方文意办规印下发公颁成")
  private static let comingStarts = starts("未今接此往从")
  private static let durationStarts = starts("近为历集利用未今")

  /// 即日起, 印发之日起30日内, 自公布之日起30日后, 从现在到年底.
  mutating func takeFromIssue(allowsRelativeDays: Bool) -> TimeFinding.Meaning? {
    guard begins(TimeScanner.issueStarts) else { return nil }
    return attempt { scanner in
      let start = scanner.place
      let isNow = scanner.takeAny(["即日起", "即日开始", "即日", "现在起", "现在开始", "现在", "此刻起"]) != nil
      if !isNow {
        guard scanner.takeIssue(),
          scanner.takeAny(["之日起", "之日", "当日起", "日起", "起", "之后", "以后", "后"]) != nil
        else { return nil }
        // 上级文件下发后 is another document's.
        guard
          !"后".contains(scanner.characters[scanner.place - 1]) || start == 0 || scanner.isMark(at: start - 1)
            || "自从由于在".contains(scanner.characters[start - 1])
        else { return nil }
      }
      let isFrom = "起始".contains(scanner.characters[scanner.place - 1])
      let end = scanner.attempt { inner -> TimePoint? in
        guard inner.takeDash() else { return nil }
        return inner.takePoint(allowsRelativeDays: allowsRelativeDays)
      }
      if let end {
        scanner.takeEndWord()
        return .fromIssue(end)
      }
      if let span = scanner.takeSpan() { return .counted(.issue, span, .within) }
      if let span = scanner.takeSpanAfter() { return .counted(.issue, span, .from) }
      return isFrom && !TimeScanner.isNumeral(scanner.peek()) ? .fromIssue(nil) : nil
    }
  }

  /// +5个工作日, +2周, as hands write it.
  mutating func takeAddition() -> TimeSpan? {
    attempt { scanner in
      guard scanner.takeAny(["+", "＋"]) != nil, let span = scanner.takeLength() else { return nil }
      _ = scanner.takeAny(["之内", "以内", "内"])
      return span
    }
  }

  /// 长期, 常年, 持续, 常态化, 常抓不懈.
  mutating func takeStanding() -> Bool {
    takeAny(["长期坚持", "长期", "常年", "持续", "常态化", "始终坚持", "贯穿始终", "长年", "常抓不懈"]) != nil
  }
}
