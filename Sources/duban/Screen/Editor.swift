import DocumentText
import Glibc

/// Why nothing came back from an editor.
enum EditorFailure: Error, Equatable {
  /// There is none: the environment names none, and the usual ones are not installed.
  case none
  /// It could not be run, or its file could not be written or read; the number of the error.
  case notRun(String, errno: Int32)
  /// It ended with another status than 0, as those do that are told to throw away what was written.
  case ended(String, status: Int32)
  /// What it left is no text of the character set.
  case notText(String)
}

/// The user's editor, as the environment names it: `$VISUAL`, `$EDITOR`, else what there is.
struct Editor {
  /// As a shell understands it: `vim`, `code --wait`.
  let command: String
  /// The character set of the terminal, and so of what it is given.
  let charset: String

  init(charset: String) throws(EditorFailure) {
    self.charset = charset
    let named = [Environment["VISUAL"], Environment["EDITOR"]].compactMap(\.self).first { !$0.isEmpty }
    let found = named ?? ["editor", "nano", "vim", "vi"].first { CommandSearch.path($0) != nil }
    guard let found else { throw .none }
    command = found
  }

  private static let limit = 1 << 22

  /// The text as it is left in the editor, which has the terminal meanwhile.
  func edited(_ text: String) throws(EditorFailure) -> String {
    guard let folder = PrivateFolder() else { throw .notRun(command, errno: errno) }
    defer { folder.remove() }
    let file = folder.path + "/duban.txt"
    let isGB = Charset.isGB(charset)
    guard folder.write(isGB ? Charset.encode(text, to: charset) : Array(text.utf8), to: file) else {
      throw .notRun(command, errno: errno)
    }
    let status = try run(on: file)
    guard status == 0 else { throw .ended(command, status: status) }
    let bytes: [UInt8]
    do throws(DocumentError) { bytes = try ByteSource(path: file, limit: Editor.limit).contents() } catch {
      throw .notText(command)
    }
    if isGB { return Charset.decode(bytes, from: charset) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(command) }
    return text
  }

  /// Runs it in the foreground and waits for it; its exit status, as a shell says it.
  private func run(on file: String) throws(EditorFailure) -> Int32 {
    var attributes = posix_spawnattr_t()
    var all = sigset_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    sigemptyset(&all)
    posix_spawnattr_setsigmask(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    // The shell takes the command apart; the file is no part of what it reads.
    let words = ["/bin/sh", "-c", "exec \(command) \"$1\"", "sh", file]
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    let error = posix_spawn(&process, words[0], nil, &attributes, pointers, environ)
    guard error == 0 else { throw .notRun(command, errno: error) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw .notRun(command, errno: errno) }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
