import Campaigns
import Wording

/// `log --json` as a whole. Fields may be added, never changed.
struct LogRecord: Encodable {
  struct Field: Encodable {
    var owner: String
    var name: String
    @Nullable var before: String?
    @Nullable var after: String?
  }

  struct Entry: Encodable {
    var id: Int
    var at: String
    var by: String
    var login: String
    @Nullable var onBehalf: String?
    var command: String
    var campaigns: [String]
    var tasks: [String]
    var units: [String]
    @Nullable var text: String?
    @Nullable var reverses: Int?
    var undone: Bool
    var fields: [Field]
    var summary: String

    init(_ entry: HistoryEntry, isUndone: Bool, _ titles: [String: String], _ wording: Wording) {
      id = entry.id
      at = entry.stamp.at.iso
      by = entry.stamp.by
      login = entry.login
      onBehalf = entry.onBehalf
      command = entry.command.rawValue
      campaigns = entry.campaigns
      tasks = entry.tasks
      units = entry.units
      text = entry.text
      reverses = entry.reverses
      undone = isUndone
      fields = entry.fields.map { Field(owner: $0.owner, name: $0.name, before: $0.before, after: $0.after) }
      summary = wording.subject(entry, titles)
    }
  }

  var schema = 1
  var entries: [Entry]
}
