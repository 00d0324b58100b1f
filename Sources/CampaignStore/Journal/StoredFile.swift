import Campaigns
import PlacedJSON

/// What a file of the store holds, whichever it is: what journal records are made from and applied to.
enum StoredFile: Equatable, Sendable {
  case campaign(Campaign)
  case units(UnitRegistry)
  case settings(StoreSettings)

  var bytes: [UInt8] {
    get throws(DamagedFile) {
      switch self {
      case .campaign(let campaign): try StoredJSON.bytes(of: campaign)
      case .units(let units): try StoredJSON.bytes(of: units)
      case .settings(let settings): try StoredJSON.bytes(of: settings)
      }
    }
  }

  /// What the file says, without what every change moves on: its revision and the stamps of who changed it.
  var value: JSONValue { get throws(DamagedFile) { try whole.withoutStamps } }

  /// The same with the stamps of its tasks.
  private var whole: JSONValue {
    get throws(DamagedFile) {
      var value =
        switch self {
        case .campaign(let campaign): try StoredJSON.value(of: campaign)
        case .units(let units): try StoredJSON.value(of: units)
        case .settings(let settings): try StoredJSON.value(of: settings)
        }
      value["revision"] = nil
      value["changed"] = nil
      return value
    }
  }

  /// What differs between two states of a file; nil is no file.
  static func edits(from before: StoredFile?, to after: StoredFile?) throws(DamagedFile) -> [JSONEdit] {
    guard let before, let after else {
      // A file that is archived, say, keeps the stamps of its tasks, which nothing else knows.
      return [JSONEdit](from: try before?.whole, to: try after?.whole)
    }
    let (old, new) = before.reduced(beside: after)
    let (from, to) = (try old.value, try new.value)
    return [JSONEdit](from: from, to: to).filter { $0.path != ["nextTask"] }.withWholeEvents(from, to)
  }

  /// The file after edits, with that revision, stamped; nil where they take it away. `name` says which file it is.
  /// - Throws: `EditConflict` where the file is not as the edits found it, or would not be one afterwards.
  static func applying(
    _ edits: [JSONEdit], to file: StoredFile?, named name: String, revision: Int, stamp: Stamp
  ) throws(EditConflict) -> StoredFile? {
    let conflict = EditConflict(edit: edits.first ?? JSONEdit(path: [], before: nil, after: nil))
    let value: JSONValue?
    do throws(DamagedFile) { value = try file?.value } catch { throw conflict }
    let applied: JSONValue?
    if let whole = edits.first, whole.path.isEmpty {
      // That the number of the next task has moved on is no change.
      guard value?.withoutCounter == whole.before?.withoutStamps.withoutCounter else { throw conflict }
      applied = whole.after
    } else {
      applied = try edits.applied(to: value)
    }
    guard var result = applied else { return nil }
    result["revision"] = .integer(revision)
    do throws(DamagedFile) {
      return try StoredFile(named: name, StoredJSON.bytes(of: result)).stamped(stamp, after: file, edits)
    } catch { throw conflict }
  }

  /// Reads a file of the store. Which one its name says.
  init(named name: String, _ bytes: [UInt8]) throws(DamagedFile) {
    self = try StoredFile.reading(named: name, bytes).value
  }

  /// Reads a file of the store, with a key that it would lose.
  static func reading(named name: String, _ bytes: [UInt8]) throws(DamagedFile)
    -> StoredJSON.Reading<StoredFile>
  {
    switch name {
    case "units.json":
      let reading = try StoredJSON.units(bytes, file: name)
      return StoredJSON.Reading(value: .units(reading.value), unknownKey: reading.unknownKey)
    case "store.json":
      let reading = try StoredJSON.settings(bytes, file: name)
      return StoredJSON.Reading(value: .settings(reading.value), unknownKey: reading.unknownKey)
    default:
      let reading = try StoredJSON.campaign(bytes, file: name)
      guard name.hasSuffix("/\(reading.value.code).json") else {
        throw DamagedFile(flaw: .init(file: name, kind: .codeDiffers(reading.value.code)))
      }
      return StoredJSON.Reading(value: .campaign(reading.value), unknownKey: reading.unknownKey)
    }
  }

