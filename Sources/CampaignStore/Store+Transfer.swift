import Campaigns

extension Store {
  /// Moves a task and its parts from the campaign `code` to the campaign `target` with their history, in one act; `phase`
  /// as in `Campaign.transfer(of:to:phase:_:)`. Answers the target after it and what changed there.
  package func transfer(
    _ id: String, from code: String, to target: String, phase: String?, _ context: WriteContext
  ) throws(StoreError) -> Updated {
    try writing(context) { writer throws(StoreError) in
      let (source, goal) = (try writableCampaign(code), try writableCampaign(target))
      let units = try writableUnits()
      let acting = try acting(units, context)
      let (transfer, left, reached) = try refusing { () throws(Refusal) in
        let transfer = try source.transfer(of: id, to: goal, phase: phase, acting)
        return (transfer, try transfer.from.applied(to: source), try transfer.to.applied(to: goal))
      }
      let after = stamped(reached, context)
      let saved = try commit(
        [step(source, stamped(left, context)), step(goal, after)], Deed(.moveTask), writer)
      return Updated(campaign: after, change: transfer.to, units: units, saved: saved)
    }
  }
}
