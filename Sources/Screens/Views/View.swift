import Campaigns
import Tables
import TerminalFrames
import Wording

/// What a place shows. A new view is a file with one of these and a case of `Place`.
protocol View: Sendable {
  /// Its name in the breadcrumb; not yet made safe to show.
  func title(_ scene: Scene) -> String
  /// What it shows now.
  func content(_ scene: Scene) -> Content
  /// Puts in what depends on the rows of the list, which the numbers on top and the headings leave it.
  func fit(_ content: inout Content, rows: Int, _ scene: Scene)
  /// What is known of the selected item, for the pane beside or below the list.
  func detail(of item: ItemID, _ scene: Scene, columns: Int) -> [[Span]]
  /// What its lists can be asked to do.
  var abilities: Set<ListAbility> { get }
}

/// What a list can be asked to do.
enum ListAbility: Sendable { case sort, group, columns, filter }

extension View {
  var abilities: Set<ListAbility> { [] }
  func fit(_ content: inout Content, rows: Int, _ scene: Scene) {}

  func detail(of item: ItemID, _ scene: Scene, columns: Int) -> [[Span]] {
    let (snapshot, wording) = (scene.snapshot, scene.wording)
    switch item {
    case .part(let task, let unit): return MemberView(task: task, unit: unit).lines(scene, columns: columns)
    case .task(let id), .entry(let id, _):
      guard let row = snapshot.row(id: id) else { return [] }
      let facts = wording.facts(
        of: row, in: snapshot.campaign(code: row.code), snapshot.units, waiting: snapshot.waiting)
      return scene.page("\(id)  \(row.task.title)", facts, columns: columns)
    case .campaign(let code):
      guard let entry = snapshot.entry(code: code) else { return [] }
      let facts = wording.facts(of: entry.campaign, entry.summary.tally)
      return scene.page("\(code)  \(entry.campaignTitle)", facts, columns: columns)
    case .group(let key):
      let rows = snapshot.rows(matching: key.filter.and(scene.filter))
      return scene.brief(wording.name(key), rows, columns: columns)
    case .unit, .more, .choice, .phase, .file, .leftOut, .finding, .setting, .event, .template:
      return []
    }
  }
}

/// Everything that a view may look at: the state without the screens, and how the list is asked for.
struct Scene: Sendable {
  let snapshot: Snapshot
  let wording: Wording
  let width: DisplayWidth
  /// Columns of the list.
  let columns: Int
  /// What `/` left over.
  var filter = Filter.all
  /// Its words, for lists of other things than tasks.
  var filterText = ""
  var order: TaskOrder?
  var group: TaskGroup?
  /// Which set of columns, counted from 0.
  var columnSet = 0
  /// What is selected: a view that leaves rows away does not leave this one away.
  var selected: ItemID?
  /// Whether nothing can be changed, so that no view names a key that would.
  var isReadOnly = false
  /// The texts that drafts were read from, by their codes.
  var sources: [String: SourceReading] = [:]
  /// Folders that were looked into, and what files in them would be, by their paths.
  var folders: [String: Folder] = [:]
  var readings: [String: FileReading] = [:]
  /// Who acts.
  var user = ""
  /// What the program was told of where the store is to be.
  var paths = StorePaths()

  /// A scene without a ledger: for names that depend on none.
  static func none(_ wording: Wording) -> Scene {
    let empty = Ledger(settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: [])
    return Scene(
      snapshot: Snapshot(empty, empty.judge(today: .epoch, years: [])), wording: wording,
      width: DisplayWidth(), columns: 80)
  }

  /// Rows of tasks that answer the filter.
  func filtered(_ rows: [TaskRow]) -> [TaskRow] {
    guard filter != .all else { return rows }
    let exact = filter.exact(in: snapshot)
    return rows.filter {
      ($0.task.stage != .draft || exact.asksForDrafts) && exact.matches($0, snapshot.units)
    }
  }

  /// What of a list of other things than tasks the filter leaves: those whose names have its words; where there are
  /// none, or it says more than words, those that have a row which it matches.
  func kept<Thing>(
    _ things: [Thing], id: (Thing) -> String, names: (Thing) -> [String?], owners: (Filter) -> Set<String>
  ) -> [Thing] {
    guard filter != .all || !filterText.isEmpty else { return things }
    let words = filterText.lowercased().split(separator: " ")
    let named = things.filter { thing in
      let names = names(thing)
      return words.allSatisfy { word in names.contains { $0?.lowercased().contains(word) ?? false } }
    }
    guard named.isEmpty else { return named }
    let found = owners(filter)
    return things.filter { found.contains(id($0)) }
  }

  /// Words that name a key which changes something, or others.
  func unlessReadOnly(_ words: String, _ others: String) -> String { isReadOnly ? others : words }
}

/// What can be selected in a list; it is kept through reload, resize and sort.
package enum ItemID: Hashable, Sendable {
  case task(String), campaign(String), unit(String)
  /// A phase by its plan's code and its id.
  case phase(campaign: String, id: String)
  /// A task in the group of a unit for which it waits and that does not lead it; both by their ids.
  case part(task: String, unit: String)
  /// An entry of a log by its task and its number.
  case entry(task: String, entry: Int)
  /// The line that opens the rest of a section.
  case more(Int)
  case group(RateGroup.Key)
  case choice(Int)
  /// An item of a document that is left out of its draft, by its place in the plan; what is doubtful of the plan itself, by
  /// its number.
  case leftOut(Int)
  case finding(Int)
  /// A setting by its field; an event by its name, and the campaign whose own days it has; a template by its name. An empty name is
  /// the line that adds one.
  case setting(Form.FieldName)
  case event(String, campaign: String?)
  case template(String)
  /// A file or a folder by its path.
  case file(String)
}

