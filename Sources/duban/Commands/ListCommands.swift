import ArgumentParser
import Campaigns
import Wording

/// `duban list [FILTER]`.
struct List: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Tasks that answer a filter.",
    discussion: """
      duban list is:overdue unit:党办
      duban list campaign:h26 due:7d --json
      duban list '满意 or 窗口' --group-by unit --sort due

      Filters: words, unit: campaign: phase: is: light: due: tag: leader: stage:, not, or, parentheses.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Filter; words beside each other must all hold.") var filter: [String] = []
  @Option(help: "Columns by name, separated by commas.") var columns: String?
  @Option(help: "due, id, unit, title, state or campaign.") var sort: TaskOrder?
  @Option(help: "unit, campaign, phase, leader or light.") var groupBy: TaskGroup?
  @Flag(help: "Archived campaigns too.") var archived = false

  func run(_ session: inout Session) throws(Failure) {
    let columns = try TaskColumn.read(columns)
    let filter = try session.filter(filter)
    let reading = try session.read(includingArchive: archived)
    var rows = reading.rows(matching: filter)
    if let sort { rows = sort.sorted(rows, reading.ledger.units) }
    session.printTasks(rows, reading, columns: columns, groupBy: groupBy)
    try session.finish(reading.ledger.flaws)
  }
}

extension TaskOrder: ExpressibleByArgument {}
extension TaskGroup: ExpressibleByArgument {}

/// `duban overdue`.
struct Overdue: Command {
  static let configuration = CommandConfiguration(
    commandName: "overdue", abstract: "What is overdue, the longest first.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Filter.") var filter: [String] = []
  @Option(help: "unit, campaign, phase, leader or light.") var groupBy: TaskGroup?

  func run(_ session: inout Session) throws(Failure) {
    let filter = try session.filter(filter).and(.condition(.overdue))
    let reading = try session.read()
    let rows = TaskOrder.due.sorted(reading.rows(matching: filter), reading.ledger.units)
    session.printTasks(rows, reading, groupBy: groupBy)
    try session.finish(reading.ledger.flaws)
  }
}

/// `duban next [DAYS]`.
struct Next: Command {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "What is due next, the nearest first.", discussion: "duban next 14")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Calendar days to look ahead.") var days: Int = 7

  func run(_ session: inout Session) throws(Failure) {
    guard (0...36_500).contains(days) else { throw .badNumber(option: "DAYS", text: "\(days)") }
    let reading = try session.read()
    let filter = Filter.and(.open, .due(Filter.DueSpan(days: days)))
    session.printTasks(TaskOrder.due.sorted(reading.rows(matching: filter), reading.ledger.units), reading)
    try session.finish(reading.ledger.flaws)
  }
}
