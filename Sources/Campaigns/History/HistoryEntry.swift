/// One command in the history of a store, as people are told of it.
package struct HistoryEntry: Sendable, Hashable, Identifiable {
  /// Counts all entries of the store, from 1.
  package var id: Int
  /// Who, and when.
  package var stamp: Stamp
  /// The login that it came from.
  package var login: String
  /// On whose word, where another recorded it.
  package var onBehalf: String?
  /// The command.
  package var command: JournalCommand
  /// The entry that it took back, or did again.
  package var reverses: Int?
  /// Codes of the campaigns that it concerns.
  package var campaigns: [String] = []
  /// Ids of the tasks that it concerns.
  package var tasks: [String] = []
  /// Ids of the units that it concerns.
  package var units: [String] = []
  /// Names of what it brought or took away, by id or code.
  package var titles: [String: String] = [:]
  /// New ids of tasks that went to another campaign with it, by the old ones.
  package var moved: [String: String] = [:]
  /// What was written in the log with it.
  package var text: String?
  /// Single values that it changed, at most 50 of them.
  package var fields: [Field] = []

  /// A value before and after.
  package struct Field: Sendable, Hashable {
    /// The thing that it belongs to: a task, campaign or unit, by id or code; an event by its name.
    package var owner: String
    /// Its place in that thing, as the store's format names it: `deadline.end`.
    package var name: String
    /// What it was; nil: nothing.
    package var before: String?
    /// What it is; nil: nothing.
    package var after: String?

    /// Whether it is the days of an event, its owner: 2026-12-15, or 2026-06-01..2026-09-30.
    package var isEvent: Bool { name == "event" }

    /// A changed value.
    package init(owner: String, name: String, before: String?, after: String?) {
      (self.owner, self.name, self.before, self.after) = (owner, name, before, after)
    }
  }

  /// An entry that concerns nothing yet.
  package init(
    id: Int, stamp: Stamp, login: String, onBehalf: String? = nil, command: JournalCommand,
    reverses: Int? = nil
  ) {
    (self.id, self.stamp, self.login) = (id, stamp, login)
    (self.onBehalf, self.command, self.reverses) = (onBehalf, command, reverses)
  }

  /// Whether taking it back wants a question first: three tasks or more, or a whole campaign.
  package var isBulk: Bool { tasks.count - moved.count >= 3 }
}

/// Taking a command back, or doing it again.
package enum Reversal: Sendable, Hashable { case undo, redo }
