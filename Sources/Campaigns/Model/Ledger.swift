/// Everything that a store holds, read at one moment: what queries and screens work on.
package struct Ledger: Sendable {
  /// A file that could not be read, or that this program must not write.
  package struct Flaw: Sendable, Equatable {
    /// What is wrong with it.
    package enum Kind: Sendable, Equatable {
      case notJSON
      /// It is JSON, but not what this file must be; the place in words of the format: `tasks[3].stage`.
      case wrongValue(path: String)
      /// It has a key that this program does not know; it can be read, but is not written.
      case unknownKey(String)
      case newerFormat(Int)
      /// It cannot be read.
      case unreadable(Obstacle)
      /// Its code is not its name.
      case codeDiffers(String)
    }
    /// Why a file cannot be read.
    package enum Obstacle: Sendable, Equatable {
      /// It is a folder, a pipe or a device.
      case notRegular
      /// A symbolic link leads out of the store.
      case outside
      /// Its name is none that a campaign's code can be.
      case name
      /// It has more bytes than that.
      case tooLarge(limit: Int)
      /// The system says so, by its error number.
      case system(Int32)
    }
    /// The file, within the store.
    package var file: String
    /// Line, from 1.
    package var line: Int?
    /// Column, from 1, in characters.
    package var column: Int?
    /// What is wrong.
    package var kind: Kind

    /// A flaw of a file.
    package init(file: String, line: Int? = nil, column: Int? = nil, kind: Kind) {
      (self.file, self.line, self.column, self.kind) = (file, line, column, kind)
    }

    /// Whether the file's content is missing from the ledger.
    package var isLoss: Bool {
      if case .unknownKey = kind { false } else { true }
    }
  }

  /// The store's settings.
  package var settings: StoreSettings
  /// Units and collectives.
  package var units: UnitRegistry
  /// Campaigns that daily views show, by code.
  package var campaigns: [Campaign]
  /// Files that could not be read whole.
  package var flaws: [Flaw]

  /// A ledger.
  package init(settings: StoreSettings, units: UnitRegistry, campaigns: [Campaign], flaws: [Flaw] = []) {
    self.settings = settings
    self.units = units
    self.campaigns = campaigns
    self.flaws = flaws
  }

  /// The campaign with that code.
  package func campaign(code: String) -> Campaign? { campaigns.first { $0.code == code } }

  /// The registered plan with the document number of another, of which that one may be a later text.
  package func earlierPlan(than campaign: Campaign) -> Campaign? {
    guard let number = campaign.documentNumber else { return nil }
    return campaigns.first { $0.documentNumber == number && $0.code != campaign.code && !$0.isDraft }
  }
}
