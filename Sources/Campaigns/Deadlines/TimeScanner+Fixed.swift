extension TimeScanner {
  private static let limits = [
    "截止日期为", "截止日期：", "截止时间为", "截止时间：", "截至", "截止到", "截止至", "截止于", "截止", "不晚于", "不迟于", "不得晚于", "不得迟于",
    "最迟于", "最迟不超过", "最迟", "最晚于", "最晚", "赶在",
  ]

  private static let limitStarts = starts("截不最赶")
  private static let abouts = starts("大约")
  private static let leads = starts("自从由不最")

  /// A fixed time: a point or a range with what stands before and behind it.
  mutating func takeFixed(allowsRelativeDays: Bool) -> TimeFinding.Meaning? {
    attempt { scanner in
      let isLimit = scanner.begins(TimeScanner.limitStarts) && scanner.takeAny(TimeScanner.limits) != nil
      let isStart =
        !isLimit && scanner.begins(TimeScanner.leads)
        && scanner.takeAny(["自从", "从", "自", "由", "不早于", "不得早于", "最早于"]) != nil
      if let issue = scanner.takeFromIssue(allowsRelativeDays: allowsRelativeDays) { return issue }
      let isAbout = scanner.begins(TimeScanner.abouts) && scanner.takeAny(["大约", "大概", "约"]) != nil
      guard var first = scanner.takePoint(allowsRelativeDays: allowsRelativeDays) else { return nil }
      if isAbout { first.isApproximate = true }
      if let between = scanner.takeBetween(first, allowsRelativeDays: allowsRelativeDays) { return between }
      if let holidays = scanner.takeHolidays(of: first) { return holidays }
      if let counted = scanner.takeCount(from: first, isHolidays: false) { return counted }
      let hasStartWord = !isLimit && scanner.takeStartWord()
      if hasStartWord {
        var ahead = scanner
        if !ahead.takeRemark() { scanner = ahead }
      }
      if let range = scanner.takeRangeEnd(after: first, allowsRelativeDays: allowsRelativeDays) {
        return range
      }
      if case .bare = first.part { return nil }
      if !hasStartWord, let second = scanner.takeWorkThrough(allowsRelativeDays: allowsRelativeDays) {
        return .range(first, second, endsWith: nil)
      }
      if hasStartWord {
        if let span = scanner.takeSpan() { return .counted(.point(first), span, .through) }
        if let span = scanner.takeSpanAfter() { return .counted(.point(first), span, .from) }
        if let second = scanner.takeSecondEnd(allowsRelativeDays: allowsRelativeDays) {
          return .range(first, second, endsWith: nil)
        }
        return .fixed(first, .from)
      }
      let bound = scanner.takeBound(of: first, isLimit: isLimit, isStart: isStart)
      return scanner.remarked(bound, first)
    }
  }

  /// By a day with （不含当日） behind it is by the day before, by a feast with （含当日） by its day. Elsewhere 不含 is left to be told.
  private mutating func remarked(_ bound: TimeFinding.Meaning?, _ first: TimePoint) -> TimeFinding.Meaning? {
    guard case .fixed(let point, .by) = bound else {
      guard peek() == "（" || first.isExcluded else { return bound }
      var ahead = self
      if !ahead.takeRemark() { self = ahead }
      return first.isExcluded ? nil : bound
    }
    let before = place
    let isExcluded = takeRemark() || first.isExcluded
    if isExcluded { return .fixed(point, .eve) }
    return point.isFeast && place > before ? .fixed(point, .until) : bound
  }

  /// （含3月底） behind a time changes nothing, （不含当日） takes that day away: whether it does.
  private mutating func takeRemark() -> Bool {
    guard peek() == "（" else { return false }
    return attempt { scanner -> Bool? in
      guard scanner.take("（") else { return nil }
      let isExcluded = scanner.takeAny(["不含", "不包含", "不包括"]) != nil
      guard isExcluded || scanner.takeAny(["含", "包含"]) != nil else { return nil }
      while let character = scanner.peek(), !"。（）".contains(character) { scanner.place += 1 }
      return scanner.take("）") ? isExcluded : nil
    } ?? false
  }

  private mutating func takeBound(of point: TimePoint, isLimit: Bool, isStart: Bool) -> TimeFinding.Meaning? {
    if takeAny(["或之前", "及之前", "或以前", "及以前"]) != nil { return .fixed(point, .by) }
    if isLimit {
      let isBefore = sees("前") || sees("之前")
      takeEndWord()
      return .fixed(point, isBefore ? .by : .until)
    }
    if seesAny(["到来前", "到来之前", "来临前", "来临之前"]) { place += 2 }
    if takeAny(["前夕", "前夜"]) != nil { return .fixed(point, .eve) }
    if takeBefore() { return .fixed(point, .by) }
    if point.isPeriod, takeAny(["结束之前", "结束前", "终了前"]) != nil { return .fixed(point, .by) }
    if point.isPeriod, sees("结束后") { place += 2 }
    if takeAfter() {
      if let span = takeSpan() { return .counted(.point(point), span, .within) }
      if let second = takeSecondEnd(allowsRelativeDays: false) { return .range(point, second, endsWith: nil) }
      return .fixed(point, .after)
    }
    let isSaid = takeAny(["整个期间", "期间", "之内", "以内", "内"]) != nil
    if takeAny(["为止", "止", "截止"]) != nil { return .fixed(point, .until) }
    return .fixed(point, isStart ? .from : isSaid ? .inside : .within)
  }

  /// 前, 之前, 以前; but not 前往, 前后, 前期.
  mutating func takeBefore() -> Bool {
    if takeAny(["之前", "以前", "前夕", "前夜"]) != nil { return true }
    guard sees("前"), !seesAny(["前往", "前后", "前期", "前来", "前沿", "前列"]) else { return false }
    // 前三名 is a rank, 前三天 a length of time.
    if seesAny(["前三", "前两"]) {
      var ahead = self
      ahead.place += 1
      guard ahead.takeLength() != nil else { return false }
    }
    place += 1
    return true
  }

  /// 后, 之后, 以后; but not 后勤, 后续.
  mutating func takeAfter() -> Bool {
    guard !seesAny(["后勤", "后续", "后期", "后备", "后半", "后进"]) else { return false }
    return takeAny(["以后", "之后", "过后", "后"]) != nil
  }

  private mutating func takeStartWord() -> Bool {
    takeAny([
      "或之后", "及之后", "或以后", "及以后", "之日起", "当日起", "日起", "以来", "起始", "开始", "伊始", "起",
    ]) != nil
  }

  mutating func takeEndWord() {
    if takeAny(["为止", "止", "截止", "结束"]) == nil { _ = takeBefore() }
  }

  /// 和…之间: from the first to the last.
  private mutating func takeBetween(_ first: TimePoint, allowsRelativeDays: Bool) -> TimeFinding.Meaning? {
    guard characters[place...].prefix(16).contains("间") else { return nil }
    return attempt { scanner in
      guard scanner.takeDash() || scanner.takeAny(["和", "与", "及"]) != nil,
        let second = scanner.takePoint(allowsRelativeDays: allowsRelativeDays, inRange: true),
        scanner.takeAny(["之间", "间"]) != nil
      else { return nil }
      return .range(first.likened(to: second), second, endsWith: nil)
    }
  }

  /// 启动，6月底完成 behind 3月初. 启动 alone is what is done then.
  private mutating func takeWorkThrough(allowsRelativeDays: Bool) -> TimePoint? {
    attempt { scanner in
      guard scanner.takeAny(["启动", "开工", "动工", "着手"]) != nil else { return nil }
      return scanner.takeSecondEnd(allowsRelativeDays: allowsRelativeDays)
    }
  }

  /// 、周五截止 behind 下周一开始, 、6月底完成 behind 3月初启动.
  private mutating func takeSecondEnd(allowsRelativeDays: Bool) -> TimePoint? {
    attempt { scanner in
      _ = scanner.takeAny(["、", "，"])
      guard let second = scanner.takePoint(allowsRelativeDays: allowsRelativeDays, inRange: true),
        scanner.takeAny([
          "为止", "止", "截止", "结束", "完成", "之前", "以前", "前完成", "前结束", "前", "完工", "竣工", "收官", "交付", "投产", "收尾",
          "办结",
        ]) != nil
      else { return nil }
      return second
    }
  }

  /// 至 and the second point of a range.
  private mutating func takeRangeEnd(after first: TimePoint, allowsRelativeDays: Bool) -> TimeFinding.Meaning?
  {
    attempt { scanner in
      _ = scanner.take("，")
      guard scanner.takeDash() else { return nil }
      if let event = scanner.takeEventAsEnd() { return .range(first, nil, endsWith: event) }
      guard
        let second = scanner.takePoint(allowsRelativeDays: allowsRelativeDays, inRange: true)
          ?? scanner.takeBareYear(after: first)
      else { return scanner.takeAny(["今", "长期"]) != nil ? .fixed(first, .from) : nil }
      if case .bare = second.part { return nil }
      if case .feast(let feast) = second.part, scanner.takeBefore() {
        let binding = EventBinding(name: feast.name, side: .before)
        return .range(first.likened(to: second), second, endsWith: binding)
      }
      scanner.takeEndWord()
      return .range(first.likened(to: second), second, endsWith: nil)
    }
  }

  /// 2009 behind 2008.03.
  private mutating func takeBareYear(after first: TimePoint) -> TimePoint? {
    guard case .written? = first.year else { return nil }
    return takeYearFigures().map { TimePoint(year: .written($0), part: .year) }
  }

  /// 2012年党的十八大召开前夕 as the end of a range: words that are no day, up to 前 or 结束.
  private mutating func takeEventAsEnd() -> EventBinding? {
    attempt { scanner in
      var ahead = scanner
      if let point = ahead.takePoint(allowsRelativeDays: true) {
        guard case .year = point.part, let next = ahead.peek(), !"，。；）（前之止底度、-".contains(next) else {
          return nil
        }
      }
      guard let event = scanner.takeEventWords(limit: 24, anyName: true), !event.name.contains("每"),
        let first = event.name.first, !TimeScanner.isNumeral(first), !"底末于".contains(first)
      else { return nil }
      return event
    }
  }
}
