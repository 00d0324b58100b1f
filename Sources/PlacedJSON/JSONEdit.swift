/// One difference between two JSON values: what stood at a place and what stands there now.
///
/// A place is named by keys, and in a list whose elements have an `id` or a `unit` by that: two people who change different
/// things of one task, or add a log entry each, do not stand in each other's way.
package struct JSONEdit: Hashable, Sendable {
  /// The way to the place; empty for the whole.
  package var path: [String]
  /// What stood there; nil: nothing.
  package var before: JSONValue?
  /// What stands there now; nil: nothing.
  package var after: JSONValue?
  /// Of an element that came or went: the id of the one in front of it; nil: it stood first, or is no element.
  package var behind: String?

  /// A difference.
  package init(path: [String], before: JSONValue?, after: JSONValue?, behind: String? = nil) {
    self.path = path
    self.before = before
    self.after = after
    self.behind = behind
  }

  /// What takes it back.
  package var inverse: JSONEdit { JSONEdit(path: path, before: after, after: before, behind: behind) }

  /// Whether both concern the same place, or one a place within the other's.
  package func touches(_ other: JSONEdit) -> Bool {
    zip(path, other.path).allSatisfy(==)
  }
}

/// That a value is not what an edit found there.
package struct EditConflict: Error, Hashable, Sendable {
  /// The edit that does not fit.
  package var edit: JSONEdit

  /// A conflict over an edit.
  package init(edit: JSONEdit) { self.edit = edit }
}

extension [JSONEdit] {
  /// What takes all of them back, in the order in which it can be done.
  package var inverse: [JSONEdit] { reversed().map(\.inverse) }

  /// What differs between two values. Nil stands for an absent one.
  package init(from before: JSONValue?, to after: JSONValue?, at path: [String] = []) {
    self = []
    guard before != after else { return }
    switch (before, after) {
    case (.object(let old)?, .object(let new)?):
      for key in Set(old.keys).union(new.keys).sorted() {
        self += [JSONEdit](from: old[key], to: new[key], at: path + [key])
      }
    case (.array?, .array?), (nil, .array?), (.array?, nil):
      if let edits = [JSONEdit](elementsOf: before?.items ?? [], after?.items ?? [], at: path) {
        self = edits
      } else {
        self = [JSONEdit(path: path, before: before, after: after)]
      }
    default: self = [JSONEdit(path: path, before: before, after: after)]
    }
  }

  /// Differences element by element; nil where elements have no ids of their own, or changed places.
  private init?(elementsOf old: [JSONValue], _ new: [JSONValue], at path: [String]) {
    guard !path.isEmpty, let oldIDs = old.distinctIDs, let newIDs = new.distinctIDs else { return nil }
    let (isOld, isNew) = (Set(oldIDs), Set(newIDs))
    guard oldIDs.filter(isNew.contains) == newIDs.filter(isOld.contains) else { return nil }
    self = []
    // The last one first, so that taking it back puts each behind one that is there already.
    for (place, id) in oldIDs.enumerated().reversed() where !isNew.contains(id) {
      let front = place > 0 ? oldIDs[place - 1] : nil
      append(JSONEdit(path: path + [id], before: old[place], after: nil, behind: front))
    }
    let known = Dictionary(uniqueKeysWithValues: zip(oldIDs, old))
    for (place, id) in newIDs.enumerated() {
      if let value = known[id] {
        self += [JSONEdit](from: value, to: new[place], at: path + [id])
      } else {
        let front = place > 0 ? newIDs[place - 1] : nil
        append(JSONEdit(path: path + [id], before: nil, after: new[place], behind: front))
      }
    }
  }

  /// The value after these edits.
  /// - Throws: `EditConflict` where something is not as an edit found it.
  package func applied(to value: JSONValue?) throws(EditConflict) -> JSONValue? {
    var edited = EditedValue(value)
    try edited.apply(self)
    return edited.value
  }
}

extension JSONEdit {
  func applied(to value: JSONValue?, _ rest: ArraySlice<String>) throws(EditConflict)
    -> JSONValue?
  {
    guard let step = rest.first else {
      guard value == before else { throw EditConflict(edit: self) }
      return after
    }
    switch value {
    case .object(var members)?:
      members[step] = try applied(to: members[step], rest.dropFirst())
      return .object(members)
    case .array(var items)?:
      if let place = items.firstIndex(where: { $0.id == step }) {
        if let changed = try applied(to: items[place], rest.dropFirst()) {
          items[place] = changed
        } else {
          items.remove(at: place)
        }
      } else {
        guard rest.count == 1, before == nil, let after else { throw EditConflict(edit: self) }
        items.insert(after, at: place(in: items))
      }
      // A list without elements is left out of our files.
      return items.isEmpty ? nil : .array(items)
    case nil where rest.count == 1 && before == nil && after?.id == step:
      return after.map { .array([$0]) }
    default: throw EditConflict(edit: self)
    }
  }

  private func place(in items: [JSONValue]) -> Int {
    guard let behind else { return 0 }
    return items.firstIndex { $0.id == behind }.map { $0 + 1 } ?? items.count
  }
}

extension [JSONValue] {
  /// The ids of elements that all have one of their own; nil where one has none, or two have the same.
  var distinctIDs: [String]? {
    let ids = compactMap(\.id)
    return ids.count == count && Set(ids).count == count ? ids : nil
  }
}

extension JSONEdit: Encodable {}

extension JSONEdit {
  /// An edit as a record says it.
  package init(_ json: JSONObject) throws(JSONError) {
    self.init(
      path: try json.texts("path"), before: try json.optionalValue("before"),
      after: try json.optionalValue("after"), behind: try json.optionalText("behind"))
  }
}
