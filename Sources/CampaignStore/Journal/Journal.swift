import Campaigns
import Glibc

/// The store's journal: a file a year, a record a line, only ever added to. A last line without its end, or with zeros
/// in it, was never made durable: it is not read, and the next writer cuts it off.
struct Journal {
  /// Its folder.
  let folder: String
  let files: any FileSystem

  /// The end of the journal: where the next record goes.
  struct End: Equatable {
    /// The newest file, and how long it is without a torn last line; nil where there is none yet.
    var file: String?
    var size = 0
    /// The last record's number.
    var lastID = 0

    /// The newest file, in the store.
    var name: String { "journal/\(file ?? "")" }

    /// As the lock's file says it, so that the next one need not read the journal.
    var note: String { "\(lastID) \(size) \(file ?? "-")" }

    init() {}

    init(file: String?, size: Int, lastID: Int) {
      self.file = file
      self.size = size
      self.lastID = lastID
    }

    init?(note: some StringProtocol) {
      let words = note.split(separator: " ", omittingEmptySubsequences: false)
      // Beyond that nobody counted: records could not be numbered on.
      guard words.count == 3, let id = Int(words[0]), let size = Int(words[1]), (0..<1 << 40).contains(id),
        size >= 0
      else { return nil }
      self.init(file: words[2] == "-" ? nil : String(words[2]), size: size, lastID: id)
    }
  }

  /// What a look at the end of the journal found.
  struct Tail {
    var end = End()
    /// The last record.
    var record: JournalRecord?
  }

  /// The journal's files, oldest first.
  func names() throws(FileFailure) -> [String] {
    do throws(FileFailure) {
      var names: [String] = []
      for name in try files.names(in: folder) where Journal.isName(name) {
        if try files.status("\(folder)/\(name)")?.isFolder != true { names.append(name) }
      }
      return names
    } catch {
      if error.kind == .missing { return [] }
      throw error
    }
  }

  /// `YEAR.jsonl`.
  static func isName(_ name: String) -> Bool {
    name.utf8.count == 10 && name.hasSuffix(".jsonl") && Int(name.prefix(4)) != nil
  }

  /// Whether the journal ends where a note says: nothing is unfinished then.
  func ends(at end: End) throws(FileFailure) -> Bool {
    guard try names().last == end.file else { return false }
    guard let file = end.file else { return true }
    return try files.status("\(folder)/\(file)")?.size == end.size
  }

  /// The end of the journal, found by reading backwards.
  func tail() throws(FileFailure) -> Tail {
    var tail = Tail()
    var unreadable = 0
    for name in try names().reversed() {
      let path = "\(folder)/\(name)"
      var wanted = 65_536
      while true {
        let (bytes, size) = try files.readEnd(path, wanted)
        let isAll = bytes.count >= size
        // The first line of a part may have lost its beginning.
        var lines = Journal.lines(of: bytes[...]).dropFirst(isAll ? 0 : 1)
        // Where a power cut left a page of the last line unwritten there are zeros, and maybe an end behind them.
        while let last = lines.last, bytes[last].contains(0) { lines.removeLast() }
        if tail.end.file == nil, isAll || !lines.isEmpty {
          let whole = lines.last.map { $0.upperBound + 1 } ?? 0
          tail.end.file = name
          tail.end.size = size - bytes.count + whole
        }
        // Lines that cannot be read were records too: their numbers are not given again.
        for (behind, line) in lines.reversed().enumerated() {
          guard let record = Journal.record(bytes[line]) else { continue }
          tail.record = unreadable + behind == 0 ? record : nil
          tail.end.lastID = record.id + unreadable + behind
          return tail
        }
        if isAll {
          unreadable += lines.count
          break
        }
        wanted *= 4
      }
    }
    tail.end.lastID = unreadable
    return tail
  }

  /// Where a line begins.
  struct Place: Comparable {
    var file: String
    var offset: Int
    static func < (one: Place, other: Place) -> Bool { (one.file, one.offset) < (other.file, other.offset) }
  }

  /// All records, newest first, until `body` says that it has seen enough, or one before `first` is reached. Only lines that `isWanted`
  /// takes are read as records. Lines that are none are named to `damage`, with their files and numbers.
  func backwards(
    since first: Place? = nil, where isWanted: (ArraySlice<UInt8>) -> Bool = { _ in true },
    _ body: (JournalRecord) -> Bool, damage: (_ file: String, _ line: Int) -> Void = { _, _ in }
  ) throws(FileFailure) {
    try lines(since: first) { bytes, place throws(FileFailure) in
      guard isWanted(bytes) else { return true }
      if let record = Journal.record(bytes) { return body(record) }
      damage(place.file, try number(ofLineAt: place.offset, in: "\(folder)/\(place.file)"))
      return true
    }
  }

