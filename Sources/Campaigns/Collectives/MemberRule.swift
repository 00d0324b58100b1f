/// When a task of collectives is complete: once all members are, unless it declares another rule.
package struct MemberRule: Encodable, Hashable, Sendable {
  /// What the rule goes by.
  package enum Kind: String, Encodable, Sendable, CaseIterable {
    case all
    case atLeast
    /// It is completed as a whole, whatever members have done, and its quota is counted as one.
    case whole
  }

  /// What it goes by.
  package let kind: Kind
  /// How many members are enough.
  package let count: Int?

  /// All members.
  package static let all = MemberRule(kind: .all)
  /// As a whole.
  package static let whole = MemberRule(kind: .whole)
  /// At least so many members.
  package static func atLeast(_ count: Int) -> MemberRule { MemberRule(kind: .atLeast, count: count) }

  /// A rule as a file has it.
  package init(kind: Kind, count: Int? = nil) {
    self.kind = kind
    self.count = kind == .atLeast ? count : nil
  }

  /// How many of those asked must have completed it; nil: it is not members who complete it.
  func needed(of asked: Int) -> Int? {
    switch kind {
    case .all: asked
    case .atLeast: max(1, min(count ?? asked, asked))
    case .whole: nil
    }
  }
}
