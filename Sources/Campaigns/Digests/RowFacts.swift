/// What lists, filters and counts ask of a row, in a fixed number of bytes: it is reckoned once for a campaign, kept, and looked
/// through by the hundred thousand. Everything else of a row is read where somebody sees it.
package struct RowFacts: Sendable, Equatable, BitwiseCopyable {
  /// What is so or is not, each a bit.
  package enum Flag: UInt32, CaseIterable, Sendable {
    /// Something late decided its light.
    case arrears
    /// By the deadline before any extension it was completed in time; completed late; is overdue.
    case completedByOriginal, lateByOriginal, overdueByOriginal
    /// As the filters of these names ask.
    case membersDone, short, failing, instructed, waiting, reviewDue, extended, pending, chase
  }

  /// Several of them.
  struct Flags: Sendable, Equatable, BitwiseCopyable {
    private(set) var bits: UInt32 = 0
    func contains(_ flag: Flag) -> Bool { bits & 1 << flag.rawValue != 0 }
    mutating func insert(_ flag: Flag) { bits |= 1 << flag.rawValue }
  }

  /// No day.
  static let noDay = Int32.min
  /// No day on which anything turns.
  static let never = Int32.max

  /// The last day in force, and else `noDay`; days are counted from 1970-01-01.
  let end: Int32
  /// What lists sort it by where it has none: the day of a quota's point.
  let pointDue: Int32
  /// The first day on which something of this may be otherwise although nobody did anything, and else `never`.
  let turn: Int32
  /// The day on which the last entry of the log was recorded, and else `noDay`.
  let updated: Int32
  let flags: Flags
  /// Places in the lists of all cases.
  let stage: UInt8
  let condition: UInt8
  let part: UInt8
  let light: UInt8
  /// The place of its phase among those of the campaign, from 1; 0 where it has none.
  let phase: UInt16
  /// Its number, where its id is the campaign's code with that number; 0 where it is not.
  package let number: UInt32

  /// The facts of a row on its day; `phase` is the place of its phase.
  init(_ row: TaskRow, phase: Int?) {
    let (task, verdict) = (row.task, row.verdict)
    end = verdict.end.map { Int32($0.number) } ?? RowFacts.noDay
    pointDue = verdict.pointDue.map { Int32($0.number) } ?? RowFacts.noDay
    turn = row.turn.map { Int32($0.number) } ?? RowFacts.never
    updated = task.log.map(\.at.day).max().map { Int32($0.number) } ?? RowFacts.noDay
    stage = UInt8(task.stage.ordinal)
    condition = UInt8(verdict.condition.ordinal)
    part = UInt8(row.part.rawValue)
    light = UInt8(verdict.light.ordinal)
    self.phase = phase.map { UInt16(clamping: $0 + 1) } ?? 0
    number = RowFacts.number(of: task.id, in: row.code) ?? 0
    var flags = Flags()
    for flag in Flag.allCases where row.has(flag) { flags.insert(flag) }
    self.flags = flags
  }

  /// What counts make of it.
  var standing: Standing {
    Standing(isDraft: isDraft, condition: Int(condition), part: Int(part), flags: flags)
  }

  /// The last day in force.
  var lastDay: Day? { end == RowFacts.noDay ? nil : Day(number: Int(end)) }

  /// The day on which the last entry of the log was recorded.
  var lastEntry: Day? { updated == RowFacts.noDay ? nil : Day(number: Int(updated)) }
}

/// What counts make of a row: in which of them it is one.
struct Standing: Sendable {
  let isDraft: Bool
  /// Places in the lists of all conditions and parts.
  let condition: Int
  let part: Int
  /// Of the flags those that counts need.
  let flags: RowFacts.Flags
}

extension Standing {
  /// Where a row stands.
  init(_ row: TaskRow) {
    isDraft = row.task.stage == .draft
    (condition, part) = (row.verdict.condition.ordinal, row.part.rawValue)
    var flags = RowFacts.Flags()
    for flag in [.arrears, .completedByOriginal, .lateByOriginal, .overdueByOriginal] as [RowFacts.Flag]
    where row.has(flag) {
      flags.insert(flag)
    }
    self.flags = flags
  }
}

extension TaskRow {
  /// Whether something is so.
  func has(_ flag: RowFacts.Flag) -> Bool {
    switch flag {
    case .arrears: verdict.cause?.isArrears == true
    case .completedByOriginal: isCompletedByOriginal == true
    case .lateByOriginal: isCompletedByOriginal == false
    case .overdueByOriginal:
      task.stage.isOpen && verdict.condition != .standing && verdict.originalEnd.map { today > $0 } ?? false
    case .membersDone: verdict.notes.contains(.membersDone)
    case .short: task.stage.isOpen && verdict.quotaOwed > 0
    case .failing: task.isFailing
    case .instructed: task.log.contains(where: \.isOpenInstruction)
    case .waiting: !waitsFor.isEmpty
    case .reviewDue: task.stage != .draft && verdict.isReviewDue
    case .extended: task.approvedEnd != nil
    case .pending: task.stage.isOpen && task.pendingExtension != nil
    case .chase: chases.contains(where: \.isDue)
    }
  }

  /// Whether it was completed by its deadline before any extension, without one at any time; nil where it is not completed
  /// or has become a standing duty.
  private var isCompletedByOriginal: Bool? {
    guard task.stage.isCompleted, verdict.condition != .standing else { return nil }
    return verdict.originalEnd.map { (task.completion?.on ?? $0) <= $0 } ?? true
  }
}

extension Stage {
  /// Its place among all stages.
  package var ordinal: Int {
    switch self {
    case .draft: 0
    case .registered: 1
    case .assigned: 2
    case .inProgress: 3
    case .submitted: 4
    case .completed: 5
    case .struckOff: 6
    case .suspended: 7
    case .cancelled: 8
    }
  }
}

extension Light {
  /// Its place among all lights: the more, the worse.
  package var ordinal: Int {
    switch self {
    case .none: 0
    case .green: 1
    case .yellow: 2
    case .red: 3
    }
  }
}

extension [RowFacts] {
  /// The facts of a row; those of a draft that says nothing where it is not there, as of a file that was lost meanwhile.
  func at(_ row: Int) -> RowFacts { indices.contains(row) ? self[row] : .nothing }
}

extension RowFacts {
  fileprivate static let nothing = RowFacts()

  private init() {
    (end, pointDue, turn, updated) = (RowFacts.noDay, RowFacts.noDay, RowFacts.never, RowFacts.noDay)
    (flags, stage, condition, part, light) = (Flags(), RowFacts.draft, 0, 0, 0)
    (phase, number) = (0, 0)
  }

  /// The number of an id that is the campaign's code, a hyphen and a number as it is written; nil where it is put together in
  /// another way.
  package static func number(of id: String, in code: String) -> UInt32? {
    guard id.hasPrefix(code + "-"), let number = UInt32(id.dropFirst(code.count + 1)), number > 0,
      id == "\(code)-\(number)"
    else { return nil }
    return number
  }

  /// Whether it is a draft.
  var isDraft: Bool { stage == RowFacts.draft }
  private static let draft = UInt8(Stage.draft.ordinal)

  /// Whether it is neither draft, completed, suspended nor cancelled.
  var isOpen: Bool { RowFacts.open.contains(stage) }
  private static let open = Set(Stage.open.map { UInt8($0.ordinal) })

  /// 紧要.
  var isUrgent: Bool { RowFacts.urgent.contains(part) }
  private static let urgent = Set(Tally.Part.allCases.filter(\.isUrgent).map { UInt8($0.rawValue) })
}
