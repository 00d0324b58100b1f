extension TimeScanner {
  /// Words that make what stands before them an event when 前, 后 or 时 follows.
  static let happenings = [
    "结束", "完成", "召开", "开展", "印发", "下发", "发布", "公布", "启动", "闭幕", "开幕", "换届", "开学", "开班", "放假", "验收", "考试",
    "考核", "调研", "会议", "大会", "全会", "签订", "通过", "批准", "批复", "到期", "期满", "届满", "开工", "竣工", "收到", "接到", "立项",
    "审议", "到位", "中标", "投标", "开标", "揭牌", "任命", "培训", "成立", "基本结束", "告一段落", "整改", "检查", "督查", "评审", "生活会",
    "十八大", "十九大", "二十大", "党代会", "结业", "毕业", "假期", "节日", "期末", "来临", "举办", "举行", "实施", "施行", "生效", "交付", "投产",
    "上线", "组建", "抽查", "巡视", "巡察", "审计", "开会", "会", "节", "赛", "比赛", "运动会", "典礼",
  ]

  /// Stretches of the year that have no day of their own (docs/decisions/time-rules.md): the clerk gives them days. Longer names first.
  static let namedPeriods = [
    "今冬明春", "岁末年初", "年底年初", "年末岁初", "岁尾年初", "冬春季节", "秋冬季节", "秋冬季", "冬春季", "春夏季", "主汛期", "防汛期", "后汛期", "前汛期",
    "汛期", "供暖季", "供暖期", "采暖季", "采暖期", "取暖季", "森林防火期", "防火期", "春季学期", "秋季学期", "第一学期", "第二学期", "上学期", "下学期",
    "本学期", "新学期", "每学期", "学期", "新学年", "本学年", "学年", "暑假", "寒假", "暑期", "寒暑假", "全国两会", "两会", "高考", "中考", "春运",
    "春耕", "春播", "夏收", "秋收", "三夏", "三秋", "双抢", "农忙季节", "农忙", "农闲", "旅游旺季", "毕业季", "开学季", "迎峰度夏", "迎峰度冬", "梅雨季",
    "梅雨", "台风季", "春季", "夏季", "秋季", "冬季", "冬天", "夏天", "春天", "秋天",
  ]

  /// 立行立改, 立即: an event of its own, unscheduled until a day is set.
  mutating func takeImmediate() -> EventBinding? {
    for word in ["立行立改", "立改立行", "即知即改", "立知立改", "立查立改", "边查边改", "立即", "马上", "即刻", "第一时间", "随即"]
    where take(word) { return EventBinding(name: word, side: .during) }
    return nil
  }

  /// 另行通知, 时间待定: in running text an event that has no day yet.
  mutating func takeUnsettled() -> EventBinding? {
    for word in ["另行通知", "时间另行通知", "时间待定", "待定"] where take(word) {
      return EventBinding(name: word, side: .during)
    }
    return nil
  }

  private static let vague = [
    "近期", "近日", "尽快", "尽早", "尽速", "早日", "随时", "适时", "及时", "按时", "按期", "如期", "抓紧", "择期", "择机", "择时", "待定",
    "时间待定", "时限待定", "视情况", "视情", "根据需要", "按要求", "按上级要求", "按照要求", "按规定", "按需", "有空时", "不定期", "必要时", "短期内",
  ]

  /// Words for a time that say none: 近期, 待定, 按上级要求.
  mutating func takeVague() -> Bool { takeAny(TimeScanner.vague) != nil }

  /// What the names of stretches begin with, 整个 and 全 included.
  static let nameStarts = Set(namedPeriods.compactMap { $0.unicodeScalars.first?.value }).union(
    starts("整全"))

  /// Whether a name stands here or right behind a year: asked at every character before anything dearer.
  private var mayBeNamedPeriod: Bool {
    if begins(TimeScanner.nameStarts) { return true }
    let year = ("年" as Unicode.Scalar).value
    guard let end = scalars[place...].prefix(12).firstIndex(of: year) else { return false }
    if end > place, characters[end - 1] == "学" { return true }
    guard end + 1 < scalars.count else { return false }
    let next = "度的".contains(characters[end + 1]) && end + 2 < scalars.count ? end + 2 : end + 1
    return TimeScanner.nameStarts.contains(scalars[next])
  }

  /// 2026年汛期前, 本学期内, 今年春季, 高考结束后一周内: a named stretch of the year; in running text only with 前, 后 or 期间.
  mutating func takeNamedPeriod(inRunningText: Bool) -> (event: EventBinding, year: TimePoint.Year?)? {
    guard mayBeNamedPeriod else { return nil }
    return attempt { scanner in
      let start = scanner.place
      let year = scanner.takeSchoolYear() ? nil : scanner.takeYear()
      if year != nil { _ = scanner.take("的") }
      _ = scanner.takeAny(["整个", "全"])
      guard let name = scanner.takeAny(TimeScanner.namedPeriods) else { return nil }
      let from = year == nil ? start : scanner.place - name.count
      // 学年第一学期.
      if name.hasSuffix("学年") { _ = scanner.takeAny(TimeScanner.namedPeriods.filter { $0.hasSuffix("学期") }) }
      if !inRunningText, !scanner.seesAny(["开学前", "开始前"]),
        scanner.takeAny(["末", "初", "中期", "中", "开学"]) != nil
      {
        _ = scanner.takeOrdinal()
      }
      let full = String(scanner.characters[from..<scanner.place])
      guard let (side, within) = scanner.takeSide(ofPeriod: name, inRunningText: inRunningText && year == nil)
      else { return nil }
      return (EventBinding(name: full, side: side, within: within), year)
    }
  }

  /// 2026-2027 before 学年.
  private mutating func takeSchoolYear() -> Bool {
    attempt { scanner -> Bool? in
      guard scanner.takeYearFigures() != nil, scanner.takeDash(),
        scanner.takeYearFigures() ?? scanner.takeNumber() != nil
      else { return nil }
      _ = scanner.take("年")
      return scanner.seesAny(["学年", "供暖季", "采暖季", "供暖期", "采暖期", "年度供暖季"]) ? true : nil
    } ?? false
  }

  private mutating func takeSide(ofPeriod name: String, inRunningText: Bool) -> (
    EventBinding.Side, TimeSpan?
  )? {
    attempt { scanner in
      if scanner.takeAny(["开始前", "开学前", "来临前", "来临之前", "到来前", "到来之前", "开始之前"]) != nil {
        return (.before, nil)
      }
      if scanner.takeBefore() { return (.before, scanner.takeLengthBefore()) }
      if let span = scanner.takeSpanBefore() { return (.before, span) }
      let isOver = scanner.takeAny(["结束", "过"]) != nil
      if scanner.takeAfter() {
        _ = scanner.take("的")
        return (.after, scanner.takeSpan() ?? scanner.takeNthDay())
      }
      if isOver { return nil }
      if name.hasSuffix("期"), scanner.take("间") { return (.during, nil) }
      if scanner.takeAny(["期间", "之内", "以内", "内", "时"]) != nil { return (.during, nil) }
      return inRunningText || scanner.seesAny(["性"]) ? nil : (.during, nil)
    }
  }

  /// 5日 behind 会议前; a length that something is done in is none.
  private mutating func takeLengthBefore() -> TimeSpan? {
    attempt { scanner in
      guard let span = scanner.takeLength(), !scanner.seesAny(["内", "之内", "以内"]) else { return nil }
      return span
    }
  }

  /// An event with 前, 后, 时 or 期间 behind it, read from the place on; at most `limit` characters of name.
  /// `anyName` accepts names without a word for something that happens.
  mutating func takeEventWords(limit: Int, anyName: Bool = false) -> EventBinding? {
    attempt { scanner in
      let start = scanner.place
      while scanner.place - start <= limit, let character = scanner.peek(), !"，。；：".contains(character) {
        guard TimeScanner.sideStarts.contains(character) else {
          scanner.place += 1
          continue
        }
        let name = String(scanner.characters[start..<scanner.place])
        let isHappening = name.hasPrefix("每次") || TimeScanner.isHappening(name)
        if !name.isEmpty, anyName && TimeScanner.isName(name) || isHappening,
          let (side, within) = scanner.takeSide(allowsDuring: isHappening)
        {
          return EventBinding(name: EventBinding.cleaned(name), side: side, within: within)
        }
        scanner.place += 1
      }
      return nil
    }
  }

  /// Where the name of an event begins in a clause that says first who is to do it: 各参赛单位请于|活动结束后.
  func startOfName(from start: Int, to end: Int) -> Int {
    guard let place = characters[start..<end].lastIndex(of: "于"), end - place > 3,
      place == start || !"关由对位属善勇乐敢处在".contains(characters[place - 1])
    else { return start }
    return place + 1
  }

  /// Whether the words are, or end with, a named stretch of the year.
  static func isNamedPeriod(_ name: String) -> Bool { namedPeriods.contains(where: name.hasSuffix) }

  /// Whether the words end with one for something that happens; 会, 节 and 赛 behind something more only.
  static func isHappening(_ name: String) -> Bool {
    isNamedPeriod(name)
      || happenings.contains {
        name.hasSuffix($0) && ($0.count > 1 || name.count > 1 || $0 == "会" || $0 == "节")
      }
  }

  /// Whether the words could be a name: not figures and units of time alone.
  static func isName(_ name: String) -> Bool {
    name.contains { !isNumeral($0) && !"年月日号周天旬时点分秒钟刻半个多之以过小星期礼拜季度至到和与及或底末初中旬第上下，：-、（）".contains($0) }
  }

  /// What a side word begins with: 后, 之前, 以后, 当日, 期间, 时.
  static let sideStarts: Set<Character> = ["之", "当", "起", "后", "以", "前", "期", "时"]

  /// 前, 后, 时 or 期间 behind an event, and how long before or after it.
  mutating func takeSide(allowsDuring: Bool) -> (side: EventBinding.Side, within: TimeSpan?)? {
    if takeAny(["之日起", "当日起", "之日", "起"]) != nil { return (.after, nil) }
    if sees("后") || sees("之后") || sees("以后") {
      // 最后, 此后 and the like are no side.
      if place > 0, "最此今随先背前".contains(characters[place - 1]) { return nil }
      guard takeAfter() else { return nil }
      let span: TimeSpan? = attempt { scanner in
        _ = scanner.take("的")
        return scanner.takeSpan() ?? scanner.takeNthDay()
      }
      return (.after, span)
    }
    if takeBefore() { return (.before, takeLengthBefore()) }
    if seesAny(["时间", "时限", "时期", "时候", "时段"]) { return nil }
    return take("期间") || allowsDuring && takeAny(["时", "当天", "当日"]) != nil ? (.during, nil) : nil
  }
}

extension EventBinding {
  /// The name without the little words that lead up to it.
  static func cleaned(_ name: String) -> String {
    var name = Substring(name)
    for word in ["在", "待", "自", "于", "从", "整个"] where name.hasPrefix(word) && name.count > word.count + 1 {
      name = name.dropFirst(word.count)
      break
    }
    return String(name)
  }
}
