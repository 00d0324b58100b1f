import ArgumentParser
import Wording

/// The language of help texts. They are read while arguments are still being parsed, so it is found out beforehand.
enum Spoken {
  static let language: Language = {
    let given = Arguments.given() ?? []
    let typed = Complete.Request(given)?.asked
    // What stands beside ids is in the language of the user's own settings; so is what stands beside options.
    return Session.language(
      Arguments.value(of: "--lang", in: typed ?? given), typed.flatMap { _ in try? Session.config() })
  }()

  static var wording: Wording { Wording(language) }
}

extension String {
  /// A help text in the language of the interface.
  static func say(_ zh: String, _ en: String) -> String { Spoken.wording.pick(zh, en) }
}

extension ArgumentHelp {
  /// The help of an argument in the language of the interface.
  static func say(_ zh: String, _ en: String, _ valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: .say(zh, en)).named(valueName)
  }

  private func named(_ name: String?) -> ArgumentHelp {
    var help = self
    if let name { help.valueName = name }
    return help
  }
}
