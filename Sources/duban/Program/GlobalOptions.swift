import ArgumentParser

/// Options that stand before or after any subcommand (docs/interface.md, "Global options").
struct GlobalOptions: ParsableArguments {
  @Option(
    help: .say(
      "台账库目录；不写则用 $DUBAN_STORE 或 XDG 数据目录。",
      "The store's folder; else $DUBAN_STORE, else the XDG data folder.",
      "dir"))
  var store: String?
  @Option(help: .say("把哪一天当作今天，如 2011-05-01。", "What day today is, as in 2011-05-01.", "date")) var asOf:
    String?
  @Option(help: .say("语言：zh 或 en。", "Language: zh or en.", "language")) var lang: String?
  @Option(
    help: .say(
      "操作人（几人共用登录名时）；不写则用 $DUBAN_USER。", "Who acts, where a login is shared; else $DUBAN_USER.", "name"))
  var `as`: String?
  @Option(
    help: .say(
      "输出格式：\(OutputFormat.names.joined(separator: "、"))，默认 text；列表也可写 '{id} {title}'。",
      "The form of the answer: \(OutputFormat.names.joined(separator: ", ")), of a list '{id} {title}'; text by default.",
      "name"),
    completion: .list(OutputFormat.names))
  var format: String?
  @Flag(help: .say("输出 JSON，各版本一致，即 --format json。", "JSON, the same in every version; as --format json."))
  var json = false
  @Flag(
    help: .say(
      "用制表符分隔，不截断、不着色，即 --format plain。", "Tab-separated lines, nothing cut or coloured; as --format plain."))
  var plain = false
  @Flag(help: .say("不着色。", "No colours.")) var noColor = false
  @Option(
    help: .say("表格最多占几列；输出到文件、管道时默认不截断。", "Columns that answers may take; tables in a pipe are not cut.", "n")
  )
  var width: Int?
  @Flag(help: .say("不分屏显示。", "No pager.")) var noPager = false
  @Flag(help: .say("所有提问都答“是”。", "Answer every question with yes.")) var yes = false
  @Flag(help: .say("不提问。", "Never ask a question.")) var noInput = false
  @Flag(help: .say("试运行：照常核对并显示结果，不写入。", "Work everything out and show it; write nothing.")) var dryRun =
    false
  @Option(
    help: .say(
      "这次改动的标识；同一标识已办过的不再办。", "A name for this change; one of that name that was made is not made again.",
      "key"))
  var key: String?
  @Flag(help: .say("只读，不作任何修改。", "Change nothing: acts are refused.")) var readOnly = false

  @Flag(
    name: .long,
    help: .say(
      "只读时也可读取库外文件、另指台账库；写在 --read-only 之前。",
      "Files outside the store, and another store, may be read though --read-only; stands before that."))
  var allowFiles = false

  /// The options as a plain value.
  var settings: Settings {
    Settings(
      store: store, asOf: asOf, lang: lang, as: self.as,
      formats: [json ? "json" : nil, plain ? "plain" : nil, format].compactMap(\.self), noColor: noColor,
      width: width, noPager: noPager,
      yes: yes, noInput: noInput, dryRun: dryRun, key: key, readOnly: readOnly, allowFiles: allowFiles)
  }
}

/// What the global options say.
struct Settings: Equatable {
  var store: String?
  var asOf: String?
  var lang: String?
  var `as`: String?
  /// The names of the formats asked for; more than one are refused.
  var formats: [String] = []
  var noColor = false
  var width: Int?
  var noPager = false
  var yes = false
  var noInput = false
  var dryRun = false
  var key: String?
  var readOnly = false
  var allowFiles = false
}
