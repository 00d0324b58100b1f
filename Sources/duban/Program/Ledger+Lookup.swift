import Campaigns

extension Ledger {
  /// The task with that id, or that had it before it was moved, or the only one that begins with it.
  func task(id: String) throws(Failure) -> (campaign: Campaign, task: Task) {
    let wanted = id.lowercased()
    // A number is never used again: who asks for one that a task had means that task.
    if let found = task(formerly: id) { return found }
    try requireReadable(wanted[..<(wanted.lastIndex(of: "-") ?? wanted.endIndex)])
    var found: [(Campaign, Task)] = []
    for campaign in campaigns {
      for task in campaign.tasks where task.id.lowercased().hasPrefix(wanted) {
        if task.id.lowercased() == wanted { return (campaign, task) }
        found.append((campaign, task))
      }
    }
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else { throw .ambiguousID(id, candidates: found.prefix(6).map(\.1.id)) }
    throw .unknownID(id, nearest: nearest(to: id, among: campaigns.flatMap { $0.tasks.map(\.id) }))
  }

  /// The campaign with that code or the only one that begins with it.
  func campaign(matching code: String) throws(Failure) -> Campaign {
    if let exact = campaigns.first(where: { $0.code.lowercased() == code.lowercased() }) { return exact }
    try requireReadable(code.lowercased()[...])
    let found = campaigns.filter { $0.code.lowercased().hasPrefix(code.lowercased()) }
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else { throw .ambiguousID(code, candidates: found.prefix(6).map(\.code)) }
    throw .unknownID(code, nearest: nearest(to: code, among: campaigns.map(\.code)))
  }

  /// A code whose file cannot be read is exact all the same: no other campaign is meant by it.
  private func requireReadable(_ code: Substring) throws(Failure) {
    let flaw = flaws.first { $0.isLoss && $0.file.lowercased() == "campaigns/\(code).json" }
    if let flaw { throw .store(.damaged(flaw)) }
  }
}
