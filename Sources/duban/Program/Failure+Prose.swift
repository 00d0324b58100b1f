import CampaignStore
import Campaigns
import Glibc
import Wording

extension Failure {
  var code: Int32 {
    switch self {
    case .store(let error): Failure.code(of: error).rawValue
    case .refused(let refusal): Failure.code(of: refusal).rawValue
    case .filter, .notConfirmed, .badDate, .eventDays, .badLanguage, .badColumn, .badNumber, .badChoice,
      .unreadTime, .nothingGiven, .notInFormat, .badTemplate, .badRange, .noRehearsal, .conflicting,
      .ambiguousID, .notOurCommand, .notAgreed, .unknownHelp, .tooMuch,
      .badBytes:
      ExitCode.usage.rawValue
    case .notATime, .flaws, .noPlan, .notText, .tooManyLines, .badLines: ExitCode.data.rawValue
    case .document(let error): Failure.code(of: error).rawValue
    case .unknownID, .archived, .nothingTo: ExitCode.notFound.rawValue
    case .readOnly, .notForReaders: ExitCode.noPermission.rawValue
    case .badConfig, .unusableCharset: ExitCode.configuration.rawValue
    case .output, .editor: ExitCode.inputOutput.rawValue
    case .noArguments: ExitCode.bug.rawValue
    case .silent(let code): code
    }
  }

  private static func code(of error: StoreError) -> ExitCode {
    switch error {
    case .noStore, .notAStore, .noCampaign: .notFound
    case .storeExists, .codeTaken, .folderTaken: .cannotCreate
    case .newerStore: .configuration
    case .damaged, .storeRemains: .data
    case .doneBefore: .success
    case .onlyInstructs, .instructionsShut: .noPermission
    case .locked, .changedSincePreview: .retry
    case .refused(let refusal): code(of: refusal)
    case .file(let failure):
      switch failure.kind {
      case .missing: .notFound
      case .denied: .noPermission
      case .busy, .changed: .retry
      case .exists: .cannotCreate
      case .tooLarge: .data
      case .full, .notRegular, .link, .outside, .other: .inputOutput
      }
    // The change counts: who does it again would have it twice.
    case .unfinished: .success
    case .noBackup: .data
    case .archive(let failure, _):
      switch failure {
      case .libraryMissing: .configuration
      case .noMemory: .inputOutput
      case .damaged, .unsafeEntry, .duplicateEntry, .tooLarge, .tooManyEntries: .data
      }
    }
  }

  private static func code(of refusal: Refusal) -> ExitCode {
    switch refusal {
    case .unknownTask, .unknownPhase, .unknownEntry, .unknownUnit, .unknownTarget: .notFound
    case .changedMeanwhile, .changedSince, .stillNeeded: .retry
    case .nameTaken: .cannotCreate
    default: .usage
    }
  }
}

extension Wording {
  private func placeholders(_ text: String) -> String { ParserWords(self).placeholders(text) }

  /// That a change counts though its answer could not be given.
  func savedAllTheSame(_ reason: String) -> String {
    pick(
      "改动已保存，不必重做；但结果未能显示：\(reason)",
      "The change is saved, do not do it again; its answer could not be given: \(reason)")
  }

