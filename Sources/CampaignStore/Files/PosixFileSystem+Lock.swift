import CFiles
import Glibc

// What FileSystem asks for is documented in FileSystem.swift.

extension PosixFileSystem {
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
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_uid == geteuid(), let around = try self.status(parent(of: path)) else { return }
    _ = fchown(descriptor, uid_t.max, around.group)
    guard fchmod(descriptor, around.mode & 0o666) == 0 else { throw failure(path) }
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
    do throws(FileFailure) {
      _ = try files.regularSize(opened, path)
      _ = try files.wait(for: opened, path, milliseconds)
      guard try files.isStill(opened, path) else { throw FileFailure(.changed, path) }
    } catch {
      // What was not got is not held: it says nothing of whether the lock stands.
      close(opened)
      // What stands in the file names nobody.
      if case .busy = error.kind { throw FileFailure(.busy(holder: nil), path) }
      throw error
    }
    held.append((opened, path))
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
