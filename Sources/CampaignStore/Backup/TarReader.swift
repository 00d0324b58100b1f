import CArchive

/// Reads an archive file by file, within limits. What is read is what was written, whole, or an error: only when `next`
/// has answered nil is everything known to be so.
package final class TarReader {
  /// What a file's header tells.
  package struct Header: Sendable {
    /// Its path, as `TarEntry` has it.
    package let name: String
    /// Permission bits.
    package let mode: UInt32
    /// Its size in bytes.
    package let size: Int
  }

  private let tar: OpaquePointer
  private let pull: Pull
  private var names = EntryNames()
  private var count = 0
  private var room: Int
  private var rest = 0
  private let limits: TarLimits

  /// Where the archive's bytes come from. The last ones stay where they are until the next are asked for.
  private final class Pull {
    let give: () -> [UInt8]?
    private var latest = UnsafeMutableRawBufferPointer.allocate(byteCount: 0, alignment: 1)

    init(_ give: @escaping () -> [UInt8]?) { self.give = give }

    deinit { latest.deallocate() }

    func next() -> UnsafeRawBufferPointer? {
      guard let bytes = give() else { return nil }
      if latest.count < bytes.count {
        latest.deallocate()
        latest = .allocate(byteCount: bytes.count, alignment: 1)
      }
      latest.copyBytes(from: bytes)
      return UnsafeRawBufferPointer(rebasing: latest[..<bytes.count])
    }
  }

  /// Opens one. `trailer` are its last 8 bytes; `pull` gives its bytes, piece by piece: none at its end, nil where they
  /// cannot be had.
  package init(
    trailer: [UInt8], within limits: TarLimits = TarLimits(), pull: @escaping () -> [UInt8]?
  ) throws(ArchiveFailure) {
    try TarLimits.findLibrary()
    guard trailer.count == Int(CARCHIVE_TRAILER) else { throw .damaged }
    self.limits = limits
    room = limits.bytes
    self.pull = Pull(pull)
    let tar = carchive_tar_open(
      { context, block in
        guard let context, let block,
          let bytes = Unmanaged<Pull>.fromOpaque(context).takeUnretainedValue().next()
        else { return -1 }
        block.pointee = bytes.baseAddress
        return bytes.count
      }, Unmanaged.passUnretained(self.pull).toOpaque(), trailer, UInt64(limits.bytes))
    guard let tar else { throw .damaged }
    self.tar = tar
  }

  deinit { carchive_tar_close(tar) }

  /// The next file; nil at the end of the archive, which is whole then.
  package func next() throws(ArchiveFailure) -> Header? {
    var told = carchive_tar_entry()
    guard try isMore(carchive_tar_next(tar, &told)) else { return nil }
    guard count < limits.entries else { throw .tooManyEntries(limit: limits.entries) }
    guard told.is_plain, let name = String(validatingCString: told.name) else {
      throw .unsafeEntry(String(cString: told.name))
    }
    try names.add(name)
    guard told.size <= room else { throw .tooLarge(limit: limits.bytes) }
    count += 1
    rest = Int(told.size)
    room -= rest
    return Header(name: name, mode: told.mode & 0o777, size: rest)
  }

  /// The next bytes of the file; nil at its end.
  package func read() throws(ArchiveFailure) -> [UInt8]? {
    var start: UnsafeRawPointer?
    var count = 0
    guard try isMore(carchive_tar_read(tar, &start, &count)) else { return nil }
    // No more than the header told, which is within the limit.
    guard count <= rest else { throw .damaged }
    rest -= count
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The whole content of the file.
  package func content() throws(ArchiveFailure) -> [UInt8] {
    var content: [UInt8] = []
    while let bytes = try read() { content += bytes }
    return content
  }

  private func isMore(_ step: carchive_step) throws(ArchiveFailure) -> Bool {
    switch step {
    case CARCHIVE_MORE: return true
    case CARCHIVE_END: return false
    case CARCHIVE_TOO_LARGE: throw .tooLarge(limit: limits.bytes)
    default: throw .damaged
    }
  }
}
