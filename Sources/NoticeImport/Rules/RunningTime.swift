import Campaigns

/// Rule: a time in running text counts where it says when the work is to be done, not where it is part of a name, a cited
/// document, the past, a fine or a clock time.
extension TimeReading {
  /// Whether it was put together from several clauses, and is no stretch from one to the other.
  fileprivate var isOverClauses: Bool {
    deadline.kind != .range && deadline.text.unicodeScalars.contains(where: \.isClauseEnd)
  }
}

struct RunningTime {
  let frame: TimeFrame
  /// Whether 长期 and the like count: only where somebody is responsible.
  var allowsStanding = false

  /// The time in a stretch of running text, or nil.
  func reading(in sentence: Sentence) -> TimeReading? {
    sentence.reading(allowsStanding: allowsStanding) { found(in: sentence) }
  }

  private func found(in sentence: Sentence) -> TimeReading? {
    if let reading = frame.campaignReading(in: sentence.masked) { return reading }
    guard sentence.mayHoldTime || allowsStanding, !sentence.isForeign else { return nil }
    if sentence.isPenalty {
      return RunningTime.unpunished(sentence).lazy.compactMap { self.reading(in: $0) }.first
    }
    if let better = heaviest(in: sentence) { return better }
    let reading = frame.read(sentence.times)
    if reading.isOverClauses, !isPast(reading.deadline), var better = nearest(in: sentence) {
      better.deadline.others = reading.deadline.others
      return better
    }
    if accepts(reading, sentence.masked) { return reading }
    // Where the first time is part of a name, a later one may be meant: 评选五一奖章，“五一”前….
    let clauses = sentence.clauses
    guard clauses.count > 1 else { return nil }
    // 2025年8月3日…，因8月1日…: days without a year are of the year that was named before them.
    let isOfPast = isPast(reading.deadline)
    for clause in clauses where RunningTime.mayHold(clause.masked) || allowsStanding {
      let reading = frame.read(clause.times)
      if accepts(reading, clause.masked), !isOfPast || reading.deadline.text.contains("年") { return reading }
    }
    return nil
  }

  /// Where the clause of the first time has several, the one that says when if that is not the first of them.
  private func heaviest(in sentence: Sentence) -> TimeReading? {
    let spans = sentence.times.spans
    guard spans.count > 1, sentence.times.count == sentence.words.count, let first = spans.first,
      let clause = sentence.masked.ranges(where: \.isClauseEnd).first(where: { $0.overlaps(first) })
    else { return nil }
    let words = sentence.masked.slice(clause)
    func weight(_ span: Range<Int>) -> Int {
      let (low, high) = (
        span.lowerBound - clause.lowerBound, min(span.upperBound, clause.upperBound) - clause.lowerBound
      )
      return TimeWeight.weight(of: low..<high, in: words)
    }
    let least = weight(first)
    var best: (weight: Int, reading: TimeReading)?
    for span in spans.dropFirst() where clause.contains(span.lowerBound) {
      let here = weight(span)
      guard here > best?.weight ?? least else { continue }
      let stretch = sentence.stretch(span.lowerBound..<sentence.words.count)
      let reading = frame.read(stretch.times)
      if accepts(reading, stretch.masked) { best = (here, reading) }
    }
    return best?.reading
  }

  /// 培训结束后一周内提交体会，11月6日前统一报送: of times in several clauses the one that most says when something is due.
  private func nearest(in sentence: Sentence) -> TimeReading? {
    var best: (weight: Int, reading: TimeReading)?
    for clause in sentence.clauses where RunningTime.mayHold(clause.masked) {
      let reading = frame.read(clause.times)
      guard let span = clause.times.spans.first, clause.times.count == clause.words.count,
        accepts(reading, clause.masked)
      else { continue }
      let weight = TimeWeight.weight(of: span, in: clause.masked)
      if weight > best?.weight ?? Int.min { best = (weight, reading) }
    }
    return best?.reading
  }

