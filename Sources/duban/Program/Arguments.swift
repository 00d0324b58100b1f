import ArgumentParser
import CSystem
import Campaigns
import Glibc
import Wording

/// The command line before it is parsed.
enum Arguments {
  /// The character set that arguments come in.
  static let charset = String(cString: csystem_use_locale())

  /// The arguments as text, read in the character set of the locale; nil where the system told none, not even the
  /// program's name: nobody knows then what was asked for.
  static func given() -> [String]? {
    let count = csystem_argument_count()
    guard count > 0 else { return nil }
    return (1..<count).compactMap { index in
      guard let argument = csystem_argument(index) else { return nil }
      guard Charset.isGB(charset) else { return String(cString: argument) }
      let bytes = UnsafeBufferPointer(start: argument, count: strlen(argument)).map { UInt8(bitPattern: $0) }
      return Charset.decode(bytes, from: charset)
    }
  }

  /// - Throws: where an argument is no text: nothing of it is to be stored as something else.
  static func requireText() throws(Failure) {
    guard !Charset.isGB(charset) else { return }
    for index in 1..<max(1, csystem_argument_count()) {
      guard let argument = csystem_argument(index), String(validatingCString: argument) == nil else {
        continue
      }
      let bytes = UnsafeBufferPointer(start: argument, count: strlen(argument)).map { UInt8(bitPattern: $0) }
      let likely = Charset.decode(bytes, from: "GB18030")
      throw .badBytes(
        argument: Int(index), likely: likely.contains("\u{FFFD}") ? nil : String(likely.prefix(20)))
    }
  }

  /// How many arguments there may be, and how many bytes in all of them: the parser takes a time that grows with their square.
  static let most = (arguments: 2_000, bytes: 1 << 20)

  /// - Throws: where there is more than can be parsed in good time.
  static func requireFew(_ arguments: [String]) throws(Failure) {
    if arguments.count > most.arguments { throw .tooMuch(.arguments(most.arguments)) }
    if arguments.reduce(0, { $0 + $1.utf8.count }) > most.bytes { throw .tooMuch(.bytes(most.bytes)) }
  }

  private static let valued: Set<String> = [
    "--store", "--as-of", "--lang", "--as", "--format", "--width", "--key",
  ]
  private static let flags: Set<String> = [
    "--json", "--plain", "--no-color", "--no-pager", "--dry-run", "--yes", "--no-input", "--read-only",
    "--allow-files",
  ]

  /// What stands behind `--read-only` and only whoever says that may say: in a forced command of SSH, what follows is the
  /// caller's. Nil where there is nothing such.
  static func forbidden(_ arguments: [String]) -> String? {
    let own = arguments.prefix { $0 != "--" }
    guard let place = own.firstIndex(of: "--read-only"), !own[..<place].contains("--allow-files") else {
      return nil
    }
    return own[place...].first { $0 == "--store" || $0.hasPrefix("--store=") || $0 == "--allow-files" }
  }

  /// The arguments with global options moved behind the subcommand, so that they may stand before it too.
  static func hoisted(_ arguments: [String]) -> [String] {
    var (leading, rest) = ([String](), arguments)
    while let first = rest.first {
      if flags.contains(first) || valued.contains(where: { first.hasPrefix($0 + "=") }) {
        leading.append(rest.removeFirst())
      } else if valued.contains(first), rest.count > 1 {
        leading += rest.prefix(2)
        rest.removeFirst(2)
      } else {
        break
      }
    }
    guard !leading.isEmpty, !rest.isEmpty else { return arguments }
    let end = rest.firstIndex(of: "--") ?? rest.count
    rest.insert(contentsOf: leading, at: end)
    return rest
  }

  /// What is shown where no command does it.
  enum Page { case screen, status, brief }

