import Campaigns
import PlacedJSON

/// What a record left in the files, looked up by place: whether a later command stands in the way of taking it back.
struct Traces {
  /// A task, unit or phase in a file.
  private struct Element: Hashable {
    var file: String
    var list: String
    var id: String
  }

  private var byElement: [Element: [JSONEdit]] = [:]
  /// Edits of a whole file, or of something at its top.
  private var shallow: [(file: String, edit: JSONEdit)] = []
  /// Ids of units and phases that it gave something to.
  private var mentioned: [String: (file: String, edit: JSONEdit)] = [:]

  init(of record: JournalRecord) {
    for change in record.files {
      for edit in change.edits {
        if edit.path.count > 1 {
          let element = Element(file: change.file, list: edit.path[0], id: edit.path[1])
          byElement[element, default: []].append(edit)
        } else {
          shallow.append((change.file, edit))
        }
        for word in edit.path + (edit.before?.words ?? []) + (edit.after?.words ?? []) {
          mentioned[word] = (change.file, edit)
        }
      }
    }
  }

  /// The edit, with its file, that a later command stands in the way of: it changed the same, went on from a state, or made or
  /// took away a unit or phase under an id that the record speaks of.
  func edit(touchedBy later: JournalRecord) -> (JSONEdit, file: String)? {
    for change in later.files {
      for theirs in change.edits {
        if theirs.path.count > 1 {
          let element = Element(file: change.file, list: theirs.path[0], id: theirs.path[1])
          let command = later.command
          if let mine = byElement[element]?.first(where: { $0.touches(theirs) || command.rests(on: $0) }) {
            return (mine, change.file)
          }
        } else if let mine = byElement.first(where: {
          $0.key.file == change.file && (theirs.path.isEmpty || theirs.path[0] == $0.key.list)
        })?.value.first {
          return (mine, change.file)
        }
        if let mine = shallow.first(where: { $0.file == change.file && $0.edit.touches(theirs) }) {
          return (mine.edit, mine.file)
        }
        if theirs.path.count == 2, theirs.before == nil || theirs.after == nil,
          change.file == "units.json" || theirs.path[0] == "phases", let mine = mentioned[theirs.path[1]],
          change.file == "units.json" || change.file == mine.file
        {
          return (mine.edit, mine.file)
        }
      }
    }
    return nil
  }
}

extension JournalCommand {
  /// Whether it rests on what an edit made: who says how far a task has come rests on how far it was, who asks for more
  /// time or decides on it on the deadline and on what was asked before, the number of a chase on those before it.
  fileprivate func rests(on edit: JSONEdit) -> Bool {
    switch self {
    case .report, .record, .complete, .submit, .sendBack, .strikeOff, .reopen, .suspend, .cancel: edit.isState
    // What it was split into has all of it.
    case .split: true
    case .extend, .approveExtension, .refuseExtension: edit.isDeadline
    case .remind: edit.isChase
    default: false
    }
  }
}

extension JSONEdit {
  /// Whether it changes how far a task has come.
  fileprivate var isState: Bool {
    path.count > 2 && path[0] == "tasks"
      && ["stage", "percent", "completion", "strikeOff", "members", "suspendedFrom", "returns", "assigned"]
        .contains(path[2])
  }

  /// Whether it tells of a chase.
  fileprivate var isChase: Bool {
    path.count == 4 && path[0] == "tasks" && path[2] == "log" && (after ?? before)?["kind"]?.text == "chase"
  }

  /// Whether it changes until when a task is to be done.
  fileprivate var isDeadline: Bool {
    path.count > 2 && path[0] == "tasks" && ["deadline", "extensions"].contains(path[2])
  }
}

extension JSONValue {
  /// Every text in it.
  fileprivate var words: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let items): items.flatMap(\.words)
    case .object(let members): members.values.flatMap(\.words)
    default: []
    }
  }
}
