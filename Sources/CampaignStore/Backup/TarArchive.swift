import CArchive

/// Files in one tar, compressed with gzip, from memory and into memory. Any tar program unpacks it.
/// What is read is what was written, whole, or an error.
package struct TarArchive {
  /// A regular file in an archive.
  package struct Entry: Equatable, Sendable {
    /// Its path under the folder that it is unpacked in, `/` between folders.
    package let name: String
    /// Permission bits, 0o777 at most.
    package let mode: UInt32
    /// Its content.
    package let bytes: [UInt8]

    /// A file. Bits of the mode beyond permissions are left out: nothing of a backup may run as its owner.
    package init(name: String, mode: UInt32, bytes: [UInt8]) {
      self.name = name
      self.mode = mode & 0o777
      self.bytes = bytes
    }

    /// Names are compared by bytes: two that look alike are different files.
    package static func == (one: Entry, other: Entry) -> Bool {
      one.name.utf8.elementsEqual(other.name.utf8) && one.mode == other.mode && one.bytes == other.bytes
    }
  }

  /// What an archive may hold; the same for writing, so that what was written can be read.
  package struct Limits: Sendable {
    /// Bytes of all files together, unpacked: 256 MB, a thousand times a year's campaigns.
    package var bytes = 256 << 20
    /// Files.
    package var entries = 100_000

    /// The limits as they stand above.
    package init() {}
  }

  /// An archive of these files, in their order. `seconds` since 1970 is the time that every file gets; the same files
  /// and time give the same bytes.
  package static func bytes(
    of entries: [Entry], at seconds: Int, within limits: Limits = Limits()
  ) throws(ArchiveFailure) -> [UInt8] {
    try findLibrary()
    guard entries.count <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
    guard entries.reduce(0, { $0 + $1.bytes.count }) <= limits.bytes else {
      throw .tooLarge(limit: limits.bytes)
    }
    var names = EntryNames()
    for entry in entries { try names.add(entry.name) }

    guard let writer = carchive_writer_open(Int64(seconds)) else { throw .noMemory }
    defer { carchive_writer_close(writer) }
    for entry in entries {
      let isWritten = entry.bytes.withUnsafeBytes {
        carchive_writer_add(writer, entry.name, entry.mode, $0.baseAddress, $0.count)
      }
      guard isWritten else { throw .noMemory }
    }
    var start: UnsafeRawPointer?
    var count = 0
    guard carchive_writer_finish(writer, &start, &count) else { throw .noMemory }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The files of an archive, in its order.
  package static func entries(
    of bytes: [UInt8], within limits: Limits = Limits()
  ) throws(ArchiveFailure) -> [Entry] {
    try findLibrary()
    return try bytes.withUnsafeBufferPointer { (buffer) throws(ArchiveFailure) in
      guard let tar = carchive_tar_open(buffer.baseAddress, buffer.count, UInt64(limits.bytes)) else {
        throw .damaged
      }
      defer { carchive_tar_close(tar) }
      return try entries(of: tar, limits)
    }
  }

  private static func findLibrary() throws(ArchiveFailure) {
    guard carchive_is_available() else { throw .libraryMissing(String(cString: carchive_library_name())) }
  }

  private static func entries(of tar: OpaquePointer, _ limits: Limits) throws(ArchiveFailure) -> [Entry] {
    var entries: [Entry] = []
    var names = EntryNames()
    var room = limits.bytes
    var told = carchive_tar_entry()
    while try isMore(carchive_tar_next(tar, &told), limits) {
      guard entries.count < limits.entries else { throw .tooManyEntries(limit: limits.entries) }
      guard told.is_plain, let name = String(validatingCString: told.name) else {
        throw .unsafeEntry(String(cString: told.name))
      }
      try names.add(name)
      guard told.size <= room else { throw .tooLarge(limit: limits.bytes) }
      room -= Int(told.size)
      entries.append(Entry(name: name, mode: told.mode, bytes: try content(of: tar, told.size, limits)))
    }
    return entries
  }

  private static func content(
    of tar: OpaquePointer, _ size: Int64, _ limits: Limits
  ) throws(ArchiveFailure) -> [UInt8] {
    var content: [UInt8] = []
    var start: UnsafeRawPointer?
    var count = 0
    while try isMore(carchive_tar_read(tar, &start, &count), limits) {
      // No more than the header told, which is within the limit.
      guard count <= Int(size) - content.count else { throw .damaged }
      content.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    }
    return content
  }

  private static func isMore(_ step: carchive_step, _ limits: Limits) throws(ArchiveFailure) -> Bool {
    switch step {
    case CARCHIVE_MORE: return true
    case CARCHIVE_END: return false
    case CARCHIVE_TOO_LARGE: throw .tooLarge(limit: limits.bytes)
    default: throw .damaged
    }
  }
}
