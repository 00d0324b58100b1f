extension Ledger {
  /// The task that once had this id in another campaign; capitals do not matter.
  package func task(formerly id: String) -> (campaign: Campaign, task: Task)? {
    let wanted = id.lowercased()
    for campaign in campaigns {
      for task in campaign.tasks where !task.formerIDs.isEmpty {
        if task.formerIDs.contains(where: { $0.lowercased() == wanted }) { return (campaign, task) }
      }
    }
    return nil
  }
}
