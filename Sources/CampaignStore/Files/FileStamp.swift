/// What tells a file's state on the disk from any other that it had or will have: its number, size, and the times at which its
/// content and anything of it changed last, in nanoseconds by the file system's clock. Nobody can set the last one.
struct FileStamp: Sendable, Equatable {
  let number: UInt64
  let size: Int
  let changed: Int
  let touched: Int
}

extension FileStatus {
  /// The same but for the time at which anything of it changed: a new name changes that.
  var unnamed: FileStatus {
    var status = self
    status.touched = 0
    return status
  }

  var stamp: FileStamp { FileStamp(number: number, size: size, changed: changed, touched: touched) }
}
