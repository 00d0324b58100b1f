/// The beginning of a shell's command line taken apart as the shell would, as far as it was typed: a quote may still be open.
struct ShellWords: Equatable {
  /// The words without their quotes; the last is being typed, and is empty behind a space.
  private(set) var words: [String] = [""]
  /// The quote that is open at the end.
  private(set) var quote: Character?
  /// How many characters of the last word the shell keeps when it completes: bash begins a word behind `:`, `=` and a quote.
  private(set) var kept = 0

  /// `breaks` are the characters at which the shell begins a word to be completed.
  init(_ line: String, breaks: String = "") {
    var isEscaped = false
    var isBetween = true
    for character in line {
      if isEscaped {
        words[words.count - 1].append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        (isEscaped, isBetween) = (true, false)
      } else if let open = quote {
        if character == open { quote = nil } else { words[words.count - 1].append(character) }
      } else if character == "'" || character == "\"" {
        (quote, isBetween) = (character, false)
        kept = words[words.count - 1].count
      } else if character.isWhitespace {
        if !isBetween { words.append("") }
        (isBetween, kept) = (true, 0)
      } else {
        isBetween = false
        words[words.count - 1].append(character)
        // bash takes `@` along, as it would look for a machine of that name.
        if breaks.contains(character) { kept = words[words.count - 1].count - (character == "@" ? 1 : 0) }
      }
    }
  }

  /// A completion of the last word as it is to be put in behind what the shell keeps: what a shell would obey stands for itself.
  func inserted(_ value: String) -> String {
    let rest = String(value.dropFirst(kept))
    func escaped(_ hostile: String) -> String {
      rest.reduce(into: "") { $0 += (hostile.contains($1) ? "\\" : "") + String($1) }
    }
    return switch quote {
    case "'": rest.replacing("'", with: #"'\''"#)
    case .some: escaped(#""$`\"#)
    case nil: escaped(##" "'$`\!&|;<>()*?[]{}#~"##)
    }
  }
}
