import Campaigns
import Synchronization

/// What is kept of a store's campaigns beside it (docs/decisions/index.md): it may be thrown away at any time, and what is in it is
/// used only where it is known to be what the files say.
///
/// A campaign has a row with its summary, and parts that few questions need. Rows and parts carry the sum of their bytes: what
/// does not add up is as if it were not there.
final class IndexFile: Sendable {
  /// A part of what is kept of a campaign.
  enum Part: Int {
    case facts, names, texts, places
  }

  /// What is known of a campaign's file.
  struct Row: Sendable {
    /// The file as it stood on the disk.
    var stamp: FileStamp
    /// When it was last known to be what was kept, in nanoseconds by the machine's clock.
    var checked: Int
    /// The sum of its bytes.
    var content: UInt64
    /// The day for which it was reckoned.
    var day: Int
    /// Its summary, packed.
    var summary: [UInt8]

    /// What tells it from what is kept of the same file at another time or for another day.
    var version: Int { Int(bitPattern: UInt(truncatingIfNeeded: content)) &* 31 &+ day }
    /// The sum that its row in the file has, reckoned in some context.
    fileprivate func sum(_ name: String, _ context: UInt64) -> Int {
      var sum = mixed(mixed(checksum(summary) ^ stamp.number) ^ context)
      for number in [stamp.size, stamp.changed, stamp.touched, checked, version] {
        sum = mixed(sum ^ UInt64(bitPattern: Int64(number)))
      }
      for byte in name.utf8 { sum = mixed(sum ^ UInt64(byte)) }
      return Int(bitPattern: UInt(truncatingIfNeeded: sum))
    }
  }

  /// The version of the file's form.
  private static let form = 1

  private let database: Mutex<Database>
  /// What everything in it was reckoned with, as a sum: it is part of every other sum, so that what somebody with other
  /// units wrote there meanwhile does not add up for us, and the other way round.
  private let context: UInt64
  /// Whether it can be written to.
  let isWritable: Bool

  /// Why there is no index.
  enum Failure: Error {
    /// It is not there, it is locked, or made for others and not ours to write to.
    case unusable
    /// It is no database, or a broken one.
    case broken
  }

  /// Opens the file at a path, and makes it anew where it was made by another program or for other settings, units or holidays.
  init(_ path: String, context: [UInt8], mayWrite: Bool, patience: Int32 = 20) throws(Failure) {
    isWritable = mayWrite
    self.context = checksum(context)
    guard var database = Database(path, readOnly: !mayWrite, patience: patience) else { throw .unusable }
    var isOurs = false
    let isRead = database.query("SELECT context, form FROM about") { row in
      isOurs = row.bytes(0) == context && row.number(1) == IndexFile.form
    }
    if !isRead || !isOurs {
      guard mayWrite, IndexFile.make(&database, context) else {
        throw database.isBroken ? .broken : .unusable
      }
    }
    // All that is read is of one moment, and locks are taken once.
    _ = database.run("BEGIN")
    self.database = Mutex(database)
  }

  private static func make(_ database: inout Database, _ context: [UInt8]) -> Bool {
    // Nothing in it need outlive the machine: what is lost is made anew.
    database.run("PRAGMA page_size = 16384; PRAGMA synchronous = OFF; PRAGMA journal_mode = TRUNCATE")
      && database.run(
        """
        BEGIN IMMEDIATE;
        DROP TABLE IF EXISTS about; DROP TABLE IF EXISTS campaign; DROP TABLE IF EXISTS part;
        CREATE TABLE about (context BLOB, form INTEGER);
        CREATE TABLE campaign (
          name TEXT PRIMARY KEY, number INTEGER, size INTEGER, changed INTEGER, touched INTEGER, checked INTEGER,
          content INTEGER, day INTEGER, summary BLOB, sum INTEGER) WITHOUT ROWID;
        CREATE TABLE part (name TEXT, kind INTEGER, version INTEGER, bytes BLOB, sum INTEGER, PRIMARY KEY (kind, name));
        """)
      && database.query("INSERT INTO about VALUES (?, ?)", [.bytes(context), .number(form)])
      && database.run("COMMIT")
  }

  /// What is kept of all campaigns, by the names of their files.
  /// - Throws: where it cannot be read.
  func rows() throws(Failure) -> [String: Row] { try rows("", []) }

  /// What is kept of one campaign; nil where nothing is.
  func row(of name: String) -> Row? { (try? rows(" WHERE name = ?", [.text(name)]))?[name] }

