/// What an import read from a file: plans to be checked by a clerk, and everything doubtful. Nothing of it is in the
/// store yet.
package struct ImportResult: Encodable, Equatable, Sendable {
  /// Plans, in the order of the file.
  package var plans: [DraftPlan]
  /// What is doubtful, by line.
  package var findings: [Finding]
  /// How many of the times that could be deadlines became one, and how many there are.
  package var times = TimeShare()

  /// Whether there is anything in it to be kept: a task or a phase. A title and a number alone are shown, not kept.
  package var hasWork: Bool { plans.contains { !$0.tasks.isEmpty || !$0.phases.isEmpty } }

  /// A result.
  package init(plans: [DraftPlan] = [], findings: [Finding] = []) {
    (self.plans, self.findings) = (plans, findings)
  }
}

/// How many of the times in a notice became deadlines.
package struct TimeShare: Encodable, Equatable, Sendable {
  /// Those that did.
  package var used = 0
  /// All that could.
  package var all = 0

  /// None yet.
  package init() {}
}

/// Where the year of a draft's days comes from (docs/domain.md, "The year").
package enum YearEvidence: String, Encodable, Sendable {
  case given
  case dateOfIssue, documentNumber, title, fullDates, signature
}

/// A plan as read from a notice.
package struct DraftPlan: Encodable, Equatable, Sendable {
  /// Its title; nil where the file gives none.
  package var title: String?
  /// The document's own number.
  package var documentNumber: String?
  /// Who issued it.
  package var issuer: String?
  /// The day of issue.
  package var issued: Day?
  /// The year that days without a year lie in.
  package var year: Int?
  /// What says so.
  package var yearEvidence: YearEvidence?
  /// Line of the source where the plan itself begins, from 1.
  package var line: Int
  /// Documents that it rests on.
  package var basis: [String] = []
  /// Its phases, in order.
  package var phases: [DraftPhase] = []
  /// Its tasks, in order.
  package var tasks: [DraftTask] = []

  /// A plan that begins on a line.
  package init(title: String? = nil, line: Int) { (self.title, self.line) = (title, line) }
}

/// A phase as read from a notice.
package struct DraftPhase: Encodable, Equatable, Sendable {
  /// Its name.
  package var name: String
  /// First day, where the document gives it.
  package var start: Day?
  /// Last day, where the document gives it.
  package var end: Day?
  /// The document's words for its time; empty where there are none.
  package var timeText: String
  /// Line of the source, from 1.
  package var line: Int
  /// The event that it goes on until, where no last day is written.
  package var until: EventBinding?

  /// A phase on a line.
  package init(name: String, start: Day? = nil, end: Day? = nil, timeText: String = "", line: Int) {
    (self.name, self.start, self.end) = (name, start, end)
    (self.timeText, self.line) = (timeText, line)
  }
}

/// What made a draft's task.
package enum ImportRule: String, Encodable, Sendable, CaseIterable {
  case tableRow
  /// 责任科室：党办，完成时间：4月20日之前, in the text, in brackets or on lines of its own.
  case labelledPair
  /// 由党办负责; 党办牵头，工会配合.
  case namedActor
  /// 报院党办备案.
  case addressee
  /// A time in the item's words.
  case timedItem
  /// A sentence with a time or an addressee in a paragraph of several matters.
  case timedSentence
  /// An item below a heading that is a unit, or a month.
  case heading
}

/// A task as read from a notice.
package struct DraftTask: Encodable, Equatable, Sendable {
  /// Its number in the document: 二（二）1.
  package var number: String?
  /// Its verbatim beginning, at most 40 characters.
  package var title: String
  /// The document's words.
  package var text: String
  /// Line of the source, from 1.
  package var line: Int
  /// Its phase, by place in the plan's list.
  package var phase: Int?
  /// The task that it is part of, by place in the plan's list.
  package var parent: Int?
  /// Lead units.
  package var leads: [String] = []
  /// Supporting units.
  package var supporting: [String] = []
  /// Leaders who answer for it.
  package var leaders: [String] = []
  /// Persons or posts.
  package var persons: [String] = []
  /// Its time, in words and days.
  package var deadline = Deadline()
  /// What made it.
  package var rule: ImportRule

  /// A task on a line.
  package init(title: String, text: String, line: Int, rule: ImportRule) {
    (self.title, self.text, self.line, self.rule) = (title, text, line, rule)
  }

  /// Lead and supporting units; where none is given, the persons or leaders.
  package var departments: [String] {
    let units = leads + supporting
    return units.isEmpty ? (persons.isEmpty ? leaders : persons) : units
  }
}

/// Something doubtful in a notice, with where it stands and what to do about it. A finding never stops an import.
package struct Finding: Encodable, Hashable, Sendable {
  /// What is doubtful.
  package enum Kind: String, Encodable, Sendable, CaseIterable {
    case noPlan, noTitle, noYear, yearRedacted, yearInferred, titleOverLines
    case reversedRange, missingDayWord, noSuchDay, severalTimes, beforeIssue, weekdayMismatch,
      overlappingPhases
    case unreadableTime, unreadWords, phaseWithoutDates, noUnit, unknownUnit, repeatedPlan, wrongTotal,
      rolledOver
    case undecodable, cutShort, unusedTime
  }
  /// What is doubtful.
  package var kind: Kind
  /// Line of the source, from 1.
  package var line: Int
  /// The document's words.
  package var words: String
  /// What the program took instead or proposes, where it can say.
  package var suggestion: String?

  /// A finding.
  package init(_ kind: Kind, line: Int, words: String, suggestion: String? = nil) {
    (self.kind, self.line, self.words, self.suggestion) = (kind, line, words, suggestion)
  }
}
