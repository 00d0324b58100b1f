import CampaignStore
import Synchronization

/// The machine's file system, with something that happens before one of its calls: another program at work.
package final class MeddlingFiles: FileSystem {
  private let calls = Mutex(0)
  private let files = PosixFileSystem()
  private let place: Int
  private let meddle: @Sendable () -> Void

  /// Runs `meddle` before the call of that number, from 0.
  package init(at place: Int, _ meddle: @escaping @Sendable () -> Void) {
    (self.place, self.meddle) = (place, meddle)
  }

  /// How many calls there were.
  package var count: Int { calls.withLock { $0 } }

  private func call<T>(_ body: (PosixFileSystem) throws(FileFailure) -> T) throws(FileFailure) -> T {
    let number = calls.withLock { calls in
      calls += 1
      return calls - 1
    }
    if number == place { meddle() }
    return try body(files)
  }

  package func read(_ path: String, atMost limit: Int) throws(FileFailure) -> [UInt8] {
    try call { files throws(FileFailure) in try files.read(path, atMost: limit) }
  }

  package func readEnd(_ path: String, _ count: Int) throws(FileFailure) -> (bytes: [UInt8], size: Int) {
    try call { files throws(FileFailure) in try files.readEnd(path, count) }
  }

  package func read(_ path: String, from offset: Int, count: Int) throws(FileFailure) -> [UInt8] {
    try call { files throws(FileFailure) in try files.read(path, from: offset, count: count) }
  }

  package func writeNew(
    _ path: String, mode: UInt32, group: UInt32?, like model: String,
    _ content: (Sink) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    try call { files throws(FileFailure) in
      try files.writeNew(path, mode: mode, group: group, like: model, content)
    }
  }

  package func names(in folder: String) throws(FileFailure) -> [String] {
    try call { files throws(FileFailure) in try files.names(in: folder) }
  }

  package func isRemote(_ path: String) -> Bool { files.isRemote(path) }

  package func status(_ path: String) throws(FileFailure) -> FileStatus? {
    try call { files throws(FileFailure) in try files.status(path) }
  }

  package func resolved(_ path: String) throws(FileFailure) -> String {
    try call { files throws(FileFailure) in try files.resolved(path) }
  }

  package func writeNew(
    _ path: String, _ bytes: [UInt8], isDurable: Bool, mode: UInt32, group: UInt32?, like model: String
  ) throws(FileFailure) {
    try call { files throws(FileFailure) in
      try files.writeNew(path, bytes, isDurable: isDurable, mode: mode, group: group, like: model)
    }
  }

  package func maySyncAll(_ path: String) -> Bool { files.maySyncAll(path) }

  package func syncAll(on folder: String) throws(FileFailure) {
    try call { files throws(FileFailure) in try files.syncAll(on: folder) }
  }

  package func append(_ path: String, _ bytes: [UInt8], at offset: Int) throws(FileFailure) {
    try call { files throws(FileFailure) in try files.append(path, bytes, at: offset) }
  }

  package func truncate(_ path: String, to size: Int) throws(FileFailure) {
    try call { files throws(FileFailure) in try files.truncate(path, to: size) }
  }

  package func share(_ path: String, mode: UInt32, group: UInt32) throws(FileFailure) {
    try call { files throws(FileFailure) in try files.share(path, mode: mode, group: group) }
  }

  package func rename(_ path: String, to target: String, replacing: Bool) throws(FileFailure) {
    try call { files throws(FileFailure) in try files.rename(path, to: target, replacing: replacing) }
  }

  package func mayReplace(_ path: String) throws(FileFailure) -> Bool {
    try call { files throws(FileFailure) in try files.mayReplace(path) }
  }

  package func remove(_ path: String) throws(FileFailure) {
    try call { files throws(FileFailure) in try files.remove(path) }
  }

  package func makeFolder(_ path: String, like model: String?) throws(FileFailure) {
    try call { files throws(FileFailure) in try files.makeFolder(path, like: model) }
  }

  package func syncFolder(_ path: String) throws(FileFailure) {
    try call { files throws(FileFailure) in try files.syncFolder(path) }
  }

  package func lock(_ path: String, waiting milliseconds: Int, holder: String) throws(FileFailure)
    -> any FileLock
  {
    try call { files throws(FileFailure) in try files.lock(path, waiting: milliseconds, holder: holder) }
  }
}
