import TerminalFrames
import Wording

extension KeyTable {
  /// docs/keys.md: the table in both languages.
  package static var document: String {
    let (zh, en) = (Wording(.zh), Wording(.en))
    var lines = [
      "# Keys 按键", "",
      "Made from the table in `Sources/Screens/Keys/Action.swift`; a test keeps them equal. Full-width forms typed with",
      "an input method on (？／ｊ) act as their keys. 由按键表生成；开着输入法打出的全角字符同样有效。",
    ]
    for group in KeyGroup.allCases {
      lines += ["", "## \(en.title(group)) \(zh.title(group))", "", "| keys 键 | | |", "|---|---|---|"]
      for binding in all where binding.group == group {
        let keys = binding.keys.map { "`\($0.name)`" }.joined(separator: " ")
        lines.append("| \(keys) | \(en.title(binding.action)) | \(zh.title(binding.action)) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
