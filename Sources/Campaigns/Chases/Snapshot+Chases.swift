/// A unit that is to be chased on a day, with the task that it is late with.
package struct DueChase: Sendable {
  /// The task.
  package let row: TaskRow
  /// The chase.
  package let chase: Chase
}

extension Snapshot {
  /// Who is to be chased on the day, the most urgent and the longest late first; of these units, or of all.
  package func dueChases(of wanted: [Unit] = []) -> [DueChase] {
    let ids = Set(wanted.map(\.id))
    let due = rows(matching: .chase).flatMap { row in row.chases.map { DueChase(row: row, chase: $0) } }
      .filter { $0.chase.isDue && (ids.isEmpty || ids.contains($0.chase.unit.id)) }
    return due.enumerated().sorted { left, right in
      let (one, other) = (left.element.chase, right.element.chase)
      return (other.level, other.daysLate, left.offset) < (one.level, one.daysLate, right.offset)
    }.map(\.element)
  }
}
