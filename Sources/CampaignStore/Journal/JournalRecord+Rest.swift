import Campaigns

extension JournalRecord {
  /// What is still to be done to a file, where a writer died before it had finished.
  enum Rest: Equatable {
    case nothing
    case write([UInt8])
    case remove
  }

  /// What of this record is not yet done to a file that holds these bytes. The revision tells; a file that is not as
  /// the record found it was changed by hand, and is left alone.
  func rest(of name: String, _ found: [UInt8]?) -> Rest {
    guard let change = files.first(where: { $0.file == name }) else { return .nothing }
    var file: StoredFile?
    if let found {
      if let reading = try? StoredFile.reading(named: name, found) {
        guard reading.unknownKey == nil else { return .nothing }
        file = reading.value
      } else if !replacesWhatIsDamaged {
        return .nothing
      }
    }
    // What is damaged or gone has no revision; its record has the one that the journal knew.
    guard file?.revision == change.before || (file == nil && replacesWhatIsDamaged) else { return .nothing }
    guard let revision = change.after else { return file == nil ? .nothing : .remove }
    guard
      let result = try? StoredFile.applying(
        change.edits, to: file, named: name, revision: revision, stamp: stamp),
      let bytes = try? result.bytes
    else { return .nothing }
    return .write(bytes)
  }
}
