import Campaigns
import PlacedJSON

/// One command that changed the store: who, when, what, with the values before and after. A line of the journal.
package struct JournalRecord: Encodable, Hashable, Sendable, Identifiable {
  /// What a command changed in one file.
  package struct FileChange: Encodable, Hashable, Sendable {
    /// The file, within the store.
    package var file: String
    /// Its revision before; nil: there was none.
    package var before: Int?
    /// Its revision after; nil: it went.
    package var after: Int?
    /// What changed in it. Revisions and stamps are left out: every change moves them on.
    package var edits: [JSONEdit]
  }

  /// Format of the record, 1.
  package var format = 1
  /// Counts all records of the store, from 1.
  package var id: Int
  /// When.
  package var at: Moment
  /// Who.
  package var by: String
  /// The login that it came from.
  package var login: String
  /// On whose word, where another recorded it.
  package var onBehalf: String?
  /// The command.
  package var command: JournalCommand
  /// What it changed, file by file.
  package var files: [FileChange]
  /// What whoever asked for it called it, so that asking again does nothing.
  var key: String?
  /// The record that it took back.
  package var undoes: Int?
  /// The record that it did again after that was taken back.
  package var redoes: Int?

  /// Who and when, as files are stamped.
  package var stamp: Stamp { Stamp(at: at, by: by) }

  /// Whether a new file of it takes the place of one that could not be read. That one is kept elsewhere.
  var replacesWhatIsDamaged: Bool { command == .restore || command == .repair }

  /// Whether it can be undone: an act of its own, which does not look after the store itself.
  var isReversible: Bool {
    undoes == nil && redoes == nil && command != .migrate && command != .repair
  }
}

extension JournalRecord {
  /// A record as a line says it.
  init(_ json: JSONObject) throws(JSONError) {
    format = try json.int("format")
    id = try json.int("id")
    at = try json.moment("at")
    by = try json.text("by")
    login = try json.text("login")
    onBehalf = try json.optionalText("onBehalf")
    command = try json.choice("command", JournalCommand.self)
    key = try json.optionalText("key")
    undoes = try json.optionalInt("undoes")
    redoes = try json.optionalInt("redoes")
    files = try json.list("files") { json throws(JSONError) in
      let file = try json.text("file")
      // Whoever wrote it: no record leads out of the store, or to what is no plan.
      guard StoredFile.Kind(name: file) == .json else { throw json.error(at: "file") }
      return FileChange(
        file: file, before: try json.optionalInt("before"),
        after: try json.optionalInt("after"),
        edits: try json.list("edits") { json throws(JSONError) in try JSONEdit(json) })
    }
  }
}
