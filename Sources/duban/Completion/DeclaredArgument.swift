import ArgumentParser
import PlacedJSON

/// An argument or option as a command declares it: what help knows of it, read from the argument parser's own description.
struct DeclaredArgument: Equatable {
  enum Kind: String { case positional, option, flag }

  let kind: Kind
  /// How it is written, dashes included: `--message`, `-m`; of what stands by its place `<ids>`.
  let names: [String]
  /// The name that help shows.
  let name: String
  let help: String
  let isRepeating: Bool
  let isOptional: Bool
  /// The heading that it stands under in help.
  let section: String
  /// The values that it takes, where it takes no others.
  let values: [String]

  private init?(_ json: JSONValue) {
    guard let kind = json["kind"]?.text.flatMap(Kind.init), json["shouldDisplay"] != .bool(false) else {
      return nil
    }
    func written(_ name: JSONValue) -> String {
      (name["kind"]?.text == "long" ? "--" : "-") + (name["name"]?.text ?? "")
    }
    let place = "<\(json["valueName"]?.text ?? "")>"
    self.kind = kind
    names = kind == .positional ? [place] : (json["names"]?.items ?? []).map(written)
    name = kind == .positional ? place : json["preferredName"].map(written) ?? place
    help = json["abstract"]?.text ?? ""
    isRepeating = json["isRepeating"] == .bool(true)
    isOptional = json["isOptional"] == .bool(true) || json["defaultValue"] != nil
    section = json["sectionTitle"]?.text ?? ""
    let all = json["allValueStrings"]?.items ?? json["allValues"]?.items
    values = (all ?? json["completionKind"]?["list"]?["values"]?.items ?? []).compactMap(\.text)
  }

  /// What a command declares, in order; of one with subcommands what its usual one does, else the options that stand anywhere.
  static func all(of type: any ParsableCommand.Type) -> [DeclaredArgument] {
    let configuration = type.configuration
    var own: any ParsableArguments.Type = type
    if !configuration.subcommands.isEmpty { own = GlobalOptions.self }
    if let usual = configuration.defaultSubcommand { own = usual }
    guard let whole = try? JSONValue(Array(own._dumpHelp().utf8)) else { return [] }
    return (whole["command"]?["arguments"]?.items ?? []).compactMap(DeclaredArgument.init)
  }

  /// What stands beside it in a list of options.
  var shownHelp: String {
    // The parser's own, which knows one language.
    name == "--help" ? .say("显示用法。", "Show how it is used.") : help
  }
}