  /// The plain forms of the screen and of the status page, which is asked for all day long and in every login banner: read here, since
  /// setting up the parser of all commands takes longer than the page itself (docs/decisions/start-up.md). Nil for
  /// anything else, whatever is wrong with it included: the parser then says so.
  static func plainStatus(_ arguments: [String]) -> (Settings, Page)? {
    var (settings, page) = (Settings(), Page.screen)
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "status" where page == .screen: page = .status
      case "--brief" where page != .screen: page = .brief
      case "--json": settings.formats.append("json")
      case "--plain": settings.formats.append("plain")
      case "--no-color": settings.noColor = true
      case "--no-pager": settings.noPager = true
      case "--read-only": settings.readOnly = true
      case "--allow-files": settings.allowFiles = true
      case "--store", "--as-of", "--lang", "--as", "--format":
        guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
        switch argument {
        case "--store": settings.store = value
        case "--as-of": settings.asOf = value
        case "--lang": settings.lang = value
        case "--format": settings.formats.append(value)
        default: settings.as = value
        }
      default: return nil
      }
    }
    return (settings, page)
  }

  /// The command that hoisted arguments name, parsed by itself: without the tree of all commands that takes half the time.
  /// Nil where none is named or anything is out of the ordinary, help and mistakes included: the whole tree then says so.
  static func direct(_ arguments: [String]) -> (any ParsableCommand)? {
    var (type, rest): (any ParsableCommand.Type, _) = (Root.self, arguments[...])
    while let word = rest.first,
      let next = type.configuration.subcommands.first(where: { $0.configuration.commandName == word })
    {
      (type, rest) = (next, rest.dropFirst())
    }
    guard type.configuration.subcommands.isEmpty else { return nil }
    return try? type.parseAsRoot(Array(rest))
  }

  /// Whether JSON is asked for, as far as arguments tell that could not be read.
  static func wantsJSON(_ arguments: [String]) -> Bool {
    let own = Array(arguments.prefix { $0 != "--" })
    return own.contains("--json") || own.contains("--format=json")
      || zip(own, own.dropFirst()).contains { $0 == ("--format", "json") }
  }

  /// The first argument that is no global option: the subcommand.
  static func subcommand(of arguments: [String]) -> String? { words(of: arguments).first }

  /// The arguments that are no options, nor values of global ones.
  static func words(of arguments: [String]) -> [String] {
    var skipsNext = false
    return arguments.filter { argument in
      if skipsNext {
        skipsNext = false
        return false
      }
      skipsNext = valued.contains(argument) || argument == "--generate-completion-script"
      return !argument.hasPrefix("-")
    }
  }

  /// What an option is given, where it is not sure that the arguments can be parsed.
  static func value(of option: String, in arguments: [String]) -> String? {
    let own = arguments.prefix { $0 != "--" }
    if let place = own.firstIndex(of: option) { return own[place...].dropFirst().first }
    return own.first { $0.hasPrefix(option + "=") }.map { String($0.dropFirst(option.count + 1)) }
  }

  /// The command that arguments name, with those that it stands in: duban unit list.
  static func command(in arguments: [String]) -> String {
    var (path, known) = ("duban", Root.configuration.subcommands)
    for word in hoisted(arguments) {
      guard let next = known.first(where: { $0.configuration.commandName == word }) else { continue }
      (path, known) = ("\(path) \(word)", next.configuration.subcommands)
    }
    return path
  }

  /// What people type who know other programs, and what stands for it here: the first that there is.
  private static let foreign = [
    "ls": ["list"], "find": ["list"], "search": ["list"], "ps": ["status", "list"],
    "stat": ["status", "list"],
    "new": ["add", "save"], "create": ["add", "save"], "rm": ["remove", "clear", "unset", "cancel"],
    "delete": ["remove", "clear", "unset", "cancel"],
  ]

  /// One line about arguments that cannot be parsed: the nearest command or option where there is none of that name, else the
  /// parser's own words.
  static func complaint(about arguments: [String], _ message: String, _ wording: Wording) -> String {
    let line = TypedLine(hoisted(arguments) + [""])
    let command = (["duban"] + line.path).joined(separator: " ")
    let help = wording.pick(
      "用法见 \((["duban", "help"] + line.path).joined(separator: " "))。",
      "See \((["duban", "help"] + line.path).joined(separator: " ")).")
    func near(_ name: String?) -> String {
      name.map {
        wording.pick("，最接近的是\(wording.quoted($0))", "; the nearest is \(wording.quoted($0))")
      } ?? ""
    }
    if let word = line.noCommand, line.unknown.isEmpty {
      let known = line.type.configuration.subcommands.filter { $0.configuration.shouldDisplay }
        .compactMap { $0.configuration.commandName }
      let typed = word.lowercased()
      let meant = foreign[typed]?.first(where: known.contains)
      let close =
        meant.map { wording.pick("，这里用\(wording.quoted($0))", "; here it is \(wording.quoted($0))") }
        ?? near(nearest(to: typed, among: known))
      // Nothing that was recorded is deleted here, and whoever looks for that is told what there is.
      let more =
        meant == "cancel"
        ? wording.pick(
          "（撤销，记录保留；误登的在屏幕上按 D 去掉）",
          " (which keeps the record; D on the screen takes away what was registered by mistake)") : ""
      return wording.pick(
        "没有\(wording.quoted(word))这个命令\(close)\(more)。\(help)",
        "There is no command \(wording.quoted(word))\(close)\(more). \(help)")
    }
    // What the parser itself has, its own words are for.
    let own = ["--generate-completion-script", "--help", "--version"]
    if let option = line.unknown.first(where: { !own.contains($0) }) {
      let close = near(
        nearest(to: option.lowercased(), among: line.declared.flatMap(\.names).filter { $0.count > 2 }))
      return wording.pick(
        "\(command) 没有\(wording.quoted(option))这个选项\(close)。\(help)",
        "\(command) has no option \(wording.quoted(option))\(close). \(help)")
    }
    let words = ParserWords(wording).complaint(message)
    return wording.pick("参数有误：\(words)。\(help)", "\(words)\(words.hasSuffix("?") ? "" : ".") \(help)")
  }
}
