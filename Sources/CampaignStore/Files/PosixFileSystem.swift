import Glibc

// What FileSystem asks for is documented in FileSystem.swift.

/// The machine's own file system.
package struct PosixFileSystem: FileSystem {
  /// The machine's file system.
  package init() {}

  package func read(_ path: String) throws(FileFailure) -> [UInt8] {
    try readEnd(path, .max).bytes
  }

  package func readEnd(_ path: String, _ wanted: Int) throws(FileFailure) -> (bytes: [UInt8], size: Int) {
    // Not blocking, so that a pipe put where a file is expected cannot stop the program. No symbolic link: where one
    // may stand, `resolved` comes first.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    let size = try regularSize(descriptor, path)
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
    while let entry = readdir(stream) {
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
      changed: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec, size: Int(status.st_size),
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

  package func writeNew(_ path: String, _ bytes: [UInt8], mode: UInt32, group: UInt32?) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    // The group first: changing it can take mode bits away. Only a member of the group may give it; a store shared
    // by nobody else works without.
    if let group { _ = fchown(descriptor, uid_t.max, group) }
    guard fchmod(descriptor, mode) == 0 else { throw failure(path) }
    try write(bytes, to: descriptor, at: 0, path)
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  package func append(_ path: String, _ bytes: [UInt8], at offset: Int) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    _ = try regularSize(descriptor, path)
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
  private func regularSize(_ descriptor: Int32, _ path: String) throws(FileFailure) -> Int {
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

  package func rename(_ path: String, to target: String) throws(FileFailure) {
    guard Glibc.rename(path, target) == 0 else { throw failure(target) }
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
    let (descriptor, isNew) = try lockFile(path)
    // A stopped holder is waited for briefly, a queue of busy ones longer: whenever the holder is another one, the wait
    // begins anew, up to a limit.
    let began = now()
    var (last, since) = ([UInt8](), began)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        defer { close(descriptor) }
        throw failure(path)
      }
      let words = content(of: descriptor)
      if words != last { (last, since) = (words, now()) }
      guard now() - since < milliseconds, now() - began < milliseconds * 15 else {
        close(descriptor)
        let name = String(decoding: last.prefix(200), as: UTF8.self).prefix { $0 != "\n" }
        throw FileFailure(.busy(holder: name.isEmpty ? nil : String(name)), path)
      }
      var pause = timespec(tv_sec: 0, tv_nsec: 1_000_000)
      nanosleep(&pause, nil)
    }
    let note = String(decoding: content(of: descriptor), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let lock = PosixLock(
      descriptor: descriptor, isNew: isNew, holder: holder, note: note.count > 1 ? String(note[1]) : "")
    lock.leave(note: lock.note)
    return lock
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

  private func failure(_ path: String) -> FileFailure {
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

private struct PosixLock: FileLock {
  let descriptor: Int32
  let isNew: Bool
  let holder: String
  let note: String

  /// Who holds the lock is a courtesy to those who wait; the lock itself does not depend on it.
  func leave(note: String) {
    // A name cannot say where the journal ends.
    let name = holder.split(whereSeparator: \.isNewline).joined(separator: " ")
    let words = Array((name + "\n" + note + "\n").utf8)
    _ = words.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    _ = ftruncate(descriptor, words.count)
  }

  func unlock() {
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
