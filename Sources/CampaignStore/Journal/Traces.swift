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
          let basis = later.command.traits.restsOn
          if let mine = byElement[element]?.first(where: { $0.touches(theirs) || basis.isChanged(by: $0) }) {
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

extension Act.Basis {
  /// Whether an edit changed it.
  fileprivate func isChanged(by edit: JSONEdit) -> Bool {
    guard edit.path.count > 2, edit.path[0] == "tasks" else { return self == .everything }
    let field = edit.path[2]
    return switch self {
    case .nothing: false
    case .state:
      ["stage", "percent", "completion", "strikeOff", "members", "suspendedFrom", "returns", "assigned"]
        .contains(field)
    case .deadline: field == "deadline" || field == "extensions"
    case .chases:
      field == "log" && edit.path.count == 4
        && (edit.after ?? edit.before)?["kind"]?.text == LogEntry.Kind.Name.chase.rawValue
    case .everything: true
    }
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