  /// A sentence without what is punished: 6月18日前完成登记；逾期的，每处罚款500元.
  static func unpunished(_ sentence: Sentence) -> [Sentence] {
    sentence.masked.ranges(where: \.isPartEnd).compactMap { part in
      var end = part.upperBound
      let clauses = sentence.words.ranges(in: part, where: \.isClauseEnd)
      if let fault = clauses.first(where: { isFault(sentence.words.slice($0)) }) { end = fault.lowerBound }
      guard end > part.lowerBound else { return nil }
      let stretch = sentence.stretch(part.lowerBound..<end)
      return stretch.isPenalty ? nil : stretch
    }
  }

  private static let faults: [StaticWords] = ["逾期", "未按", "未能", "未完成", "完不成", "超期", "每逾期", "每超", "不按"]

  /// Whether a clause begins with what was not done.
  private static func isFault(_ clause: Passage) -> Bool {
    let words = clause.withoutLead
    return faults.contains { words.hasPrefix($0) }
  }

  private func accepts(_ reading: TimeReading, _ words: Passage) -> Bool {
    let deadline = reading.deadline
    let place = words.firstIndex(of: StaticWords(deadline.text)) ?? 0
    let isAtClauseStart =
      place == 0 || words.scalars[place - 1].isClauseEnd || words.scalars[place - 1].isOpening
    let behind = words.from(place + deadline.text.unicodeScalars.count)
    if RunningTime.isForbidden(behind) || isPast(deadline) { return false }
    // 延期不超过30日 says how long, and not by when.
    if deadline.text.hasPrefix("不超过") { return false }
    if behind.hasPrefix("以来") || deadline.text.hasSuffix("以来") { return false }
    if behind.hasPrefix("度") || deadline.kind == .year && deadline.text.hasSuffix("年度") { return false }
    if RunningTime.isNameOfPlan(behind), deadline.kind == .year || deadline.text.contains("半年") {
      return false
    }
    switch deadline.kind {
    case .none: return false
    case .standing: return isStandingCharge(words)
    case .year: return isAtClauseStart && !behind.hasPrefix("，") || deadline.text.contains("内")
    case .event: return acceptsEvent(deadline, words)
    case .range
    where deadline.start == nil && deadline.end == nil && deadline.event == nil && frame.year != nil:
      return deadline.text.contains("内") || deadline.text.contains("近") || isAtClauseStart
    case .range where deadline.text.contains("半年"):
      return isAtClauseStart && behind.scalars.first?.isQuote != true
    case .date where frame.issued.map({ issued in deadline.end.map { $0 < issued } ?? false }) ?? false:
      return false
    case .date, .xun, .month, .quarter, .range:
      let names: [StaticWords] = ["的", "会议", "讲话", "通知", "文件", "印发的", "下发的", "发布的", "出台", "颁布"]
      return !names.contains { behind.hasPrefix($0) } || isAtClauseStart
    case .recurring: return deadline.event.map { accepts($0, words) } ?? true
    }
  }

  /// A stretch of time before the year that the plan is for.
  private func isPast(_ deadline: Deadline) -> Bool {
    guard let year = frame.year, let end = deadline.end ?? deadline.start else { return false }
    return end.year < year
  }

  /// 08年上半年|工程管理的主要工作: what is planned for a time, not what is to be done by it.
  private static func isNameOfPlan(_ behind: Passage) -> Bool {
    let names: [StaticWords] = ["工作", "要点", "计划", "总结", "情况", "安排"]
    return !behind.scalars.contains(where: \.isClauseEnd) && names.contains { behind.hasSuffix($0) }
  }

  /// 常年开展, 长期坚持: a standing duty, where 长期 is not a word of something else.
  private func isStandingCharge(_ words: Passage) -> Bool {
    guard allowsStanding else { return false }
    for word: StaticWords in ["长期坚持", "常年", "长期", "长年"] {
      guard let place = words.firstIndex(of: word) else { continue }
      let behind = words.from(place + word.count)
      if behind.isEmpty || behind.scalars[0].isClauseEnd { return true }
      return ["开展", "坚持", "受理", "实施", "推进", "抓", "进行", "落实"].contains { behind.hasPrefix($0) }
    }
    return false
  }

