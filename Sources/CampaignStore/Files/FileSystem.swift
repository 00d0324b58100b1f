/// What the store asks of a file system. A protocol, so that tests can put a simulated one in its place that fails,
/// or drops what was not made durable.
package protocol FileSystem: Sendable {
  /// The whole content of a regular file; refused unread where it has more bytes than that.
  func read(_ path: String, atMost limit: Int) throws(FileFailure) -> [UInt8]
  /// The whole content of a small file with whose it is. Only a regular file that no other name leads to is read.
  func readOwned(_ path: String, atMost limit: Int) throws(FileFailure) -> OwnedFile
  /// The last so many bytes of a regular file, or all that there are, and its size.
  func readEnd(_ path: String, _ count: Int) throws(FileFailure) -> (bytes: [UInt8], size: Int)
  /// Bytes of a regular file from a place on: as many as asked for, or as there are.
  func read(_ path: String, from offset: Int, count: Int) throws(FileFailure) -> [UInt8]
  /// Bytes of a regular file at some places, in this order, all of one state of it, which is answered with them.
  func read(_ path: String, at places: [Range<Int>]) throws(FileFailure) -> (
    bytes: [[UInt8]], status: FileStatus
  )
  /// Names in a folder with what stands there, sorted, symbolic links followed; nil for what cannot be looked at.
  func statuses(in folder: String) throws(FileFailure) -> [(name: String, status: FileStatus?)]
  /// Names in a folder, sorted.
  func names(in folder: String) throws(FileFailure) -> [String]
  /// What stands at a path, symbolic links followed; nil where nothing does.
  func status(_ path: String) throws(FileFailure) -> FileStatus?
  /// Whether a path lies on another machine, where a file's locks and mapped bytes are not to be relied on.
  func isRemote(_ path: String) -> Bool
  /// Where a symbolic link leads in the end; `path` itself where it is none.
  func resolved(_ path: String) throws(FileFailure) -> String
  /// Writes a new file; fails where the path is taken. `isDurable` makes its content durable, which is else left to
  /// `syncAll`. `model` is a file whose access list it takes, where that has one.
  func writeNew(
    _ path: String, _ bytes: [UInt8], isDurable: Bool, mode: UInt32, group: UInt32?, like model: String
  ) throws(FileFailure)
  /// The same, durable and of content that comes piece by piece: `content` hands it over.
  func writeNew(
    _ path: String, mode: UInt32, group: UInt32?, like model: String,
    _ content: (Sink) throws(FileFailure) -> Void
  ) throws(FileFailure)
  /// Writes bytes behind a file's end, and makes them durable. Refused where it does not end at that place.
  func append(_ path: String, _ bytes: [UInt8], at offset: Int) throws(FileFailure)
  /// Cuts a file off at a size, and makes that durable.
  func truncate(_ path: String, to size: Int) throws(FileFailure)
  /// Gives a regular file that mode and group.
  func share(_ path: String, mode: UInt32, group: UInt32) throws(FileFailure)
  /// Gives a file another name in one step: that of a file whose place it takes, or one that nothing has.
  func rename(_ path: String, to target: String, replacing: Bool) throws(FileFailure)
  /// Whether a file may be replaced or taken away by us: in a sticky folder only its owner may, or the folder's.
  func mayReplace(_ path: String) throws(FileFailure) -> Bool
  /// Takes a file away.
  func remove(_ path: String) throws(FileFailure)
  /// Makes a folder and those around it, durable; does nothing where it exists. `model` is a folder whose mode and group it
  /// takes; nil leaves them to the system.
  func makeFolder(_ path: String, like model: String?) throws(FileFailure)
  /// Lets nobody but its owner into a folder.
  func makePrivate(_ folder: String) throws(FileFailure)
  /// Whether `syncAll` may be relied on for a path: that it tells where something could not be made durable.
  func maySyncAll(_ path: String) -> Bool
  /// Makes the content of all files durable that lie on the same disk as a folder.
  func syncAll(on folder: String) throws(FileFailure)
  /// Makes a folder's names durable.
  func syncFolder(_ path: String) throws(FileFailure)
  /// Takes the writers' lock, waiting at most so many milliseconds for one holder: as long as it goes from hand to hand,
  /// the wait goes on. `holder` is what other writers are told; it differs from every other holder's.
  func lock(_ path: String, waiting milliseconds: Int, holder: String) throws(FileFailure) -> any FileLock
}

