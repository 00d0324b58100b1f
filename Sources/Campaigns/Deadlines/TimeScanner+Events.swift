extension TimeScanner {
  /// Words that make what stands before them an event when 前, 后 or 时 follows.
  private static let happenings = [
    "结束", "完成", "召开", "开展", "印发", "下发", "发布", "公布", "启动", "闭幕", "开幕", "换届", "开学", "开班", "放假", "验收", "考试",
    "考核", "调研", "会议", "大会", "全会", "签订", "通过", "批准", "批复", "到期", "期满", "届满", "开工", "竣工", "收到", "接到", "立项",
    "审议",
    "到位", "中标", "投标", "开标", "揭牌", "任命", "培训", "成立", "基本结束", "告一段落", "整改", "检查", "督查", "评审", "生活会", "十八大",
    "十九大", "二十大", "两会", "党代会", "结业", "毕业", "假期", "暑假", "寒假", "节日", "期末", "来临",
  ]

  /// N个工作日内, 一周内, 10日内, with the event that it counts from where one stands before it.
  mutating func takeSpan() -> TimeSpan? {
    attempt { scanner in
      _ = scanner.takeAny(["的", "，"])
      let isHalf = scanner.take("半")
      let number: Int
      if isHalf {
        number = 0
        _ = scanner.take("个")
      } else {
        guard let value = scanner.takeNumber(), value > 0 else { return nil }
        number = value
        _ = scanner.take("个")
      }
      let units: [(String, TimeSpan.Unit)] = [
        ("工作日", .workingDay), ("自然日", .day), ("星期", .week), ("周", .week), ("礼拜", .week), ("天", .day),
        ("日", .day), ("月", .month), ("年", .year), ("小时", .day), ("季度", .month),
      ]
      for (word, unit) in units where scanner.take(word) {
        guard scanner.takeAny(["之内", "以内", "内"]) != nil || unit == .workingDay && scanner.isAtEnd else {
          return nil
        }
        if isHalf {
          return unit == .month ? TimeSpan(count: 15, unit: .day) : TimeSpan(count: 6, unit: .month)
        }
        switch word {
        case "小时": return TimeSpan(count: max(1, (number + 23) / 24), unit: .day)
        case "季度": return TimeSpan(count: number * 3, unit: .month)
        default: return TimeSpan(count: number, unit: unit)
        }
      }
      return nil
    }
  }

  /// 近三年, 集中5个月时间, 用8个月左右的时间, 为期两个月.
  mutating func takeLength() -> Bool {
    attempt { scanner -> Bool? in
      guard let lead = scanner.takeAny(["近", "为期", "历时", "集中", "利用", "用", "未来", "今后"]) else { return nil }
      guard scanner.takeNumber() != nil || scanner.take("半") else { return nil }
      _ = scanner.take("个")
      guard scanner.takeAny(["年", "月", "周", "天", "星期"]) != nil else { return nil }
      _ = scanner.takeAny(["半"])
      _ = scanner.takeAny(["左右", "以上"])
      let hasTime = scanner.takeAny(["的时间", "时间"]) != nil
      _ = scanner.takeAny(["之内", "内", "里"])
      return hasTime || lead != "用" && lead != "集中" ? true : nil
    } ?? false
  }

  /// 长期, 常年, 持续, 常态化.
  mutating func takeStanding() -> Bool {
    takeAny(["长期坚持", "长期", "常年", "持续", "常态化", "始终坚持", "贯穿始终", "长年"]) != nil
  }

  /// 立行立改, 立即: an event of its own, unscheduled until a day is set.
  mutating func takeImmediate() -> EventBinding? {
    for word in ["立行立改", "立改立行", "即知即改", "立知立改", "立查立改", "边查边改", "立即", "马上", "即刻", "第一时间", "随即"]
    where take(word) {
      return EventBinding(name: word, side: .during)
    }
    for word in ["另行通知", "时间另行通知", "时间待定", "待定"] where take(word) {
      return EventBinding(name: word, side: .during)
    }
    return nil
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
        let isHappening = name.hasPrefix("每次") || TimeScanner.happenings.contains(where: name.hasSuffix)
        if !name.isEmpty, anyName || isHappening, let side = scanner.takeSide(allowsDuring: isHappening) {
          return EventBinding(name: EventBinding.cleaned(name), side: side)
        }
        scanner.place += 1
      }
      return nil
    }
  }

  /// What a side word begins with: 后, 之前, 以后, 当日, 期间, 时.
  private static let sideStarts: Set<Character> = ["之", "当", "起", "后", "以", "前", "期", "时"]

  private mutating func takeSide(allowsDuring: Bool) -> EventBinding.Side? {
    if takeAny(["之日起", "当日起", "之日", "起"]) != nil { return .after }
    if sees("后") || sees("之后") || sees("以后") {
      guard !seesAny(["后勤", "后续", "后期", "后备"]) else { return nil }
      _ = takeAny(["之后", "以后", "后"])
      return .after
    }
    if takeBefore() { return .before }
    if seesAny(["时间", "时限", "时期", "时候", "时段"]) { return nil }
    if take("期间") || allowsDuring && takeAny(["时", "当天", "当日"]) != nil { return .during }
    return nil
  }
}

extension EventBinding {
  /// The name without the little words that lead up to it.
  static func cleaned(_ name: String) -> String {
    var name = Substring(name)
    if let year = name.firstIndex(of: "年"), name[..<year].allSatisfy({ TimeScanner.isNumeral($0) }),
      name[year...].count > 1
    {
      name = name[name.index(after: year)...]
    }
    for word in ["在", "待", "自", "于", "从", "整个"] where name.hasPrefix(word) && name.count > word.count + 1 {
      name = name.dropFirst(word.count)
      break
    }
    return String(name)
  }
}
