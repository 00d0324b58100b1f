import Campaigns

extension Store {
  /// Takes a campaign away for good that never counted: all of its tasks are drafts, or were registered by mistake. The
  /// journal keeps it, so that it can be undone.
  package func remove(_ code: String, _ context: WriteContext) throws(StoreError) -> (
    campaign: Campaign, saved: Saved
  ) {
    try writing(context) { writer throws(StoreError) in
      let before = try writableCampaign(code)
      if let obstacle = before.removalObstacle { throw .refused(obstacle) }
      return (before, try commit([step(before, nil)], Deed(.removeCampaign), writer))
    }
  }

  /// Refuses a unit that a task, archived ones included, or a collective still names.
  func requireUnused(_ unit: Unit, _ units: UnitRegistry) throws(StoreError) {
    func isIt(_ id: String?) -> Bool { id == unit.id }
    if units.units.contains(where: { $0.mergedInto == unit.id || $0.members.contains { isIt($0.unit) } }) {
      throw .refused(.unitInUse(name: unit.name, task: nil))
    }
    for (name, _) in try campaignFiles(true, nil) {
      let campaign = try undamaged { () throws(DamagedFile) in try self.campaign(name) }?.value
      for task in campaign?.tasks ?? [] {
        let isNamed =
          task.units.contains { isIt($0.unit) }
          || task.members.contains { isIt($0.unit) || isIt($0.collective) }
          || task.log.contains { isIt($0.unit) } || task.occurrences.contains { isIt($0.unit) }
        if isNamed { throw .refused(.unitInUse(name: unit.name, task: task.id)) }
      }
    }
  }
}
