/// A value to which edits are applied one after another. The elements of a list that is at hand in it (the tasks of a plan,
/// the units) are found by their ids at once, so that thousands of edits cost thousands of steps.
package struct EditedValue {
  /// The value without the lists that are open.
  private var rest: JSONValue?
  private var lists: [String: OpenList] = [:]

  private struct OpenList {
    var ids: [String]
    var items: [String: JSONValue]
  }

  /// A value; nil is none.
  package init(_ value: JSONValue?) { rest = value }

  /// The value as it is now.
  package var value: JSONValue? {
    var value = rest
    // A list without elements is left out of our files.
    for (key, list) in lists where !list.ids.isEmpty {
      value?[key] = .array(list.ids.compactMap { list.items[$0] })
    }
    return value
  }

  /// Applies edits in their order.
  /// - Throws: `EditConflict` where something is not as an edit found it; what came before it has been applied.
  package mutating func apply(_ edits: [JSONEdit]) throws(EditConflict) {
    for edit in edits { try apply(edit) }
  }

  /// Applies those edits that find what they expect.
  package mutating func applyWhereTheyFit(_ edits: [JSONEdit]) {
    for edit in edits { try? apply(edit) }
  }

  private mutating func apply(_ edit: JSONEdit) throws(EditConflict) {
    guard edit.path.count > 1, open(edit.path[0]) else {
      close()
      rest = try edit.applied(to: rest, edit.path[...])
      return
    }
    let (key, id) = (edit.path[0], edit.path[1])
    let found = lists[key]?.items[id]
    guard edit.path.count == 2 else {
      guard let found else { throw EditConflict(edit: edit) }
      lists[key]?.items[id] = try edit.applied(to: found, edit.path[2...])
      return
    }
    guard found == edit.before, edit.after == nil || edit.after?.id == id else {
      throw EditConflict(edit: edit)
    }
    lists[key]?.items[id] = edit.after
    if edit.after == nil {
      lists[key]?.ids.removeAll { $0 == id }
    } else if found == nil {
      let place = place(behind: edit.behind, in: lists[key]?.ids ?? [])
      lists[key]?.ids.insert(id, at: place)
    }
  }

  private func place(behind front: String?, in ids: [String]) -> Int {
    guard let front else { return 0 }
    if ids.last == front { return ids.count }
    return ids.firstIndex(of: front).map { $0 + 1 } ?? ids.count
  }

  /// Opens a list whose elements all have an id of their own; one that is not there yet is empty.
  private mutating func open(_ key: String) -> Bool {
    if lists[key] != nil { return true }
    guard case .object(let members)? = rest else { return false }
    var items: [JSONValue] = []
    switch members[key] {
    case .array(let found)?: items = found
    case nil: break
    default: return false
    }
    guard let ids = items.distinctIDs else { return false }
    lists[key] = OpenList(ids: ids, items: Dictionary(uniqueKeysWithValues: zip(ids, items)))
    rest?[key] = nil
    return true
  }

  private mutating func close() {
    rest = value
    lists = [:]
  }
}
