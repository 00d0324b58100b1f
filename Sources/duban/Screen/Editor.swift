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
  /// What it left could not be read as text of the character set; where it is kept.
  case notText(String, path: String)
  /// Characters that the character set has not: what was not touched would be lost.
  case notInSet([Character])
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

  /// The text as it is left in the editor, which has the terminal meanwhile. What cannot be read is kept, and its path told.
  func edited(_ text: String) throws(EditorFailure) -> String {
    let isGB = Charset.isGB(charset)
    let bytes = isGB ? Charset.encode(text, to: charset) : Array(text.utf8)
    if isGB {
      let back = Charset.decode(bytes, from: charset)
      guard back == text else { throw .notInSet(zip(text, back).filter { $0 != $1 }.prefix(5).map(\.0)) }
    }
    guard let folder = PrivateFolder() else { throw .notRun(command, errno: errno) }
    let file = folder.path + "/duban.txt"
    var isKept = false
    defer { if !isKept { folder.remove() } }
    guard folder.write(bytes, to: file) else { throw .notRun(command, errno: errno) }
    let status = try run(on: file)
    guard status == 0 else { throw .ended(command, status: status) }
    let left: [UInt8]
    do throws(DocumentError) { left = try ByteSource(path: file, limit: Editor.limit).contents() } catch {
      isKept = true
      throw .notText(command, path: file)
    }
    let read = isGB ? Charset.decode(left, from: charset) : String(validating: left, as: UTF8.self)
    guard let read, !isGB || Charset.encode(read, to: charset) == left else {
      isKept = true
      throw .notText(command, path: file)
    }
    return read
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
      // Only what is to end the program wakes it up: the editor keeps what is written, in its own way.
      kill(process, SIGHUP)
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
