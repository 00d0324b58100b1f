/// What a caller of SSH asked for, where a key is bound to `duban --read-only` (`command=` in authorized_keys): run if it is one of our
/// commands and only reads, taken apart without a shell (docs/ssh.md).
enum ForcedCommand {
  /// Whether arguments leave it to the caller what is run.
  static func isOpen(_ arguments: [String]) -> Bool {
    arguments.contains("--read-only") && Arguments.subcommand(of: arguments) == nil
      && Environment["SSH_ORIGINAL_COMMAND"]?.isEmpty == false
  }

  /// The arguments with the caller's behind them.
  /// - Throws: where the caller asks for anything but a command of this program.
  static func asked(_ arguments: [String]) throws(Failure) -> [String] {
    guard isOpen(arguments), let text = Environment["SSH_ORIGINAL_COMMAND"] else { return arguments }
    guard var words = words(text), let program = words.first else { throw .notOurCommand(text) }
    if program == "duban" || program.hasSuffix("/duban") { words.removeFirst() }
    let command = Arguments.subcommand(of: words)
    guard program != command || command.map(isOurs) == true,
      command.map(isOurs) != false, !words.contains("--generate-completion-script")
    else { throw .notOurCommand(text) }
    return arguments + words
  }

  /// Whether a word names a command that people are told of.
  private static func isOurs(_ word: String) -> Bool {
    let known = Root.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    return word == "help" || known.contains { $0.configuration.commandName == word }
  }

  /// The words of a command line: parted by spaces, quoted as in a shell, and nothing of a shell beside that. Nil where a quote is left
  /// open.
  static func words(_ text: String) -> [String]? {
    var (words, word): ([String], String?) = ([], nil)
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil, !isEscaped else { return nil }
    return words + [word].compactMap(\.self)
  }
}
