import CFiles
import Glibc

// What FileSystem asks for is documented in FileSystem.swift.

/// The machine's own file system.
package struct PosixFileSystem: FileSystem {
  /// The machine's file system.
  package init() {}

  package func read(_ path: String, atMost limit: Int) throws(FileFailure) -> [UInt8] {
    try read(path, last: .max, atMost: limit).bytes
  }

  package func readEnd(_ path: String, _ wanted: Int) throws(FileFailure) -> (bytes: [UInt8], size: Int) {
    try read(path, last: wanted, atMost: .max)
  }

  private func read(
    _ path: String, last wanted: Int, atMost limit: Int
  ) throws(FileFailure) -> (bytes: [UInt8], size: Int) {
    // Not blocking, so that a pipe put where a file is expected cannot stop the program. No symbolic link: where one
    // may stand, `resolved` comes first.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    let size = try regularSize(descriptor, path)
    guard size <= limit else { throw FileFailure(.tooLarge(limit: limit), path) }
    let start = wanted < size ? size - wanted : 0
    guard start == 0 || lseek(descriptor, start, SEEK_SET) == start else { throw failure(path) }
    var bytes = [UInt8](repeating: 0, count: size - start + 1)
    var count = 0
    while true {
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(4_096, count))) }
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { Glibc.read(descriptor, $0 + count, buffer.count - count) } ?? 0
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(path) }
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(bytes.count - count)
    return (bytes, start + count)
  }

  package func names(in folder: String) throws(FileFailure) -> [String] {
    guard let stream = opendir(folder) else { throw failure(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      // No entry is the end, or a failure; only errno tells.
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw failure(folder) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  package func status(_ path: String) throws(FileFailure) -> FileStatus? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(path)
    }
    return FileStatus(
      mode: status.st_mode & 0o7777, group: status.st_gid, isFolder: status.st_mode & S_IFMT == S_IFDIR,
      // A clock far beyond all reason wraps around: it only tells one state from another.
      changed: status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec, size: Int(status.st_size),
      number: UInt64(status.st_ino))
  }

  package func resolved(_ path: String) throws(FileFailure) -> String {
    guard let real = realpath(path, nil) else {
      if errno == ENOENT { return path }
      throw failure(path)
    }
    defer { free(real) }
    return String(cString: real)
  }

  package func writeNew(
    _ path: String, _ bytes: [UInt8], mode: UInt32, group: UInt32?, like model: String
  ) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    // The group first: changing it can take mode bits away. Only a member of the group may give it; a store shared
    // by nobody else works without.
    if let group { _ = fchown(descriptor, uid_t.max, group) }
    guard fchmod(descriptor, mode) == 0, cfiles_copy_access(model, descriptor) == 0 else {
      throw failure(path)
    }
    try write(bytes, to: descriptor, at: 0, path)
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  package func append(_ path: String, _ bytes: [UInt8], at offset: Int) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard try regularSize(descriptor, path) == offset else { throw FileFailure(.changed, path) }
    try write(bytes, to: descriptor, at: offset, path)
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  package func truncate(_ path: String, to size: Int) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    _ = try regularSize(descriptor, path)
    guard ftruncate(descriptor, size) == 0, fsync(descriptor) == 0 else { throw failure(path) }
  }

  package func share(_ path: String, mode: UInt32, group: UInt32) throws(FileFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    _ = try regularSize(descriptor, path)
    guard fchown(descriptor, uid_t.max, group) == 0, fchmod(descriptor, mode) == 0 else {
      throw failure(path)
    }
  }

  /// The size of an open file, which must be a regular one.
  fileprivate func regularSize(_ descriptor: Int32, _ path: String) throws(FileFailure) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileFailure(.notRegular, path) }
    return Int(status.st_size)
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32, at offset: Int, _ path: String)
    throws(FileFailure)
  {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { pwrite(descriptor, $0 + written, buffer.count - written, offset + written) }
          ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      written += count
    }
  }

  package func rename(_ path: String, to target: String, replacing: Bool) throws(FileFailure) {
    let result = replacing ? Glibc.rename(path, target) : cfiles_rename_new(path, target)
    guard result == 0 else { throw failure(target) }
  }

  package func remove(_ path: String) throws(FileFailure) {
    guard unlink(path) == 0 else { throw failure(path) }
  }

  package func makeFolder(_ path: String, like model: String?) throws(FileFailure) {
    if try status(path)?.isFolder == true { return }
    var parent = path
    while parent.count > 1, parent.hasSuffix("/") { parent.removeLast() }
    parent = parent.lastIndex(of: "/").map { String(parent[..<$0]) } ?? "."
    if parent.isEmpty { parent = "/" }
    if try status(parent) == nil { try makeFolder(parent, like: nil) }
    guard mkdir(path, 0o777) == 0 else { throw failure(path) }
    if let model, let wanted = try status(model) {
      _ = chown(path, uid_t.max, wanted.group)
      guard chmod(path, wanted.mode) == 0 else { throw failure(path) }
    }
    // A folder that may not be read cannot be made durable by us.
    try? syncFolder(parent)
  }

  package func syncFolder(_ path: String) throws(FileFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(path) }
  }

  package func lock(_ path: String, waiting milliseconds: Int, holder: String) throws(FileFailure)
    -> any FileLock
  {
    while true {
      let (descriptor, isNew) = try lockFile(path)
      let words: [UInt8]
      do throws(FileFailure) {
        words = try wait(for: descriptor, path, milliseconds)
        // Taken away or replaced since it was opened, it locks nobody out any more.
        guard try isStill(descriptor, path) else {
          close(descriptor)
          continue
        }
      } catch {
        close(descriptor)
        throw error
      }
      let note = String(decoding: words, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      let lock = PosixLock(
        files: self, path: path, descriptor: descriptor, isNew: isNew, holder: holder,
        note: note.count > 1 ? String(note[1]) : "")
      lock.leave(note: lock.note)
      return lock
    }
  }

  /// Waits until the lock on an open file is ours, as `FileSystem.lock` says. Answers what stands in the file.
  fileprivate func wait(
    for descriptor: Int32, _ path: String, _ milliseconds: Int
  ) throws(FileFailure) -> [UInt8] {
    // A stopped holder is waited for briefly, a queue of busy ones longer: whenever the holder is another one, the wait
    // begins anew, up to a limit.
    let began = now()
    var (last, since) = ([UInt8](), began)
    while cfiles_lock(descriptor) != 0 {
      guard errno == EAGAIN || errno == EACCES || errno == EINTR else { throw failure(path) }
      let words = content(of: descriptor)
      if words != last { (last, since) = (words, now()) }
      guard now() - since < milliseconds, now() - began < milliseconds * 15 else {
        let name = String(decoding: last.prefix(200), as: UTF8.self).prefix { $0 != "\n" }
        throw FileFailure(.busy(holder: name.isEmpty ? nil : String(name)), path)
      }
      var pause = timespec(tv_sec: 0, tv_nsec: 1_000_000)
      nanosleep(&pause, nil)
    }
    return content(of: descriptor)
  }

  /// Whether an open file is the one that stands at a path.
  fileprivate func isStill(_ descriptor: Int32, _ path: String) throws(FileFailure) -> Bool {
    var (opened, standing) = (stat(), stat())
    guard fstat(descriptor, &opened) == 0 else { throw failure(path) }
    guard lstat(path, &standing) == 0 else {
      if errno == ENOENT { return false }
      throw failure(path)
    }
    return opened.st_dev == standing.st_dev && opened.st_ino == standing.st_ino
  }

  private func now() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }

  private func content(of descriptor: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1_024)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return Array(bytes.prefix(max(0, count)))
  }

  /// The lock's file, made where it is missing, for everybody who may write in its folder. No symbolic link: what it
  /// leads to would be overwritten.
  private func lockFile(_ path: String) throws(FileFailure) -> (Int32, isNew: Bool) {
    let existing = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    if existing >= 0 {
      do throws(FileFailure) {
        // Empty: who made it may have died before others could open it.
        if try regularSize(existing, path) == 0 { try share(existing, path) }
      } catch {
        close(existing)
        throw error
      }
      return (existing, false)
    }
    if errno == ELOOP, try status(path) == nil {
      // A link that leads nowhere is nobody's lock.
      try remove(path)
      errno = ENOENT
    }
    guard errno == ENOENT else { throw failure(path) }
    let made = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard made >= 0 else { throw failure(path) }
    do throws(FileFailure) { try share(made, path) } catch {
      close(made)
      throw error
    }
    return (made, true)
  }

  /// Gives a file of ours to everybody who may write in its folder.
  private func share(_ descriptor: Int32, _ path: String) throws(FileFailure) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
      let around = try self.status(parent(of: path))
    else { return }
    _ = fchown(descriptor, uid_t.max, around.group)
    guard fchmod(descriptor, around.mode & 0o666) == 0 else { throw failure(path) }
  }

  fileprivate func failure(_ path: String) -> FileFailure {
    let number = errno
    let kind: FileFailure.Kind =
      switch number {
      case ENOENT, ENOTDIR: .missing
      case EEXIST: .exists
      case EACCES, EPERM, EROFS: .denied
      case ENOSPC, EDQUOT: .full
      case EISDIR: .notRegular
      case ELOOP: .link
      default: .other
      }
    return FileFailure(kind, path, number: number)
  }
}