  private func acceptsEvent(_ deadline: Deadline, _ words: Passage) -> Bool {
    guard let event = deadline.event else { return true }
    let isFeast = Feast.written.contains { $0.feast.name == event.name }
    if deadline.end != nil || deadline.start != nil || isFeast {
      // A feast alone is an occasion (庆“七一”); 前 or 后 makes it a time.
      return event.side != .during || deadline.text.hasSuffix("期间")
    }
    return accepts(event, words)
  }

  private func accepts(_ event: EventBinding, _ words: Passage) -> Bool {
    if event.within != nil || event.isNamedPeriod { return true }
    let name = Passage(event.name.unicodeScalars, line: 0)
    guard (3...24).contains(name.count) else { return false }
    let foreign: [StaticWords] = [
      "把", "将", "经", "报", "由", "解决在", "使", "对", "让", "要", "做好", "加强", "在开展", "确保",
    ]
    if foreign.contains(where: { name.hasPrefix($0) || words.trimmed.hasPrefix($0) && name.count > 12 }) {
      return false
    }
    if name.containsAny(["解决", "，", "矛盾"]) { return false }
    guard event.side == .during else { return true }
    return name.containsAny(["结束", "节日", "每次"]) || name.hasSuffix("完成")
  }

  /// Whether anything in the words could be a time at all: most sentences are passed over here. A unit of time counts
  /// behind a number or 今, 本, 每 …; 前, 后 and 时 behind a word that happens.
  static func mayHold(_ words: Passage) -> Bool {
    var before: Unicode.Scalar = "。"
    for scalar in words.scalars {
      switch scalar {
      case "每": return true
      case "月", "日", "号", "年", "季", "周", "天", "旬", "星", "工", "小":
        if before.isFigure || numbers.contains(before) { return true }
      case "底", "末", "终", "初":
        if units.contains(before) { return true }
      case "前", "后", "时", "期", "内", "起":
        if happenings.contains(before) || before.isFigure || units.contains(before) { return true }
      default: break
      }
      if !scalar.isQuote { before = scalar }
    }
    return false
  }

  private static let numbers = Set("一二三四五六七八九十〇零两廿正腊个今本当明次每全半上中下第近几多同按逐隔首双单度去学".unicodeScalars)
  private static let units = Set("年月季度周日期旬学".unicodeScalars)
  /// What the words for events and feasts end with, 之, 以 included.
  private static let happenings = Set(
    "束成开展发布动幕届学班假收试核研议会订过准复期满工到接项位标牌命训立段改查审大业临间之以节庆一四八日旦春秋诞前结行月年周夕国".unicodeScalars
  ).union(Feast.written.compactMap(\.words.unicodeScalars.last))

  /// The past, fines, scores, and what a campaign as a whole spans.
  static func isForeign(_ words: Passage) -> Bool {
    if isOfMeeting(words) { return true }
    if words.containsAny(["去年", "上年", "往年", "近年来", "截至目前", "曾获", "多年来", "三年来"]) { return true }
    return isUncertain(words) || isWholeSpan(words)
  }

  /// 如遇台风，顺延至…: what would be if.
  private static func isUncertain(_ words: Passage) -> Bool {
    words.containsAny(["如遇", "若遇", "遇有雨", "遇雨", "如因"])
      && words.containsAny(["顺延", "推迟", "延期", "改期", "取消", "另行"])
  }

  private static let prohibitions: [StaticWords] = ["不得", "严禁", "禁止", "不准", "不许", "不宜"]
  private static let bounds: [StaticWords] = ["不得晚于", "不得迟于", "不得少于", "不得超过", "不得低于", "不得早于"]

  /// 检修前6小时内不得蓄水: whether what stands behind a time in its clause is forbidden.
  private static func isForbidden(_ behind: Passage) -> Bool {
    let end = behind.scalars.firstIndex { $0.isClauseEnd } ?? behind.count
    let clause = behind.slice(0..<end)
    return clause.containsAny(prohibitions) && !clause.containsAny(bounds)
  }

