import CArchive

/// A regular file in an archive: a tar, compressed with gzip, which any tar program unpacks.
package struct TarEntry: Equatable, Sendable {
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
  package static func == (one: TarEntry, other: TarEntry) -> Bool {
    one.name.utf8.elementsEqual(other.name.utf8) && one.mode == other.mode && one.bytes == other.bytes
  }
}

/// What an archive may hold; the same for writing, so that what was written can be read.
package struct TarLimits: Sendable {
  /// Bytes of all files together, unpacked: 64 GB, the journal of millions of tasks.
  package var bytes = 64 << 30
  /// Files.
  package var entries = 1_000_000

  /// The limits as they stand above.
  package init() {}

  static func findLibrary() throws(ArchiveFailure) {
    guard carchive_is_available() else { throw .libraryMissing(String(cString: carchive_library_name())) }
  }
}