  /// Both without what they have in common, so that comparing a plan of a thousand tasks costs what changed: equal tasks
  /// are left out, but for those that stand in front of one that came or went.
  private func reduced(beside other: StoredFile) -> (StoredFile, StoredFile) {
    guard case .campaign(var old) = self, case .campaign(var new) = other else { return (self, other) }
    let (oldIDs, newIDs) = (old.tasks.map(\.id), new.tasks.map(\.id))
    let known = Dictionary(old.tasks.map { ($0.id, $0) }) { first, _ in first }
    let (isOld, isNew) = (Set(oldIDs), Set(newIDs))
    guard isOld.count == oldIDs.count, isNew.count == newIDs.count,
      oldIDs.filter(isNew.contains) == newIDs.filter(isOld.contains)
    else { return (self, other) }
    var needed: Set<String> = []
    for (front, id) in zip(oldIDs, oldIDs.dropFirst()) where !isNew.contains(id) { needed.insert(front) }
    for (front, id) in zip(newIDs, newIDs.dropFirst()) where !isOld.contains(id) { needed.insert(front) }
    let same = Set(new.tasks.lazy.filter { known[$0.id] == $0 }.map(\.id))
    func rest(_ tasks: [Task]) -> [Task] {
      tasks.compactMap { task in
        guard same.contains(task.id) else { return task }
        return needed.contains(task.id) ? Task(id: task.id, title: "") : nil
      }
    }
    old.tasks = rest(old.tasks)
    new.tasks = rest(new.tasks)
    return (.campaign(old), .campaign(new))
  }

  /// Puts back what `value` leaves out: stamps of tasks that the edits do not touch stay as they were.
  private func stamped(_ stamp: Stamp, after file: StoredFile?, _ edits: [JSONEdit]) -> StoredFile {
    guard case .campaign(var campaign) = self else { return self }
    campaign.changed = stamp
    var stamps: [String: Stamp] = [:]
    if case .campaign(let before)? = file {
      campaign.nextTask = max(campaign.nextTask, before.nextTask)
      for task in before.tasks { stamps[task.id] = task.changed }
    }
    let touched = Set(edits.compactMap { $0.path.first == "tasks" && $0.path.count > 1 ? $0.path[1] : nil })
    let isList = edits.contains { $0.path == ["tasks"] }
    // A file that comes brings them along.
    let isWhole = edits.contains { $0.path.isEmpty }
    for place in campaign.tasks.indices {
      let id = campaign.tasks[place].id
      if !isWhole { campaign.tasks[place].changed = touched.contains(id) || isList ? stamp : stamps[id] }
      if let number = countedNumber(id.dropFirst(campaign.code.count + 1)) {
        campaign.nextTask = max(campaign.nextTask, number + 1)
      }
    }
    return .campaign(campaign)
  }
}

extension JSONValue {
  /// A campaign's value without the number of its next task.
  var withoutCounter: JSONValue {
    var value = self
    value["nextTask"] = nil
    return value
  }

  /// A campaign's value without the stamps of its tasks.
  var withoutStamps: JSONValue {
    guard case .array(let tasks)? = self["tasks"] else { return self }
    var value = self
    value["tasks"] = .array(
      tasks.map { task in
        var task = task
        task["changed"] = nil
        return task
      })
    return value
  }
}

extension [JSONEdit] {
  /// First and last day of an event change together: one of them taken back alone would make another stretch of it, or none.
  fileprivate func withWholeEvents(_ from: JSONValue, _ to: JSONValue) -> [JSONEdit] {
    func event(_ name: String, in value: JSONValue) -> JSONValue? {
      value["events"]?.items.first { $0.id == name }
    }
    var whole: Set<String> = []
    return compactMap { edit in
      guard edit.path.count > 2, edit.path[0] == "events" else { return edit }
      let name = edit.path[1]
      guard whole.insert(name).inserted else { return nil }
      return JSONEdit(path: ["events", name], before: event(name, in: from), after: event(name, in: to))
    }
  }
}
