/// One plan, from one notice (活动方案, 工作要点), with everything that is known of it.
package struct Campaign: Encodable, Hashable, Sendable {
  /// Whether the plan is being worked on.
  package enum State: String, Encodable, Sendable, CaseIterable { case open, closed }

  /// Format of the file, 1.
  package var format: Int
  /// Counts the changes of the file.
  package var revision: Int
  /// The code that task ids begin with, as in `h11`.
  package var code: String
  /// Its title.
  package var title: String
  /// The document's own number (文号).
  package var documentNumber: String?
  /// Who issued it.
  package var issuer: String?
  /// The day of issue (成文日期).
  package var issued: Day?
  /// The year that days without a year lie in.
  package var year: Int?
  /// Documents that it rests on.
  @Listed package var basis: [String]
  /// What it is to achieve.
  @Listed package var goals: [String]
  /// The leading group, by posts.
  package var leadingGroup: String?
  /// Open or closed.
  package var state: State
  /// The day on which it was closed.
  package var closed: Day?
  /// The number that the next task gets. Numbers never shift and are never used again.
  package var nextTask: Int
  /// Its phases, in the document's order.
  @Listed package var phases: [Phase]
  /// Its tasks, in the document's order.
  @Listed package var tasks: [Task]
  /// Rates and counts to reach for the whole plan.
  @Listed package var targets: [Target]
  /// Events that its deadlines hang on.
  @Listed package var events: [NamedEvent]
  /// Log of the plan as a whole.
  @Listed package var log: [LogEntry]
  /// The text that it was read from.
  package var source: CampaignSource?
  /// Who changed it last.
  package var changed: Stamp?

  /// A plan without phases or tasks.
  package init(code: String, title: String, year: Int? = nil) {
    format = storeFormat
    revision = 0
    (self.code, self.title, self.year) = (code, title, year)
    basis = []
    goals = []
    state = .open
    nextTask = 1
    phases = []
    tasks = []
    targets = []
    events = []
    log = []
  }

  /// Whether it is an import that waits to be checked: all its tasks are drafts.
  package var isDraft: Bool { !tasks.isEmpty && tasks.allSatisfy { $0.stage == .draft } }
  /// The task with that id.
  package func task(id: String) -> Task? { tasks.first { $0.id == id } }
  /// The phase with that id.
  package func phase(id: String) -> Phase? { phases.first { $0.id == id } }
}

/// A named stretch of a campaign. Phases may overlap, nest and lack dates; they never force a sequence.
package struct Phase: Encodable, Hashable, Sendable, Identifiable {
  /// Unique in its campaign, as in `p1`.
  package var id: String
  /// Its name in the document.
  package var name: String
  /// The phase that it is part of.
  package var parent: String?
  /// First day.
  package var start: Day?
  /// Last day.
  package var end: Day?
  /// The document's words for its time.
  package var timeText: String?
  /// Line of the source.
  package var sourceLine: Int?
  /// The event that it goes on until, where no last day is written (至党的十八大召开前).
  package var until: EventBinding?

  /// A phase.
  package init(
    id: String, name: String, parent: String? = nil, start: Day? = nil, end: Day? = nil,
    timeText: String? = nil, sourceLine: Int? = nil, until: EventBinding? = nil
  ) {
    (self.until, self.id, self.name, self.parent) = (until, id, name, parent)
    (self.start, self.end, self.timeText, self.sourceLine) = (start, end, timeText, sourceLine)
  }
}

/// Where a campaign was read from.
package struct CampaignSource: Encodable, Hashable, Sendable {
  /// The file's name in `sources/`.
  package var file: String
  /// The line where the plan begins.
  package var line: Int?

  /// A place in a source.
  package init(file: String, line: Int? = nil) { (self.file, self.line) = (file, line) }
}

/// Who did something, and when.
package struct Stamp: Encodable, Hashable, Sendable {
  /// When.
  package var at: Moment
  /// Who: login and real name, or what `--as` says.
  package var by: String

  /// A stamp.
  package init(at: Moment, by: String) { (self.at, self.by) = (at, by) }
}
