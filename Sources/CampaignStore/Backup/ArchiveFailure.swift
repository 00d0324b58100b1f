/// Why an archive could not be written or read. Nothing of it has been given out then.
package enum ArchiveFailure: Error, Hashable, Sendable {
  /// The library that packs and unpacks is not on this machine; its file name.
  case libraryMissing(String)
  /// No tar.gz, or one that was cut off, changed or added to.
  case damaged
  /// An entry that no backup has: a link, folder, device or pipe, a name that leads out of the folder it is unpacked
  /// in, has control characters, is too long or is in no known encoding. Its name, mended for showing.
  case unsafeEntry(String)
  /// Two entries have the name, or it is a file's in one and a folder's in the other.
  case duplicateEntry(String)
  /// The files come to more bytes than the limit.
  case tooLarge(limit: Int)
  /// There are more files than the limit.
  case tooManyEntries(limit: Int)
  /// There was no memory to write it in.
  case noMemory
}
