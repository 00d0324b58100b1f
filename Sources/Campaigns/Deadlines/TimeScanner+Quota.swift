extension TimeScanner {
  private static let counters = [
    "人次", "学时", "课时", "小时", "次", "篇", "条", "期", "场", "个", "轮", "项", "件", "份", "户", "堂", "节", "例", "批", "回",
    "遍",
    "天", "名", "人",
  ]

  /// 每季度不少于二次, 每月25日前, 一年一次, 按季度, 每两个月一次.
  mutating func takeQuota() -> Quota? {
    takeEach() ?? takeEverySecond() ?? takeOnceIn() ?? takeBy()
  }

  /// 全年不少于12次, 年度每人至少一篇: a total for the year.
  mutating func takeYearlyTotal() -> (times: Int, upTo: Int?, unit: String?)? {
    attempt { scanner in
      guard scanner.takeAny(["全年度", "全年", "年度内", "年度", "年内", "一年"]) != nil else { return nil }
      return scanner.takeCount(within: 18)
    }
  }

  private mutating func takeEach() -> Quota? {
    attempt { scanner in
      guard scanner.takeAny(["每隔", "每"]) != nil else { return nil }
      let isPerson = scanner.takeAny(["人每", "名党员每", "个支部每", "支部每", "科室每"]) != nil
      _ = isPerson
      let step = scanner.takeStep()
      guard let (period, interval) = scanner.takePeriod(step: step) else { return nil }
      guard var quota = Quota.every(interval, period) else { return nil }
      if period == .week {
        var ahead = scanner
        if let weekday = ahead.takeWeekdayFigure(), weekday > 0,
          !TimeScanner.counters.contains(where: ahead.sees), !ahead.seesAny(["至", "到", "-", "或"])
        {
          scanner = ahead
        }
      }
      if let due = scanner.takeDueDay(in: period) { quota.points = due.day.map { [DuePoint(.day($0))] } }
      _ = scanner.takeAny(["度", "份"])
      if let count = scanner.takeCount(within: 18) {
        quota.times *= count.times
        quota.upTo = count.upTo
        quota.unit = count.unit
      }
      return quota
    }
  }

  /// 隔周一次, 双月一次: every second period.
  private mutating func takeEverySecond() -> Quota? {
    attempt { scanner in
      guard scanner.seesAny(["隔", "双"]) else { return nil }
      let periods: [(String, Period)] = [("隔周", .week), ("双周", .week), ("隔月", .month), ("双月", .month)]
      for (word, period) in periods where scanner.take(word) {
        guard var quota = Quota.every(2, period) else { return nil }
        if let count = scanner.takeCount(within: 8) {
          quota.times *= count.times
          quota.unit = count.unit
        }
        return quota
      }
      return nil
    }
  }

  private mutating func takeStep() -> Int? {
    attempt { scanner in
      if scanner.take("半") { return 0 }
      guard let number = scanner.takeNumber() else { return nil }
      _ = scanner.take("个")
      return number
    }
      ?? {
        _ = take("个"); return nil
      }()
  }

  /// The period behind 每; `step` is the number between them, 0 for 半.
  private mutating func takePeriod(step: Int?) -> (Period, Int)? {
    attempt { scanner in
      if step == 0 {
        if scanner.takeAny(["年度", "年"]) != nil { return (.halfyear, 1) }
        if scanner.takeAny(["个月", "月"]) != nil { return (.month, 0) }
        if scanner.take("学期") { return (.quarter, 1) }
        return nil
      }
      let names: [(String, Period)] = [
        ("工作日", .day), ("天", .day), ("日", .day), ("星期", .week), ("礼拜", .week), ("周", .week),
        ("学期", .halfyear), ("半年度", .halfyear), ("半年", .halfyear), ("季度", .quarter), ("季", .quarter),
        ("月度", .month),
        ("月份", .month), ("月", .month), ("年度", .year), ("年", .year),
      ]
      if step == nil, scanner.take("旬") { return (.month, -3) }
      for (word, period) in names where scanner.take(word) { return (period, step ?? 1) }
      return nil
    }
  }

  /// 底前, 末, 25日前 behind a period. The day is nil for the period's end.
  private mutating func takeDueDay(in period: Period) -> (day: Int?, Void)? {
    attempt { scanner in
      if scanner.takeAny(["底前", "末前", "底", "末", "初"]) != nil { return (nil, ()) }
      guard period == .month else { return nil }
      _ = scanner.takeAny(["的"])
      guard let first = scanner.takeNumber(), (1...31).contains(first) else { return nil }
      var day = first
      if scanner.takeDash() {
        guard let last = scanner.takeNumber(), (1...31).contains(last) else { return nil }
        day = last
      }
      guard scanner.takeAny(["日", "号"]) != nil else { return nil }
      _ = scanner.takeBefore()
      return (day, ())
    }
  }

  /// A count and what is counted, at most `limit` characters ahead in the same clause.
  private mutating func takeCount(within limit: Int) -> (times: Int, upTo: Int?, unit: String?)? {
    attempt { scanner in
      for _ in 0...limit {
        if let found = scanner.takeCountHere() { return found }
        guard let character = scanner.peek(), !"，。；：（".contains(character), !scanner.sees("每") else {
          return nil
        }
        scanner.place += 1
      }
      return nil
    }
  }

  private mutating func takeCountHere() -> (times: Int, upTo: Int?, unit: String?)? {
    attempt { scanner in
      guard let times = scanner.takeNumber() else { return nil }
      var upTo: Int?
      if scanner.takeDash() {
        guard let upper = scanner.takeNumber() else { return nil }
        upTo = upper
      }
      let isPlain = scanner.peek() != "个" || !scanner.seesAny(["个月", "个工作日", "个季度"])
      let isWhole = scanner.take("个") && scanner.seesAny(["学时", "小时", "课时"])
      guard isPlain else { return nil }
      if let unit = scanner.takeAny(TimeScanner.counters) {
        return (times, upTo, unit)
      }
      return !isWhole && scanner.characters[scanner.place - 1] == "个" ? (times, upTo, "个") : nil
    }
  }

  private static let once: [(String, Period)] = [
    ("一个季度", .quarter), ("一季度", .quarter), ("一季", .quarter), ("季度", .quarter), ("一个月", .month),
    ("一月", .month), ("一周", .week), ("一星期", .week), ("半年", .halfyear), ("一年", .year), ("1年", .year),
    ("一天", .day), ("一日", .day), ("月", .month), ("周", .week),
  ]

  /// 一年一次, 一年不少于2次, 季度一次, 半年一次.
  private mutating func takeOnceIn() -> Quota? {
    attempt { scanner in
      let before = scanner.place > 0 ? scanner.characters[scanner.place - 1] : nil
      for (word, period) in TimeScanner.once where scanner.take(word) {
        if let before, "第〇上下前后".contains(before) { return nil }
        _ = scanner.takeAny(["内", "中"])
        _ = scanner.takeAny(["至少组织", "至少开展", "至少召开", "不少于", "不低于", "至少", "原则上", "组织", "开展", "召开", "报送"])
        guard let count = scanner.takeCountHere() else { return nil }
        return Quota(times: count.times, upTo: count.upTo, unit: count.unit, per: period)
      }
      return nil
    }
  }

  /// 按月, 逐季, 按季度.
  private mutating func takeBy() -> Quota? {
    attempt { scanner in
      guard scanner.takeAny(["按", "逐"]) != nil, !scanner.seesAny(["日期", "月份牌", "年龄", "周期", "日程"]) else {
        return nil
      }
      let names: [(String, Period)] = [
        ("半年", .halfyear), ("季度", .quarter), ("季", .quarter), ("月度", .month), ("月", .month), ("年度", .year),
        ("年", .year), ("周", .week), ("日", .day),
      ]
      for (word, period) in names where scanner.take(word) {
        let count = scanner.takeCount(within: 8)
        return Quota(times: count?.times ?? 1, upTo: count?.upTo, unit: count?.unit, per: period)
      }
      return nil
    }
  }
}

extension Quota {
  /// Once every `interval` periods: every two months is six times a year. 每半月 comes as interval 0 of a month,
  /// 每旬 as -3: so many times within it.
  static func every(_ interval: Int, _ period: Period) -> Quota? {
    if period == .month, interval <= 0 { return Quota(times: interval == 0 ? 2 : -interval, per: .month) }
    guard interval > 0 else { return nil }
    if interval == 1 { return Quota(times: 1, per: period) }
    switch period {
    case .month where interval == 3: return Quota(times: 1, per: .quarter)
    case .month where interval == 6: return Quota(times: 1, per: .halfyear)
    case .month where interval == 12: return Quota(times: 1, per: .year)
    case .month where 12 % interval == 0, .week where interval <= 26, .quarter where 4 % interval == 0:
      return Quota(times: period.perYear / interval, per: .year)
    default: return nil
    }
  }
}
