import Glibc

// What FileSystem asks for is documented in FileSystem.swift.

/// The machine's own file system.
package struct PosixFileSystem: FileSystem {
  /// The machine's file system.
  package init() {}

  package func read(_ path: String) throws(FileFailure) -> [UInt8] {
    // Not blocking, so that a pipe put where a file is expected cannot stop the program.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileFailure(.notRegular, path) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
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
    return bytes
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
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { write(descriptor, $0 + written, buffer.count - written) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw failure(path) }
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
    guard let model, let wanted = try status(model) else { return }
    _ = chown(path, uid_t.max, wanted.group)
    guard chmod(path, wanted.mode) == 0 else { throw failure(path) }
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
    let descriptor = try lockFile(path)
    let step = 20
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        defer { close(descriptor) }
        throw failure(path)
      }
      guard waited < milliseconds else {
        close(descriptor)
        let words = (try? read(path)).map {
          String(decoding: $0.prefix(200), as: UTF8.self).prefix { $0 != "\n" }
        }
        throw FileFailure(.busy(holder: words.flatMap { $0.isEmpty ? nil : String($0) }), path)
      }
      var pause = timespec(tv_sec: 0, tv_nsec: step * 1_000_000)
      nanosleep(&pause, nil)
      waited += step
    }
    // Who holds it is a courtesy to those who wait; the lock itself does not depend on it.
    let line = Array((holder + "\n").utf8)
    _ = ftruncate(descriptor, 0)
    _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    return PosixLock(descriptor: descriptor)
  }

  /// The lock's file, made where it is missing, for everybody who may write in its folder.
  private func lockFile(_ path: String) throws(FileFailure) -> Int32 {
    let existing = open(path, O_RDWR | O_CLOEXEC)
    if existing >= 0 { return existing }
    guard errno == ENOENT else { throw failure(path) }
    let made = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard made >= 0 else { throw failure(path) }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    if let around = try? status(folder) {
      _ = fchown(made, uid_t.max, around.group)
      _ = fchmod(made, around.mode & 0o666)
    }
    return made
  }

  private func failure(_ path: String) -> FileFailure {
    let number = errno
    let kind: FileFailure.Kind =
      switch number {
      case ENOENT, ENOTDIR: .missing
      case EEXIST: .exists
      case EACCES, EPERM, EROFS: .denied
      case ENOSPC, EDQUOT: .full
      case ELOOP, EISDIR: .notRegular
      default: .other
      }
    return FileFailure(kind, path, number: number)
  }
}

private struct PosixLock: FileLock {
  let descriptor: Int32

  func unlock() {
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
