import Campaigns
import PlacedJSON

extension JournalRecord {
  /// What people are told of it.
  package var entry: HistoryEntry {
    var entry = HistoryEntry(
      id: id, stamp: stamp, login: login, onBehalf: onBehalf, command: command, reverses: undoes ?? redoes)
    for change in files {
      let name = StoredFile.stem(of: change.file)
      let isCampaign = change.file.contains("/")
      if isCampaign, !entry.campaigns.contains(name) { entry.campaigns.append(name) }
      for edit in change.edits {
        if change.file == "store.json" {
          entry.fields += edit.event.map { [$0] } ?? edit.settings
        } else if let field = edit.event ?? edit.field(of: name), entry.fields.count < 50 {
          entry.fields.append(field)
        }
        if isCampaign {
          entry.add(edit, campaign: name)
        } else if change.file == "units.json" {
          entry.add(edit)
        }
      }
    }
    // A task that was moved before has still older ids.
    entry.moved = entry.moved.filter { entry.tasks.contains($0.key) }
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
        guard edit.path[2] == "log", edit.path.count == 4, let logged = edit.after ?? edit.before else {
          return
        }
        if let words = logged["text"]?.text { text = words }
        if let day = logged["until"]?.text {
          fields.append(Field(owner: edit.path[1], name: "until", before: nil, after: day))
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
    if let former = task?["formerIDs"]?.items.last?.text { moved[former] = id }
  }
}

extension JSONEdit {
  /// The single value that it changes; nil for lists and whole things. `file` is the campaign's code, or `units`.
  fileprivate func field(of file: String) -> HistoryEntry.Field? {
    guard (before?.isPlain ?? true) && (after?.isPlain ?? true), !path.isEmpty else { return nil }
    let isElement = path.count > 2 && ["tasks", "units", "phases"].contains(path[0])
    return HistoryEntry.Field(
      owner: isElement ? path[1] : file, name: path.dropFirst(isElement ? 2 : 0).joined(separator: "."),
      before: before?.plainText, after: after?.plainText)
  }
}

extension JSONEdit {
  /// The event whose days it changes, as 2026-06-01..2026-09-30 or 2026-12-15.
  fileprivate var event: HistoryEntry.Field? {
    guard path.first == "events", path.count > 1 else { return nil }
    let days = [before, after].map { value in
      // Records of before 2026-12 have the day alone.
      guard let day = value?["day"]?.text ?? value?.text else { return String?.none }
      return [day, value?["until"]?.text].compactMap(\.self).joined(separator: "..")
    }
    // An event that came without days says nothing.
    guard days[0] != days[1] else { return nil }
    return HistoryEntry.Field(owner: path[1], name: "event", before: days[0], after: days[1])
  }

  /// The settings that it changes, one value each.
  fileprivate var settings: [HistoryEntry.Field] {
    let (old, new) = (before.leaves(at: path), after.leaves(at: path))
    return Set(old.keys).union(new.keys).sorted().map {
      HistoryEntry.Field(owner: "", name: $0, before: old[$0], after: new[$0])
    }
  }
}

extension JSONValue? {
  /// Single values within it, by their places; a list is one, its elements joined.
  fileprivate func leaves(at path: [String]) -> [String: String] {
    guard case .object(let members)? = self else {
      let text = self.flatMap { $0.plainText ?? $0.items.compactMap(\.plainText).joined(separator: " ") }
      return text.map { [path.joined(separator: "."): $0] } ?? [:]
    }
    return members.reduce(into: [:]) { found, member in
      found.merge(JSONValue?.some(member.value).leaves(at: path + [member.key])) { $1 }
    }
  }
}

extension JSONValue {
  fileprivate var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  fileprivate var plainText: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .bool(let value): "\(value)"
    case .null, .array, .object: nil
    }
  }
}
