import Wording

/// The parser's own words in the language of the interface: one table for all that it says.
struct ParserWords {
  private let wording: Wording
  private var isChinese: Bool { wording.language == .zh }

  init(_ wording: Wording) { self.wording = wording }

  private static let headings = [
    "OVERVIEW": "概述", "USAGE": "用法", "ARGUMENTS": "参数", "OPTIONS": "选项", "SUBCOMMANDS": "命令",
  ]

  /// What stands in `< >` for a value, by its name.
  private static let values = [
    "subcommand": "命令", "options": "选项", "subcommands": "命令", "add": "标签", "after": "编号", "alias": "别名",
    "answers": "记录号", "approved-by": "姓名", "archive": "备份", "at-least": "数值", "at-most": "数值",
    "behind-red": "百分点", "behind-yellow": "百分点", "by": "名称", "c": "天数", "campaign": "方案", "code": "编号",
    "collective": "集体", "complete-when": "方式", "confirm": "备份名", "contact": "联系方式", "count": "次数",
    "date": "日期", "day": "日期", "list": "列表", "days": "天数", "dir": "目录", "directory": "目录", "due": "时限",
    "due-soon": "天数",
    "entry": "记录号", "evidence": "凭据", "expression": "内容", "file": "文件", "filter": "筛选条件", "from": "单位",
    "id": "编号", "ids": "编号", "into": "标题", "issued": "日期", "issuer": "单位", "key": "设置项", "kind": "类别",
    "language": "语言", "lead": "单位", "line": "行号", "leader": "职务", "leading-group": "职务", "member": "单位",
    "message": "内容", "n": "数量", "name": "名称", "names": "列名", "next": "内容", "not-after": "编号",
    "number": "编号", "on": "日期", "organisation": "名称", "parent": "上级", "percent": "百分比", "person": "职务",
    "phase": "阶段", "problems": "内容", "remove": "名称", "review": "周期", "reviewer": "姓名", "since": "日期",
    "standard": "内容", "tag": "标签", "text": "内容", "time": "时间", "title": "标题", "unit": "单位",
    "untag": "标签", "until": "时限", "value": "值", "via": "方式", "w": "天数", "words": "编号和单位", "year": "年份",
    "to": "新名称", "where": "筛选条件", "target": "指标", "new-name": "新名称",
  ]

  private static let sentences = [
    "Show the version.": "显示版本。", "Show help information.": "显示帮助。",
    "Show subcommand help information.": "显示命令的帮助。",
  ]

  /// What is wrong with arguments: `{}` is whatever the parser puts there, `{1}` where it goes.
  static let complaints: [(parser: String, zh: String)] = [
    ("Missing expected argument '{}'", "缺少 {1}"),
    ("Missing one of: '{}'", "须有其中之一：{1}"),
    ("Missing value for '{}'", "{1} 缺少值"),
    ("Unknown option '{}'. Did you mean '{}'", "没有选项 {1}，最接近的是 {2}"),
    ("Unknown option '{}'", "没有选项 {1}"),
    ("Unexpected argument '{}'", "多出参数“{1}”"),
    ("{} unexpected arguments: '{}'", "多出{1}个参数：{2}"),
    ("The value '{}' is invalid for '{}'. Please provide one of the following: {}", "{2} 不能是“{1}”，可用：{3}"),
    ("The value '{}' is invalid for '{}'. Please provide one of {}", "{2} 不能是“{1}”，可用：{3}"),
    ("The value '{}' is invalid for '{}'", "{2} 不能是“{1}”"),
    ("The option '{}' does not take any value, but '{}' was specified", "{1} 不带值，不能写“{2}”"),
    ("Value to be set with flag '{}' had already been set with flag '{}'", "{1} 与 {2} 不能同时使用"),
    ("Can't generate completion scripts for '{}'", "不能为“{1}”生成补全脚本，可用：bash、zsh、fish"),
    ("Can't autodetect a supported shell", "请写明为哪种外壳生成补全脚本：bash、zsh、fish"),
  ]

  /// A heading with its colon, and the space that one has in English before more of its line.
  func heading(_ title: String) -> String {
    guard isChinese else { return title + (title == "OVERVIEW" || title == "USAGE" ? ": " : ":") }
    return (ParserWords.headings[title] ?? title) + "："
  }

