import CSQLite

/// A file of SQLite's, as far as it is needed here. Whatever goes wrong is nil or false: what is kept in it is made anew from
/// the store's files.
struct Database: ~Copyable {
  private let handle: OpaquePointer
  private var statements: [String: OpaquePointer] = [:]

  /// Opens a file. Waits no longer than so many milliseconds for others, then and later.
  init?(_ path: String, readOnly: Bool, patience: Int32) {
    var handle: OpaquePointer?
    let flags = (readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK, let handle else {
      sqlite3_close(handle)
      return nil
    }
    self.handle = handle
    sqlite3_busy_timeout(handle, patience)
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close(handle)
  }

  /// Whether the file is no database, or one that is broken: it can be thrown away.
  var isBroken: Bool { [SQLITE_NOTADB, SQLITE_CORRUPT].contains(sqlite3_errcode(handle) & 0xFF) }

  /// Whether a transaction was begun and is not ended.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Runs statements that answer nothing.
  func run(_ text: String) -> Bool { sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK }

  /// A value of a statement.
  enum Value {
    case number(Int)
    case text(String)
    case bytes([UInt8])
  }

  /// A row that a statement answers.
  struct Row: ~Copyable {
    fileprivate let statement: OpaquePointer
    func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }
    func text(_ column: Int32) -> String {
      sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
    }
    func bytes(_ column: Int32) -> [UInt8] {
      guard let start = sqlite3_column_blob(statement, column) else { return [] }
      return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }
  }

  /// Runs a statement with its values in the places of its question marks; `body` takes each row. False where it could not be run to its
  /// end.
  mutating func query(_ text: String, _ values: [Value] = [], _ body: (borrowing Row) -> Void = { _ in })
    -> Bool
  {
    guard let statement = statement(text) else { return false }
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (place, value) in values.enumerated() {
      let place = Int32(place + 1)
      let code =
        switch value {
        case .number(let number): sqlite3_bind_int64(statement, place, Int64(number))
        case .text(let text): csqlite_bind_text(statement, place, text, Int32(text.utf8.count))
        case .bytes(let bytes):
          bytes.withUnsafeBytes {
            csqlite_bind_bytes(statement, place, $0.baseAddress, Int32($0.count))
          }
        }
      guard code == SQLITE_OK else { return false }
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: body(Row(statement: statement))
      case SQLITE_DONE: return true
      default: return false
      }
    }
  }

  private mutating func statement(_ text: String) -> OpaquePointer? {
    if let known = statements[text] { return known }
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, text, -1, &statement, nil) == SQLITE_OK, let statement else {
      return nil
    }
    statements[text] = statement
    return statement
  }
}
