/// One time found in words: where it stands and what it says, days not yet filled in.
struct TimeFinding: Equatable {
  /// How a fixed time is meant.
  enum Bound: Equatable {
    /// The span itself, due at its end, with nothing behind it that would say so.
    case within
    /// 内, 期间: the span itself, said so.
    case inside
    /// 前, 之前, 截至: by its end.
    case by
    /// 截至, 止: by its end, a feast's day included.
    case until
    /// 前夕, 不含当日: by the day before.
    case eve
    /// 起, 开始, 或之后: from its first day on.
    case from
    /// 后: from a day on, from the day after a period on.
    case after
  }

  /// What a length of time is counted from.
  enum Base: Equatable {
    case point(TimePoint)
    /// The days off for a feast (国庆假期后).
    case holidays(TimePoint)
    case event(EventBinding, year: TimePoint.Year?)
    /// The date of issue (印发之日起).
    case issue
    /// The date of issue, or the day that was asked for: what a document's 10日内 counts from.
    case reference
    /// The day on which the words are said: +5个工作日, 20天后.
    case spoken
  }

  /// How it is counted.
  enum Count: Equatable {
    /// N日内: due at its end.
    case within
    /// N日后: from its end on.
    case from
    /// N日前: by so long before.
    case before
    /// 第N个工作日: on that day.
    case exactly
    /// 5月1日起三个月内: from that day on, so long.
    case through
  }

  enum Meaning: Equatable {
    case fixed(TimePoint, Bound)
    /// `end` nil: the range ends with an event or stays open.
    case range(TimePoint, TimePoint?, endsWith: EventBinding?)
    /// The days off of a feast, or of two that follow one another.
    case holidays(TimePoint, TimePoint)
    /// From the date of issue (即日起); `end` nil leaves it open.
    case fromIssue(TimePoint?)
    case counted(Base, TimeSpan, Count)
    /// 近三年, 集中5个月时间: a length without days.
    case length
    case quota(Quota)
    case standing
    case event(EventBinding, year: TimePoint.Year?)
    /// 近期, 待定: words for a time that say none.
    case noTime
  }

  var range: Range<Int>
  var meaning: Meaning
  /// Stretches of it that were passed over.
  var gaps: [Range<Int>] = []
  /// What the reader has to say of it.
  var notes: [TimeNote] = []

  /// The same so many characters further on.
  func moved(by count: Int) -> TimeFinding {
    var finding = self
    finding.range = range.lowerBound + count..<range.upperBound + count
    finding.gaps = gaps.map { $0.lowerBound + count..<$0.upperBound + count }
    return finding
  }

  /// Days that a calendar can name, as against quotas, standing duties and events.
  var isFixed: Bool {
    switch meaning {
    case .fixed, .range, .holidays, .fromIssue: true
    case .counted(.point, _, _), .counted(.holidays, _, _): true
    case .counted, .length, .quota, .standing, .event, .noTime: false
    }
  }

  /// The point that nothing closes behind: 4月, but not 4月底前.
  var openPoint: TimePoint? {
    if case .fixed(let point, .within) = meaning, !point.isEndOnly { point } else { nil }
  }

  /// Whether a later time counts rather than this one: any day beats a length or an event, and an explicit day beats
  /// a feast ("七一"前（6月28日前）) or a weekday.
  func yields(to later: TimeFinding) -> Bool {
    guard later.isFixed else { return false }
    if case .fixed(let point, _) = meaning, case .fixed(let other, _) = later.meaning,
      case .day(.some, _) = other.part
    {
      switch point.part {
      case .feast, .weekday: return true
      default: break
      }
    }
    return !isFixed
  }
}
