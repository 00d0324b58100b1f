import Campaigns

extension StoredFile {
  /// A file's name without folder and `.json`: a campaign's code.
  static func stem(of name: String) -> String { String(name.utf8[stemRange(of: name)]) ?? name }

  /// Whether a campaign's file has that name, but for its folder.
  static func isFile(_ name: String, of code: String) -> Bool {
    name.utf8[stemRange(of: name)].elementsEqual(code.utf8)
  }

  private static func stemRange(of name: String) -> Range<String.Index> {
    let start =
      name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name.utf8.index(after: $0) } ?? name.startIndex
    return start..<(name.utf8.index(name.endIndex, offsetBy: -5, limitedBy: start) ?? start)
  }

  /// What a name in a store stands for; nil for a name that no file of a store has.
  enum Kind {
    case json, journal, source

    init?(name: String) {
      let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      switch parts.count == 2 ? parts[0] : "" {
      case "" where name == "store.json" || name == "units.json": self = .json
      case "campaigns", "archive":
        guard parts[1].hasSuffix(".json"), isSafeName(String(parts[1].dropLast(5))) else { return nil }
        self = .json
      case "journal":
        guard Journal.isName(parts[1]) else { return nil }
        self = .journal
      case "sources":
        guard parts[1].hasSuffix(".txt"), isSafeName(String(parts[1].dropLast(4))) else { return nil }
        self = .source
      default: return nil
      }
    }
  }

  var revision: Int {
    get {
      switch self {
      case .campaign(let campaign): campaign.revision
      case .units(let units): units.revision
      case .settings(let settings): settings.revision
      }
    }
    set {
      switch self {
      case .campaign(var campaign):
        campaign.revision = newValue
        self = .campaign(campaign)
      case .units(var units):
        units.revision = newValue
        self = .units(units)
      case .settings(var settings):
        settings.revision = newValue
        self = .settings(settings)
      }
    }
  }

  /// Stamps who changed it, where it says so.
  mutating func stamp(_ stamp: Stamp) {
    guard case .campaign(var campaign) = self else { return }
    campaign.changed = stamp
    self = .campaign(campaign)
  }
}
