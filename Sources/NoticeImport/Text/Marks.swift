/// Sets of marks that are asked for at every character.
extension Unicode.Scalar {
  /// 。！？
  var isSentenceEnd: Bool {
    switch self {
    case "。", "！", "？", "!", "?": true
    default: false
    }
  }

  var isSemicolon: Bool { self == "；" || self == ";" }
  var isColon: Bool { self == "：" || self == ":" }
  var isComma: Bool { self == "，" || self == "," }

  /// ；。！？
  var isPartEnd: Bool { isSentenceEnd || isSemicolon }

  /// ，；：。！？
  var isClauseEnd: Bool { isComma || isSemicolon || isColon || isSentenceEnd }

  /// （〔【
  var isOpening: Bool {
    switch self {
    case "（", "(", "〔", "[", "【", "［": true
    default: false
    }
  }

  /// ）〕】
  var isClosing: Bool {
    switch self {
    case "）", ")", "〕", "]", "】", "］": true
    default: false
    }
  }

  /// “”「」
  var isQuote: Bool {
    switch self {
    case "“", "”", "\"", "‘", "’", "'", "「", "」", "『", "』": true
    default: false
    }
  }

  /// Punctuation that a title or name neither begins nor ends with.
  var isEdgeMark: Bool {
    switch self {
    case "。", "，", "、", "；", "：", ",", ".", ";", ":", "!", "！", "？", "?", "．", "·": true
    default: false
    }
  }
}