  private func rows(_ which: String, _ values: [Database.Value]) throws(Failure) -> [String: Row] {
    var rows: [String: Row] = [:]
    let failure = database.withLock { database -> Failure? in
      let isRead = database.query(
        "SELECT name, number, size, changed, touched, checked, content, day, summary, sum FROM campaign\(which)",
        values
      ) { row in
        let name = row.text(0)
        let found = Row(
          stamp: FileStamp(
            number: UInt64(bitPattern: Int64(row.number(1))), size: row.number(2), changed: row.number(3),
            touched: row.number(4)), checked: row.number(5),
          content: UInt64(bitPattern: Int64(row.number(6))), day: row.number(7), summary: row.bytes(8))
        if found.sum(name, context) == row.number(9) { rows[name] = found }
      }
      return isRead ? nil : database.isBroken ? .broken : .unusable
    }
    if let failure { throw failure }
    return rows
  }

  /// Keeps nobody from writing any more: what is read from now on is checked by its version, as ever.
  func rest() { database.withLock { database in if database.isInTransaction { _ = database.run("COMMIT") } } }

  /// A part of what is kept of a campaign; nil where it is no longer what goes with that row.
  func part(_ part: Part, of name: String, _ version: Int) -> [UInt8]? {
    database.withLock { database in
      var bytes: [UInt8]?
      let isRead = database.query(
        "SELECT bytes, sum FROM part WHERE kind = ? AND name = ? AND version = ?",
        [.number(part.rawValue), .text(name), .number(version)]
      ) { row in
        let found = row.bytes(0)
        if IndexFile.sum(found, context) == row.number(1) { bytes = found }
      }
      return isRead ? bytes : nil
    }
  }

  private static func sum(_ bytes: [UInt8], _ context: UInt64) -> Int {
    Int(bitPattern: UInt(truncatingIfNeeded: mixed(checksum(bytes) ^ context)))
  }

  /// Changes what is kept, all of it or nothing; nothing where somebody else is about it.
  /// - Returns: whether it was.
  @discardableResult func change(_ body: (inout Writing) -> Void) -> Bool {
    guard isWritable else { return false }
    return database.withLock { database in
      // What was read up to here is done with; what is read from now on is checked by its version.
      let wasReading = database.isInTransaction
      if wasReading { _ = database.run("COMMIT") }
      defer { if wasReading { _ = database.run("BEGIN") } }
      guard database.run("PRAGMA synchronous = OFF; BEGIN IMMEDIATE") else { return false }
      var writing = Writing(context: context)
      body(&writing)
      if writing.steps.allSatisfy({ database.query($0.text, $0.values) }), database.run("COMMIT") {
        return true
      }
      _ = database.run("ROLLBACK")
      return false
    }
  }

  /// Changes of what is kept.
  struct Writing {
    fileprivate let context: UInt64
    fileprivate var steps: [(text: String, values: [Database.Value])] = []

    fileprivate init(context: UInt64) { self.context = context }

    /// Keeps a campaign's row and parts.
    mutating func put(_ name: String, _ row: Row, _ parts: [(Part, [UInt8])]) {
      put(name, row)
      for (part, bytes) in parts {
        steps.append(
          (
            "INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?, ?)",
            [
              .text(name), .number(part.rawValue), .number(row.version), .bytes(bytes),
              .number(IndexFile.sum(bytes, context)),
            ]
          ))
      }
    }

    /// Keeps a campaign's row, its parts being kept already.
    mutating func put(_ name: String, _ row: Row) {
      steps.append(
        (
          "INSERT OR REPLACE INTO campaign VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          [
            .text(name), .number(Int(bitPattern: UInt(row.stamp.number))), .number(row.stamp.size),
            .number(row.stamp.changed), .number(row.stamp.touched), .number(row.checked),
            .number(Int(bitPattern: UInt(truncatingIfNeeded: row.content))), .number(row.day),
            .bytes(row.summary),
            .number(row.sum(name, context)),
          ]
        ))
    }

    /// Lets a campaign go whose file is no more.
    mutating func remove(_ name: String) {
      steps.append(("DELETE FROM campaign WHERE name = ?", [.text(name)]))
      for part in [Part.facts, .names, .texts, .places] {
        steps.append(("DELETE FROM part WHERE kind = ? AND name = ?", [.number(part.rawValue), .text(name)]))
      }
    }
  }
}

/// A sum over bytes that changes where they do. It is no secret: it tells what was torn or mixed up.
func checksum(_ bytes: [UInt8]) -> UInt64 {
  bytes.withUnsafeBytes { bytes in
    var (one, two): (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15 &+ UInt64(bytes.count), 0xC2B2_AE3D_27D4_EB4F)
    var place = 0
    while place + 16 <= bytes.count {
      one = mixed(one ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      two = mixed(two ^ bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
      place += 16
    }
    while place < bytes.count {
      one = mixed(one ^ UInt64(bytes[place]))
      place += 1
    }
    return mixed(one ^ (two << 29 | two >> 35))
  }
}

private func mixed(_ value: UInt64) -> UInt64 {
  let value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
  return value ^ value >> 29
}
