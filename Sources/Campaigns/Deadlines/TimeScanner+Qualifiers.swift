extension TimeScanner {
  /// What may stand between a point and 前, 至 or the end: 份, a weekday or （含当日） in brackets, a clock time, 左右.
  mutating func takeQualifiers(of point: inout TimePoint) {
    var isMoving = true
    while isMoving {
      let before = place
      takeBracket(of: &point)
      _ = take(String(TimeWords.gap))
      if let clock = takeClock() { point.clock = words.text(clock) }
      if takeAny(["左右", "上下", "前后"]) != nil { point.isApproximate = true }
      if !point.isPeriod { _ = takeAny(["当日", "当天"]) }
      isMoving = place > before
    }
  }

  private mutating func takeBracket(of point: inout TimePoint) {
    let found: Int?? = attempt { scanner in
      guard scanner.take("（") else { return nil }
      var weekday: Int?
      if scanner.takeAny(["星期", "周", "礼拜"]) != nil {
        guard case .day = point.part, let figure = scanner.takeWeekdayFigure() else { return nil }
        weekday = figure
      } else {
        // Whatever is included changes nothing.
        if scanner.takeAny(["不含", "不包含", "不包括"]) != nil {
          point.isExcluded = true
          _ = scanner.takeAny(["当日", "当天", "本日", "该日"])
        } else if scanner.takeAny(["含", "包含"]) != nil {
          while let character = scanner.peek(), !"。（）".contains(character) { scanner.place += 1 }
        } else {
          guard scanner.takeAny(["暂定", "拟定", "预计", "北京时间"]) != nil else { return nil }
        }
      }
      return scanner.take("）") ? .some(weekday) : nil
    }
    if let found, let weekday = found { point.weekday = weekday }
    guard case .day = point.part else { return }
    let weekday: Int? = attempt { scanner in
      _ = scanner.take("，")
      return scanner.takeWeekdayBeside()
    }
    if let weekday { point.weekday = weekday }
  }

  /// 下午2:30-5:30, 上午9时, 17点30分, 下班前 (the 前 stays): where it stands; nil where only words without an hour do.
  mutating func takeClock() -> Range<Int>? {
    let start = place
    let isTaken: Bool? = attempt { scanner -> Bool? in
      let part = scanner.takeAny([
        "上午", "下午", "晚上", "早上", "中午", "傍晚", "凌晨", "早晨", "当晚", "早间", "晚间", "夜间", "深夜", "夜里", "晚", "早",
      ])
      let hasClock = scanner.takeClockFigures()
      guard part != nil || hasClock else { return nil }
      if hasClock {
        _ = scanner.attempt { inner -> Bool? in
          guard inner.takeDash() else { return nil }
          _ = inner.takeAny(["上午", "下午", "晚上"])
          return inner.takeClockFigures() ? true : nil
        }
      }
      return true
    }
    let end = place
    if sees("下班前") || sees("下班之前") || sees("下班时") { place += 2 }
    if sees("上班前") || sees("上班之前") { place += 2 }
    return isTaken == true && end > start ? start..<end : nil
  }

  /// Where hours stand in a stretch: 每周五|17:00|前.
  func clocks(in range: Range<Int>) -> [Range<Int>] {
    var (scanner, found) = (self, [Range<Int>]())
    scanner.place = range.lowerBound
    while scanner.place < range.upperBound {
      if TimeScanner.isNumeral(scanner.peek()), let clock = scanner.takeClock(),
        clock.upperBound <= range.upperBound
      {
        found.append(clock)
      } else {
        scanner.place += 1
      }
    }
    return found
  }

  private mutating func takeClockFigures() -> Bool {
    attempt { scanner -> Bool? in
      guard let hour = scanner.takeNumber(), (0...24).contains(hour) else { return nil }
      if scanner.take("：") {
        guard scanner.takeNumber() != nil else { return nil }
        if scanner.take("：") { _ = scanner.takeNumber() }
        return true
      }
      guard scanner.takeAny(["点钟", "点整", "点", "时整", "时"]) != nil else { return nil }
      if scanner.takeAny(["半", "正"]) != nil { return true }
      _ = scanner.attempt { inner -> Bool? in
        guard inner.takeNumber() != nil else { return nil }
        return inner.takeAny(["分钟", "分", "刻"]) != nil || inner.isAtEnd ? true : nil
      }
      return true
    } ?? false
  }
}