  /// What happened, to which thing, what to do: one line.
  func prose(_ failure: Failure) -> String {
    switch failure {
    case .noArguments:
      pick("系统没有传来命令行参数，不知道要办什么，未作改动。", "The system handed over no command line; nothing was done.")
    case .store(let error): prose(error)
    case .refused(let refusal): prose(refusal)
    case .filter(let error): prose(error)
    case .document(let error): prose(error)
    case .archived(let code):
      pick(
        "方案 \(code) 已归档，先用 duban campaign restore \(code) 取回。",
        "The campaign \(code) is archived; take it out with duban campaign restore \(code).")
    case .notConfirmed(let name):
      pick("备份名不符（应为 \(name)），未作改动。", "That is not the name \(name); nothing was changed.")
    case .nothingTo(let reversal, let user): nothingTo(reversal, user: user)
    case .noPlan(let path):
      pick(
        "\(path)：没有读出方案和任务，未写入。用 --dry-run 查看。",
        "\(path): no plan was found; nothing was written. Look with --dry-run.")
    case .notText(let path):
      pick(
        "\(path)：不是 UTF-8 或 GB18030 文字，未作改动。",
        "\(path): it is no text in UTF-8 or GB18030; nothing was changed.")
    case .tooManyLines(let path, let limit):
      pick(
        "\(path)：超过\(limit)行的上限，未作改动。", "\(path): more than the limit of \(limit) lines; nothing was changed."
      )
    case .badLines(let path, let count):
      pick("\(path)：有\(count)处错误，未作改动。", "\(path): \(count) mistakes; nothing was changed.")
    case .badChoice(let option, let text, let allowed):
      pick(
        "\(placeholders(option))：没有\(quoted(text))，可用：\(joined(allowed.map(placeholders)))。",
        "\(option): no \(quoted(text)); there are \(joined(allowed)).")
    case .badDate(let option, let text):
      pick(
        "\(placeholders(option))：\(quoted(text))不是日期，请写作 2011-04-20。",
        "\(option): \(quoted(text)) is no date; write it as 2011-04-20.")
    case .eventDays(let error): prose(error)
    case .badLanguage(let text):
      pick(
        "--lang：没有\(quoted(text))这种语言，请用 zh 或 en。",
        "--lang: there is no language \(quoted(text)); use zh or en.")
    case .badColumn(let name, let allowed):
      pick(
        "没有\(quoted(name))这一列，可用：\(joined(allowed))。",
        "There is no column \(quoted(name)); there are \(joined(allowed)).")
    case .badNumber(let option, let text):
      pick(
        "\(placeholders(option))：\(quoted(text))不是可用的数。", "\(option): \(quoted(text)) is no number that fits."
      )
    case .unreadTime(let text, let notes):
      pick(
        "看不懂时限\(quoted(text))，\(whyNoTime(notes))请用 duban when 试读，或写作 2011-04-20。",
        "The time \(quoted(text)) cannot be read; \(whyNoTime(notes))try it with duban when, or write 2011-04-20."
      )
    case .notATime(let text, let notes):
      // That it is no time is said already.
      pick("\(quoted(text))不是时限。", "\(quoted(text)) is no time.")
        + notes.filter { $0 != .noTime(text) }.map { pick("", " ") + note($0) }.joined()
    case .unknownID(let id, let near):
      pick(
        "没有编号为\(quoted(id))的任务或方案", "There is no task or campaign \(quoted(id))")
        + nearest(near)
    case .ambiguousID(let id, let candidates):
      pick(
        "\(quoted(id))对应多个编号：\(joined(candidates))，请写全。",
        "\(quoted(id)) fits several ids: \(joined(candidates)); write it in full.")
    case .nothingGiven(let what): pick("请写明 \(placeholders(what))。", "Please give \(what).")
    case .notInFormat(let format, let command, let formats):
      pick(
        "\(command) 不能以 \(format.name) 输出，可用：\(joined(formats.map(\.name)))。",
        "\(command) has no answer in the format \(format.name); there are \(joined(formats.map(\.name)))."
      )
    case .unknownHelp(let word, let near):
      pick("没有\(quoted(word))这个命令或专题", "There is no command or topic \(quoted(word))") + nearest(near)
    case .noRehearsal(let option, let command):
      pick("\(command) 没有 \(option)，未作改动。", "\(command) has no \(option); nothing was done.")
    case .tooMuch(.arguments(let limit)):
      pick(
        "参数超过\(limit)个的上限；多项任务请用范围或 --where。",
        "More than the limit of \(limit) arguments; name tasks by ranges or --where.")
    case .tooMuch(.bytes(let limit)):
      pick(
        "参数合计超过\(limit >> 20) MB 的上限；长文字请用 -m - 从标准输入读。",
        "The arguments have more than the limit of \(limit >> 20) MB; long words come by -m - from standard input."
      )
    case .tooMuch(.input(let limit)):
      pick(
        "标准输入的内容超过\(limit >> 20) MB 的上限。",
        "Standard input has more than the limit of \(limit >> 20) MB.")
    case .tooMuch(.number(let limit, let what)):
      pick("\(what) 最大为\(limit)。", "\(what) takes \(limit) at most.")
    case .badRange(let text):
      pick(
        "\(quoted(text))不是一个方案内由小到大的编号范围。",
        "\(quoted(text)) is no range of ids of one campaign, the lower one first.")
    case .badTemplate(let text):
      pick(
        "--format \(quoted(text)) 的花括号不成对；列名写在 { } 里，花括号本身写 {{ }}。",
        "The braces of --format \(quoted(text)) do not match; a column's name stands in { }, a brace is {{ or }}."
      )
    case .conflicting(let options):
      pick("不能同时使用：\(options)。", "These exclude each other: \(options).")
    case .notAgreed(let words):
      pick("\(words)确要这样做，请加 --yes。", "\(words) To do it, add --yes.")
    case .badBytes(let number, let likely):
      pick(
        "第\(number)个参数不是 UTF-8 文字"
          + (likely.map { "，像是 GB18030 的\(quoted($0))；请用 UTF-8 输入，或设 LC_ALL=zh_CN.GB18030。" } ?? "，未作改动。"),
        "Argument \(number) is no UTF-8"
          + (likely.map { "; it may be GB18030: \(quoted($0)). Use UTF-8, or LC_ALL=zh_CN.GB18030." }
            ?? "; nothing was done."))
    case .editor(let error): prose(error)
    case .notOurCommand(let text):
      pick(
        "这里只能运行 duban 的查询命令，不能运行\(quoted(text))。",
        "Only commands of duban that read are run here, not \(quoted(text)).")
    case .notForReaders(let what):
      pick(
        "只读方式下不读取库外文件（\(what)）；须由设置者在 --read-only 之前写上 --store 或 --allow-files。",
        "Read-only, nothing outside the store is read (\(what)); --store and --allow-files must stand before --read-only."
      )
    case .readOnly:
      pick("当前为只读方式（--read-only），未作修改。", "Opened with --read-only: nothing was changed.")
    case .badConfig(let path, let line):
      pick(
        "个人配置有误：\(path)\(line.map { ":\($0)" } ?? "")，请用 duban config edit 改正。",
        "The configuration cannot be read: \(path)\(line.map { ":\($0)" } ?? ""). Mend it with duban config edit."
      )
    case .unusableCharset(let charset):
      // In ASCII: nothing else can be shown there.
      "the screen needs a UTF-8 or GB18030 locale, this one is \(charset); set LC_ALL=C.UTF-8,"
        + " or use the commands (duban status)."
    case .output(let number):
      pick("输出写不出去：\(reason(number))。", "The output cannot be written: \(reason(number)).")
    case .flaws(let flaws): flaws.map(prose).joined(separator: "\n")
    case .silent: ""
    }
  }

