import Campaigns
import Tables
import TerminalFrames
import Wording

extension Session {
  /// Where every member of a task's collectives stands, in a table.
  mutating func printMembers(of row: TaskRow, _ snapshot: Snapshot) {
    let members = snapshot.members(of: row)
    guard !members.isEmpty else {
      output.line(wording.pick("没有成员需要办理。", "No member is asked for it."))
      return
    }
    let columns = MemberColumn.allCases
    print(
      columns.map { $0.column(wording) },
      members.map { member in columns.map { $0.cell(member, snapshot.units, wording) } })
  }

  /// One member's part of a task, with its log.
  /// - Throws: where there is no such unit, or the task does not ask it.
  mutating func printMember(named name: String, of row: TaskRow, _ snapshot: Snapshot) throws(Failure) {
    let unit: Campaigns.Unit
    do throws(Refusal) { unit = try snapshot.units.known(name) } catch { throw .store(.refused(error)) }
    guard let member = snapshot.member(unit.id, of: row) else {
      throw .store(.refused(.notResponsible(id: row.task.id, unit: unit.name)))
    }
    if options.json {
      output.json(TaskListRecord(asOf: today, tasks: [TaskRecord(member.row, snapshot.units, wording)]))
      return
    }
    output.line(width.cut(Text.visible("\(row.task.id)  \(row.task.title)  \(unit.name)"), to: columns))
    for line in wording.facts(of: member, snapshot.units).lines(width, columns: columns, wording) {
      output.line(Paint.line(line, isColoured: isColoured))
    }
  }
}
