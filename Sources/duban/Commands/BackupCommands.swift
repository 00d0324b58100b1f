import ArgumentParser
import CampaignStore
import Campaigns
import Tables
import TerminalFrames
import Wording

/// `duban backup`: one dated archive, read back.
struct BackUp: Command {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: .say("备份：存为一个带日期的压缩包，并读回核对。", "One dated archive, verified by reading it back."),
    discussion: .say(
      "存在台账库的 backups/ 下，可另行复制保存；用 tar xzf 也能打开。",
      "In backups/ of the store; copy it elsewhere. tar xzf opens it too."))
  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions

  func run(_ session: inout Session) throws(Failure) {
    let writing = try session.writing()
    let backup = try session.onStore { store throws(StoreError) in try store.backUp(writing) }
    if session.options.json {
      session.output.json(BackupRecord(path: backup.path, files: backup.files, bytes: backup.size))
    } else {
      session.output.line(Text.visible(session.wording.made(backup)))
    }
    try session.output.flush(isJSON: session.options.json)
    for name in backup.skipped {
      session.output.message(
        "duban: "
          + session.wording.pick(
            "\(Text.visible(name)) 不是普通文件，未备份。", "\(Text.visible(name)) is no regular file; not backed up."))
    }
  }
}

/// `backup --json`.
struct BackupRecord: Encodable {
  var schema = 1
  var path: String
  var files: Int
  var bytes: Int
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
  @Option(help: .say("备份的文件名，写对才恢复。", "The archive's file name: then it is restored.")) var confirm: String?

  func run(_ session: inout Session) throws(Failure) {
    let path = try session.archivePath(archive)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let planned = try session.onStore { store throws(StoreError) in try store.restoration(from: path) }
    session.show(planned)
    try session.output.flush()
    for name in planned.skipped {
      session.output.message(
        "duban: "
          + session.wording.pick(
            "备份中的 \(Text.visible(name)) 读不出来或不属于台账库，不恢复。",
            "\(Text.visible(name)) in the backup is broken or no file of a store; left out."))
    }
    if planned.files.isEmpty { return }
    guard let typed = confirm ?? session.typedName(name) else {
      return session.output.message(
        "duban: "
          + session.wording.pick(
            "以上为预览，未作改动；恢复请加 --confirm ", "Nothing was changed; to restore, add --confirm ")
          + Text.visible(name))
    }
    guard typed == name else { throw .notConfirmed(name: name) }
    let writing = try session.writing()
    let done = try session.onStore { store throws(StoreError) in try store.restore(from: path, writing) }
    if let backup = done.backup { session.output.line(Text.visible(session.wording.made(backup))) }
    let undo = done.isNew ? "" : session.wording.pick("，duban undo 可撤销", "; duban undo takes it back")
    session.output.line(
      Text.visible(session.wording.pick("已从 \(name) 恢复\(undo)", "Restored from \(name)\(undo)")))
    try session.output.flush()
  }
}

extension Session {
  /// Where an archive is: as given, or among the store's backups.
  fileprivate func archivePath(_ given: String) throws(Failure) -> String {
    let own = "\(store.path)/backups/\(given)"
    let isOwn = !given.contains("/") && !isFile(given) && isFile(own)
    let inStore = "\(store.path)/\(given)"
    return isOwn ? own : !isFile(given) && isFile(inStore) ? inStore : given
  }

  private func isFile(_ path: String) -> Bool {
    ((try? PosixFileSystem().status(path)) ?? nil)?.isFolder == false
  }

  /// The name that somebody types at a terminal; nil where there is nobody to ask.
  fileprivate func typedName(_ name: String) -> String? {
    guard !options.yes, !options.noInput, Terminal.canAsk else { return nil }
    let typed = Terminal.ask(
      wording.pick(
        "恢复会替换现有内容（先自动备份）。确定请输入备份名 \(Text.visible(name))：",
        "This replaces what is there, after a backup. Type \(Text.visible(name)) to go on: "), output)
    return typed.isEmpty ? nil : typed
  }

  fileprivate mutating func show(_ restoration: Restoration) {
    if restoration.files.isEmpty {
      return output.line(wording.pick("与现有内容一致，无需恢复。", "The store is as the backup has it."))
    }
    if restoration.isNew { output.line(wording.pick("将新建台账库：\(store.path)", "A new store: \(store.path)")) }
    print(
      [
        TableColumn(wording.pick("变动", "change"), least: .max),
        TableColumn(wording.pick("文件", "file"), least: 12, isFlexible: true),
      ],
      restoration.files.map { [Span(wording.name($0.fate)), Span($0.name)] })
  }
}

extension Wording {
  /// That a backup was made.
  fileprivate func made(_ backup: Backup) -> String {
    pick(
      "已备份 \(backup.files)个文件：\(backup.path)（\(backup.size)字节，已读回核对）",
      "Backed up \(backup.files) files: \(backup.path) (\(backup.size) bytes, read back)")
  }

  fileprivate func name(_ fate: Restoration.Fate) -> String {
    switch fate {
    case .added: pick("新增", "added")
    case .changed: pick("改回", "changed")
    case .removed: pick("移除", "removed")
    }
  }
}
