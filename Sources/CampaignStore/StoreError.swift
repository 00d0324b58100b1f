import Campaigns

/// Why the store could not do what was asked. Nothing has changed then.
package enum StoreError: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case noStore(String)
  /// There is a folder, but no store in it.
  case notAStore(String)
  /// There is no store.json, but a file that only a store has: it was lost.
  case storeRemains(String, file: String)
  /// There is a store already.
  case storeExists(String)
  /// A store is to be made in a folder that holds something else, which is named.
  case folderTaken(String, file: String)
  /// A newer program wrote the store.
  case newerStore(path: String, format: Int)
  /// A file that the act needs is damaged, or has keys that writing would lose.
  case damaged(Ledger.Flaw)
  /// No campaign with that code.
  case noCampaign(code: String, nearest: String?)
  /// The code is taken by a campaign, archived ones included.
  case codeTaken(String)
  /// A change of that name was made before; the command that made it.
  case doneBefore(key: String, HistoryEntry)
  /// Somebody else holds the lock.
  case locked(holder: String?)
  /// The act is refused.
  case refused(Refusal)
  /// The folder where instructions are left is not there, or not open to who leaves one.
  case instructionsShut(String)
  /// Who writes may leave instructions and nothing else.
  case onlyInstructs(login: String)
  /// The file system refused.
  case file(FileFailure)
  /// An archive could not be written or read.
  case archive(ArchiveFailure, path: String)
  /// Somebody changed the store since one saw what a backup would make of it: the newest command, and how many.
  case changedSincePreview(HistoryEntry, count: Int)
  /// An archive holds no store.
  case noBackup(String)
  /// The change is in the journal and counts, but the file system refused to put its files in place; the next writer
  /// will.
  case unfinished(FileFailure)
}

extension Ledger.Flaw: Hashable {
  package func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(line)
    hasher.combine(column)
  }
}
