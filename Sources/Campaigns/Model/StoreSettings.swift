/// What `store.json` holds: everything that concerns the store as a whole.
package struct StoreSettings: Encodable, Hashable, Sendable {
  /// Days that an organisation adds to the State Council's calendar.
  package struct OwnDays: Encodable, Hashable, Sendable {
    /// Days off.
    @Listed package var off: [Day]
    /// Working days.
    @Listed package var working: [Day]

    /// Own days.
    package init(off: [Day] = [], working: [Day] = []) {
      self.off = off
      self.working = working
    }
  }

  /// The last number given for a 机关代字 in a year; numbers are never used again.
  package struct Counter: Encodable, Hashable, Sendable {
    /// The letters before the year, as in 督.
    package var word: String
    /// The year.
    package var year: Int
    /// The last number given.
    package var last: Int

    /// A counter.
    package init(word: String, year: Int, last: Int) {
      self.word = word
      self.year = year
      self.last = last
    }
  }

  /// Words to start a document or a task from.
  package struct Template: Encodable, Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Its words.
    package var text: String

    /// A template.
    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// Format of the store, 1.
  package var format: Int
  /// Counts the changes of the file.
  package var revision: Int
  /// The organisation whose ledger this is.
  package var organisation: String?
  /// When a light changes.
  package var lights: LightProfile?
  /// Own days off and on.
  package var ownDays: OwnDays?
  /// Events that deadlines of any campaign hang on.
  @Listed package var events: [NamedEvent]
  /// Number counters.
  @Listed package var counters: [Counter]
  /// Templates.
  @Listed package var templates: [Template]
  /// Saved filters that everybody has.
  @Listed package var views: [SavedView]

  /// Logins, and groups of them, that may leave instructions and nothing else.
  @Listed package var instructors: [String]

  /// Settings of a new store.
  package init(organisation: String? = nil) {
    format = storeFormat
    revision = 0
    self.organisation = organisation
    events = []
    counters = []
    templates = []
    views = []
    instructors = []
  }
}
