import CampaignStore
import Synchronization

/// A file system over a simulated disk in which one step goes wrong. Every system call that the real one would make is
/// a step: a new file is made, written in two halves and made durable.
package final class SimulatedFiles: FileSystem {
  /// What goes wrong, and at which step.
  package struct Fault: Sendable {
    /// How it goes wrong.
    package enum Kind: Equatable, Sendable {
      /// This step fails, and none after it.
      case once(FileFailure.Kind)
      /// This step fails and all like it: the disk is full, or gone.
      case fromThenOn(FileFailure.Kind)
      /// The program dies before this step.
      case death
    }
    /// The number of the step, from 0.
    package var step: Int
    /// How it goes wrong.
    package var kind: Kind

    /// A fault at a step.
    package init(step: Int, kind: Kind) { (self.step, self.kind) = (step, kind) }
  }

  /// What a step does: failures differ by it.
  package enum Step: Sendable { case look, fill, change }

  fileprivate struct State {
    var disk: SimulatedDisk
    var fault: Fault?
    var steps: [(what: String, kind: Step)] = []
    var isDead = false
    var locked: Set<String> = []
  }

  fileprivate let state: Mutex<State>

  /// The files of a disk, with a fault where one is wanted.
  package init(_ disk: SimulatedDisk, _ fault: Fault? = nil) {
    state = Mutex(State(disk: disk, fault: fault))
  }

  /// The disk as it is now.
  package var disk: SimulatedDisk { state.withLock { $0.disk } }
  /// Every step that was made, in order: `read /srv/duban/store.json`.
  package var steps: [(what: String, kind: Step)] { state.withLock { $0.steps } }
  /// Whether the program died.
  package var isDead: Bool { state.withLock { $0.isDead } }

  private func does<T: Sendable>(_ body: (inout State) throws(FileFailure) -> T) throws(FileFailure) -> T {
    try state.withLock { state throws(FileFailure) in try body(&state) }
  }

  package func read(_ path: String, atMost limit: Int) throws(FileFailure) -> [UInt8] {
    try does { state throws(FileFailure) in
      try state.step("read", path, .look)
      let content = try state.existing(path).file.content
      guard content.count <= limit else { throw FileFailure(.tooLarge(limit: limit), path) }
      return content
    }
  }

  package func readEnd(_ path: String, _ count: Int) throws(FileFailure) -> (bytes: [UInt8], size: Int) {
    let bytes = try read(path, atMost: .max)
    return (bytes.suffix(count), bytes.count)
  }

  package func read(_ path: String, from offset: Int, count: Int) throws(FileFailure) -> [UInt8] {
    Array(try read(path, atMost: .max).dropFirst(offset).prefix(count))
  }

  package func writeNew(
    _ path: String, mode: UInt32, group: UInt32?, like model: String,
    _ content: (Sink) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    var bytes: [UInt8] = []
    try content { piece in bytes += piece }
    try writeNew(path, bytes, isDurable: true, mode: mode, group: group, like: model)
  }

  package func names(in folder: String) throws(FileFailure) -> [String] {
    try does { state throws(FileFailure) in
      try state.step("names", folder, .look)
      guard let names = state.disk.names(in: folder) else { throw FileFailure(.missing, folder) }
      return names
    }
  }

  package func status(_ path: String) throws(FileFailure) -> FileStatus? {
    try does { state throws(FileFailure) in
      try state.step("status", path, .look)
      switch state.disk.entry(path) {
      case .folder(let id)?:
        return FileStatus(
          mode: 0o755, group: 0, isFolder: true, changed: 0, touched: 0, size: 0, number: UInt64(id))
      case .file(let id)?:
        guard let file = state.disk.files[id] else { return nil }
        return FileStatus(
          mode: file.mode, group: 0, isFolder: false, changed: file.changed, touched: file.changed,
          size: file.content.count, number: UInt64(id))
      case nil: return nil
      }
    }
  }

  package func isRemote(_ path: String) -> Bool { false }

  package func resolved(_ path: String) throws(FileFailure) -> String { path }

  package func writeNew(
    _ path: String, _ bytes: [UInt8], isDurable: Bool, mode: UInt32, group: UInt32?, like model: String
  ) throws(FileFailure) {
    try does { state throws(FileFailure) in
      try state.step("make", path, .fill)
      guard state.disk.entry(path) == nil else { throw FileFailure(.exists, path) }
      let entry = state.disk.makeFile(mode: mode)
      try state.set([name(of: path): entry], in: folder(of: path))
      let id = try state.existing(path).id
      try state.write(bytes, to: id, at: 0, path, isDurable: isDurable)
    }
  }

  package func maySyncAll(_ path: String) -> Bool { true }

  package func syncAll(on folder: String) throws(FileFailure) {
    try does { state throws(FileFailure) in
      try state.step("sync all", folder, .change)
      state.disk.syncFiles()
    }
  }

  package func append(_ path: String, _ bytes: [UInt8], at offset: Int) throws(FileFailure) {
    try does { state throws(FileFailure) in
      try state.step("open", path, .look)
      guard try state.existing(path).file.content.count == offset else { throw FileFailure(.changed, path) }
      try state.write(bytes, to: state.existing(path).id, at: offset, path)
    }
  }

  package func truncate(_ path: String, to size: Int) throws(FileFailure) {
    try does { state throws(FileFailure) in
      try state.step("cut", path, .change)
      let (id, file) = try state.existing(path)
      if file.content.count != size { state.disk.setContent(of: id, file.content.resized(to: size)) }
      try state.step("sync", path, .change)
      state.disk.syncFile(id)
    }
  }

  package func share(_ path: String, mode: UInt32, group: UInt32) throws(FileFailure) {
    try does { state throws(FileFailure) in
      try state.step("share", path, .change)
      _ = try state.existing(path)
    }
  }

  package func rename(_ path: String, to target: String, replacing: Bool) throws(FileFailure) {
    try does { state throws(FileFailure) in
      try state.step("rename", target, .change)
      guard replacing || state.disk.entry(target) == nil else { throw FileFailure(.exists, target) }
      let id = try state.existing(path).id
      guard folder(of: path) == folder(of: target) else { throw FileFailure(.other, path) }
      try state.set([name(of: path): nil, name(of: target): .file(id)], in: folder(of: path))
    }
  }

  package func mayReplace(_ path: String) throws(FileFailure) -> Bool { true }

  package func remove(_ path: String) throws(FileFailure) {
    try does { state throws(FileFailure) in
      _ = try state.existing(path)
      try state.step("remove", path, .change)
      try state.set([name(of: path): nil], in: folder(of: path))
    }
  }

  package func makeFolder(_ path: String, like model: String?) throws(FileFailure) {
    try does { state throws(FileFailure) in
      try state.step("status", path, .look)
      guard state.disk.names(in: path) == nil else { return }
      try state.step("make folder", path, .fill)
      let entry = state.disk.makeFolder()
      try state.set([name(of: path): entry], in: folder(of: path))
      // As the real one, it goes on where this fails.
      do throws(FileFailure) { try state.step("sync folder", folder(of: path), .change) } catch { return }
      state.disk.syncFolder(folder(of: path))
    }
  }

  package func syncFolder(_ path: String) throws(FileFailure) {
    try does { state throws(FileFailure) in
      try state.step("sync folder", path, .change)
      guard state.disk.names(in: path) != nil else { throw FileFailure(.missing, path) }
      state.disk.syncFolder(path)
    }
  }

  package func lock(_ path: String, waiting: Int, holder: String) throws(FileFailure) -> any FileLock {
    let (note, isNew) = try does { state throws(FileFailure) -> (String, Bool) in
      try state.step("lock", path, .look)
      guard !state.locked.contains(path) else { throw FileFailure(.busy(holder: nil), path) }
      let isNew = state.disk.entry(path) == nil
      if isNew {
        try state.step("make", path, .fill)
        let entry = state.disk.makeFile(mode: 0o644)
        try state.set([name(of: path): entry], in: folder(of: path))
      }
      state.locked.insert(path)
      let words = String(decoding: try state.existing(path).file.content, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      return (words.count > 1 ? String(words[1]) : "", isNew)
    }
    let lock = SimulatedLock(files: self, path: path, isNew: isNew, holder: holder, note: note)
    lock.leave(note: note)
    return lock
  }
}

private struct SimulatedLock: FileLock {
  let files: SimulatedFiles
  let path: String
  let isNew: Bool
  let holder: String
  let note: String

  /// Two system calls, as the real one makes them; neither says that it failed.
  func leave(note: String) {
    let bytes = Array((holder + "\n" + note + "\n").utf8)
    files.state.withLock { state in
      guard let (id, file) = state.disk.file(path) else { return }
      let rest = file.content.dropFirst(bytes.count)
      if (try? state.step("write", path, .fill)) != nil { state.disk.setContent(of: id, bytes + rest) }
      guard let now = state.disk.file(path)?.file.content, now.count != bytes.count else { return }
      if (try? state.step("cut", path, .change)) != nil {
        state.disk.setContent(of: id, now.resized(to: bytes.count))
      }
    }
  }

  func hold(_ path: String, waiting milliseconds: Int) throws(FileFailure) {
    try files.state.withLock { state throws(FileFailure) in
      try state.step("hold", path, .look)
      _ = try state.existing(path)
    }
  }

  func stands() throws(FileFailure) -> Bool { true }

  func unlock() { files.state.withLock { _ = $0.locked.remove(path) } }
}

extension SimulatedFiles.State {
  /// Counts a step; fails where it is its turn.
  fileprivate mutating func step(_ what: String, _ path: String, _ kind: SimulatedFiles.Step)
    throws(FileFailure)
  {
    if isDead { throw FileFailure(.other, path, number: 5) }
    let number = steps.count
    steps.append(("\(what) \(path)", kind))
    guard let fault, number >= fault.step else { return }
    switch fault.kind {
    case .once(let failure):
      if number == fault.step { throw FileFailure(failure, path) }
    case .fromThenOn(let failure):
      // A full disk can still be read and emptied.
      let isHit = failure == .full ? kind == .fill : kind != .look
      if isHit { throw FileFailure(failure, path) }
    case .death:
      isDead = true
      throw FileFailure(.other, path, number: 5)
    }
  }

  fileprivate func existing(_ path: String) throws(FileFailure) -> (id: Int, file: SimulatedDisk.File) {
    guard let found = disk.file(path) else {
      throw FileFailure(disk.entry(path) == nil ? .missing : .notRegular, path)
    }
    return found
  }

  fileprivate mutating func set(_ names: [String: SimulatedDisk.Entry?], in folder: String)
    throws(FileFailure)
  {
    guard disk.setNames(in: folder, names) else { throw FileFailure(.missing, folder) }
  }

  fileprivate mutating func write(
    _ bytes: [UInt8], to id: Int, at offset: Int, _ path: String, isDurable: Bool = true
  ) throws(FileFailure) {
    for part in [0..<bytes.count / 2, bytes.count / 2..<bytes.count] {
      try step("write", path, .fill)
      var content = disk.files[id]?.content.resized(to: max(offset, disk.files[id]?.content.count ?? 0)) ?? []
      let start = offset + part.lowerBound
      let end = min(content.count, start + part.count)
      content.replaceSubrange(start..<max(start, end), with: bytes[part])
      disk.setContent(of: id, content)
    }
    guard isDurable else { return }
    try step("sync", path, .change)
    disk.syncFile(id)
  }
}

extension [UInt8] {
  fileprivate func resized(to size: Int) -> [UInt8] {
    count >= size ? Array(prefix(size)) : self + [UInt8](repeating: 0, count: size - count)
  }
}

private func folder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
}

private func name(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}
