import Campaigns
import PlacedJSON

extension JournalRecord {
  /// What people are told of it.
  package var entry: HistoryEntry {
    var entry = HistoryEntry(
      id: id, stamp: stamp, login: login, onBehalf: onBehalf, command: command, reverses: undoes ?? redoes)
    for change in files {
      let name = change.file.split(separator: "/").last.map { String($0.dropLast(5)) } ?? ""
      let isCampaign = change.file.contains("/")
      if isCampaign, !entry.campaigns.contains(name) { entry.campaigns.append(name) }
      for edit in change.edits {
        if isCampaign {
          entry.add(edit, campaign: name)
        } else if change.file == "units.json" {
          entry.add(edit)
        }
      }
    }
    return entry
  }
}

extension HistoryEntry {
  fileprivate mutating func add(_ edit: JSONEdit, campaign code: String) {
    switch edit.path.first {
    case nil:
      for value in [edit.before, edit.after].compactMap(\.self) {
        if let title = value["title"]?.text { titles[code] = title }
        for task in value["tasks"]?.items ?? [] { touch(task.id, task) }
      }
    case "tasks":
      if edit.path.count == 1 {
        for task in (edit.before?.items ?? []) + (edit.after?.items ?? []) { touch(task.id, task) }
      } else if edit.path.count == 2 {
        touch(edit.path[1], edit.after ?? edit.before)
      } else {
        touch(edit.path[1], nil)
        if edit.path[2] == "log", edit.path.count == 4, let words = (edit.after ?? edit.before)?["text"]?.text
        {
          text = words
        }
      }
    default: break
    }
  }

  fileprivate mutating func add(_ edit: JSONEdit) {
    guard edit.path.first == "units", edit.path.count > 1 else { return }
    let id = edit.path[1]
    if !units.contains(id) { units.append(id) }
    let value = edit.path.count == 2 ? edit.after ?? edit.before : nil
    if let name = value?["name"]?.text { titles[id] = name }
  }

  private mutating func touch(_ id: String?, _ task: JSONValue?) {
    guard let id else { return }
    if !tasks.contains(id) { tasks.append(id) }
    if let title = task?["title"]?.text { titles[id] = title }
  }
}
