extension TimeScanner {
  /// What stands inside a period: its 底, 初 or 中, something counted in it, in a month a day or ten days; the period itself
  /// where nothing does.
  mutating func takeInside(_ whole: TimePoint.Part) -> TimePoint.Part {
    if takeAny(["末月底", "末月末"]) != nil { return .edge(whole, .end) }
    if let ordinal = takeOrdinal(in: whole) { return takeInside(ordinal) }
    if takeAny(["月底", "底", "月末", "末"]) != nil { return .edge(whole, .end) }
    if takeAny(["月初", "初"]) != nil { return .edge(whole, .start) }
    guard isMonth(whole) else { return whole }
    if let (first, last, _) = takeXun() { return .ordinal(whole, .days(first: first, last: last)) }
    if let day = takeDayNumber() { return .ordinal(whole, .nth(.day, day)) }
    return whole
  }

  private func isMonth(_ part: TimePoint.Part) -> Bool {
    switch part {
    case .month, .ordinal(_, .nth(.month, _)): true
    default: false
    }
  }

  /// 12日 in a month that is counted itself; 30日内 is a length of time.
  private mutating func takeDayNumber() -> Int? {
    attempt { scanner in
      guard let day = scanner.takeNumber(), (1...31).contains(day), scanner.takeAny(["日", "号"]) != nil,
        !scanner.seesAny(["内", "之内", "以内"])
      else { return nil }
      return day
    }
  }

  /// 第一周, 首月, 最后一个工作日, 第三个星期日, 前十一个月, 后三月 of a period; 的 may stand before it.
  mutating func takeOrdinal(in whole: TimePoint.Part) -> TimePoint.Part? {
    attempt { scanner in
      _ = scanner.take("的")
      guard let ordinal = scanner.takeOrdinal() else { return nil }
      switch ordinal {
      case .trailing(.month, _), .leading(.month, _), .leading(.quarter, _), .nth(.month, _),
        .nth(.quarter, _):
        // 首月 of a month is none.
        guard !scanner.isMonth(whole) else { return nil }
      default: break
      }
      return .ordinal(whole, ordinal)
    }
  }

  /// An ordinal without the period that it counts in.
  mutating func takeOrdinal() -> TimePoint.Ordinal? {
    attempt { scanner in
      if scanner.take("前") {
        guard let count = scanner.takeNumber(), count > 0, let counted = scanner.takeCounted(isOrdinal: false)
        else { return nil }
        return .leading(counted, count)
      }
      if scanner.take("后") {
        // 后3天 may be anything; 后三月 are the last months of the year.
        guard let count = scanner.takeNumber(), count > 0, scanner.takeAny(["个月", "月", "个季度"]) != nil else {
          return nil
        }
        return .trailing(scanner.characters[scanner.place - 1] == "月" ? .month : .quarter, count)
      }
      guard let nth = scanner.takeNth() else { return nil }
      if let ordinal = scanner.takeWeekdayOrdinal(nth) { return ordinal }
      guard let counted = scanner.takeCounted(isOrdinal: true) else { return nil }
      if counted == .week, nth.count == 1, let weekday = scanner.takeWeekdayInWeek() {
        return .weekdayOfWeek(weekday, week: nth.number)
      }
      if nth.count > 1 { return .trailing(counted, nth.count) }
      return .nth(counted, nth.number)
    }
  }

  /// 第三, 首, 最后一, 末, 倒数第二; `count` is more than one for 最后五天.
  private mutating func takeNth() -> (number: Int, count: Int)? {
    attempt { scanner in
      if scanner.take("首") {
        _ = scanner.take("个")
        return (1, 1)
      }
      if scanner.take("最后") {
        let count = scanner.takeNumber() ?? 1
        _ = scanner.take("个")
        return count > 0 ? (-1, count) : nil
      }
      if scanner.seesAny(["末周", "末月", "末日"]) {
        scanner.place += 1
        return (-1, 1)
      }
      let sign = scanner.take("倒数") ? -1 : 1
      guard scanner.take("第"), let number = scanner.takeNumber(), (1...366).contains(number) else {
        return nil
      }
      _ = scanner.take("个")
      return (sign * number, 1)
    }
  }

  /// 第三个|星期日, 第一个|周一: a weekday that is counted.
  private mutating func takeWeekdayOrdinal(_ nth: (number: Int, count: Int)) -> TimePoint.Ordinal? {
    attempt { scanner in
      guard nth.count == 1, scanner.takeAny(["星期", "礼拜", "周"]) != nil,
        let weekday = scanner.takeWeekdayFigure()
      else { return nil }
      return .weekday(weekday, nth: nth.number)
    }
  }

