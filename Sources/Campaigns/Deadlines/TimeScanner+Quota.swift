extension TimeScanner {
  static let counters = [
    "人次", "学时", "课时", "小时", "次", "篇", "条", "期", "场", "个", "轮", "项", "件", "份", "户", "堂", "节", "例", "批", "回",
    "遍", "天", "名", "人",
  ]

  /// 每季度不少于二次, 每月25日前, 一年一次, 按季度, 每两个月一次, 3、6、9、12月底, 上下半年各一次, 一月一调度.
  mutating func takeQuota() -> Quota? {
    guard begins(TimeScanner.quotaStarts) else { return nil }
    return takeOneByOne() ?? takeEach() ?? takeEverySecond() ?? takeOnceIn() ?? takeBy() ?? takeHalves()
      ?? takeMonthsAlone()
  }

  /// What a quota may begin with.
  private static let quotaStarts = starts("每逢隔双单奇偶半季月周按逐上一二两三四五六七八九十〇0123456789")
  private static let each = starts("每逢")
  private static let ledOnes = starts("一每半")
  private static let seconds = starts("隔双单奇偶")
  private static let ways = starts("按逐")

  /// 全年不少于12次, 年度每人至少一篇: a total for the year.
  mutating func takeYearlyTotal() -> (times: Int, upTo: Int?, unit: String?)? {
    attempt { scanner in
      guard scanner.takeAny(["全年度", "全年", "年度内", "年度", "年内", "一年"]) != nil else { return nil }
      return scanner.takeCount(within: 18)
    }
  }

  /// 每, its period and what stands in it.
  private mutating func takeEach() -> Quota? {
    guard begins(TimeScanner.each) else { return nil }
    return attempt { scanner in
      let isApart = scanner.sees("每隔")
      guard scanner.takeAny(["每逢", "每隔", "每到", "每", "逢"]) != nil else { return nil }
      if let quota = scanner.takeAlternateMonths() { return quota }
      _ = scanner.takeAny(["人每", "名党员每", "个党员每", "个支部每", "支部每", "科室每"])
      let isOccasion = scanner.characters[scanner.place - 1] == "逢"
      let isTwo = scanner.sees("两")
      let step = scanner.takeStep()
      // 逢5日 is the fifth, 每9月 every September: neither is every so many.
      if isOccasion, step != nil { return nil }
      if step ?? 1 > 1, !isTwo, scanner.sees("月"), scanner.characters[scanner.place - 1] != "个" { return nil }
      guard let (period, interval) = scanner.takePeriod(step: step) else { return nil }
      // 每隔一年 leaves one out.
      guard var quota = Quota.every(isApart && interval == 1 && step != 0 ? 2 : interval, period) else {
        return nil
      }
      // 每3个工作日 is no count of days in the calendar.
      if step ?? 1 > 1, scanner.characters[..<scanner.place].suffix(3) == ["工", "作", "日"] { return nil }
      let isTerm =
        "学期学年".contains(String(scanner.characters[..<scanner.place].suffix(2)))
        && scanner.characters[..<scanner.place].suffix(2).first == "学"
      if period == .day {
        scanner.takeHour()
        scanner.takeEnd()
      }
      guard interval > 0 else {
        _ = scanner.takeAny(["末", "底"])
        return scanner.counted(&quota)
      }
      _ = scanner.takeAny(["度", "份"])
      if period == .week, quota.interval == nil, scanner.takeWorkingWeek() {
        quota.per = .day
      } else if !isTerm, let points = scanner.takePoints(in: quota.per), !points.isEmpty {
        quota.points = points
        quota.times = points.count
        scanner.takeHour()
        scanner.takeEnd()
      }
      return scanner.counted(&quota)
    }
  }

  /// What is counted behind a period: 不少于二次, 各一次.
  private mutating func counted(_ quota: inout Quota) -> Quota {
    let isEach = take("各")
    if let count = takeCount(within: 18) {
      let share = isEach || (quota.points?.count ?? 1) == 1 ? quota.times : 1
      quota.times = share * count.times
      quota.upTo = count.upTo.map { share * $0 }
      quota.unit = count.unit
      if quota.points == nil, let points = takePointsInBrackets(quota.per) { quota.points = points }
    }
    return quota
  }

  /// 每年两次|（6月、12月）.
  private mutating func takePointsInBrackets(_ period: Period) -> [DuePoint]? {
    attempt { scanner in
      guard scanner.take("（"), let points = scanner.takePoints(in: period), scanner.take("）") else {
        return nil
      }
      return points
    }
  }

  /// 逢单月, 双月15日前: every second month, odd or even.
  private mutating func takeAlternateMonths() -> Quota? {
    attempt { scanner in
      guard let word = scanner.takeAny(["单月", "奇数月", "双月", "偶数月"]) else { return nil }
      let first = ["单", "奇"].contains(where: word.hasPrefix) ? 1 : 2
      let mark = scanner.takeMonthMark() ?? .lastDay
      scanner.takeEnd()
      var quota = Quota(
        times: 6, per: .year,
        points: stride(from: first, through: 12, by: 2).map { DuePoint(month: $0, mark) })
      if let count = scanner.takeCount(within: 18) {
        (quota.times, quota.upTo, quota.unit) = (6 * count.times, count.upTo.map { 6 * $0 }, count.unit)
      }
      return quota
    }
  }

  /// 隔周一次, 双月一次: every second period; 单月, 双月 with a day in them.
  private mutating func takeEverySecond() -> Quota? {
    guard begins(TimeScanner.seconds) else { return nil }
    return attempt { scanner in
      let periods: [(String, Period)] = [
        ("隔周", .week), ("双周", .week), ("隔月", .month), ("双月", .month), ("隔年", .year), ("隔日", .day),
        ("隔天", .day),
      ]
      for (word, period) in periods where scanner.sees(word) {
        var ahead = scanner
        ahead.place += word.count
        guard let count = ahead.takeCount(within: 8), var quota = Quota.every(2, period) else { continue }
        scanner = ahead
        (quota.times, quota.upTo, quota.unit) = (count.times, count.upTo, count.unit)
        return quota
      }
      if let quota = scanner.takeAlternateMonths() { return quota }
      guard let word = scanner.takeAny(["隔周", "双周", "隔日", "隔天", "隔年"]) else { return nil }
      return Quota.every(2, word.hasSuffix("周") ? .week : word.hasSuffix("年") ? .year : .day)
    }
  }

  /// The number between 每 and its period, 0 for 半; nil where none is written.
  private mutating func takeStep() -> Int? {
    let step: Int? = attempt { scanner in
      if scanner.take("半") { return 0 }
      guard let number = scanner.takeNumber(), number > 0 else { return nil }
      _ = scanner.take("个")
      return number
    }
    if step == nil { _ = take("个") }
    return step
  }

  private static let periods: [(String, Period)] = [
    ("工作日", .day), ("天", .day), ("日", .day), ("星期", .week), ("礼拜", .week), ("周", .week), ("学期", .halfyear),
    ("半年度", .halfyear), ("半年", .halfyear), ("季度", .quarter), ("季", .quarter), ("月度", .month), ("月份", .month),
    ("月", .month), ("年度", .year), ("学年", .year), ("年", .year),
  ]

  /// The period behind 每; `step` is the number between them, 0 for 半. 每半月 comes as interval 0 of a month, 每旬 as -3: so many
  /// times within it.
  private mutating func takePeriod(step: Int?) -> (Period, Int)? {
    attempt { scanner in
      if step == 0 {
        if scanner.takeAny(["年度", "年"]) != nil { return (.halfyear, 1) }
        if scanner.takeAny(["个月", "月"]) != nil { return (.month, 0) }
        return nil
      }
      if step == nil, scanner.take("旬") { return (.month, -3) }
      for (word, period) in TimeScanner.periods where scanner.take(word) { return (period, step ?? 1) }
      return nil
    }
  }

  /// A count and what is counted, at most `limit` characters ahead in the same clause; not over another time.
  mutating func takeCount(within limit: Int) -> (times: Int, upTo: Int?, unit: String?)? {
    attempt { scanner in
      let start = scanner.place
      for _ in 0...limit {
        if scanner.seesMost { return nil }
        if let found = scanner.takeCountHere(from: start) { return found }
        guard let character = scanner.peek(), !"，。；：（".contains(character), !scanner.sees("每"),
          !scanner.seesTime
        else { return nil }
        scanner.place += 1
      }
      return nil
    }
  }

  /// Whether the words ask for so many at the most, which no quota does.
  private var seesMost: Bool {
    guard begins(TimeScanner.mostStarts), !seesAny(["不少于", "不低于", "不得少于", "不得低于"]) else { return false }
    return seesAny(["最多", "至多", "不超过", "不得超过", "不多于", "不高于", "控制在", "限", "仅", "少于", "不足", "不到", "未", "不再"])
      && !(place > 0 && "不得".contains(characters[place - 1]))
  }

  private static let mostStarts = starts("最至不控限仅少未")
  private static let timeStarts = starts("前头首第之以后底月期")

  /// Whether a number with a unit of time stands here, or 前 and the like.
  private var seesTime: Bool {
    if TimeScanner.isNumeral(peek()) { return true }
    if begins(TimeScanner.timeStarts), seesAny(["前", "头", "首", "第", "之后", "以后", "后", "底", "月末", "期间"]) {
      return true
    }
    var ahead = self
    return ahead.takeFeast() != nil
      || begins(TimeScanner.nameStarts) && TimeScanner.namedPeriods.contains(where: sees)
  }

  private mutating func takeCountHere(from start: Int? = nil) -> (times: Int, upTo: Int?, unit: String?)? {
    let place = place
    return attempt { scanner in
      if let start, start < place { scanner.gaps.append(start..<place) }
      // 第三天 is no count.
      if scanner.place > 0, "第前头后末".contains(scanner.characters[scanner.place - 1]) { return nil }
      guard let times = scanner.takeNumber() else { return nil }
      var upTo: Int?
      // 两三次.
      if !TimeScanner.isDigit(scanner.peek()), TimeScanner.isNumeral(scanner.peek()),
        let upper = scanner.takeNumber()
      {
        guard upper == times + 1 else { return nil }
        upTo = upper
      }
      if scanner.takeDash() {
        guard let upper = scanner.takeNumber() else { return nil }
        upTo = upper
      }
      let isPlain = scanner.peek() != "个" || !scanner.seesAny(["个月", "个工作日", "个季度", "个星期", "个周"])
      let isWhole = scanner.take("个") && scanner.seesAny(["学时", "小时", "课时"])
      guard isPlain else { return nil }
      if let unit = scanner.takeAny(TimeScanner.counters) {
        _ = scanner.takeAny(["以上", "及以上", "左右"])
        return (times, upTo, unit)
      }
      return !isWhole && scanner.characters[scanner.place - 1] == "个" ? (times, upTo, "个") : nil
    }
  }

  /// 一年一次, 一年不少于2次, 季度一次, 半年一次, 两周一次, 三个月召开一次.
  private mutating func takeOnceIn() -> Quota? {
    attempt { scanner in
      if let before = scanner.place > 0 ? scanner.characters[scanner.place - 1] : nil,
        "第〇上下前后".contains(before) || TimeScanner.isNumeral(before)
      {
        return nil
      }
      let isTwo = scanner.sees("两")
      let step = scanner.takeStep()
      // 6月30个 is no count in six months: months need 个, but for 两月一次.
      if step ?? 0 > 1, !isTwo, scanner.sees("月"), scanner.characters[scanner.place - 1] != "个" { return nil }
      let isMonth = step == nil && scanner.seesAny(["月", "周", "季度", "季"])
      guard step != nil || isMonth, let (period, interval) = scanner.takePeriod(step: step),
        var quota = Quota.every(interval, period)
      else { return nil }
      // 10个工作日内两次 has an end.
      if scanner.takeAny(["内", "中"]) != nil, period == .day || period == .week || step ?? 1 > 1 {
        return nil
      }
      if step ?? 1 > 1, scanner.characters[..<scanner.place].suffix(3) == ["工", "作", "日"] { return nil }
      _ = scanner.takeAny([
        "至少组织", "至少开展", "至少召开", "不少于", "不低于", "至少", "原则上", "组织", "开展", "召开", "报送", "进行", "举办", "安排",
      ])
      guard let count = scanner.takeCountHere() else { return nil }
      (quota.times, quota.upTo, quota.unit) = (quota.times * count.times, count.upTo, count.unit)
      return quota
    }
  }

  /// 一月一调度, 一周一通报, 一日一报, 一季一评.
  private mutating func takeOneByOne() -> Quota? {
    guard begins(TimeScanner.ledOnes) else { return nil }
    return attempt { scanner in
      let isLed = scanner.takeAny(["一", "每"]) != nil
      let isHalf = scanner.take("半")
      guard isLed || isHalf else { return nil }
      guard let (period, interval) = scanner.takePeriod(step: isHalf ? 0 : nil), scanner.take("一") else {
        return nil
      }
      guard scanner.takeAny(TimeScanner.acts) != nil else { return nil }
      return Quota.every(interval, period)
    }
  }

  private static let acts = [
    "调度", "通报", "报告", "报送", "报", "研判", "例会", "会商", "分析", "督查", "督办", "检查", "考核", "评比", "评议", "评", "总结", "小结",
    "汇总", "主题", "排名", "晾晒", "晒", "述职", "走访", "更新", "梳理", "点评", "推进", "公示", "清零", "清", "结", "提醒", "培训", "学",
    "讲", "测", "考", "会", "碰头", "活动", "巡查", "核查", "盘点", "反馈", "议", "查", "访",
  ]

  /// 按月, 逐季, 按季度.
  private mutating func takeBy() -> Quota? {
    guard begins(TimeScanner.ways) else { return nil }
    return attempt { scanner in
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

  /// 上下半年各一次.
  private mutating func takeHalves() -> Quota? {
    guard peek() == "上" else { return nil }
    return attempt { scanner in
      guard scanner.takeAny(["上下半年", "上、下半年", "上半年、下半年", "上半年和下半年"]) != nil else { return nil }
      guard scanner.take("各"), let count = scanner.takeCount(within: 8) else { return nil }
      return Quota(times: count.times, upTo: count.upTo, unit: count.unit, per: .halfyear)
    }
  }
}

extension Quota {
  /// Once every `interval` periods, in the longest period that says the same (three months are a quarter). 每半月 comes as
  /// interval 0 of a month, 每旬 as -3: so many times within it.
  static func every(_ interval: Int, _ period: Period) -> Quota? {
    if period == .month, interval <= 0 { return Quota(times: interval == 0 ? 2 : -interval, per: .month) }
    guard (1...366).contains(interval) else { return nil }
    if interval == 1 { return Quota(times: 1, per: period) }
    switch (period, interval) {
    case (.month, 3): return Quota(times: 1, per: .quarter)
    case (.month, 6), (.quarter, 2): return Quota(times: 1, per: .halfyear)
    case (.month, 12), (.quarter, 4), (.halfyear, 2): return Quota(times: 1, per: .year)
    default: return Quota(times: 1, per: period, interval: interval)
    }
  }
}
