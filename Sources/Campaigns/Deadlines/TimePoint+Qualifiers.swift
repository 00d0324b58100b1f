extension TimeScanner {
  /// What may stand between a point and 前, 至 or the end: 份, a weekday or （含当日） in brackets, a clock time, 左右.
  mutating func takeQualifiers(of point: inout TimePoint) {
    var isMoving = true
    while isMoving {
      let before = place
      takeBracket(of: &point)
      takeClock()
      if takeAny(["左右", "上下"]) != nil { point.isApproximate = true }
      if sees("前后") {
        place += 2
        point.isApproximate = true
      }
      isMoving = place > before
    }
  }

  private mutating func takeBracket(of point: inout TimePoint) {
    let found: Int?? = attempt { scanner in
      guard scanner.take("（") else { return nil }
      var weekday: Int?
      if scanner.takeAny(["星期", "周", "礼拜"]) != nil {
        guard let figure = scanner.takeWeekdayFigure() else { return nil }
        weekday = figure
      } else {
        guard scanner.takeAny(["含", "包含", "暂定", "拟定", "农历", "预计"]) != nil else { return nil }
        while let character = scanner.peek(), character != "）" {
          guard character != "。", character != "（" else { return nil }
          scanner.place += 1
        }
      }
      return scanner.take("）") ? .some(weekday) : nil
    }
    if let found, let weekday = found { point.weekday = weekday }
    if case .day = point.part {
      let weekday: Int? = attempt { scanner in
        guard scanner.takeAny(["星期", "周"]) != nil else { return nil }
        return scanner.takeWeekdayFigure()
      }
      if let weekday { point.weekday = weekday }
    }
  }

  /// 下午2:30-5:30, 上午9时, 17点30分, 下班前 (the 前 stays).
  private mutating func takeClock() {
    _ = attempt { scanner -> Bool? in
      let part = scanner.takeAny(["上午", "下午", "晚上", "早上", "中午", "傍晚", "凌晨", "早晨", "当晚", "晚", "早"])
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
    if sees("下班前") || sees("下班之前") { place += 2 }
    if sees("上班前") { place += 2 }
  }

  private mutating func takeClockFigures() -> Bool {
    attempt { scanner -> Bool? in
      guard let hour = scanner.takeNumber(), (0...24).contains(hour) else { return nil }
      if scanner.take("：") { return scanner.takeNumber() != nil ? true : nil }
      guard scanner.takeAny(["点钟", "点整", "点", "时整", "时"]) != nil else { return nil }
      if scanner.take("半") { return true }
      _ = scanner.attempt { inner -> Bool? in
        guard inner.takeNumber() != nil, inner.take("分") else { return nil }
        return true
      }
      return true
    } ?? false
  }
}