  /// Whether a heading is that of what every command has.
  func isCommon(_ title: String) -> Bool { title == String.say("通用选项", "Global options").uppercased() }

  /// How a command is called, without a list of what every command takes.
  func usage(_ text: String) -> String {
    let short = text.replacing("[<options>]", with: "<options>").replacing(
      "<options>", with: isChinese ? "[选项]" : "[options]")
    guard isChinese else { return short }
    return names(short).replacing("[<", with: "[").replacing(">]", with: "]").replacing("> ...]", with: " …]")
      .replacing("...", with: "…")
  }

  /// What is to be given, with the names of values that stand in capitals: `ID | --where FILTER`.
  func placeholders(_ text: String) -> String {
    guard isChinese else { return text }
    return text.replacing(/\b[A-Z]{2,}\b/) { match in
      ParserWords.values[match.output.lowercased()] ?? String(match.output)
    }.replacing(" | ", with: " 或 ")
  }

  /// Names of values in a label.
  func names(_ text: String) -> String {
    guard isChinese else { return text }
    return text.replacing(/<([A-Za-z-]+)>/) { match in
      "<\(ParserWords.values[String(match.1)] ?? String(match.1))>"
    }.replacing(" (default)", with: "（默认）")
  }

  /// What a row says: the sentences that the parser has of its own, values and what is taken where nothing is given.
  func meaning(_ text: String) -> String {
    guard isChinese else { return text }
    if let known = ParserWords.sentences[text] { return known }
    guard let match = text.firstMatch(of: /\ ?\((?:values: (.+?))?(?:; )?(?:default: (.+?))?\)$/) else {
      return text
    }
    let (values, usual) = (match.1.map { "可用：" + joined($0, ", ") }, match.2.map { "默认：\($0)" })
    let said = [values, usual].compactMap(\.self).joined(separator: "；")
    return said.isEmpty ? text : text[..<match.range.lowerBound] + "（\(said)）"
  }

  /// Where there is more help.
  func closing(_ text: String) -> String {
    let text = text.trimmed
    guard let match = text.firstMatch(of: /'(.+) <subcommand>'/) else { return text }
    return wording.pick("各命令的用法见 \(match.1) 命令。", "See \(match.1) COMMAND for each of them.")
  }

  /// What is wrong with arguments, in one line without a mark at its end.
  func complaint(_ message: String) -> String {
    let lines = message.split(separator: "\n").map { String($0).trimmed }
    guard var first = lines.first else { return "" }
    if first.hasSuffix(":") {
      first +=
        " "
        + lines.dropFirst().map { $0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0 }.joined(separator: ", ")
    }
    guard isChinese else { return first.hasSuffix(".") ? String(first.dropLast()) : first }
    while first.last == "." || first.last == "?" { first.removeLast() }
    for (parser, zh) in ParserWords.complaints {
      guard let found = ParserWords.parts(of: first, in: parser) else { continue }
      return found.enumerated().reduce(zh) { words, part in
        words.replacing("{\(part.offset + 1)}", with: shown(part.element))
      }
    }
    return first
  }

  /// What the parser put into one of its sentences.
  private func shown(_ text: String) -> String {
    let plain = text.replacing("'", with: "").replacing(" or ", with: ", ").replacing(" and ", with: ", ")
    return names(
      text.contains("', '") || text.hasPrefix("'") || text.contains(", ") ? joined(plain, ", ") : text)
  }

  private func joined(_ text: some StringProtocol, _ separator: String) -> String {
    String(text).components(separator).joined(separator: "、")
  }

  /// What stands at the places of a pattern; nil where the text is another one.
  private static func parts(of text: String, in pattern: String) -> [String]? {
    let fixed = pattern.components("{}")
    guard let start = fixed.first, text.hasPrefix(start) else { return nil }
    var (rest, found) = (text.dropFirst(start.count), [String]())
    for (number, piece) in fixed.enumerated().dropFirst() {
      if number == fixed.count - 1 {
        guard rest.hasSuffix(piece) else { return nil }
        found.append(String(rest.dropLast(piece.count)))
        return found
      }
      guard let range = rest.firstRange(of: piece) else { return nil }
      found.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return rest.isEmpty ? found : nil
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
