/// The names in an archive so far. Each is a path under the folder it is unpacked in and stands there once.
struct EntryNames {
  /// What every file system takes: bytes of a name, and of a whole path under some folder.
  private static let limits = (component: 255, path: 1_000)

  // By bytes: strings that look alike are equal, and are different files.
  private var files: Set<[UInt8]> = []
  private var folders: Set<[UInt8]> = []

  /// Adds a name, and tells where it is unsafe or taken.
  mutating func add(_ name: String) throws(ArchiveFailure) {
    guard Self.isSafe(name) else { throw .unsafeEntry(name) }
    let bytes = Array(name.utf8)
    guard !folders.contains(bytes), files.insert(bytes).inserted else { throw .duplicateEntry(name) }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") {
      let folder = Array(bytes[..<index])
      guard !files.contains(folder) else { throw .duplicateEntry(String(decoding: folder, as: UTF8.self)) }
      folders.insert(folder)
    }
  }

  private static func isSafe(_ name: String) -> Bool {
    guard name.utf8.count <= limits.path, !name.unicodeScalars.contains(where: breaksLines) else {
      return false
    }
    return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.count <= limits.component && !$0.elementsEqual(".".utf8)
        && !$0.elementsEqual("..".utf8)
    }
  }

  private static func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
