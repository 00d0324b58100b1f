import ArgumentParser

/// A command line that is being typed, as far as it goes: which command it names, what it says already, and what the word at its
/// end is to be.
struct TypedLine {
  /// What the last word is to be.
  enum Place: Equatable {
    case subcommand
    /// An option's name.
    case option
    /// What an argument takes; `behind` stands before it in the same word, as `--format=`.
    case value(DeclaredArgument, behind: String)
    /// Nothing: every argument is there.
    case nothing
  }

  private(set) var type: any ParsableCommand.Type = Root.self
  /// The words of the command: unit, list.
  private(set) var path: [String] = []
  private(set) var declared: [DeclaredArgument] = []
  /// What stands by its place.
  private(set) var positionals: [String] = []
  /// The options given, by the names that help shows, with their values.
  private(set) var given: [(name: String, value: String?)] = []
  /// Options that there are none of.
  private(set) var unknown: [String] = []
  /// A word where a command should stand, and there is none of that name.
  private(set) var noCommand: String?
  /// Whether help is asked for: the words are those of a command.
  private(set) var isHelp = false
  private(set) var place = Place.nothing
  /// The last word, so far.
  let word: String

  /// The words behind the program's name; the last is being typed.
  init(_ words: [String]) {
    word = words.last ?? ""
    var rest = words.dropLast()[...]
    var (waiting, isOver): (DeclaredArgument?, Bool) = (nil, false)
    while let next = rest.popFirst() {
      if let option = waiting {
        given.append((option.name, next))
        waiting = nil
      } else if !isOver, next == "--" {
        isOver = true
      } else if !isOver, next.hasPrefix("-"), next.count > 1 {
        waiting = take(option: next)
      } else if !take(command: next) {
        positionals.append(next)
      }
    }
    requireDeclared()
    if let waiting {
      place = .value(waiting, behind: "")
    } else if !isOver, word.hasPrefix("--"), let mark = word.firstIndex(of: "=") {
      let option = declared.first { $0.kind == .option && $0.names.contains(String(word[..<mark])) }
      place = option.map { .value($0, behind: String(word[...mark])) } ?? .nothing
    } else if !isOver, word.hasPrefix("-") {
      place = .option
    } else if !type.configuration.subcommands.isEmpty, positionals.isEmpty, noCommand == nil {
      place = .subcommand
    } else if !isHelp {
      let places = declared.filter { $0.kind == .positional }
      let own = positionals.count < places.count ? places[positionals.count] : places.last
      if let own, positionals.count < places.count || own.isRepeating {
        place = .value(own, behind: "")
      } else if !isOver, word.isEmpty {
        place = .option
      }
    }
  }

  /// What the command declares is asked of the parser where it is needed, and for the last command at the end: each time is a millisecond.
  private mutating func requireDeclared() {
    if declared.isEmpty { declared = DeclaredArgument.all(of: type) }
  }

  /// Takes a word as an option. Answers the option where its value comes next.
  private mutating func take(option word: String) -> DeclaredArgument? {
    requireDeclared()
    let name = word.hasPrefix("--") ? String(word.prefix { $0 != "=" }) : word
    guard let option = declared.first(where: { $0.names.contains(name) }) else {
      // -mTEXT
      let isShort = !word.hasPrefix("--") && declared.contains { $0.names.contains(String(word.prefix(2))) }
      if !isShort { unknown.append(name) }
      return nil
    }
    if option.kind == .option, name == word { return option }
    given.append((option.name, name == word ? nil : String(word.dropFirst(name.count + 1))))
    return nil
  }

  /// Takes a word as the name of a command, where one is to stand. Answers whether it is that.
  private mutating func take(command word: String) -> Bool {
    guard positionals.isEmpty, noCommand == nil, !type.configuration.subcommands.isEmpty else { return false }
    if path.isEmpty, !isHelp, word == "help" {
      isHelp = true
      return true
    }
    guard let next = type.configuration.subcommands.first(where: { $0.configuration.commandName == word })
    else {
      noCommand = word
      return true
    }
    (type, path) = (next, path + [word])
    declared = []
    return true
  }

  /// The command that the line comes to: where it stops before one, its usual one.
  var leaf: any ParsableCommand.Type { type.configuration.defaultSubcommand ?? type }

  /// The words by which tables name that command.
  var leafPath: [String] {
    path + (type.configuration.defaultSubcommand?.configuration.commandName.map { [$0] } ?? [])
  }

  /// What an option was given last.
  func value(of name: String) -> String? { given.last { $0.name == name }?.value }
}
