extension TimeScanner {
  /// A fixed time: a point or a range with what stands before and behind it.
  mutating func takeFixed(allowsRelativeDays: Bool) -> TimeFinding.Meaning? {
    attempt { scanner in
      let isLimit =
        scanner.takeAny([
          "截止日期为", "截止日期：", "截止时间为", "截止时间：", "截至", "截止到", "截止至", "截止于", "截止", "不晚于", "不迟于", "不得晚于", "不得迟于",
          "最迟于", "最迟", "最晚于", "最晚",
          "赶在",
        ]) != nil
      let isStart = !isLimit && scanner.takeAny(["从", "自", "由"]) != nil
      if scanner.takeAny(["即日起", "即日开始", "印发之日起", "发文之日起", "发布之日起", "本通知印发之日起", "通知下发之日起", "现在起"]) != nil {
        let end = scanner.attempt { inner -> TimePoint? in
          guard inner.takeDash() else { return nil }
          return inner.takePoint(allowsRelativeDays: allowsRelativeDays)
        }
        if end != nil { scanner.takeEndWord() }
        // 印发之日起30日内 is a length of time, which another reader takes.
        if end == nil, TimeScanner.isNumeral(scanner.peek()) { return nil }
        return .fromIssue(end)
      }
      guard let first = scanner.takePoint(allowsRelativeDays: allowsRelativeDays) else { return nil }
      let hasStartWord = !isLimit && scanner.takeStartWord()
      if let range = scanner.takeRangeEnd(after: first, allowsRelativeDays: allowsRelativeDays) {
        return range
      }
      if case .bare = first.part { return nil }
      if hasStartWord {
        if let span = scanner.takeSpan() { return .fromPoint(first, span) }
        return .fixed(first, .from)
      }
      return scanner.takeBound(of: first, isLimit: isLimit, isStart: isStart)
    }
  }

  private mutating func takeBound(of point: TimePoint, isLimit: Bool, isStart: Bool) -> TimeFinding.Meaning? {
    if isLimit {
      takeEndWord()
      return .fixed(point, .by)
    }
    if takeBefore() { return .fixed(point, .by) }
    if !seesAny(["后勤", "后续", "后期", "后备", "后半"]), takeAny(["以后", "之后", "过后", "后"]) != nil {
      if let span = takeSpan() { return .fromPoint(point, span) }
      return .fixed(point, .from)
    }
    if case .feast = point.part, takeAny(["假期期间", "放假期间", "节日期间", "期间", "长假", "假期"]) != nil {
      return .fixed(point, .holidays)
    }
    _ = takeAny(["期间", "之内", "以内", "内"])
    if takeAny(["为止", "止", "截止"]) != nil { return .fixed(point, .by) }
    return .fixed(point, isStart ? .from : .within)
  }

  /// 前, 之前, 以前, 前夕; but not 前往, 前后, 前期.
  mutating func takeBefore() -> Bool {
    if takeAny(["之前", "以前", "前夕", "前夜"]) != nil { return true }
    guard sees("前"), !seesAny(["前往", "前后", "前期", "前来", "前沿", "前列", "前三", "前两"]) else { return false }
    place += 1
    return true
  }

  private mutating func takeStartWord() -> Bool {
    takeAny(["之日起", "以来", "起始", "开始", "启动", "伊始", "起"]) != nil
  }

  private mutating func takeEndWord() {
    if takeAny(["为止", "止", "截止", "结束"]) == nil { _ = takeBefore() }
  }

  /// 至 and the second point of a range.
  private mutating func takeRangeEnd(after first: TimePoint, allowsRelativeDays: Bool) -> TimeFinding.Meaning?
  {
    attempt { scanner in
      _ = scanner.take("，")
      guard scanner.takeDash() else { return nil }
      if let event = scanner.takeEventAsEnd() { return .range(first, nil, endsWith: event) }
      guard let second = scanner.takePoint(allowsRelativeDays: allowsRelativeDays, inRange: true) else {
        return scanner.takeAny(["今", "长期"]) != nil ? .fixed(first, .from) : nil
      }
      if case .bare = second.part { return nil }
      if case .feast(let feast) = second.part, scanner.takeBefore() {
        let binding = EventBinding(name: feast.name, side: .before)
        return .range(first.likened(to: second), second, endsWith: binding)
      }
      scanner.takeEndWord()
      return .range(first.likened(to: second), second, endsWith: nil)
    }
  }

  /// 2012年党的十八大召开前夕 as the end of a range: words that are no day, up to 前 or 结束.
  private mutating func takeEventAsEnd() -> EventBinding? {
    attempt { scanner in
      var ahead = scanner
      if let point = ahead.takePoint(allowsRelativeDays: true) {
        guard case .year = point.part, let next = ahead.peek(), !"，。；）（前之止底度、".contains(next) else {
          return nil
        }
      }
      return scanner.takeEventWords(limit: 24, anyName: true)
    }
  }
}
