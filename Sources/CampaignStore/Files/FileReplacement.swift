extension FileSystem {
  /// Puts new content in a file's place in one step that lasts: a new file beside it, made durable, renamed over the
  /// old one, and the folder made durable. Mode, group and a symbolic link are kept; a new file takes them from its
  /// folder. The caller holds the lock.
  package func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
    try put(path, bytes, replacing: true)
  }

  /// The same for a file that is not there yet; refused where it is.
  func make(_ path: String, _ bytes: [UInt8]) throws(FileFailure) { try put(path, bytes, replacing: false) }

  /// Writes new content, that comes piece by piece, beside a file and makes it durable.
  func stage(
    _ path: String, _ content: (Sink) throws(FileFailure) -> Void
  ) throws(FileFailure) -> StagedFile {
    try stage(
      path,
      writing: { file throws(FileFailure) in
        try writeNew(file.path, mode: file.mode, group: file.group, like: file.target, content)
      })
  }

  private func put(_ path: String, _ bytes: [UInt8], replacing: Bool) throws(FileFailure) {
    try put(stage(path, bytes, isDurable: true), replacing: replacing)
  }

  /// Puts what was staged in its place; nothing of it is left where that fails.
  func put(_ staged: StagedFile, replacing: Bool) throws(FileFailure) {
    do throws(FileFailure) {
      try rename(staged.temporary, to: staged.target, replacing: replacing)
    } catch {
      try? remove(staged.temporary)
      throw error
    }
    try syncFolder(parent(of: staged.target))
  }

  /// Writes new content beside files and makes it durable, that of many in one go; nothing of it is left where that fails.
  func stage(_ contents: [(path: String, bytes: [UInt8])]) throws(FileFailure) -> [StagedFile] {
    var staged: [StagedFile] = []
    do throws(FileFailure) {
      // Of a few the disk is waited for one by one: what others write to it meanwhile is not their business.
      let isOneByOne = contents.count < 8 || !contents.allSatisfy { maySyncAll($0.path) }
      for (path, bytes) in contents { staged.append(try stage(path, bytes, isDurable: isOneByOne)) }
      if !isOneByOne {
        for folder in Set(staged.map { parent(of: $0.target) }).sorted() { try syncAll(on: folder) }
      }
    } catch {
      for file in staged { try? remove(file.temporary) }
      throw error
    }
    return staged
  }

  private func stage(_ path: String, _ bytes: [UInt8], isDurable: Bool) throws(FileFailure) -> StagedFile {
    try stage(
      path,
      writing: { file throws(FileFailure) in
        try writeNew(
          file.path, bytes, isDurable: isDurable, mode: file.mode, group: file.group, like: file.target)
      })
  }

  private func stage(
    _ path: String,
    writing write: ((path: String, mode: UInt32, group: UInt32?, target: String)) throws(FileFailure) -> Void
  ) throws(FileFailure) -> StagedFile {
    let target = try resolved(path)
    let folder = parent(of: target)
    let (mode, group) = try modeAndGroup(for: target, in: folder)
    guard try mayReplace(target) else { throw FileFailure(.denied, target) }
    var temporary = "\(folder)/\(temporaryPrefix)\(name(of: target))"
    // What a dead writer left, or somebody put there, may not be ours to remove.
    while try isTaken(temporary) { temporary += "-" }
    do throws(FileFailure) { try write((temporary, mode, group, target)) } catch {
      try? remove(temporary)
      throw error
    }
    return StagedFile(temporary: temporary, target: target)
  }

  /// Whether something stands at a path for a new file that cannot be taken away.
  private func isTaken(_ path: String) throws(FileFailure) -> Bool {
    do throws(FileFailure) { try remove(path) } catch {
      switch error.kind {
      case .missing: return false
      case .denied, .notRegular: return true
      case .exists, .full, .busy, .other, .tooLarge, .changed, .link, .outside: throw error
      }
    }
    return false
  }

  /// Removes what a writer that died left behind. Only for the holder of the lock: nobody else writes then.
  func removeLeftovers(in folder: String) {
    for name in (try? names(in: folder)) ?? [] where name.hasPrefix(temporaryPrefix) {
      try? remove("\(folder)/\(name)")
    }
  }

  private func modeAndGroup(for target: String, in folder: String) throws(FileFailure) -> (UInt32, UInt32?) {
    if let status = try status(target) { return (status.mode, status.group) }
    guard let around = try status(folder) else { throw FileFailure(.missing, folder) }
    return (around.mode & 0o666, around.group)
  }
}

/// New content that is durable but not yet in its place.
struct StagedFile {
  var temporary: String
  var target: String
}

let temporaryPrefix = ".duban-new-"

/// The folder that a path is in.
func parent(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

private func name(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
}
