/// One line of a task's log. Entries are never taken away: a wrong one stays, struck through.
package struct LogEntry: Hashable, Sendable, Identifiable {
  /// What an entry records, with what no other kind has.
  package enum Kind: Hashable, Sendable {
    /// Per cent done, how many were counted towards the quota, and the instruction that it answers.
    case progress(percent: Int? = nil, count: Int? = nil, answers: Int? = nil)
    case note
    /// 批示: open until it is answered, by that entry. `leader` gave it, by post, where another recorded the words.
    case instruction(leader: String? = nil, answeredBy: Int? = nil)
    /// 催办, with level and number, each from 1; nil where a hand wrote none.
    case chase(level: Int?, number: Int?)
    /// The right words for the wrong entry of that number.
    case correction(of: Int?)
    case assigned, acknowledged, submitted, returned, completed, struckOff, reopened, suspended, resumed,
      cancelled
    /// More time is asked for, until that day, with per cent done.
    case extensionAsked(until: Day?, percent: Int? = nil)
    /// What was decided on the request of an entry: the day granted, and who decided where another recorded it.
    case extensionDecided(isApproved: Bool, until: Day?, by: String? = nil, request: Int?)
    case edited
    /// One task became several; the words name them.
    case split
    /// It went to another phase or campaign; the words say from where to where.
    case moved
  }

  /// Unique in its task; never used again.
  package var id: Int
  /// When it was recorded.
  package var at: Moment
  /// Who recorded it.
  package var by: String
  /// What it records.
  package var kind: Kind
  /// The day that it speaks of, where that is not the day of recording.
  package var on: Day?
  /// The words.
  package var text: String?
  /// The unit that reported, where another recorded it (代录), whose part it is, or that is chased.
  package var unit: String?
  /// By what channel: 电话, 书面, OA.
  package var via: String?
  /// 凭据: what proves a completion; entries of other kinds have none.
  package var evidence: String?
  /// The entry that set this one right; a struck entry is shown struck through.
  package var struckBy: Int?

  /// An entry.
  package init(
    id: Int, stamp: Stamp, kind: Kind, on: Day? = nil, text: String? = nil, unit: String? = nil,
    via: String? = nil, evidence: String? = nil
  ) {
    self.id = id
    at = stamp.at
    by = stamp.by
    (self.kind, self.on, self.text) = (kind, on, text)
    (self.unit, self.via, self.evidence) = (unit, via, evidence)
  }

  /// The day that it speaks of.
  package var day: Day { on ?? at.day }

  /// The leader whose words another recorded; nil where they are those of who recorded them.
  package var leader: String? {
    switch kind {
    case .instruction(let leader, _): leader
    case .extensionDecided(_, _, let decider, _): decider
    case .progress, .note, .chase, .correction, .assigned, .acknowledged, .submitted, .returned, .completed,
      .struckOff, .reopened, .suspended, .resumed, .cancelled, .extensionAsked, .edited, .split, .moved:
      nil
    }
  }

  /// The entry that answered this instruction; other entries are not answered.
  package var answeredBy: Int? {
    get { if case .instruction(_, let answer) = kind { answer } else { nil } }
    set {
      guard case .instruction(let leader, _) = kind else { return }
      kind = .instruction(leader: leader, answeredBy: newValue)
    }
  }
}

extension LogEntry.Kind {
  /// What a kind is called in files, and where only the kind matters.
  package enum Name: String, Encodable, Sendable, CaseIterable {
    case progress, note, instruction, chase, correction, assigned, acknowledged, submitted, returned,
      completed, struckOff, reopened, suspended, resumed, cancelled, `extension`, edited, split, moved
  }

  /// What it is called; asking for more time and deciding on it have one name.
  package var name: Name {
    switch self {
    case .progress: .progress
    case .note: .note
    case .instruction: .instruction
    case .chase: .chase
    case .correction: .correction
    case .assigned: .assigned
    case .acknowledged: .acknowledged
    case .submitted: .submitted
    case .returned: .returned
    case .completed: .completed
    case .struckOff: .struckOff
    case .reopened: .reopened
    case .suspended: .suspended
    case .resumed: .resumed
    case .cancelled: .cancelled
    case .extensionAsked, .extensionDecided: .extension
    case .edited: .edited
    case .split: .split
    case .moved: .moved
    }
  }
}

extension LogEntry: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id, at, by, kind, on, text, unit, via, struckBy, evidence
    case percent, count, refersTo, answeredBy, level, number, until, isApproved
  }

  // As it stands in files (docs/format.md): what a kind has lies beside what all have.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(at, forKey: .at)
    try container.encode(by, forKey: .by)
    try container.encode(kind.name, forKey: .kind)
    try container.encodeIfPresent(on, forKey: .on)
    try container.encodeIfPresent(text, forKey: .text)
    try container.encodeIfPresent(leader ?? unit, forKey: .unit)
    try container.encodeIfPresent(via, forKey: .via)
    try container.encodeIfPresent(struckBy, forKey: .struckBy)
    try container.encodeIfPresent(evidence, forKey: .evidence)
    switch kind {
    case .progress(let percent, let count, let answers):
      try container.encodeIfPresent(percent, forKey: .percent)
      try container.encodeIfPresent(count, forKey: .count)
      try container.encodeIfPresent(answers, forKey: .refersTo)
    case .instruction(_, let answeredBy): try container.encodeIfPresent(answeredBy, forKey: .answeredBy)
    case .chase(let level, let number):
      try container.encodeIfPresent(level, forKey: .level)
      try container.encodeIfPresent(number, forKey: .number)
    case .correction(let entry): try container.encodeIfPresent(entry, forKey: .refersTo)
    case .extensionAsked(let until, let percent):
      try container.encodeIfPresent(until, forKey: .until)
      try container.encodeIfPresent(percent, forKey: .percent)
    case .extensionDecided(let isApproved, let until, _, let request):
      try container.encode(isApproved, forKey: .isApproved)
      try container.encodeIfPresent(until, forKey: .until)
      try container.encodeIfPresent(request, forKey: .refersTo)
    case .note, .assigned, .acknowledged, .submitted, .returned, .completed, .struckOff, .reopened,
      .suspended, .resumed, .cancelled, .edited, .split, .moved:
      break
    }
  }
}

extension Task {
  /// The last entry of its log that stands, of a kind where one is named.
  package func lastEntry(_ kind: LogEntry.Kind.Name? = nil) -> LogEntry? {
    log.last { $0.struckBy == nil && (kind == nil || $0.kind.name == kind) }
  }
}