  /// A damaged or unwritable file: its name, line and column, what is wrong, what to do.
  func prose(_ flaw: Ledger.Flaw) -> String {
    var place = flaw.file
    if let line = flaw.line { place += ":\(line)" }
    if let column = flaw.column { place += ":\(column)" }
    let words =
      switch flaw.kind {
      case .notJSON: pick("不是完整的 JSON，未读入，请按行号改正。", "not whole JSON; left out. Mend it at this line.")
      case .wrongValue(let path):
        pick(
          "\(path) 的值不合要求，整个文件未读入，请按行号改正。",
          "the value of \(path) is wrong; the file is left out. Mend it at this line.")
      case .unknownKey(let key):
        pick(
          "有不认识的字段\(quoted(key))，该文件只读，不会改写。",
          "unknown key \(quoted(key)); the file can be read but is not written.")
      case .newerFormat(let format):
        pick(
          "格式版本 \(format) 比本程序新，未读入，请升级程序。",
          "format \(format) is newer than this program; left out. Upgrade it.")
      case .unreadable(.notRegular): pick("不是普通文件，未读入。", "not a regular file; left out.")
      case .unreadable(.outside):
        pick("是指向库外的链接，未读入。", "a symbolic link that leads out of the store; left out.")
      case .unreadable(.name):
        pick(
          "文件名只能用字母、数字、- 和 _，未读入，请连同其中的 code 改名。",
          "its name may have only letters, digits, - and _; left out. Rename it, and its code with it.")
      case .unreadable(.tooLarge(let limit)):
        pick("超过\(limit >> 20) MB，未读入。", "more than \(limit >> 20) MB; left out.")
      case .unreadable(.system(let number)):
        pick("读不出来（\(reason(number))），未读入。", "cannot be read (\(reason(number))); left out.")
      case .codeDiffers(let code):
        pick(
          "文件名与其中的 code \(quoted(code)) 不一致，未读入，请改名。",
          "its code is \(quoted(code)), which is not its name; left out. Rename it.")
      }
    return "\(place): \(words)"
  }

