/// One time found in words: where it stands and what it says, days not yet filled in.
struct TimeFinding: Equatable {
  /// How a fixed time is meant.
  enum Bound: Equatable {
    /// The span itself, due at its end.
    case within
    /// 前, 之前, 截至: by its end.
    case by
    /// 起, 开始, 后: from its first day on.
    case from
    /// 期间 of a feast: its days off.
    case holidays
  }

  enum Meaning: Equatable {
    case fixed(TimePoint, Bound)
    /// `end` nil: the range ends with an event or stays open.
    case range(TimePoint, TimePoint?, endsWith: EventBinding?)
    /// 5月1日起三个月内.
    case fromPoint(TimePoint, TimeSpan)
    /// From the date of issue (即日起); `end` nil leaves it open.
    case fromIssue(TimePoint?)
    /// N个工作日内, counted from `event` or, where nil, from the context's day.
    case within(TimeSpan, after: EventBinding?)
    /// 近三年, 集中5个月时间: a length without days.
    case length
    case quota(Quota)
    case standing
    case event(EventBinding)
  }

  var range: Range<Int>
  var meaning: Meaning

  /// Days that a calendar can name, as against quotas, standing duties and events.
  var isFixed: Bool {
    switch meaning {
    case .fixed, .range, .fromIssue, .fromPoint: true
    default: false
    }
  }

  /// Whether a later time counts rather than this one: any day beats a length or an event, and an explicit day beats
  /// a feast ("七一"前（6月28日前）).
  func yields(to later: TimeFinding) -> Bool {
    guard later.isFixed else { return false }
    if case .fixed(let point, _) = meaning, case .fixed(let other, _) = later.meaning,
      case .feast = point.part, case .day = other.part
    {
      return true
    }
    return !isFixed
  }
}
