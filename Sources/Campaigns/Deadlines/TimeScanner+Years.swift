extension TimeScanner {
  /// 今年, 2011年, 11年, '24, 二〇一一年, 20××年; 年 and 年度 are taken with it.
  mutating func takeYear() -> TimePoint.Year? {
    if let shift = takeShift(TimeScanner.relativeYears) { return .relative(shift) }
    return attempt { scanner in
      guard let year = scanner.takeYearFigures() ?? scanner.takeThousands() else { return nil }
      return scanner.takeAny(["年度", "年"]) != nil ? .written(year) : nil
    } ?? takeRedactedYear() ?? takeShortYear()
  }

  private static let relativeYears: [(words: [String], shift: Int)] = [
    (["今年度", "本年度", "今年", "本年", "当年", "同年"], 0),
    (["明年度", "明年", "次年度", "次年", "翌年", "来年", "下一年度", "下一年", "下年度", "下年", "第二年度", "第二年"], 1), (["后年"], 2),
    (["去年", "上一年度", "上年度", "上一年", "上年"], -1), (["前年"], -2),
  ]

  /// How far a period that is said from today on lies from this one.
  mutating func takeShift(_ table: [(words: [String], shift: Int)]) -> Int? {
    for (words, shift) in table where takeAny(words) != nil { return shift }
    return nil
  }

  /// 两千零四, 二千零一十二.
  private mutating func takeThousands() -> Int? {
    guard seesAny(["两千", "二千"]) else { return nil }
    return attempt { scanner in
      scanner.place += 2
      _ = scanner.take("〇")
      let rest = scanner.takeNumber() ?? 0
      return rest < 200 ? 2000 + rest : nil
    }
  }

  /// 20xx年, 201×年, ××年.
  private mutating func takeRedactedYear() -> TimePoint.Year? {
    guard scalars.indices.contains(place), TimeScanner.blots.contains(scalars[place]) else { return nil }
    return attempt { scanner in
      var (count, blots) = (0, 0)
      while let character = scanner.peek(), count < 5 {
        let isBlot = "xX×*_〇某".contains(character) || character == "✕"
        guard isBlot || TimeScanner.isDigit(character) else { break }
        blots += isBlot ? 1 : 0
        count += 1
        scanner.place += 1
      }
      // 〇八年 is a year of two figures.
      guard ((scanner.characters[scanner.place - count] == "某" ? 1 : 2)...4).contains(count), blots > 0,
        scanner.take("年"), scanner.characters[scanner.place - 1 - count] != "〇"
      else { return nil }
      return .redacted
    }
  }

  /// What a year with blots may begin with.
  private static let blots = Set("0123456789xX×*_〇某✕".unicodeScalars.map(\.value))

  /// Two figures and 年: 25年底, 03年2月28日, 零八年, '24. 20年内 and 10年后 are lengths of time, 30年代 is none of them.
  private mutating func takeShortYear() -> TimePoint.Year? {
    guard peek() == TimeWords.yearMark || peek(2) == "年" else { return nil }
    return attempt { scanner in
      let isMarked = scanner.take(String(TimeWords.yearMark))
      let before = scanner.place
      guard let figures = scanner.takeFigures(2), !TimeScanner.isNumeral(scanner.peek()) else { return nil }
      let hasWord = scanner.takeAny(["年度", "年"]) != nil
      if isMarked { return .short(figures) }
      let isLed = scanner.characters[before] == "0" || scanner.characters[before] == "〇"
      guard hasWord, !scanner.seesAny(["代", "来", "间", "多", "以上", "以下", "制", "期"]),
        isLed || !scanner.seesAny(["内", "之内", "以内", "后", "之后", "以后", "前", "之前", "以前", "半", "里", "个"])
      else { return nil }
      return .short(figures)
    }
  }

  /// What stands behind a year or, with `hasYear` false, names a part of the year on its own.
  mutating func takeYearPart(hasYear: Bool) -> TimePoint.Part? {
    if hasYear {
      if let part = takeYearEdge(["年底", "底", "年末", "末", "年终", "终", "岁末"], ["年初", "初"], ["年中"]) {
        return part
      }
      // 2026年中秋节 is none.
      if sees("中"), place + 1 == characters.count || "前之以底起，。、-至到完".contains(peek(1) ?? " ") {
        place += 1
        return .edge(.year, .middle)
      }
      if takeAny(["年内", "之内", "以内", "内"]) != nil { return takeOrdinal(in: .year) ?? .edge(.year, .end) }
      if takeAny(["全年", "整年"]) != nil { return .year }
    }
    if takeAny(["上半年度", "上半年", "前半年"]) != nil { return takeInside(.halfYear(1)) }
    if takeAny(["下半年度", "下半年", "后半年"]) != nil { return takeInside(.halfYear(2)) }
    if hasYear { return takeOrdinal(in: .year).map { takeInside($0) } }
    if seesAny(["年底", "年末", "年终", "岁末", "岁尾", "年度末", "年初", "年中"]) {
      return takeYearEdge(["年底", "年末", "年终", "岁末", "岁尾", "年度末"], ["年初"], ["年中"])
    }
    if takeAny(["年内", "年度内"]) != nil { return takeOrdinal(in: .year) ?? .edge(.year, .end) }
    if takeAny(["全年度", "全年", "整年"]) != nil { return takeOrdinal(in: .year) ?? .year }
    return attempt { scanner in
      // 前十个月, of a year that is not named.
      guard scanner.sees("前"), let part = scanner.takeOrdinal(in: .year),
        case .ordinal(_, .leading(let counted, _)) = part,
        counted == .month || counted == .quarter
      else { return nil }
      return part
    }
  }

  private mutating func takeYearEdge(_ end: [String], _ start: [String], _ middle: [String]) -> TimePoint
    .Part?
  {
    if takeAny(end) != nil { return .edge(.year, .end) }
    if takeAny(start) != nil { return .edge(.year, .start) }
    if takeAny(middle) != nil { return .edge(.year, .middle) }
    return nil
  }

  /// 十二五期间, 十四五末.
  mutating func takeFiveYears() -> TimePoint? {
    guard sees("十") else { return nil }
    return attempt { scanner in
      let plans = ["十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026]
      for (words, first) in plans where scanner.take(words) {
        _ = scanner.take("规划")
        if scanner.takeAny(["期末", "末", "收官"]) != nil {
          return TimePoint(year: .written(first + 4), part: .edge(.year, .end))
        }
        return scanner.takeAny(["期间", "时期", "期内", "内"]) != nil || scanner.seesAny(["以来", "至“", "至十", "-十"])
          ? TimePoint(part: .fiveYears(first)) : nil
      }
      return nil
    }
  }
}
