import DocumentText
import Glibc
import Wording

extension Failure {
  /// The exit code of a file that gave no text.
  static func code(of error: DocumentError) -> ExitCode {
    switch error {
    case .notFound: .notFound
    case .cannotRead(_, let number): number == EACCES || number == EPERM ? .noPermission : .inputOutput
    case .missingConverter, .libraryMissing: .configuration
    case .cannotConvert, .converterFailed, .converterTimedOut, .interrupted: .inputOutput
    default: .data
    }
  }
}

extension Wording {
  /// Why a file gave no text, and what to do: one line.
  func prose(_ error: DocumentError) -> String {
    switch error {
    case .notFound(let path): pick("没有这个文件：\(path)", "There is no file \(path).")
    case .cannotRead(let path, let number):
      pick("读不了 \(path)：\(reason(number))", "\(path): \(reason(number))")
    case .isFolder(let path): pick("\(path)是目录，请写文件名。", "\(path) is a folder; name a file.")
    case .notRegular(let path): pick("\(path)不是普通文件。", "\(path) is no regular file.")
    case .tooLarge(let path, _, let limit):
      pick("\(path)太大，上限为\(megabytes(limit))。", "\(path) is too large; the limit is \(megabytes(limit)).")
    case .tooManyLines(let path, let limit):
      pick("\(path)超过\(limit)行。", "\(path) has more than \(limit) lines.")
    case .unknownKind(let path):
      pick(
        "\(path)不是能读的文件，请另存为 docx 或 txt。",
        "\(path) is no kind of file that can be read; save it as docx or txt.")
    case .unsupported(let path, let kind):
      pick("\(path)是\(name(kind))，请另存为 docx 或 txt。", "\(path) is \(name(kind)); save it as docx or txt.")
    case .encrypted(let path): pick("\(path)有密码，请先取消密码。", "\(path) has a password; take it off first.")
    case .noText(let path):
      pick("\(path)里没有文字，扫描件请先识别。", "\(path) holds no text; a scan must be recognised first.")
    case .damagedArchive(let path): pick("\(path)已损坏，读不出正文。", "\(path) is damaged; its text cannot be read.")
    case .expandsTooMuch(let path, let limit):
      pick(
        "\(path)解压后超过\(megabytes(limit))，未读。",
        "\(path) expands to more than \(megabytes(limit)); it was not read.")
    case .tooManyEntries(let path, let limit):
      pick("\(path)内的文件超过\(limit)个，未读。", "\(path) holds more than \(limit) entries; it was not read.")
    case .damagedXML(let path, let part, let line):
      pick("\(path)已损坏：\(part) 第\(line)行。", "\(path) is damaged: \(part), line \(line).")
    case .entityInXML(let path, let part):
      pick("\(path)的 \(part) 含有实体声明，未读。", "\(path): \(part) declares entities; it was not read.")
    case .nestedTooDeep(let path, let limit):
      pick("\(path)嵌套超过\(limit)层，未读。", "\(path) is nested deeper than \(limit).")
    case .missingConverter(let path, let command, let package):
      pick(
        "读 \(path) 需要 \(command)，请安装 \(package)（apt install \(package)）。",
        "\(path) needs \(command); install \(package) (apt install \(package)).")
    case .converterFailed(let path, let command, let status):
      pick(
        "\(command) 转换 \(path) 失败（\(status)）；请核对文件能否打开，或另存为 docx 再导入。",
        "\(command) failed on \(path) (\(status)); check that the file opens, or save it as docx.")
    case .cannotConvert(let path, let command, let number):
      pick(
        "无法运行 \(command) 转换 \(path)：\(reason(number))",
        "\(command) could not be run on \(path): \(reason(number))")
    case .interrupted(let path, _): pick("\(path)：已中断，未作改动。", "\(path): stopped; nothing was changed.")
    case .converterTimedOut(let path, let command, let seconds):
      pick(
        "\(command) 转换 \(path) 超过\(Int(seconds))秒，已停止。",
        "\(command) took more than \(Int(seconds)) s on \(path) and was stopped.")
    case .libraryMissing(let path, let package):
      pick("读 \(path) 需要安装 \(package)。", "\(path) needs \(package) to be installed.")
    }
  }

  private func name(_ kind: UnsupportedKind) -> String {
    switch kind {
    case .spreadsheet: pick("电子表格", "a spreadsheet")
    case .presentation: pick("演示文稿", "a presentation")
    case .archive: pick("压缩包", "an archive")
    case .image: pick("图片", "an image")
    }
  }

  private func megabytes(_ bytes: Int) -> String { "\(max(1, bytes / 1_000_000)) MB" }
}
