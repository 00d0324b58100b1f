extension Store {
  /// A folder of the store, symbolic links followed; nothing is looked for outside the store.
  func folder(_ name: String) throws(FileFailure) -> String {
    let found = try files.resolved("\(path)/\(name)")
    // What is missing leads nowhere.
    guard try files.status(found) != nil else { return found }
    guard try isInside(found) else { throw FileFailure(.outside, "\(path)/\(name)") }
    return found
  }

  /// Where a file of the store is, symbolic links followed, as long as they stay within the store.
  func place(of name: String) throws(FileFailure) -> String {
    guard let slash = name.lastIndex(of: "/") else { return try inside("\(path)/\(name)", else: name) }
    let folder = try folder(String(name[..<slash]))
    return try inside("\(folder)\(name[slash...])", else: name)
  }

  private func inside(_ place: String, else name: String) throws(FileFailure) -> String {
    let found = try files.resolved(place)
    if found == place { return found }
    guard try isInside(found) else { throw FileFailure(.outside, "\(path)/\(name)") }
    return found
  }

  private func isInside(_ place: String) throws(FileFailure) -> Bool {
    let root = try files.resolved(path)
    return place == root || place.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }
}
