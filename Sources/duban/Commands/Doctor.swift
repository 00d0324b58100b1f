import ArgumentParser
import CampaignStore
import Tables
import Wording

/// `duban doctor`: looks whether everything is as it must be; mends what can be proven.
struct Doctor: Command {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: .say(
      "检查台账库，逐条说明问题；--fix 修复有据可依的。", "Check the store and explain; --fix mends what can be proven."),
    discussion: .say(
      """
      duban doctor               只检查
      duban doctor --fix         逐条询问后修复；依据是日志或备份，损坏的文件另存在 backups/
      duban doctor --fix --yes   不询问
      """,
      """
      duban doctor               only look
      duban doctor --fix         asks about each; proof is the journal or a backup, damaged files are kept in backups/
      duban doctor --fix --yes   does not ask
      """))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Flag(help: .say("修复，逐条询问。", "Mend, asking about each.")) var fix = false

  // 0 says that the store is sound.
  var isAboutItsAnswer: Bool { true }

  func run(_ session: Session) throws(Failure) -> Answer {
    if fix { try session.requireNoRehearsal() }
    // Looking changes nothing: readers do it too, without the lock.
    let looking = session.options.readOnly ? nil : try session.writing()
    func look() throws(Failure) -> [StoreProblem] {
      try session.onStore { store throws(StoreError) in
        try store.examine(looking) { session.progress($0, of: $1, .checking) }
      }
    }
    var problems = try look()
    if fix, problems.contains(where: \.isRepairable) {
      for problem in problems where problem.isRepairable {
        // Without anybody to ask, only `--yes` mends.
        guard session.options.yes || session.canAsk, session.confirm(session.wording.line(problem)) else {
          continue
        }
        let writing = try session.writing()
        let kept: String?
        do throws(Failure) {
          kept = try session.onStore { store throws(StoreError) in try store.repair(problem, writing) }
        } catch {
          // The others can be mended all the same.
          session.remark(session.wording.prose(error))
          continue
        }
        session.remark(
          session.wording.pick("已修复 ", "Mended ") + session.wording.prose(problem)
            + (kept.map { session.wording.pick("原文件存于 \($0)。", " The old file is \($0).") } ?? ""))
      }
      problems = try look()
    }
    let (wording, found) = (session.wording, problems)
    var answer = Answer(["problems": found.map { record($0, wording) }]) {
      found.isEmpty
        ? [.line(wording.pick("台账库完好。", "The store is sound."))] : found.map { .line(wording.line($0)) }
    }
    if found.contains(where: { !$0.isNote }) { answer.failure = .silent(ExitCode.data.rawValue) }
    return answer
  }

  private func record(_ problem: StoreProblem, _ wording: Wording) -> JSONRecord {
    ["text": wording.prose(problem), "isRepairable": problem.isRepairable, "isNote": problem.isNote]
  }
}

extension Wording {
  /// A problem with what can be done about it: one line.
  fileprivate func line(_ problem: StoreProblem) -> String {
    if problem.isNote { return pick("说明  ", "note  ") + prose(problem) }
    guard problem.isRepairable else { return pick("问题  ", "wrong  ") + prose(problem) }
    let source =
      switch problem {
      case .damaged(_, let source), .missing(_, let source), .behindJournal(_, _, _, let source): source
      default: StoreProblem.Source?.none
      }
    let how =
      switch source {
      case .journal:
        pick("可依日志恢复，不含直接改文件的内容", "can be had from the journal, without what hands changed in the file")
      case .backup(let name):
        pick(
          "可依备份 \(name) 恢复，不含此后直接改文件的内容",
          "can be had from the backup \(name), without what hands changed since")
      case .defaults: pick("可按默认设置新建，原有设置须重设", "can be made anew; settings must be set again")
      case nil: pick("可修复", "can be mended")
      }
    return pick("问题  \(prose(problem))（\(how)：--fix）", "wrong  \(prose(problem)) (\(how): --fix)")
  }

  fileprivate func prose(_ problem: StoreProblem) -> String {
    switch problem {
    case .damaged(let flaw, _): prose(flaw)
    case .missing(let file, _): pick("\(file)：文件缺失。", "\(file): the file is missing.")
    case .missingSource(let campaign, let file):
      pick("\(campaign)：导入时的原文 \(file) 缺失。", "\(campaign): its source text \(file) is missing.")
    case .unfinished(let entry):
      pick(
        "日志第\(entry.id)条的改动尚未写入文件，下次写入时自动补完。",
        "record \(entry.id) is not in its files yet; the next change finishes it.")
    case .tornJournal(let file):
      pick("\(file)：最后一行不完整，从未生效。", "\(file): its last line is cut off; it never counted.")
    case .journalCutShort(let found, let expected):
      pick(
        "日志应有\(expected)条，只有\(found)条，部分记录缺失。",
        "the journal has \(found) records where there were \(expected); some are lost.")
    case .unreadableRecord(let file, let line):
      pick("\(file):\(line)：日志记录无法读取。", "\(file):\(line): a journal record that cannot be read.")
    case .recordOutOfOrder(let file, let line, let found, let expected):
      pick(
        "\(file):\(line)：记录号为\(found)，应为\(expected)，有记录缺失或重复。",
        "\(file):\(line): the record is number \(found) where \(expected) belongs; some are missing or doubled."
      )
    case .inconsistent(let file, let problem): "\(file)\(pick("：", ": "))\(prose(problem))\(pick("。", "."))"
    case .leftover(let file):
      pick("\(file)：中断的写入留下的临时文件。", "\(file): a temporary file that a dead writer left.")
    case .foreignFolder(let file):
      pick(
        "\(file)：文件夹用了临时文件的名字，不妨碍写入，请查看后移走。",
        "\(file): a folder with a temporary file's name; it is in nobody's way. Look into it and move it.")
    case .strayInstruction(let file, let flaw): prose(flaw, of: file)
    case .strandedInstruction(let left): stranded(left)
    case .notAFolder(let name):
      pick(
        "\(name)：应是文件夹，却是文件，写入会失败；请移走该文件。",
        "\(name): a file where a folder belongs, so that nothing can be written. Move it away.")
    case .wrongIndex(let file, let count):
      pick(
        "索引与 \(file) \(count > 1 ? "等\(count)个文件" : "")不符，修复即重建索引，台账不受影响。",
        "the index differs from \(file)\(count > 1 ? " and \(count - 1) more" : ""); it is made anew, the ledger is not concerned."
      )
    case .danglingLock:
      pick(".lock 是断开的链接。", ".lock is a link that leads nowhere.")
    case .notShared(let file):
      pick("\(file)：同组的人不能写。", "\(file): the others of the group cannot write it.")
    case .damagedBackup(let file, _): pick("\(file)：备份无法读取。", "\(file): the backup cannot be read.")
    case .changedByHand(let file, let revision, let recorded):
      revision == recorded
        ? pick("\(file)：直接改过文件，以文件为准。", "\(file): changed by hand; the file counts.")
        : pick(
          "\(file)：版本为\(revision)，日志只记到\(recorded)，以文件为准。",
          "\(file): at revision \(revision) where the journal has only \(recorded); the file counts.")
    case .behindJournal(let file, let revision, let recorded, _):
      pick(
        "\(file)：版本为\(revision)，日志已记到\(recorded)，文件被换旧或改动丢失。",
        "\(file): at revision \(revision) where the journal has \(recorded); an older file was put there, or changes were lost."
      )
    }
  }
}