  /// 周三 behind 第二周.
  private mutating func takeWeekdayInWeek() -> Int? {
    attempt { scanner in
      _ = scanner.take("的")
      guard scanner.takeAny(["星期", "礼拜", "周"]) != nil else { return nil }
      return scanner.takeWeekdayFigure()
    }
  }

  /// What an ordinal number counts; a month behind 前 and a number needs 个 (前三月 is no time).
  private mutating func takeCounted(isOrdinal: Bool) -> TimePoint.Counted? {
    let units: [(String, TimePoint.Counted)] = [
      ("个工作日", .workingDay), ("工作日", .workingDay), ("个星期", .week), ("星期", .week), ("个礼拜", .week),
      ("礼拜", .week),
      ("个周", .week), ("周", .week), ("个月", .month), ("个季度", .quarter), ("季度", .quarter), ("天", .day),
      ("日", .day),
    ]
    for (word, counted) in units where sees(word) && !sees("周年") && !sees("天津") {
      place += word.count
      return counted
    }
    guard isOrdinal, !seesAny(["月份", "季节"]) else { return nil }
    return take("月") ? .month : take("季") ? .quarter : nil
  }

  private static let spans: [(String, Int, Int?, Bool)] = [
    ("上中旬", 1, 20, true), ("上、中旬", 1, 20, true), ("上旬、中旬", 1, 20, true), ("中下旬", 11, nil, true),
    ("中、下旬", 11, nil, true), ("中旬、下旬", 11, nil, true), ("上旬", 1, 10, true), ("初旬", 1, 10, true),
    ("中旬", 11, 20, true), ("下旬", 21, nil, true), ("上半月", 1, 15, false), ("下半月", 16, nil, false),
  ]

  /// 上旬, 中旬, 下旬, 上中旬, 中下旬 (docs/decisions/time-rules.md), 上半月, 下半月.
  mutating func takeXun() -> (first: Int, last: Int?, isXun: Bool)? {
    for (words, first, last, isXun) in TimeScanner.spans where take(words) { return (first, last, isXun) }
    return nil
  }

  /// 第二季度, 一至三季度's first number apart: 二季度末, 第一、二季度, 前三季度, Q2, 下季度首月10日.
  mutating func takeQuarter() -> TimePoint.Part? {
    attempt { scanner in
      if let shift = scanner.takeShift(TimeScanner.relativeQuarters) {
        return scanner.takeInside(.quarter(shift))
      }
      if scanner.takeAny(["季度末", "季度底", "季末"]) != nil { return .edge(.quarter(0), .end) }
      if scanner.take("季度初") { return .edge(.quarter(0), .start) }
      if scanner.take("前") {
        guard let count = scanner.takeNumber(), (2...4).contains(count) else { return nil }
        _ = scanner.take("个")
        return scanner.take("季度") ? .quarters(1, count) : nil
      }
      let first: Int
      if scanner.take("首季") {
        first = 1
        _ = scanner.take("度")
      } else if scanner.takeAny(["Q", "q"]) != nil {
        guard let number = scanner.takeNumber() else { return nil }
        first = number
        _ = scanner.take("季度")
      } else {
        _ = scanner.take("第")
        guard let number = scanner.takeNumber(), (1...4).contains(number) else { return nil }
        if scanner.takeAny(["、", "和", "及"]) != nil {
          _ = scanner.take("第")
          guard let last = scanner.takeNumber(), last == number + 1, last <= 4,
            scanner.takeAny(["季度", "季"]) != nil
          else { return nil }
          return .quarters(number, last)
        }
        _ = scanner.take("个")
        guard scanner.takeAny(["季度", "季"]) != nil, !scanner.seesAny(["节"]) else { return nil }
        first = number
      }
      guard (1...4).contains(first) else { return nil }
      return scanner.takeInside(.quarters(first, first))
    }
  }

  private static let relativeQuarters: [(words: [String], shift: Int)] = [
    (["本季度", "当季度", "这个季度", "这一季度", "本季", "当季"], 0), (["下一个季度", "下个季度", "下一季度", "下季度", "次季度", "下季"], 1),
    (["上一个季度", "上个季度", "上一季度", "上季度"], -1),
  ]
}
