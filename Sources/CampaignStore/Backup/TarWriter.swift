import CArchive

/// Writes an archive piece by piece, within limits. What it comes to is fetched with `taken`, so that no more than a piece
/// need be in memory.
///
///     let writer = try TarWriter(at: seconds)
///     try writer.begin("store.json", mode: 0o644, size: content.count)
///     try writer.add(content)
///     try writer.end()
///     try writer.finish()
///     file += writer.taken()
package final class TarWriter {
  private let writer: OpaquePointer
  private let output = Output()
  private var names = EntryNames()
  private var count = 0
  private var room: Int
  private let limits: TarLimits

  private final class Output { var bytes: [UInt8] = [] }

  /// Begins one. `seconds` since 1970 is the time that every file gets; the same files and time give the same bytes.
  package init(at seconds: Int, within limits: TarLimits = TarLimits()) throws(ArchiveFailure) {
    try TarLimits.findLibrary()
    self.limits = limits
    room = limits.bytes
    let writer = carchive_writer_open(
      Int64(seconds),
      { context, bytes, count in
        guard let context else { return false }
        Unmanaged<Output>.fromOpaque(context).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return true
      }, Unmanaged.passUnretained(output).toOpaque())
    guard let writer else { throw .noMemory }
    self.writer = writer
  }

  /// The archive's bytes since they were fetched last.
  package func taken() -> [UInt8] {
    defer { output.bytes = [] }
    return output.bytes
  }

  deinit { carchive_writer_close(writer) }

  /// Begins a regular file of so many bytes.
  package func begin(_ name: String, mode: UInt32, size: Int) throws(ArchiveFailure) {
    guard count < limits.entries else { throw .tooManyEntries(limit: limits.entries) }
    guard size <= room else { throw .tooLarge(limit: limits.bytes) }
    try names.add(name)
    count += 1
    room -= size
    guard carchive_writer_begin(writer, name, mode & 0o777, Int64(size)) else { throw .noMemory }
  }

  /// The file's next bytes.
  package func add(_ bytes: [UInt8]) throws(ArchiveFailure) {
    let isWritten = bytes.withUnsafeBytes { carchive_writer_add(writer, $0.baseAddress, $0.count) }
    guard isWritten else { throw .noMemory }
  }

  /// The file's end.
  package func end() throws(ArchiveFailure) {
    guard carchive_writer_end(writer) else { throw .noMemory }
  }

  /// The archive's end.
  package func finish() throws(ArchiveFailure) {
    guard carchive_writer_finish(writer) else { throw .noMemory }
  }
}