  fileprivate func prose(_ error: StoreError) -> String {
    switch error {
    case .noStore(let path):
      pick(
        "没有台账库：\(path)。请用 duban init 新建，或 duban demo 目录 建演示库。",
        "There is no store at \(path). Make one with duban init, or duban demo DIR.")
    case .notAStore(let path):
      pick(
        "这个目录不是台账库（没有 store.json）：\(path)。请用 --store 指明，或用 duban init 新建。",
        "The folder \(path) is no store (it has no store.json). Name one with --store, or make one with duban init."
      )
    case .storeRemains(let path, let file):
      pick(
        "\(path) 有台账库的文件（\(file)），但缺 store.json，未作改动。请先 duban backup，再用 duban doctor --fix 或 duban restore 找回。",
        "\(path) has a store's files (\(file)) but no store.json; nothing was changed. Make a duban backup, then bring it back by duban doctor --fix or duban restore."
      )
    case .folderTaken(let path, let file):
      pick(
        "\(path) 里已有其他内容（如 \(file)），台账库应单独用一个空目录。",
        "\(path) holds other things (\(file)); a store wants an empty folder of its own.")
    case .storeExists(let path):
      pick("已有台账库：\(path)，未作改动。", "There is a store at \(path) already; nothing was changed.")
    case .newerStore(let path, let format):
      pick(
        "台账库的格式版本 \(format) 比本程序新：\(path)。请升级程序。",
        "The store at \(path) has format \(format), newer than this program. Upgrade it.")
    case .damaged(let flaw): prose(flaw)
    case .noCampaign(let code, let near):
      pick("没有编号为\(quoted(code))的方案", "There is no campaign \(quoted(code))") + nearest(near)
    case .codeTaken(let code): pick("编号\(quoted(code))已被占用。", "The code \(quoted(code)) is taken.")
    case .instructionsShut(let folder):
      pick(
        "批示放不进 \(folder)：没有这个文件夹，或没有写入权限；请台账库管理者按 docs/ssh.md 设置。",
        "No instruction can be left in \(folder): it is not there, or may not be written; docs/ssh.md has how to set it up."
      )
    case .onlyInstructs(let login):
      pick(
        "\(login)只能批示（duban instruct），未作修改；名单见 duban config get instructors。",
        "\(login) may leave instructions (duban instruct) and nothing else: nothing was changed.")
    case .doneBefore(let key, _): pick("\(quoted(key))已办过。", "\(quoted(key)) was done before.")
    case .locked(let holder):
      pick(
        "台账库正被占用（\(holder ?? "持有人不明")），请稍后再试。",
        "The store is locked by \(holder ?? "somebody unknown"); try again.")
    case .refused(let refusal): prose(refusal)
    case .changedSincePreview(let entry, let count):
      pick(
        "预览之后又有\(count)条操作（\(entry.stamp.by) \(subject(entry, entry.titles))），未恢复，请重新查看。",
        "\(count) commands came in since the preview (\(entry.stamp.by): \(subject(entry, entry.titles))); nothing was restored. Look again."
      )
    case .noBackup(let path):
      pick(
        "\(path) 不是台账库的备份（没有 store.json）。", "\(path) is no backup of a store (it has no store.json).")
    case .archive(let failure, let path): prose(failure, path)
    case .unfinished(let failure):
      pick(
        "改动已记入日志，但文件未能写完（\(failure.path)：\(reason(failure.number))），下次写入时自动补完。",
        "The change is in the journal, but its files could not be put in place (\(failure.path): \(reason(failure.number))); the next change will finish it."
      )
    case .file(let failure):
      switch failure.kind {
      case .denied: pick("没有权限：\(failure.path)。", "No permission: \(failure.path).")
      case .full:
        pick("磁盘已满：\(failure.path)，未作改动。", "The disk is full: \(failure.path); nothing was changed.")
      case .notRegular:
        pick("\(failure.path) 不是普通文件，未作改动。", "\(failure.path) is no regular file; nothing was changed.")
      case .link:
        pick("\(failure.path) 是符号链接，未作改动。", "\(failure.path) is a symbolic link; nothing was changed.")
      case .missing: pick("\(failure.path) 不存在。", "\(failure.path) is not there.")
      case .outside:
        pick(
          "\(failure.path) 是指向库外的链接，未作改动。",
          "\(failure.path) is a symbolic link that leads out of the store; nothing was changed.")
      case .exists:
        pick("\(failure.path) 已经存在，未作改动。", "\(failure.path) is there already; nothing was changed.")
      case .tooLarge(let limit):
        pick(
          "\(failure.path) 超过\(limit >> 20) MB 的上限，未读取。",
          "\(failure.path) has more than the limit of \(limit >> 20) MB; it was not read.")
      case .changed:
        pick(
          "\(failure.path) 正被别的程序改动，未作改动，请再试一次。",
          "\(failure.path) was changed by another program meanwhile; nothing was changed. Try again.")
      case .busy, .other:
        pick(
          "\(failure.path)：\(reason(failure.number))。",
          "\(failure.path): \(reason(failure.number)).")
      }
    }
  }