  /// What a meeting heard and held, not what it decided.
  static func isOfMeeting(_ words: Passage) -> Bool {
    words.containsAny(["主持召开", "会议听取", "听取了", "会议传达", "会议指出", "会议强调", "会议认为", "会议通报"])
  }

  /// 扣1分, 奖50元, 罚款.
  static func isPenalty(_ words: Passage) -> Bool {
    if words.containsAny(["扣罚", "罚款", "扣发", "倒扣分", "奖励金"]) { return true }
    guard words.containsAny(["分", "元"]) else { return false }
    for (place, scalar) in words.scalars.enumerated() where "扣加奖".unicodeScalars.contains(scalar) {
      var next = place + 1
      while next < min(words.count, place + 6), !words.scalars[next].isFigure { next += 1 }
      guard next < words.count, words.scalars[next].isFigure else { continue }
      while next < words.count,
        words.scalars[next].isFigure || ".~～-－".unicodeScalars.contains(words.scalars[next])
      {
        next += 1
      }
      if next < words.count, "分元".unicodeScalars.contains(words.scalars[next]) { return true }
    }
    return false
  }

  /// 活动从今年5月开始到…结束，分三个阶段进行.
  static func isWholeSpan(_ words: Passage) -> Bool {
    guard words.containsAny(["活动", "工作", "工程", "行动", "竞赛", "教育"]) else { return false }
    if words.containsAny(["个阶段", "个环节", "个步骤", "几个阶段", "共分"]) { return true }
    return words.containsAny(["开始", "启动", "起"])
      && words.containsAny(["左右", "不少于", "为期", "基本完成", "大体安排", "历时", "用时"])
      && words.containsAny(["从", "自", "于"])
  }

  /// Titles in 《》, document numbers and ordinal numbers made blank.
  static func masked(_ words: Passage) -> Passage {
    var scalars = words.scalars
    var place = 0
    while place < scalars.count {
      if scalars[place] == "《", let end = scalars[place...].firstIndex(of: "》") {
        for index in place...end { scalars[index] = blank }
        place = end
      } else if vagueStarts.contains(scalars[place]),
        let word = vague.first(where: { scalars.has($0, at: place) })
      {
        for index in place..<place + word.count { scalars[index] = blank }
        place += word.count - 1
      } else if place == 0 || !"日号）)-—–－~～至".unicodeScalars.contains(scalars[place - 1]),
        let end = clockTime(scalars, place)
      {
        for index in place..<end { scalars[index] = blank }
        place = end - 1
      } else if let end = DocumentNumber.end(in: scalars, at: place) {
        for index in place..<end { scalars[index] = blank }
        place = end - 1
      }
      place += 1
    }
    return words.replacing(scalars)
  }

  private static let halves: [StaticWords] = ["上午", "下午", "晚上", "晚", "早上", "中午"]
  private static let halfStarts = Set(halves.compactMap(\.scalars.first))
  private static let vagueStarts = Set(vague.compactMap(\.scalars.first))

  /// 上午8:00开始, 18：30: where a clock time ends.
  private static func clockTime(_ scalars: [Unicode.Scalar], _ place: Int) -> Int? {
    guard scalars[place].isFigure || halfStarts.contains(scalars[place]) else { return nil }
    var end = place
    for half in halves where scalars.has(half, at: place) {
      end += half.count
      break
    }
    let start = end
    while end < scalars.count, scalars[end].isFigure, end - start < 2 { end += 1 }
    guard end > start, end + 2 < scalars.count, scalars[end].isColon, scalars[end + 1].isFigure,
      scalars[end + 2].isFigure, place == 0 || !scalars[place - 1].isFigure
    else { return nil }
    end += 3
    // 任务2：12月底前 is none.
    if end < scalars.count, scalars[end].isFigure || "年月日号".unicodeScalars.contains(scalars[end]) {
      return nil
    }
    return scalars.has("开始", at: end) ? end + 2 : end
  }

  /// Times of every year and every month: they say nothing of when.
  private static let vague: [StaticWords] = ["年终", "当月", "当年", "当日", "当天", "上月", "上季度", "上年度"]
  private static let blank: Unicode.Scalar = "＊"
}