/// A line of a list.
struct ListItem: Sendable {
  enum Line: Sendable {
    case text([Span])
    /// A row of one of the content's tables.
    case row(table: Int, index: Int)
  }
  /// What is selected with it; nil where it cannot be.
  var id: ItemID?
  var line: Line
  var opens: Place?
  static let blank = ListItem(line: .text([]))
  static func heading(_ text: String) -> ListItem { .text(text, .title) }
  static func text(_ words: String, _ style: Style = .dim) -> ListItem {
    ListItem(line: .text([Span(words.visible, style)]))
  }
}

/// A number that opens what it counts.
struct Chip: Sendable, Equatable {
  let text: String
  let style: Style
  let opens: Place
}

/// What a view shows: numbers on top, then lines.
struct Content: Sendable {
  /// Rows in columns, all of them or those that are looked at.
  enum Text: Sendable {
    case whole(TextTable)
    case long(LongText)
  }

  var chips: [Chip] = []
  /// To the right of the numbers.
  var summary = ""
  /// Stays on top of the list while it is scrolled.
  var heading: [Span] = []
  var items = ItemList()
  private var tables: [Text] = []
  /// What Enter opens on a page where nothing can be selected.
  var opens: Place?
  /// What is selected where nothing was; else the first line that can be.
  var first: ItemID?

  init(items: ItemList = []) { self.items = items }

  /// The text of a line.
  func spans(_ item: ListItem) -> [Span] { spans([item]).lines.first ?? [] }

  /// The texts of lines, and the headings above them where they stand in a table of which not all was laid out.
  func spans(_ items: [ListItem]) -> (heading: [Span]?, lines: [[Span]]) {
    var wanted: [Int: [Int]] = [:]
    for item in items {
      if case .row(let table, let index) = item.line, case .long = tables[table] {
        wanted[table, default: []].append(index)
      }
    }
    var (heading, found): ([Span]?, [Int: [Int: [Span]]]) = (nil, [:])
    for (table, numbers) in wanted {
      guard case .long(let text) = tables[table] else { continue }
      let laidOut = text.lines(numbers)
      heading = laidOut.heading
      found[table] = Dictionary(zip(numbers, laidOut.lines)) { first, _ in first }
    }
    let lines = items.map { item -> [Span] in
      switch item.line {
      case .text(let spans): return spans
      case .row(let table, let index):
        switch tables[table] {
        case .whole(let text): return text.line(index)
        case .long: return found[table]?[index] ?? []
        }
      }
    }
    return (heading, lines)
  }

  /// Keeps a table whose rows are to be shown. Answers its number.
  mutating func add(_ table: TextTable) -> Int { add(.whole(table)) }

  /// The same for one whose rows are made when they are looked at.
  mutating func add(_ table: LongText) -> Int {
    heading = table.lines([]).heading
    return add(.long(table))
  }

  private mutating func add(_ table: Text) -> Int {
    tables.append(table)
    return tables.count - 1
  }

  /// Adds a line for each row of a table, with what is selected and what is opened there.
  mutating func add(_ table: TextTable, _ lines: [(id: ItemID, opens: Place?)]) {
    let number = add(table)
    items += lines.enumerated().map { index, line in
      ListItem(id: line.id, line: .row(table: number, index: index), opens: line.opens)
    }
  }

  /// Adds a line for each of these tasks, which stand in a table from a row on.
  mutating func add(_ rows: [TaskRow], of table: Int, from first: Int = 0) {
    items += rows.enumerated().map { offset, row in
      ListItem(
        id: .task(row.task.id), line: .row(table: table, index: first + offset), opens: .task(row.task.id))
    }
  }

  /// The same for tasks and parts of them. Parts of a task can be selected beside it.
  mutating func add(_ lines: [TaskLine], _ snapshot: Snapshot, of table: Int, from first: Int) {
    @Sendable func id(_ number: Int) -> ItemID {
      let task = snapshot.id(at: lines[number].place)
      return lines[number].unit.map { .part(task: task, unit: $0) } ?? .task(task)
    }
    items.append(
      ItemList.Rows(
        count: lines.count, id: id,
        opens: { number in
          let task = snapshot.id(at: lines[number].place)
          return lines[number].unit.map { .member(task: task, unit: $0) } ?? .task(task)
        },
        number: { wanted in
          let (task, unit): (String, String?)
          switch wanted {
          case .task(let id): (task, unit) = (id, nil)
          case .part(let id, let member): (task, unit) = (id, member)
          case .entry, .campaign, .unit, .phase, .more, .group, .choice, .file, .leftOut, .finding, .setting,
            .event, .template:
            return nil
          }
          return snapshot.place(of: task).flatMap { place in
            lines.firstIndex { $0.place == place && $0.unit == unit }
          }
        }, table: table, first: first))
  }

  /// The same for tasks by their places.
  mutating func add(_ places: [RowPlace], _ snapshot: Snapshot, of table: Int, from first: Int = 0) {
    items.append(
      ItemList.Rows(
        count: places.count, id: { .task(snapshot.id(at: places[$0])) },
        opens: { .task(snapshot.id(at: places[$0])) },
        number: { id in
          guard case .task(let id) = id else { return nil }
          return snapshot.place(of: id).flatMap { places.firstIndex(of: $0) }
        }, table: table, first: first))
  }
}

extension String {
  /// The text with marks for what a terminal would obey: every text that is laid out by columns goes through here, so
  /// that what is measured is what is shown.
  var visible: String { VisibleText.of(self) }
}