  /// The system's word for why a call failed.
  func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

  private func prose(_ failure: ArchiveFailure, _ path: String) -> String {
    switch failure {
    case .libraryMissing(let name):
      pick("备份需要 \(name)，请安装 libarchive13。", "Backups need \(name); install libarchive13.")
    case .damaged: pick("\(path)：备份文件已损坏或不完整。", "\(path): the backup is damaged or cut off.")
    case .unsafeEntry(let name):
      pick(
        "\(path)：备份中有不应有的文件\(quoted(name))，未读取。",
        "\(path): \(quoted(name)) does not belong in a backup; refused.")
    case .duplicateEntry(let name):
      pick("\(path)：备份中\(quoted(name))出现两次，未读取。", "\(path): \(quoted(name)) is in it twice; refused.")
    case .tooLarge(let limit):
      pick("\(path)：内容超过\(limit >> 20) MB 的上限。", "\(path): more than the limit of \(limit >> 20) MB.")
    case .tooManyEntries(let limit):
      pick("\(path)：文件超过\(limit)个的上限。", "\(path): more than the limit of \(limit) files.")
    case .noMemory: pick("\(path)：内存不足，未能备份。", "\(path): not enough memory for the backup.")
    }
  }

  private func prose(_ failure: EditorFailure) -> String {
    switch failure {
    case .none:
      pick(
        "没有找到编辑器，请设 EDITOR 环境变量，如 EDITOR=vim。", "There is no editor; set EDITOR, as in EDITOR=vim.")
    case .notRun(let command, let number):
      pick(
        "编辑器\(quoted(command))未能运行：\(reason(number))。",
        "The editor \(quoted(command)) could not be run: \(reason(number)).")
    case .ended(let command, let status):
      pick(
        "编辑器\(quoted(command))未正常结束（\(status)），写的内容未采用。",
        "The editor \(quoted(command)) ended with \(status); what was written was not taken.")
    case .notText(let command, let path):
      pick(
        "编辑器\(quoted(command))留下的内容读不出来，未采用，仍在 \(path)。",
        "What the editor \(quoted(command)) left cannot be read; it was not taken, and is in \(path).")
    case .notInSet(let characters):
      pick(
        "本终端的编码没有这些字：\(String(characters))，不能在编辑器里改，请用 e。",
        "The terminal's encoding has no \(String(characters)); the editor would lose it: use e.")
    }
  }
}
