import Glibc
import PlacedJSON
import Tables
import TerminalFrames

/// Where a command's answer and its messages go, in the character set of the locale.
struct Output {
  /// The character set of the locale; JSON is UTF-8 in every one.
  let charset: String

  /// Whether the locale is a GB one, in which ambiguous characters take two columns.
  var isGB: Bool { Charset.isGB(charset) }

  /// Lines in the character set. Only text that was made visible comes here.
  func encoded(_ lines: [String]) -> [UInt8] { encoded(lines.map { $0 + "\n" }.joined()) }

  private func encoded(_ text: String) -> [UInt8] {
    isGB ? Charset.encode(text, to: charset) : Array(text.utf8)
  }

  /// Writes everything to standard output at once.
  func write(_ bytes: [UInt8]) throws(Failure) { try Output.write(bytes, to: STDOUT_FILENO) }

  /// Writes a message to standard error; a failure there has nobody to be told.
  func message(_ message: String) { question(message + "\n") }

  /// A record in one line of JSON, in the place of a message, for whoever asked for JSON.
  func record(_ record: JSONRecord) {
    guard let value = try? JSONValue(encoding: record) else { return }
    let line = VisibleText.ofJSON(String(decoding: value.bytes(.line), as: UTF8.self))
    try? Output.write(Array((line + "\n").utf8), to: STDERR_FILENO)
  }

  /// The same, without an end of the line: the answer stands behind it.
  func question(_ line: String) { try? Output.write(encoded(line), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { Glibc.write(descriptor, $0 + written, buffer.count - written) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .output(number: errno) }
      written += count
    }
  }
}
