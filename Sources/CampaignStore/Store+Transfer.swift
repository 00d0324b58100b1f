import Campaigns

extension Store {
  /// Moves a task and its parts from the campaign `code` to the campaign `target` with their history, in one act; `phase`
  /// as in `Campaign.transfer(of:to:phase:_:)`. Answers the target after it and what changed there.
  package func transfer(
    _ id: String, from code: String, to target: String, phase: String?, _ context: WriteContext
  ) throws(StoreError) -> Updated { try transfer([(id, code)], to: target, phase: phase, context) }

  /// The same of several tasks, each from its own campaign, all of them or none.
  package func transfer(
    _ tasks: [(id: String, code: String)], to target: String, phase: String?, _ context: WriteContext
  ) throws(StoreError) -> Updated {
    try writing(context) { writer throws(StoreError) in
      let goal = try writableCampaign(target)
      var sources: [(before: Campaign, after: Campaign)] = []
      for code in tasks.map(\.code) where !sources.contains(where: { $0.before.code == code }) {
        let source = try writableCampaign(code)
        sources.append((source, source))
      }
      let units = try writableUnits()
      let acting = try acting(units, context)
      var (reached, change) = (goal, Change(code: target))
      for (id, code) in tasks {
        for place in sources.indices where sources[place].before.code == code {
          try refusing { () throws(Refusal) in
            let transfer = try sources[place].after.transfer(of: id, to: reached, phase: phase, acting)
            try transfer.from.apply(to: &sources[place].after)
            try transfer.to.apply(to: &reached)
            change.follow(transfer.to)
          }
        }
      }
      let after = stamped(reached, context)
      let saved = try commit(
        sources.map { step($0.before, stamped($0.after, context)) } + [step(goal, after)], Deed(.moveTask),
        writer)
      return Updated(campaign: after, change: change, units: units, saved: saved)
    }
  }
}
