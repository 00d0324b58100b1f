import Campaigns

/// Something that is not as it must be in a store, found by `Store.examine`.
package enum StoreProblem: Sendable, Equatable {
  /// Where a file's content can be had again.
  package enum Source: Sendable, Equatable {
    /// From the journal alone, which tells it from the beginning.
    case journal
    /// From a backup, and what the journal says since.
    case backup(String)
    /// From nowhere: what a new store begins with.
    case defaults
  }

  /// A file that cannot be read, or not be written.
  case damaged(Ledger.Flaw, Source?)
  /// The journal knows of a file that is not there.
  case missing(file: String, Source?)
  /// A text that a campaign was imported from is not there.
  case missingSource(campaign: String, file: String)
  /// A record whose files a dead writer left unfinished.
  case unfinished(HistoryEntry)
  /// The journal ends within a line.
  case tornJournal(file: String)
  /// The journal has fewer records than there were.
  case journalCutShort(found: Int, expected: Int)
  /// A line of the journal that is no record.
  case unreadableRecord(file: String, line: Int)
  /// Records are missing, or there twice: the number found, and that which should stand there.
  case recordOutOfOrder(file: String, line: Int, found: Int, expected: Int)
  /// Something names what is not there.
  case inconsistent(file: String, Inconsistency)
  /// What a dead writer left behind.
  case leftover(file: String)
  /// A folder with the name of what a dead writer leaves: no writer ever made it.
  case foreignFolder(String)
  /// Something that is no folder lies where one of the store's belongs: nothing can be written to it.
  case notAFolder(String)
  /// A file among the instructions that wait which is none.
  case strayInstruction(file: String, InstructionFlaw)
  /// An instruction that waits for a task which is not there.
  case strandedInstruction(WaitingInstruction)
  /// A file that the group of its folder cannot write.
  case notShared(file: String)
  /// A backup that cannot be read.
  case damagedBackup(file: String, ArchiveFailure)
  /// A file says something else than the journal: changed by hand.
  case changedByHand(file: String, revision: Int, recorded: Int)
  /// A file is at an older revision than the journal: hands put an older one in its place, or changes were lost.
  case behindJournal(file: String, revision: Int, recorded: Int, Source?)
  /// The lock's file is a link that leads nowhere.
  case danglingLock
  /// The index holds something else than the files of so many plans say, of which this is the first.
  case wrongIndex(file: String, count: Int)

  /// Whether it is only to be known, and nothing to be mended.
  package var isNote: Bool { if case .changedByHand = self { true } else { false } }

  /// Whether it may be a writer at work, seen from beside.
  var isMomentary: Bool {
    switch self {
    case .unfinished, .tornJournal, .leftover, .changedByHand, .behindJournal: true
    default: false
    }
  }

  /// The files of plans, units and settings that it is about.
  var files: [String] {
    switch self {
    case .damaged(let flaw, _): [flaw.file]
    case .missing(let file, _), .changedByHand(let file, _, _), .behindJournal(let file, _, _, _),
      .inconsistent(let file, _):
      [file]
    case .missingSource(let code, _): ["campaigns/\(code).json", "archive/\(code).json"]
    case .unfinished, .tornJournal, .journalCutShort, .unreadableRecord, .recordOutOfOrder, .leftover,
      .foreignFolder, .notAFolder, .strayInstruction, .strandedInstruction, .notShared, .damagedBackup,
      .danglingLock, .wrongIndex:
      []
    }
  }

  /// Whether it can be mended by what is proven.
  package var isRepairable: Bool {
    switch self {
    case .damaged(_, let source), .missing(_, let source), .behindJournal(_, _, _, let source): source != nil
    case .unfinished, .tornJournal, .leftover, .notShared, .danglingLock, .wrongIndex: true
    case .missingSource, .journalCutShort, .unreadableRecord, .recordOutOfOrder, .inconsistent,
      .foreignFolder, .notAFolder, .strayInstruction, .strandedInstruction, .damagedBackup, .changedByHand:
      false
    }
  }
}
