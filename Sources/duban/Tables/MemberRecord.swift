import Campaigns

/// A member of a task's collectives, as `list --json` and `show --json` say it.
struct MemberRecord: Encodable {
  var id: String
  var name: String
  /// The day on which it completed its part.
  @Nullable var completed: Day?
  @Nullable var percent: Int?
  @Nullable var quota: WithQuota<QuotaRecord>?

  /// Everybody who is asked through the collectives of a task.
  static func all(of row: TaskRow, _ registry: UnitRegistry) -> [MemberRecord] {
    let statuses = Dictionary(
      row.task.members.map { (registry.current(id: $0.unit)?.id ?? $0.unit, $0) }
    ) { first, _ in first }
    return row.askedMembers(registry).map { unit in
      MemberRecord(
        id: unit.id, name: unit.name, completed: statuses[unit.id]?.completed,
        percent: statuses[unit.id]?.percent,
        quota: row.verdict.memberQuotas?.standing(of: unit.id).map(QuotaRecord.of))
    }
  }
}
