import TerminalFrames
import Wording

extension KeyTable {
  /// docs/keys.md: the table in both languages.
  package static var document: String {
    let (zh, en) = (Wording(.zh), Wording(.en))
    var lines = [
      "# Keys 按键", "",
      "Made from `KeyTable` in `Sources/Screens/Actions`; a test keeps them equal. Full-width forms typed with",
      "an input method on (？／ｊ) act as their keys. 由按键表生成；开着输入法打出的全角字符同样有效。",
    ]
    func add(_ keys: [Key], _ title: (Wording) -> String) {
      let names = keys.map { "`\($0.name)`" }.joined(separator: " ")
      lines.append("| \(names) | \(title(en)) | \(title(zh)) |")
    }
    for group in KeyGroup.allCases {
      lines += ["", "## \(en.title(group)) \(zh.title(group))", "", "| keys 键 | | |", "|---|---|---|"]
      for binding in all where binding.action.group == group { add(binding.keys, binding.action.title) }
    }
    lines += ["", "## In forms 表单", "", "| keys 键 | | |", "|---|---|---|"]
    for action in FormAction.allCases { add(action.keys, action.title) }
    return lines.joined(separator: "\n") + "\n"
  }
}
