/// A share, kept as two counts so that every figure can be traced to its rows.
package struct Share: Sendable, Equatable {
  /// What counts.
  package let part: Int
  /// Out of how many.
  package let whole: Int

  /// `part` out of `whole`.
  package init(part: Int, whole: Int) { (self.part, self.whole) = (part, whole) }

  /// Whole per cent, rounded half up; nil where there is nothing to count.
  package var percent: Int? { whole > 0 ? (part * 200 + whole) / (whole * 2) : nil }
}

/// Counts and rates of a set of tasks; one definition everywhere (docs/domain.md, "Numbers and rates").
///
///     Tally(snapshot.rows).completionRate.percent  // 62; its rows are those that a filter lists
package struct Tally: Sendable, Equatable {
  /// What numbers on top of a screen count: the conditions, with those behind schedule apart from the normal ones and
  /// late completions among the completed. Every task but drafts is in exactly one.
  package enum Part: Int, Sendable, CaseIterable {
    case overdue, dueSoon
    /// 滞后: in time, but with less reported than was to be expected by now.
    case behind
    /// 次数不足: less was done than a quota asks for, in a period that is over or about to be.
    case short
    case normal, completed, standing, recurring, unscheduled, suspended, cancelled

    /// The worst light of its rows as far as this part goes: how it is painted, and whether it hurts.
    package var light: Light {
      switch self {
      case .overdue: .red
      case .dueSoon, .behind, .short: .yellow
      case .normal: .green
      case .completed, .standing, .recurring, .unscheduled, .suspended, .cancelled: .none
      }
    }

    /// 紧要: whether somebody must see to it.
    package var isUrgent: Bool { light == .red || light == .yellow }

    /// Whether it is shown even where there are none.
    package var isAlwaysShown: Bool {
      switch self {
      case .overdue, .dueSoon, .behind, .normal, .completed: true
      case .short, .standing, .recurring, .unscheduled, .suspended, .cancelled: false
      }
    }
  }

  /// The parts that a row of numbers shows, with their counts.
  package var shown: [(part: Part, count: Int)] {
    Part.allCases.filter { $0.isAlwaysShown || self[$0] > 0 }.map { ($0, self[$0]) }
  }

  /// What is counted, one behind the other: conditions, parts, and the rest by its name.
  private enum Place {
    static let parts = Condition.allCases.count
    static let total = parts + Part.allCases.count
    static let arrears = total + 1
    static let completedByOriginal = total + 2
    static let lateByOriginal = total + 3
    static let overdueByOriginal = total + 4
  }

  /// The places of all figures.
  static let places = 0..<(Place.total + 5)

  /// All that it counted, in a fixed order.
  private(set) var figures = [Int](repeating: 0, count: Tally.places.count)

  /// All rows, drafts left out.
  package var total: Int { figures[Place.total] }
  /// Rows whose light something late decided.
  package var arrears: Int { figures[Place.arrears] }

  /// A tally of rows. Drafts do not count.
  package init(_ rows: some Sequence<TaskRow>) {
    self.init()
    for row in rows { add(Standing(row)) }
  }

  /// A tally of nothing.
  package init() {}

  /// A tally that counted these figures.
  init(_ figures: ArraySlice<Int>) { self.figures = Array(figures) }

  /// Counts a row in. Drafts do not count.
  mutating func add(_ row: Standing) {
    guard !row.isDraft else { return }
    figures[row.condition] += 1
    figures[Place.parts + row.part] += 1
    figures[Place.total] += 1
    if row.flags.contains(.arrears) { figures[Place.arrears] += 1 }
    if row.flags.contains(.completedByOriginal) { figures[Place.completedByOriginal] += 1 }
    if row.flags.contains(.lateByOriginal) { figures[Place.lateByOriginal] += 1 }
    if row.flags.contains(.overdueByOriginal) { figures[Place.overdueByOriginal] += 1 }
  }

  /// Counts in what another one counted.
  static func += (tally: inout Tally, other: Tally) {
    for place in Tally.places { tally.figures[place] += other.figures[place] }
  }

  /// Counts in one of the figures of another one.
  mutating func add(_ count: Int, at place: Int) {
    if Tally.places.contains(place) { figures[place] += count }
  }

  /// Rows in that part.
  package subscript(part: Part) -> Int { figures[Place.parts + part.rawValue] }

  /// Rows in that condition.
  package func count(_ condition: Condition) -> Int { figures[condition.ordinal] }

  /// Completed, late ones and those struck off included.
  package var completed: Int { count(.completed) + count(.completedLate) }

  /// 办结率: completed ÷ (all − drafts − cancelled − standing).
  package var completionRate: Share {
    Share(part: completed, whole: total - count(.cancelled) - count(.standing))
  }

  /// 按时办结率 by the deadline in force: completed on time ÷ (completed + overdue and open).
  package var onTimeRate: Share { Share(part: count(.completed), whole: completed + count(.overdue)) }

  /// 按时办结率 by the original deadline.
  package var onTimeRateByOriginal: Share {
    let (inTime, late) = (figures[Place.completedByOriginal], figures[Place.lateByOriginal])
    return Share(part: inTime, whole: inTime + late + figures[Place.overdueByOriginal])
  }
}

extension Condition {
  /// Its place among all conditions, for counting without a dictionary: unit lists tally hundreds of rows.
  var ordinal: Int {
    switch self {
    case .normal: 0
    case .dueSoon: 1
    case .overdue: 2
    case .completed: 3
    case .completedLate: 4
    case .standing: 5
    case .recurring: 6
    case .unscheduled: 7
    case .suspended: 8
    case .cancelled: 9
    }
  }
}
