import Campaigns
import PlacedJSON

/// How a file of an older format becomes one of ours. Reading does it in memory; the first change does it on the disk, after
/// a backup (`Store.migrate`).
enum Migration {
  /// Which file it is.
  enum Kind { case campaign, units, settings }

  /// A file of format `format`, as it is in ours.
  static func migrated(_ value: JSONValue, _ kind: Kind, from format: Int) -> JSONValue {
    var value = value
    for step in steps.dropFirst(max(0, format)) { step(&value, kind) }
    value["format"] = .integer(storeFormat)
    return value
  }

  /// One step for each format before ours, the oldest first: from 0 to 1, and so on.
  private static var steps: [(inout JSONValue, Kind) -> Void] { [completed] }

  /// Format 0 has no bookkeeping: a plan written by hand or by a script. It is completed, nothing else is changed.
  private static func completed(_ value: inout JSONValue, _ kind: Kind) {
    if value["revision"] == nil { value["revision"] = .integer(0) }
    guard kind == .campaign else { return }
    if value["state"] == nil { value["state"] = .string(Campaign.State.open.rawValue) }
    var highest = 0
    if case .array(let tasks)? = value["tasks"] {
      value["tasks"] = .array(
        tasks.map { task in
          var task = task
          if task["stage"] == nil { task["stage"] = .string(Stage.registered.rawValue) }
          if task["deadline"] == nil {
            task["deadline"] = .object(["kind": .string(DeadlineKind.none.rawValue), "text": .string("")])
          }
          let number = task["id"]?.text?.split(separator: "-").last.flatMap { countedNumber($0) } ?? 0
          highest = max(highest, number)
          return task
        })
    }
    if value["nextTask"] == nil { value["nextTask"] = .integer(highest + 1) }
  }
}

extension Store {
  /// Writes every file in the format of this program, in one command, after a backup. What cannot be read is left alone.
  func migrate(_ writer: Writer) throws(StoreError) -> Journal.End {
    _ = try backUp(writer)
    var steps: [FileStep] = []
    for name in try namesOfFiles().names where StoredFile.Kind(name: name) == .json {
      guard let bytes = try onFiles({ () throws(FileFailure) in try content(of: name) }),
        let reading = try? StoredFile.reading(named: name, bytes), reading.unknownKey == nil
      else { continue }
      var after = reading.value
      after.revision += 1
      // As whoever finishes it after a death would.
      after.stamp(writer.context.stamp)
      steps.append(FileStep(name: name, before: reading.value, after: after))
    }
    return try commit(steps, Deed(.migrate), writer).end
  }
}
