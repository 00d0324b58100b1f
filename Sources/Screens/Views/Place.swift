import Campaigns

/// What a screen shows. Each place has a view of its own file; `view` is the one list of them.
package enum Place: Hashable, Sendable {
  /// Tasks that answer a filter: what a number on top counts, and opens.
  case welcome, home, campaigns, tasks(Filter), urgent, units, rates, instructions
  case campaign(String)
  /// An imported draft by its code.
  case review(String)
  case task(String)
  /// The members of the collectives of a task.
  case members(String)
  /// One member's part of a task; both by their ids.
  case member(task: String, unit: String)
  case unit(String)
  /// A folder in which a notice is looked for, by its path.
  case files(String)
  case settings

  /// The main views, in the order of the keys that show them: 1, 2 …
  static let main: [Place] = [.home, .campaigns, .tasks(.all), .urgent, .units, .rates]

  var view: any View {
    switch self {
    case .welcome: WelcomeView()
    case .home: HomeView()
    case .campaigns: CampaignsView()
    case .tasks(let filter): TasksView(scope: filter)
    case .urgent: UrgentView()
    case .units: UnitsView()
    case .rates: RatesView()
    case .instructions: InstructionsView()
    case .campaign(let code): CampaignView(code: code)
    case .review(let code): ReviewView(code: code)
    case .task(let id): TaskView(id: id)
    case .members(let id): MembersView(id: id)
    case .member(let task, let unit): MemberView(task: task, unit: unit)
    case .unit(let id): UnitView(id: id)
    case .settings: SettingsView()
    case .files(let path): FilesView(path: path)
    }
  }

  /// Whether what it shows is in the store.
  func isThere(in snapshot: Snapshot) -> Bool {
    switch self {
    // A plan that is a draft again is checked, not worked on.
    case .campaign(let code): snapshot.entry(code: code).map { !$0.summary.isDraft } ?? false
    case .review(let code): snapshot.entry(code: code) != nil
    case .task(let id), .members(let id): snapshot.row(id: id) != nil
    case .member(let task, let unit): snapshot.row(id: task) != nil && snapshot.units.unit(id: unit) != nil
    case .unit(let id): snapshot.units.unit(id: id) != nil
    case .welcome, .home, .campaigns, .tasks, .urgent, .units, .rates, .instructions, .files, .settings: true
    }
  }
}
