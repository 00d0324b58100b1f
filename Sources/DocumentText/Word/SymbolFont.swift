/// Characters of the symbol fonts that forms are made with.
enum SymbolFont {
  /// The character for a font's code, in hexadecimal; "" where it has none that means something in text.
  static func text(font: String?, code: String?) -> String {
    guard let code, let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value), value >= 0x20
    else { return "" }
    // Symbol fonts have their 256 characters from U+F000 on.
    guard (0xF000...0xF0FF).contains(value) else { return String(Character(scalar)) }
    switch (font, value & 0xFF) {
    case ("Wingdings", 0x6F), ("Wingdings", 0xA8), ("Wingdings 2", 0xA3): return "□"
    case ("Wingdings", 0xFE), ("Wingdings 2", 0x52): return "☑"
    case ("Wingdings", 0xFD), ("Wingdings 2", 0x51): return "☒"
    case ("Wingdings", 0xFC), ("Wingdings 2", 0x50): return "✓"
    default: return ""
    }
  }
}
