import CArchive

/// A zip in memory whose parts are read by name, within limits. libarchive does the unpacking.
struct ZipArchive {
  private let bytes: [UInt8]
  private let limits: DocumentLimits
  /// The file, for errors.
  let name: String
  /// Bytes unpacked so far, all parts together.
  private var expanded = 0

  init(_ bytes: [UInt8], name: String, limits: DocumentLimits) {
    (self.bytes, self.name, self.limits) = (bytes, name, limits)
  }

  /// The names of all entries.
  func entries() throws(DocumentError) -> Set<String> {
    var names: Set<String> = []
    try walk { (_, entry, _) throws(DocumentError) in
      names.insert(entry)
      return true
    }
    return names
  }

  /// Unpacks a part, block by block. False where there is none of that name.
  mutating func read(
    _ part: String, _ take: (UnsafeRawBufferPointer) throws(DocumentError) -> Void
  ) throws(DocumentError) -> Bool {
    var isFound = false
    var expanded = self.expanded
    defer { self.expanded = expanded }
    let limit = limits.expandedBytes(of: bytes.count)
    try walk { (zip, entry, isEncrypted) throws(DocumentError) in
      guard entry == part else { return true }
      guard !isEncrypted else { throw .encrypted(name) }
      isFound = true
      while let block = try nextBlock(zip) {
        expanded += block.count
        guard expanded <= limit else { throw .expandsTooMuch(name, limit: limit) }
        try take(block)
      }
      return false
    }
    return isFound
  }

  /// The first bytes of a small part; nil where there is none of that name.
  func contents(of part: String, atMost limit: Int) throws(DocumentError) -> [UInt8]? {
    var contents: [UInt8]?
    try walk { (zip, entry, _) throws(DocumentError) in
      guard entry == part else { return true }
      contents = try nextBlock(zip).map { Array($0.prefix(limit)) } ?? []
      return false
    }
    return contents
  }

  private func nextBlock(_ zip: OpaquePointer) throws(DocumentError) -> UnsafeRawBufferPointer? {
    var block: UnsafeRawPointer?
    var count = 0
    switch carchive_read(zip, &block, &count) {
    case CARCHIVE_MORE: return UnsafeRawBufferPointer(start: block, count: block == nil ? 0 : count)
    case CARCHIVE_END: return nil
    default: throw .damagedArchive(name)
    }
  }

  /// Shows every entry in turn, until told to stop.
  private func walk(
    _ visit: (_ zip: OpaquePointer, _ entry: String, _ isEncrypted: Bool) throws(DocumentError) -> Bool
  ) throws(DocumentError) {
    guard carchive_is_available() else {
      throw .libraryMissing(String(cString: carchive_library_name()), package: "libarchive13")
    }
    let outcome: Result<Void, DocumentError> = bytes.withUnsafeBytes { buffer in
      guard let zip = carchive_open(buffer.baseAddress, buffer.count) else {
        return .failure(.damagedArchive(name))
      }
      defer { carchive_close(zip) }
      do throws(DocumentError) {
        for count in 1... {
          var path: UnsafePointer<CChar>?
          var isEncrypted = false
          let step = carchive_next(zip, &path, &isEncrypted)
          if step == CARCHIVE_END { break }
          guard step == CARCHIVE_MORE, let path else { throw .damagedArchive(name) }
          guard count <= limits.entries else { throw .tooManyEntries(name, limit: limits.entries) }
          if try !visit(zip, String(cString: path), isEncrypted) { break }
        }
        return .success(())
      } catch { return .failure(error) }
    }
    try outcome.get()
  }
}
