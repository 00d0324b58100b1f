/// A question about tasks, one language on the command line and on the screen (docs/interface.md, "Filters").
package indirect enum Filter: Hashable, Sendable {
  case all
  case words(String)
  /// Letters that characters of the words are read as: zhibu, or zb, for 支部.
  case pinyin(String)
  /// The task of that id and no other.
  case id(String)
  case unit(String)
  /// Of the unit that has exactly this name; nothing where no unit has.
  case namedUnit(String)
  /// 欠办: open, and the unit has still to do its part.
  case missing(String)
  /// The unit that leads.
  case lead(String)
  /// The unit of that id leads, or supports without leading.
  case leading(String), supporting(String)
  case campaign(String)
  /// The campaign of that code and no other.
  case code(String)
  case phase(String)
  /// The phase of that id and no other.
  case phaseID(String)
  /// 成员已办: all members who were asked are done, and the task is not completed.
  case membersDone
  case tag(String)
  case leader(String)
  /// The leader of that name and no other.
  case namedLeader(String)
  case condition(Condition)
  case stage(Stage)
  case open
  /// What a number on top counts.
  case part(Tally.Part)
  /// 紧要: what somebody must see to, the parts that are urgent.
  case urgent
  /// 欠次: open, and fewer were done than a quota asked for in a period that is over.
  case short
  /// 未达标: the last reading of a target does not reach it.
  case failing
  /// 批示待复: an instruction waits for its answer.
  case instructed
  /// 待前项: open, and something that must come first is neither completed nor cancelled.
  case waiting
  /// 待回顾: a standing duty whose review is due.
  case reviewDue
  /// 已延期: an extension was approved.
  case extended
  /// 延期待批: open, and a request for more time waits for a decision.
  case pending
  /// 待催办: a unit is to be chased on the day.
  case chase
  case light(Light)
  case due(DueSpan)
  /// The last entry of the log was recorded on one of these days.
  case updated(DueSpan)
  case not(Filter)
  case and(Filter, Filter)
  case or(Filter, Filter)

  /// What a key takes for rows that have none: `lead:-`.
  package static let none = "-"

  /// Days in which something lies; a missing end is open.
  package struct DueSpan: Hashable, Sendable {
    /// First day; nil is open.
    package var from: Day?
    /// Last day; nil is open.
    package var through: Day?
    /// From today to so many days after it.
    package var days: Int?

    /// A span; what is nil is open.
    package init(from: Day? = nil, through: Day? = nil, days: Int? = nil) {
      (self.from, self.through, self.days) = (from, through, days)
    }
  }

  /// Whether the filter asks for drafts, which are left out otherwise.
  package var asksForDrafts: Bool {
    switch self {
    case .stage(.draft): true
    case .not: false
    case .and(let left, let right), .or(let left, let right): left.asksForDrafts || right.asksForDrafts
    default: false
    }
  }

  /// Whether it asks for parts that numbers on top count.
  package var namesPart: Bool {
    switch self {
    case .part, .urgent: true
    case .and(let left, let right): left.namesPart || right.namesPart
    default: false
    }
  }

  /// The code of the only campaign whose rows answer it, where it says one.
  package var onlyCampaign: String? {
    switch self {
    case .code(let code): code
    case .and(let left, let right): left.onlyCampaign ?? right.onlyCampaign
    default: nil
    }
  }

  /// What it calls campaigns by.
  package var campaignNames: [String] {
    switch self {
    case .campaign(let name): [name]
    case .not(let inner): inner.campaignNames
    case .and(let left, let right), .or(let left, let right): left.campaignNames + right.campaignNames
    default: []
    }
  }

  /// What comes: on course, and due within seven days.
  package static let comingWeek = Filter.and(.part(.normal), .due(DueSpan(days: 7)))

  /// Both filters together.
  package func and(_ other: Filter) -> Filter {
    switch (self, other) {
    case (.all, _): other
    case (_, .all): self
    default: .and(self, other)
    }
  }
}

/// Why a filter cannot be read.
package enum FilterError: Error, Hashable, Sendable {
  /// A key that there is none of, with the nearest.
  case unknownKey(String, nearest: String?)
  /// A value that the key does not take, with the nearest that it does.
  case unknownValue(key: FilterKey, value: String, nearest: String?)
  /// Days that could not be read, with what is wrong with them.
  case unknownTime(key: FilterKey, value: String, notes: [TimeNote])
  /// A name that nothing has, with the nearest.
  case unknownName(key: FilterKey, value: String, nearest: String?)
  /// A saved filter that there is none of, with those that there are.
  case unknownView(String, all: [String])
  /// A bracket without its other half.
  case unbalanced
  /// `or` or `not` with nothing behind it.
  case unfinished(String)
  /// Nested too deep to be meant, or a saved filter that names itself.
  case tooDeep
  /// More characters than that.
  case tooLong(most: Int)
}
