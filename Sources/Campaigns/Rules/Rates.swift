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

  private var counts = [Int](repeating: 0, count: Condition.allCases.count)
  private var parts = [Int](repeating: 0, count: Part.allCases.count)
  /// All rows, drafts left out.
  package private(set) var total = 0
  /// Rows whose light something late decided.
  package private(set) var arrears = 0
  private var completedByOriginal = 0
  private var overdueByOriginal = 0

  /// A tally of rows. Drafts do not count.
  package init(_ rows: some Sequence<TaskRow>) {
    for row in rows where row.task.stage != .draft {
      counts[row.verdict.condition.ordinal] += 1
      total += 1
      parts[row.part.rawValue] += 1
      if row.verdict.cause?.isArrears == true { arrears += 1 }
      guard row.verdict.condition != .standing else { continue }
      guard let original = row.verdict.originalEnd else {
        if row.task.stage.isCompleted { completedByOriginal += 1 }
        continue
      }
      if row.task.stage.isCompleted {
        if (row.task.completion?.on ?? original) <= original {
          completedByOriginal += 1
        } else {
          lateByOriginal += 1
        }
      } else if row.task.stage.isOpen, row.today > original {
        overdueByOriginal += 1
      }
    }
  }

  private var lateByOriginal = 0

  /// Rows in that part.
  package subscript(part: Part) -> Int { parts[part.rawValue] }

  /// Rows in that condition.
  package func count(_ condition: Condition) -> Int { counts[condition.ordinal] }

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
    Share(part: completedByOriginal, whole: completedByOriginal + lateByOriginal + overdueByOriginal)
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
