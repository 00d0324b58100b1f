import ArgumentParser
import CampaignStore
import Glibc

/// The words of an entry: each `-m` a paragraph, `-m -` what stands on standard input, or a file.
struct MessageOption: ParsableArguments {
  @Option(
    name: .shortAndLong, parsing: .unconditionalSingleValue,
    help: .say(
      "内容；写几次 -m 即几段，-m - 从标准输入读。", "The words; each -m is a paragraph, -m - reads standard input.", "text"))
  var message: [String] = []
  @Option(help: .say("从文件读内容。", "A file with the words.", "file")) var fromFile: String?

  /// The words; nil where none are given.
  func text(_ session: Session) throws(Failure) -> String? {
    if let fromFile {
      if !message.isEmpty { throw .conflicting(options: "-m --from-file") }
      try session.requireFiles(fromFile)
      let files = PosixFileSystem()
      do throws(FileFailure) {
        return try MessageOption.text(of: files.read(files.resolved(fromFile), atMost: MessageOption.limit))
      } catch { throw .store(.file(error)) }
    }
    guard !message.isEmpty else { return nil }
    var paragraphs: [String] = []
    for words in message {
      paragraphs.append(
        words == "-"
          ? try MessageOption.text(of: StandardInput.read(atMost: MessageOption.limit)) : words)
    }
    return paragraphs.joined(separator: "\n")
  }

  /// The words, which must be there.
  func needed(_ session: Session) throws(Failure) -> String {
    guard let text = try text(session) else { throw .nothingGiven(what: "-m") }
    return text
  }

  /// Most bytes that are read: more is no entry of a log.
  private static let limit = 1 << 20

  /// Text in UTF-8, else in GB18030; without what ends its last line.
  private static func text(of bytes: [UInt8]) -> String {
    let text = String(validating: bytes, as: UTF8.self) ?? Charset.decode(bytes, from: "GB18030")
    return text.replacing("\r\n", with: "\n").trimmed
  }
}

/// What a command is given on standard input.
enum StandardInput {
  /// All of it.
  /// - Throws: where it is more than that many bytes.
  static func read(atMost limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .output(number: errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    throw .tooMuch(.input(limit))
  }
}
