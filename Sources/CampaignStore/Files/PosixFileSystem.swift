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

  package func readOwned(_ path: String, atMost limit: Int) throws(FileFailure) -> OwnedFile {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1 else {
      throw FileFailure(.notRegular, path)
    }
    let bytes = try read(descriptor, last: .max, atMost: limit, path).bytes
    return OwnedFile(
      bytes: bytes, owner: Account(user: status.st_uid), isOpenToOthers: status.st_mode & 0o022 != 0)
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
    return try read(descriptor, last: wanted, atMost: limit, path)
  }

  private func read(
    _ descriptor: Int32, last wanted: Int, atMost limit: Int, _ path: String
  ) throws(FileFailure) -> (bytes: [UInt8], size: Int) {
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
    return FileStatus(status)
  }

  package func statuses(in folder: String) throws(FileFailure) -> [(name: String, status: FileStatus?)] {
    let names = try names(in: folder)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder) }
    defer { close(descriptor) }
    return names.map { name in
      var status = stat()
      return (name, fstatat(descriptor, name, &status, 0) == 0 ? FileStatus(status) : nil)
    }
  }

  package func read(
    _ path: String, at places: [Range<Int>]
  ) throws(FileFailure) -> (bytes: [[UInt8]], status: FileStatus) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    _ = try regularSize(descriptor, path)
    var pieces: [[UInt8]] = []
    for place in places {
      pieces.append(try read(descriptor, path, from: place.lowerBound, count: place.count))
    }
    // Looked at behind the bytes: whoever changed it meanwhile changed this.
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    return (pieces, FileStatus(status))
  }

  package func isRemote(_ path: String) -> Bool { cfiles_is_remote(path) }

  package func resolved(_ path: String) throws(FileFailure) -> String {
    guard let real = realpath(path, nil) else {
      if errno == ENOENT { return path }
      throw failure(path)
    }
    defer { free(real) }
    return String(cString: real)
  }

  package func read(_ path: String, from offset: Int, count: Int) throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    let size = try regularSize(descriptor, path)
    return try read(descriptor, path, from: offset, count: max(0, min(count, size - offset)))
  }

  private func read(
    _ descriptor: Int32, _ path: String, from offset: Int, count: Int
  ) throws(FileFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var taken = 0
    while taken < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { pread(descriptor, $0 + taken, buffer.count - taken, off_t(offset + taken)) }
          ?? 0
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(path) }
      if got == 0 { break }
      taken += got
    }
    bytes.removeLast(bytes.count - taken)
    return bytes
  }

  package func writeNew(
    _ path: String, _ bytes: [UInt8], isDurable: Bool, mode: UInt32, group: UInt32?, like model: String
  ) throws(FileFailure) {
    try writeNew(path, isDurable, mode, group, like: model) { put throws(FileFailure) in try put(bytes) }
  }

  package func writeNew(
    _ path: String, mode: UInt32, group: UInt32?, like model: String,
    _ content: (Sink) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    try writeNew(path, true, mode, group, like: model, content)
  }

  private func writeNew(
    _ path: String, _ isDurable: Bool, _ mode: UInt32, _ group: UInt32?, like model: String,
    _ content: (Sink) throws(FileFailure) -> Void
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
    var end = 0
    try content { bytes throws(FileFailure) in
      try write(bytes, to: descriptor, at: end, path)
      end += bytes.count
    }
    if isDurable { guard fsync(descriptor) == 0 else { throw failure(path) } }
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
  func regularSize(_ descriptor: Int32, _ path: String) throws(FileFailure) -> Int {
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
        buffer.baseAddress.map {
          pwrite(descriptor, $0 + written, buffer.count - written, off_t(offset + written))
        }
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

  package func mayReplace(_ path: String) throws(FileFailure) -> Bool {
    var (file, folder) = (stat(), stat())
    guard stat(parent(of: path), &folder) == 0 else { throw failure(path) }
    guard folder.st_mode & S_ISVTX != 0, geteuid() != 0, folder.st_uid != geteuid() else { return true }
    guard lstat(path, &file) == 0 else {
      if errno == ENOENT { return true }
      throw failure(path)
    }
    return file.st_uid == geteuid()
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

  package func makePrivate(_ folder: String) throws(FileFailure) {
    guard chmod(folder, 0o700) == 0 else { throw failure(folder) }
  }

  package func maySyncAll(_ path: String) -> Bool { cfiles_sync_all_tells() && !isRemote(path) }

  package func syncAll(on folder: String) throws(FileFailure) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder) }
    defer { close(descriptor) }
    guard cfiles_sync_all(descriptor) == 0 else { throw failure(folder) }
  }

  package func syncFolder(_ path: String) throws(FileFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(path) }
  }

  func failure(_ path: String) -> FileFailure {
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

extension FileStatus {
  fileprivate init(_ status: stat) {
    self.init(
      mode: status.st_mode & 0o7777, group: status.st_gid, isFolder: status.st_mode & S_IFMT == S_IFDIR,
      // A clock far beyond all reason wraps around: it only tells one state from another.
      changed: status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec,
      touched: status.st_ctim.tv_sec &* 1_000_000_000 &+ status.st_ctim.tv_nsec, size: Int(status.st_size),
      number: UInt64(status.st_ino))
  }
}