private final class PosixLock: FileLock {
  private let files: PosixFileSystem
  private let path: String
  private let descriptor: Int32
  let isNew: Bool
  private let holder: String
  let note: String
  private var left: String
  private var held: [(descriptor: Int32, path: String)] = []

  init(
    files: PosixFileSystem, path: String, descriptor: Int32, isNew: Bool, holder: String, note: String
  ) {
    self.files = files
    self.path = path
    self.descriptor = descriptor
    self.isNew = isNew
    self.holder = holder
    (self.note, left) = (note, note)
  }

  func leave(note: String) {
    left = note
    write(holder)
  }

  /// Who holds the lock is a courtesy to those who wait; the lock itself does not depend on it.
  private func write(_ holder: String) {
    // A name cannot say where the journal ends.
    let name = holder.split(whereSeparator: \.isNewline).joined(separator: " ")
    let words = Array((name + "\n" + left + "\n").utf8)
    _ = words.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    _ = ftruncate(descriptor, words.count)
  }

  func hold(_ path: String, waiting milliseconds: Int) throws(FileFailure) {
    let opened = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard opened >= 0 else { throw files.failure(path) }
    held.append((opened, path))
    _ = try files.regularSize(opened, path)
    do throws(FileFailure) { _ = try files.wait(for: opened, path, milliseconds) } catch {
      // What stands in it names nobody.
      if case .busy = error.kind { throw FileFailure(.busy(holder: nil), path) }
      throw error
    }
    guard try files.isStill(opened, path) else { throw FileFailure(.changed, path) }
  }

  func stands() throws(FileFailure) -> Bool {
    for file in held + [(descriptor, path)] {
      guard try files.isStill(file.descriptor, file.path) else { return false }
    }
    return true
  }

  func unlock() {
    // Nobody is to be told of a holder who is gone.
    write("")
    for file in held { close(file.descriptor) }
    close(descriptor)
  }
}
