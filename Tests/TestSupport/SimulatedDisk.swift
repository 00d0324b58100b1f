/// A disk in memory that tells what processes see from what outlasts a power cut. A value: a copy is another disk.
///
/// It promises no more than POSIX does: content lasts after an fsync of the file, names after one of their folder.
/// Without that each name and each piece of content may or may not be there afterwards, in any combination.
package struct SimulatedDisk: Hashable, Sendable {
  /// What stands under a name.
  package enum Entry: Hashable, Sendable {
    case file(Int)
    case folder(Int)
  }

  /// A file: what it holds, and how much of that lasts.
  package struct File: Hashable, Sendable {
    package var content: [UInt8] = []
    /// What was made durable last; empty where nothing was.
    var durable: [UInt8] = []
    /// What it held since then.
    var since: [[UInt8]] = []
    var mode: UInt32
    var changed = 0
  }

  struct Folder: Hashable, Sendable {
    var names: [String: Entry] = [:]
    var durable: [String: Entry] = [:]
    /// What was done to names since they were made durable; a rename is one step.
    var since: [[String: Entry?]] = []
  }

  private(set) var files: [Int: File] = [:]
  private(set) var folders: [Int: Folder] = [0: Folder()]
  private var last = 0

  /// A disk with nothing on it.
  package init() {}

  // MARK: Looking

  /// What stands at a path.
  package func entry(_ path: String) -> Entry? {
    var entry = Entry.folder(0)
    for name in path.split(separator: "/") {
      guard case .folder(let id) = entry, let next = folders[id]?.names[String(name)] else { return nil }
      entry = next
    }
    return entry
  }

  /// The file at a path.
  package func file(_ path: String) -> (id: Int, file: File)? {
    guard case .file(let id)? = entry(path), let file = files[id] else { return nil }
    return (id, file)
  }

  /// Names in a folder, sorted; nil where there is none.
  package func names(in path: String) -> [String]? {
    guard case .folder(let id)? = entry(path) else { return nil }
    return folders[id]?.names.keys.sorted()
  }

  /// All files below a folder, by path.
  package func contents(below path: String) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in names(in: path) ?? [] {
      let inner = "\(path)/\(name)"
      if let file = file(inner)?.file { found[inner] = file.content }
      found.merge(contents(below: inner)) { first, _ in first }
    }
    return found
  }

  // MARK: Changing what processes see

  /// Changes names of one folder in one step; answers whether the folder is there.
  package mutating func setNames(in path: String, _ names: [String: Entry?]) -> Bool {
    guard case .folder(let id)? = entry(path) else { return false }
    for (name, entry) in names { folders[id]?.names[name] = entry }
    folders[id]?.since.append(names)
    return true
  }

  /// A new file that has no name yet.
  package mutating func makeFile(mode: UInt32) -> Entry {
    last += 1
    files[last] = File(mode: mode)
    return .file(last)
  }

  /// A new folder that has no name yet.
  package mutating func makeFolder() -> Entry {
    last += 1
    folders[last] = Folder()
    return .folder(last)
  }

  /// Gives a file other content.
  package mutating func setContent(of id: Int, _ bytes: [UInt8]) {
    last += 1
    files[id]?.content = bytes
    files[id]?.since.append(bytes)
    files[id]?.changed = last
  }

  // MARK: Making durable

  /// Makes what a file holds durable.
  package mutating func syncFile(_ id: Int) {
    guard let content = files[id]?.content else { return }
    files[id]?.durable = content
    files[id]?.since = []
  }

  /// Makes what all files hold durable.
  package mutating func syncFiles() { for id in files.keys { syncFile(id) } }

  /// Makes the names in a folder durable.
  package mutating func syncFolder(_ path: String) {
    guard case .folder(let id)? = entry(path), let names = folders[id]?.names else { return }
    folders[id]?.durable = names
    folders[id]?.since = []
  }

  /// What of it outlasts a power cut.
  package enum Luck: Sendable {
    /// Only what was made durable.
    case nothingMore
    /// Everything: the cut came late enough.
    case everything
    /// Everything but that names were taken away: they come back.
    case everythingButRemovals
    /// Some of the rest, pieces of content included.
    case some(SeededNumbers)
  }

  /// The disk after a power cut.
  package func afterPowerCut(_ luck: Luck) -> SimulatedDisk {
    var result = self
    var luck = luck
    for id in folders.keys.sorted() {
      guard var folder = folders[id] else { continue }
      folder.names = folder.durable
      for step in folder.since where luck.keeps(step) {
        for (name, entry) in step { folder.names[name] = entry }
      }
      folder.durable = folder.names
      folder.since = []
      result.folders[id] = folder
    }
    for id in files.keys.sorted() {
      guard var file = files[id] else { continue }
      file.content = luck.content(of: file)
      file.durable = file.content
      file.since = []
      result.files[id] = file
    }
    return result
  }
}

extension SimulatedDisk.Luck {
  fileprivate mutating func keeps(_ step: [String: SimulatedDisk.Entry?]) -> Bool {
    switch self {
    case .nothingMore: return false
    case .everything: return true
    case .everythingButRemovals: return step.values.contains { $0 != nil }
    case .some(var numbers):
      let keeps = Bool.random(using: &numbers)
      self = .some(numbers)
      return keeps
    }
  }

  fileprivate mutating func content(of file: SimulatedDisk.File) -> [UInt8] {
    guard !file.since.isEmpty else { return file.durable }
    switch self {
    case .nothingMore: return file.durable
    case .everything, .everythingButRemovals: return file.content
    case .some(var numbers):
      defer { self = .some(numbers) }
      let states = [file.durable, file.content] + file.since
      guard let state = states.randomElement(using: &numbers) else { return file.content }
      return SimulatedDisk.Luck.pieces(of: state, over: file.durable, &numbers)
    }
  }

  /// A disk writes pieces in any order, and a file's size before or after them: what was not written is old, or zeros.
  private static func pieces(of new: [UInt8], over old: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
    var result = new
    let piece = [16, 64, 512, 4096].randomElement(using: &numbers) ?? 512
    for start in stride(from: 0, to: new.count, by: piece) where Int.random(in: 0..<3, using: &numbers) == 0 {
      for place in start..<min(start + piece, new.count) {
        result[place] = place < old.count ? old[place] : 0
      }
    }
    if new.count > old.count, Int.random(in: 0..<3, using: &numbers) == 0 {
      result.removeLast(Int.random(in: 0...(new.count - old.count), using: &numbers))
    }
    return result
  }
}
