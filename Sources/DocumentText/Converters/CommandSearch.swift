import Glibc

/// Finds programs as a shell does.
package enum CommandSearch {
  /// The folders that are searched.
  static var searchPath: String {
    getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  }

  /// The program's path; nil where it is not installed.
  package static func path(_ command: String) -> String? {
    if command.contains("/") { return isProgram(command) ? command : nil }
    // A relative folder is not searched: whoever wrote the file may have put a program beside it.
    return searchPath.split(separator: ":").lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(command)" }
      .first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
