import ArgumentParser
import CampaignStore
import Tables
import TerminalFrames
import Wording

/// `duban backup`: one dated archive, read back.
struct BackUp: Command {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: .say("备份：存为一个带日期的压缩包，并读回核对。", "One dated archive, verified by reading it back."),
    discussion: "duban backup\n\n"
      + .say(
        "存在台账库的 backups/ 下，可另行复制保存；用 tar xzf 也能打开。",
        "In backups/ of the store; copy it elsewhere. tar xzf opens it too."))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions

  func run(_ session: Session) throws(Failure) -> Answer {
    try session.requireNoRehearsal()
    let backup = try session.change { store, writing throws(StoreError) in
      try store.backUp(writing) { session.progress($0, of: $1, .backingUp) }
    }
    var answer = Answer(["path": backup.path, "files": backup.files, "bytes": backup.size]) {
      [.line(session.wording.made(backup))]
    }
    answer.remarks = backup.skipped.map {
      session.wording.pick("\($0) 不是台账库的文件，未备份。", "\($0) is no file of a store; not backed up.")
    }
    return answer
  }
}

/// `duban restore`: what a backup would change; with its name confirmed, the change.
struct Restore: Command {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: .say(
      "从备份恢复；写出备份名才会执行，否则只说明会改什么。",
      "Restore a backup; only shows what it would change until its name is typed."),
    discussion: .say(
      """
      duban restore backups/2026-11-20T0930.tar.gz                                   只看
      duban restore 备份.tar.gz --confirm 备份.tar.gz                                恢复（先自动备份，可撤销）
      duban restore 备份.tar.gz --confirm 备份.tar.gz --store 新目录                 在空目录中重建台账库
      """,
      """
      duban restore backups/2026-11-20T0930.tar.gz                                   only shows
      duban restore FILE.tar.gz --confirm FILE.tar.gz                                restores; a backup first, can be undone
      duban restore FILE.tar.gz --confirm FILE.tar.gz --store DIR                    a store anew in an empty folder
      """))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("备份文件。", "The archive.")) var archive: String
  @Option(
    help: .say(
      "备份的文件名，写对才恢复；预览所示的 名称@序号 在此后有人改动时不恢复。",
      "The archive's file name: then it is restored. NAME@NUMBER, as a preview says, refuses where others changed something since."
    )) var confirm: String?

  func run(_ session: Session) throws(Failure) -> Answer {
    let (path, wording) = (try session.archivePath(archive), session.wording)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let planned = try session.onStore { store throws(StoreError) in try store.restoration(from: path) }
    var answer = Answer(record(planned)) { preview(planned, session) }
    answer.remarks = planned.skipped.map {
      wording.pick(
        "备份中的 \($0) 读不出来或不属于台账库，不恢复。", "\($0) in the backup is broken or no file of a store; left out.")
    }
    if planned.files.isEmpty { return answer }
    var typed = confirm
    if typed == nil, !session.options.dryRun, session.format == .text, !session.options.yes, session.canAsk {
      // Who is asked has seen what it is about.
      try session.emit { _ in answer }
      answer = Answer(record(planned)) { [] }
      typed =
        session.ask(
          wording.pick(
            "恢复会替换现有内容（先自动备份）。确定请输入备份名 \(name)：",
            "This replaces what is there, after a backup. Type \(name) to go on: ")
        ).filled
    }
    let exact = planned.isNew ? name : "\(name)@\(planned.position)"
    guard let typed else {
      // Consent to everything is no name.
      if session.options.yes, !session.options.dryRun { answer.failure = .notConfirmed(name: exact) }
      answer.remarks.append(
        wording.pick(
          "以上为预览，未作改动；恢复请加 --confirm \(exact)", "Nothing was changed; to restore, add --confirm \(exact)"))
      return answer
    }
    // Without a number it is the preview above that counts.
    let seen = typed == name ? planned.position : Int(typed.dropFirst(name.count + 1))
    guard let seen, typed == name || typed == "\(name)@\(seen)" else {
      answer.failure = .notConfirmed(name: name)
      return answer
    }
    // The preview is the rehearsal.
    if session.options.dryRun { return answer }
    let writing = try session.writing()
    let done = try session.onStore { store throws(StoreError) in
      try store.restore(from: path, expecting: planned.isNew ? nil : seen, writing)
    }
    let shown = answer
    return Answer(record(done, isDone: true), remarks: shown.remarks) {
      let undo = done.isNew ? "" : wording.pick("，duban undo 可撤销", "; duban undo takes it back")
      let end: Part = .line(wording.pick("已从 \(name) 恢复\(undo)", "Restored from \(name)\(undo)"))
      return shown.pageParts + [done.backup.map { .line(wording.made($0)) }, end].compactMap(\.self)
    }
  }

  /// What becomes of files, or became of them; `backup` is the one that was made before.
  private func record(_ restoration: Restoration, isDone: Bool = false) -> JSONRecord {
    let files = restoration.files.map { ["name": $0.name, "change": $0.fate.rawValue] }
    return [
      "files": files, "isRestored": isDone, "backup": restoration.backup?.path,
      "position": restoration.isNew ? nil : restoration.position, "lost": restoration.lost?.map(\.id),
    ]
  }

  private func preview(_ planned: Restoration, _ session: Session) -> [Part] {
    let wording = session.wording
    if planned.files.isEmpty {
      return [.line(wording.pick("与现有内容一致，无需恢复。", "The store is as the backup has it."))]
    }
    let new = wording.pick("将新建台账库：\(session.store.path)", "A new store: \(session.store.path)")
    let columns = [
      Column<(name: String, fate: Restoration.Fate)>(wording.pick("变动", "change"), least: .max) {
        Span(wording.name($0.fate))
      },
      Column(wording.pick("文件", "file"), least: 12, isFlexible: true) { Span($0.name) },
    ]
    return (planned.isNew ? [.line(new)] : []) + [.table(Table(columns, planned.files))]
      + wording.lost(planned).map { .line($0) }
  }
}

