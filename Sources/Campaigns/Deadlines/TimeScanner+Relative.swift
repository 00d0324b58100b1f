extension TimeScanner {
  private static let relativeDays: [(word: String, first: Int, last: Int)] = [
    ("明后两天", 1, 2), ("明后天", 1, 2), ("今明两天", 0, 1), ("今明两日", 0, 1), ("今天", 0, 0), ("今日", 0, 0), ("当日", 0, 0),
    ("当天", 0, 0), ("明天", 1, 1), ("明日", 1, 1), ("今晚", 0, 0), ("今早", 0, 0), ("今夜", 0, 0), ("明晚", 1, 1),
    ("明早", 1, 1), ("昨晚", -1, -1), ("次日", 1, 1), ("翌日", 1, 1), ("大大后天", 4, 4), ("大后天", 3, 3),
    ("大后日", 3, 3), ("后天", 2, 2), ("后日", 2, 2), ("昨天", -1, -1), ("昨日", -1, -1), ("大前天", -3, -3),
    ("前天", -2, -2), ("前日", -2, -2),
  ]

  private static let weeks: [(words: [String], shift: Int)] = [
    (["本", "这一", "这", "当", "今"], 0), (["下下"], 2), (["下一", "下", "次"], 1), (["上上"], -2), (["上一", "上"], -1),
  ]

  /// 明天, 大后天, 周五, 下周五, 下下周, 本周末: counted from the day on which it is said.
  mutating func takeRelativeDay() -> TimePoint.Part? {
    // 会议召开当天 is the event's.
    if seesAny(["当日", "当天"]), place > 0, !isMark(at: place - 1) { return nil }
    for (word, first, last) in TimeScanner.relativeDays where take(word) {
      return .fromToday(first: first, last: last)
    }
    return attempt { scanner in
      let week = scanner.takeShift(TimeScanner.weeks)
      if week != nil { _ = scanner.take("个") }
      guard scanner.takeAny(["周", "星期", "礼拜"]) != nil else { return nil }
      // 下周周六.
      if week != nil { _ = scanner.takeAny(["周", "星期", "礼拜", "的周", "的星期"]) }
      if let weekday = scanner.takeWeekdayFigure() {
        return scanner.seesAny(["个", "次"]) ? nil : .weekday(week: week, weekday)
      }
      if scanner.take("末") { return .weekday(week: week ?? 0, 7) }
      guard let week else { return nil }
      _ = scanner.takeAny(["之内", "以内", "内"])
      return .week(week)
    }
  }

  /// 本周五, 下周三: a weekday whose week is said is a day in a document too, counted from its date of issue.
  mutating func takeWeekdayOfWeek() -> TimePoint.Part? {
    guard seesAny(["本周", "这周", "下周"]) else { return nil }
    return attempt { scanner in
      guard let part = scanner.takeRelativeDay(), case .weekday = part else { return nil }
      return part
    }
  }

  /// 一 … 六, 日, 天 as a weekday, 1 = Monday.
  mutating func takeWeekdayFigure() -> Int? {
    if takeAny(["日", "天", "7"]) != nil { return 7 }
    return attempt { scanner in scanner.takeFigures(1).flatMap { (1...6).contains($0) ? $0 : nil } }
  }

  /// A weekday that stands beside a day: 周六 2013年04月08日, 2009年10月12号,星期一.
  mutating func takeWeekdayBeside() -> Int? {
    attempt { scanner in
      guard scanner.takeAny(["周", "星期", "礼拜"]) != nil else { return nil }
      return scanner.takeWeekdayFigure()
    }
  }
}