  /// The first record from a moment on; nil where none is. Clocks go wrong at times: the cut is where the fewest records are on
  /// the wrong side of it. Of each only the time is read, which stands first in a line that the program wrote.
  func first(since moment: Moment) throws(FileFailure) -> Place? {
    let wanted = Array("{\"at\":\"\(moment.iso)\"".utf8)
    var (found, score, best): (Place?, Int, Int) = (nil, 0, 0)
    try lines { bytes, place throws(FileFailure) in
      let isSince: Bool
      if bytes.count > wanted.count, bytes.prefix(7).elementsEqual(wanted[..<7]),
        bytes[(bytes.startIndex + 26)..<(bytes.startIndex + wanted.count)].elementsEqual(wanted[26...])
      {
        isSince = !bytes.prefix(26).lexicographicallyPrecedes(wanted[..<26])
      } else if let record = Journal.record(bytes) {
        isSince = record.at >= moment
      } else {
        return true
      }
      score += isSince ? 1 : -1
      if score > best { (found, best) = (place, score) }
      return true
    }
    return found
  }

  /// All finished lines, the last one first, until `body` has seen enough or one before `first` is reached: read from the
  /// end, piece by piece.
  private func lines(
    since first: Place? = nil, _ body: (ArraySlice<UInt8>, Place) throws(FileFailure) -> Bool
  ) throws(FileFailure) {
    for name in try names().reversed() where first.map({ $0.file <= name }) ?? true {
      let path = "\(folder)/\(name)"
      guard var start = try files.status(path)?.size else { continue }
      let least = first?.file == name ? first?.offset ?? 0 : 0
      // The beginning of a line whose rest stands in the piece before, that is behind it.
      var rest: [UInt8] = []
      var piece = 1 << 16
      while start > least {
        let end = start
        start = max(least, end - piece)
        var bytes = try files.read(path, from: start, count: end - start)
        guard bytes.count == end - start else { throw FileFailure(.changed, path) }
        bytes += rest
        // The first line of a piece may have lost its beginning.
        let whole = start == least ? 0 : (bytes.firstIndex(of: newline).map { $0 + 1 } ?? bytes.count)
        rest = Array(bytes[..<whole])
        piece = min(piece * 2, 1 << 24)
        for line in Journal.lines(of: bytes[whole...]).reversed() {
          guard try body(bytes[line], Place(file: name, offset: start + line.lowerBound)) else { return }
        }
      }
    }
  }

  /// The number of a line that begins at a place in a file, from 1.
  private func number(ofLineAt offset: Int, in path: String) throws(FileFailure) -> Int {
    Journal.lines(of: try files.read(path, from: 0, count: offset)[...]).count + 1
  }

  /// The finished lines of some bytes, without their ends.
  static func lines(of bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return }
      var start = 0
      while start < all.count, let found = memchr(base + start, Int32(newline), all.count - start) {
        let end = UnsafeRawPointer(found) - base
        if end > start { lines.append(bytes.startIndex + start..<bytes.startIndex + end) }
        start = end + 1
      }
    }
    return lines
  }

  /// Goes through the lines of a file that are not empty, a piece of the file at a time.
  /// - Returns: bytes behind the last newline.
  func eachLine(of name: String, _ body: (ArraySlice<UInt8>) -> Void) throws(StoreError) -> Int {
    do throws(FileFailure) {
      var (bytes, offset): ([UInt8], Int) = ([], 0)
      while true {
        let piece = try files.read("\(folder)/\(name)", from: offset, count: 1 << 20)
        if piece.isEmpty { return bytes.count }
        offset += piece.count
        bytes += piece
        let lines = Journal.lines(of: bytes[...])
        for line in lines { body(bytes[line]) }
        let end = bytes.lastIndex(of: newline).map { $0 + 1 } ?? 0
        bytes.removeFirst(end)
      }
    } catch { throw .file(error) }
  }

  /// The record that a line is; nil where it is none.
  static func record(_ line: ArraySlice<UInt8>) -> JournalRecord? {
    try? StoredJSON.record(Array(line), file: "").value
  }

  /// Adds a record and makes it durable: from then on what it says has happened. The lock is held.
  /// - Returns: the new end. Nothing of the record is left behind where this fails.
  func append(_ record: JournalRecord, at end: End) throws(StoreError) -> End {
    let line: [UInt8]
    let year = "\(record.at.day.year).jsonl"
    // Never into an older file than the newest, whatever the clock says: the order of lines is that of events.
    let name = max(year, end.file ?? year)
    do throws(DamagedFile) {
      line = try StoredJSON.line(of: record)
      // What could not be read again is not written: a number that somebody set beyond all reason, for one.
      _ = try StoredJSON.record(line, file: "journal/\(name)")
    } catch { throw .damaged(error.flaw) }
    let path = "\(folder)/\(name)"
    do throws(FileFailure) {
      if name == end.file {
        do throws(FileFailure) { try files.append(path, line, at: end.size) } catch {
          // Where hands changed it, nothing was written.
          if error.kind != .changed { try? files.truncate(path, to: end.size) }
          throw error
        }
      } else {
        do throws(FileFailure) { try files.make(path, line) } catch {
          // Made durable too: it must not come back behind records that are written to the older file meanwhile.
          if error.kind != .exists, (try? files.remove(path)) != nil { try? files.syncFolder(folder) }
          throw error
        }
      }
    } catch { throw .file(error) }
    let size = (name == end.file ? end.size : 0) + line.count
    return End(file: name, size: size, lastID: record.id)
  }
}

private let newline = UInt8(ascii: "\n")
