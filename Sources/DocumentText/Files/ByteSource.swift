import Glibc

/// Where a document's bytes come from. Nothing here waits for ever but a person at standard input.
package struct ByteSource {
  /// The path as it was given.
  package let path: String
  /// Bytes that are too many.
  package let limit: Int

  /// A file, and how much of it is too much.
  package init(path: String, limit: Int) { (self.path, self.limit) = (path, limit) }

  /// A regular file's bytes. Throws before it reads where the file is too large or is none.
  package func contents() throws(DocumentError) -> [UInt8] {
    // Not blocking, so that a pipe put where a file is expected cannot stop the program.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw .notFound(path)
      case ENXIO: throw .notRegular(path)
      case let number: throw .cannotRead(path, errno: number)
      }
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(path, errno: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path) }
    guard status.st_size <= limit else { throw .tooLarge(path, bytes: Int(status.st_size), limit: limit) }
    return try bytes(from: descriptor, expecting: Int(status.st_size))
  }

  /// Everything on standard input.
  func standardInput() throws(DocumentError) -> [UInt8] {
    try bytes(from: STDIN_FILENO, expecting: 0)
  }

  private func bytes(from descriptor: Int32, expecting size: Int) throws(DocumentError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var count = 0
    while count <= limit {
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(65_536, count))) }
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { Glibc.read(descriptor, $0 + count, buffer.count - count) } ?? 0
      }
      if got < 0, errno == EINTR { continue }
      if got < 0, errno == EISDIR { throw .isFolder(path) }
      guard got >= 0 else { throw .cannotRead(path, errno: errno) }
      if got == 0 { break }
      count += got
    }
    guard count <= limit else { throw .tooLarge(path, bytes: count, limit: limit) }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