extension Session {
  /// Where an archive is: as given, or among the store's backups.
  fileprivate func archivePath(_ given: String) throws(Failure) -> String {
    let own = "\(store.path)/backups/\(given)"
    let isOwn = !given.contains("/") && !isFile(given) && isFile(own)
    let inStore = "\(store.path)/\(given)"
    if isOwn { return own }
    let isBackup = given.hasPrefix("backups/") && !given.split(separator: "/").contains("..")
    if isBackup, !isFile(given) || !mayReadFiles, isFile(inStore) { return inStore }
    try requireFiles(given)
    return given
  }

  private func isFile(_ path: String) -> Bool {
    ((try? PosixFileSystem().status(path)) ?? nil)?.isFolder == false
  }
}

extension Wording {
  /// That a backup was made.
  fileprivate func made(_ backup: Backup) -> String {
    pick(
      "已备份 \(backup.files)个文件：\(backup.path)（\(backup.size)字节，已读回核对）",
      "Backed up \(backup.files) files: \(backup.path) (\(backup.size) bytes, read back)")
  }

  /// What was done since a backup and would count no more.
  fileprivate func lost(_ planned: Restoration) -> [String] {
    guard !planned.isNew else { return [] }
    guard let lost = planned.lost else {
      return [
        pick(
          "备份与现有日志对不上，备份之后的改动都不再生效。", "The backup is not of this journal: what was done here counts no more.")
      ]
    }
    guard !lost.isEmpty else { return [] }
    let shown = lost.prefix(10).map { entry in
      "  #\(entry.id) \(entry.stamp.at.day.iso) \(person(entry))  \(subject(entry, entry.titles))"
    }
    let more = lost.count - shown.count
    return [
      pick("备份之后的\(lost.count)条操作将不再生效：", "\(lost.count) commands since the backup will count no more:")
    ] + shown + (more > 0 ? [pick("  另有\(more)条，见 duban log", "  and \(more) more: duban log")] : [])
  }

  fileprivate func name(_ fate: Restoration.Fate) -> String {
    switch fate {
    case .added: pick("新增", "added")
    case .changed: pick("改回", "changed")
    case .removed: pick("移除", "removed")
    }
  }
}
