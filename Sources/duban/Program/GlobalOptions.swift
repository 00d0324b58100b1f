import ArgumentParser

/// Options that stand before or after any subcommand (interface.md, the contract for scripts).
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The store's folder; else $DUBAN_STORE, else the XDG data folder.", valueName: "dir"))
  var store: String?

  @Option(name: .long, help: ArgumentHelp("What day today is, as in 2011-05-01.", valueName: "date"))
  var asOf: String?

  @Option(name: .long, help: ArgumentHelp("Language: zh or en.", valueName: "language"))
  var lang: String?

  @Option(
    name: .long, help: ArgumentHelp("Who acts, where a login is shared; else $DUBAN_USER.", valueName: "name")
  )
  var `as`: String?

  @Flag(name: .long, help: "Machine-readable output, the same in every version.")
  var json = false

  @Flag(name: .long, help: "Tab-separated lines, nothing cut or coloured.")
  var plain = false

  @Flag(name: .long, help: "No colours.")
  var noColor = false

  @Flag(name: .long, help: "Answer every question with yes.")
  var yes = false

  @Flag(name: .long, help: "Never ask a question.")
  var noInput = false

  @Flag(name: .long, help: "Change nothing: acts are refused.")
  var readOnly = false

  /// The options as a plain value.
  var settings: Settings {
    Settings(
      store: store, asOf: asOf, lang: lang, as: self.as, json: json, plain: plain, noColor: noColor, yes: yes,
      noInput: noInput, readOnly: readOnly)
  }
}

/// What the global options say.
struct Settings: Equatable {
  var store: String?
  var asOf: String?
  var lang: String?
  var `as`: String?
  var json = false
  var plain = false
  var noColor = false
  var yes = false
  var noInput = false
  var readOnly = false
}
