import Campaigns

/// What a screen shows. Each place has a view of its own file; `view` is the one list of them.
package enum Place: Hashable, Sendable {
  case welcome, home, campaigns, tasks(TaskScope), urgent, units, rates
  /// A campaign by its code.
  case campaign(String)
  /// An imported draft by its code.
  case review(String)
  /// A task by its id.
  case task(String)
  /// The members of the collectives of a task.
  case members(String)
  /// One member's part of a task; both by their ids.
  case member(task: String, unit: String)
  /// A unit by its id.
  case unit(String)

  /// The main views, in the order of the keys that show them: 1, 2 …
  static let main: [Place] = [.home, .campaigns, .tasks(TaskScope()), .urgent, .units, .rates]

  /// The view that shows it.
  var view: any View {
    switch self {
    case .welcome: WelcomeView()
    case .home: HomeView()
    case .campaigns: CampaignsView()
    case .tasks(let scope): TasksView(scope: scope)
    case .urgent: UrgentView()
    case .units: UnitsView()
    case .rates: RatesView()
    case .campaign(let code): CampaignView(code: code)
    case .review(let code): ReviewView(code: code)
    case .task(let id): TaskView(id: id)
    case .members(let id): MembersView(id: id)
    case .member(let task, let unit): MemberView(task: task, unit: unit)
    case .unit(let id): UnitView(id: id)
    }
  }
}

/// Which tasks a list holds: those that a campaign, a lead unit or a light has. What a number opens is a scope, so
/// that it counts the rows of the list behind it.
package struct TaskScope: Hashable, Sendable {
  /// Code of the campaign.
  var campaign: String?
  /// Id of the unit that leads.
  var lead: String?
  /// Id of the phase of that campaign.
  var phase: String?
  /// Name of the leader who answers for it.
  var leader: String?
  /// What it counts as; empty is everything.
  var parts: Set<Tally.Part> = []
  /// Days from today on in which the deadline lies.
  var days: Int?
  /// Whether an instruction waits for an answer.
  var isInstructed = false

  /// Whether a row is in it; drafts never are.
  func holds(_ row: TaskRow, _ units: UnitRegistry) -> Bool {
    guard row.task.stage != .draft, campaign == nil || row.code == campaign else { return false }
    guard parts.isEmpty || parts.contains(row.part) else { return false }
    if let days {
      guard let left = row.verdict.days, (0...days).contains(left) else { return false }
    }
    if let phase, row.phase?.id ?? Filter.none != phase { return false }
    let leaders = row.task.units(in: .leader)
    if let leader,
      leader == Filter.none ? !leaders.isEmpty : !leaders.contains(where: { units.name(of: $0) == leader })
    {
      return false
    }
    if isInstructed, row.task.openInstructions.isEmpty { return false }
    guard let lead else { return true }
    return row.task.units(in: .lead, units).contains(lead)
  }

  /// What hurts: 逾期、临期与滞后.
  static let urgent = TaskScope(parts: Set(Tally.Part.allCases.filter(\.isUrgent)))
  /// 批示待复.
  static let instructed = TaskScope(isInstructed: true)
  /// What comes.
  static let week = TaskScope(parts: [.normal], days: 7)

  /// The scope within one part.
  func within(_ part: Tally.Part) -> TaskScope {
    var scope = self
    scope.parts = [part]
    return scope
  }
}

extension Place {
  /// Whether what it shows is in the store.
  func isThere(in snapshot: Snapshot) -> Bool {
    switch self {
    // A plan that is a draft again is checked, not worked on.
    case .campaign(let code): snapshot.ledger.campaign(code: code).map { !$0.isDraft } ?? false
    case .review(let code): snapshot.ledger.campaign(code: code) != nil
    case .task(let id), .members(let id): snapshot.row(id: id) != nil
    case .member(let task, let unit): snapshot.row(id: task) != nil && snapshot.units.unit(id: unit) != nil
    case .unit(let id): snapshot.units.unit(id: id) != nil
    case .welcome, .home, .campaigns, .tasks, .urgent, .units, .rates: true
    }
  }
}
