import Synchronization

/// What was read last: the keys on a row ask for it again and again.
final class RecentReads: Sendable {
  private struct Known {
    var rows: [RowPlace: TaskRow] = [:]
    var campaigns: [Campaign] = []
    var places: [String: Int]?
    var shares: ShareSum?
  }

  private let known = Mutex(Known())

  func places(of entries: [CampaignEntry]) -> [String: Int] {
    if let places = known.withLock(\.places) { return places }
    let places = Dictionary(entries.enumerated().map { ($1.code, $0) }) { first, _ in first }
    known.withLock { $0.places = places }
    return places
  }

  /// What units lead and support in all campaigns, where that was asked for.
  var knownShares: ShareSum? { known.withLock(\.shares) }

  func shares(_ reckon: () -> ShareSum) -> ShareSum {
    if let shares = knownShares { return shares }
    let shares = reckon()
    known.withLock { $0.shares = shares }
    return shares
  }

  func row(_ place: RowPlace) -> TaskRow? { known.withLock { $0.rows[place] } }
  func campaign(_ code: String) -> Campaign? {
    known.withLock { known in known.campaigns.first { $0.code == code } }
  }

  func keep(_ row: TaskRow, at place: RowPlace) {
    known.withLock { known in
      if known.rows.count >= 64 { known.rows = [:] }
      known.rows[place] = row
    }
  }

  func keep(_ campaign: Campaign) {
    known.withLock { known in
      if known.campaigns.count >= 4 { known.campaigns.removeFirst() }
      known.campaigns.append(campaign)
    }
  }
}