extension FileSystem {
  /// There is nobody else.
  package func readOwned(_ path: String, atMost limit: Int) throws(FileFailure) -> OwnedFile {
    OwnedFile(bytes: try read(path, atMost: limit), owner: .own, isOpenToOthers: false)
  }

  /// There is nobody else.
  package func makePrivate(_ folder: String) throws(FileFailure) {}

  /// As it is put together from the other calls.
  package func read(
    _ path: String, at places: [Range<Int>]
  ) throws(FileFailure) -> (bytes: [[UInt8]], status: FileStatus) {
    var pieces: [[UInt8]] = []
    let before = try status(path)
    for place in places { pieces.append(try read(path, from: place.lowerBound, count: place.count)) }
    guard let status = try status(path), status == before else { throw FileFailure(.changed, path) }
    return (pieces, status)
  }

  /// As it is put together from the other calls.
  package func statuses(in folder: String) throws(FileFailure) -> [(name: String, status: FileStatus?)] {
    try names(in: folder).map { ($0, try? status("\(folder)/\($0)")) }
  }
}

/// Takes the next bytes of a file that is being written.
package typealias Sink = ([UInt8]) throws(FileFailure) -> Void

/// A lock that is held until it is given back.
package protocol FileLock {
  /// What a holder left for the next ones; empty at first.
  var note: String { get }
  /// Whether its file was made just now: nobody ever held it before.
  var isNew: Bool { get }
  /// Leaves a line for the next holders. Nothing depends on its being durable.
  func leave(note: String)
  /// Holds another file as well, as long as this lock: whoever came in by a new file of the lock, since hands took this
  /// one away, still meets that one. Waits as for the lock.
  func hold(_ path: String, waiting milliseconds: Int) throws(FileFailure)
  /// Whether its file, and what else it holds, still stand at their paths: only then does it keep others out.
  func stands() throws(FileFailure) -> Bool
  /// Gives the lock back.
  func unlock()
}

/// What a file holds, and on whose word.
package struct OwnedFile: Sendable {
  /// Its content.
  let bytes: [UInt8]
  /// Whose it is.
  let owner: Account
  /// Whether its mode lets others write to it.
  let isOpenToOthers: Bool
}

/// What stands at a path.
package struct FileStatus: Sendable, Equatable {
  /// Permission bits.
  package var mode: UInt32
  /// The group's number.
  package var group: UInt32
  /// Whether it is a folder.
  package var isFolder: Bool
  /// Nanoseconds at which its content changed last, by the file system's clock.
  package var changed: Int
  /// Nanoseconds at which anything of it changed last, by the same clock; nobody can set it.
  package var touched: Int
  /// Its size in bytes.
  package var size: Int
  /// Its number in the file system: another one after it was replaced.
  package var number: UInt64

  /// A status.
  package init(
    mode: UInt32, group: UInt32, isFolder: Bool, changed: Int, touched: Int, size: Int, number: UInt64
  ) {
    self.mode = mode
    self.group = group
    self.isFolder = isFolder
    self.changed = changed
    self.touched = touched
    self.size = size
    self.number = number
  }

  /// That of what cannot even be looked at.
  static let unknown = FileStatus(
    mode: 0, group: 0, isFolder: false, changed: 0, touched: 0, size: -1, number: 0)
}

/// Why the file system refused something.
package struct FileFailure: Error, Hashable, Sendable {
  /// What was wanted of it.
  package enum Kind: Hashable, Sendable {
    case missing, exists, denied, full, busy(holder: String?), notRegular, other
    /// It has more bytes than that.
    case tooLarge(limit: Int)
    /// Hands changed it while it was being worked on.
    case changed
    /// A symbolic link where none may stand.
    case link
    /// A symbolic link that leads out of the store.
    case outside
  }
  /// What kind of failure it is.
  package var kind: Kind
  /// The path.
  package var path: String
  /// The system's error number, 0 where there is none.
  package var number: Int32

  /// A failure.
  package init(_ kind: Kind, _ path: String, number: Int32 = 0) {
    self.kind = kind
    self.path = path
    self.number = number
  }
}
