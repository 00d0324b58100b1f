import Campaigns
import PlacedJSON
import Tables
import Wording

/// How somebody likes a list to be shown where the command line does not say: a part of the user's configuration. What scripts read
/// (`--plain`, JSON, a template) is the same for everybody.
struct ListPreference: Equatable {
  /// The command: `list`, `campaign list`.
  let name: String
  var columns: [String] = []
  /// What it is sorted by, as `--sort` has it.
  var sort: [String] = []

  init(_ name: String) { self.name = name }

  init(_ json: JSONObject) throws(JSONError) {
    (name, columns, sort) = (try json.text("name"), try json.texts("columns"), try json.texts("sort"))
  }

  /// As the configuration has it; nil where it says nothing.
  var json: JSONValue? {
    guard !columns.isEmpty || !sort.isEmpty else { return nil }
    var members: [String: JSONValue] = ["name": .string(name)]
    if !columns.isEmpty { members["columns"] = .array(columns.map { .string($0) }) }
    if !sort.isEmpty { members["sort"] = .array(sort.map { .string($0) }) }
    return .object(members)
  }

  /// The columns of each list by its command, and what it can be sorted by.
  static let lists: [(name: String, columns: [String], orders: [String])] = {
    let columns = TaskColumn.allCases.map(\.rawValue)
    let orders = columns + TaskOrder.allCases.map(\.rawValue).filter { !columns.contains($0) }
    var lists = ["list", "next", "overdue"].map { (name: $0, columns: columns, orders: orders) }
    for (list, names) in HelpTopic.otherColumns {
      let words = list.split(separator: " ").filter { $0.first?.isLowercase == true }
      lists.append((words.joined(separator: " "), names, names))
    }
    return lists
  }()

  /// The name of the list that a command shows, of those that there are: `view` alone is `view list`.
  static func name(of command: String) -> String? {
    lists.first { $0.name == command || $0.name == command + " list" }?.name
  }

  /// Names of columns as people write them.
  static func names(_ text: String) -> [String] {
    text.split { ",，、 ".contains($0) }.map { String($0) }
  }
}

extension ListSettings {
  /// The same where nothing else is said as somebody likes it.
  func preferring(_ preference: ListPreference?) -> ListSettings {
    var settings = self
    guard let preference else { return settings }
    if settings.columns == nil, !preference.columns.isEmpty { settings.columns = preference.columns }
    if settings.sort.isEmpty { settings.sort = preference.sort }
    return settings
  }
}

extension ConfigKey {
  /// The list of that name.
  /// - Throws: `Failure.badChoice` where there is none.
  static func list(_ name: String) throws(Failure) -> String {
    guard let known = ListPreference.name(of: name) else {
      throw .badChoice(option: "columns.LIST", text: name, allowed: ListPreference.lists.map(\.name))
    }
    return known
  }
}

extension Session {
  /// How a command's list is to be shown; where the configuration names what it has not, that is told, and it is shown as usual.
  func preference(of command: String) -> ListPreference? {
    guard let preference = config.list(command) else { return nil }
    do throws(Failure) { try Session.check([preference]) } catch {
      remark(wording.pick("个人配置的列表设置已忽略：", "the configuration's list was ignored: ") + wording.prose(error))
      return nil
    }
    return preference
  }

  /// Refuses what no list has.
  static func check(_ lists: [ListPreference]) throws(Failure) {
    for list in lists {
      let name = try ConfigKey.list(list.name)
      guard let known = ListPreference.lists.first(where: { $0.name == name }) else { continue }
      for column in list.columns where !known.columns.contains(column) {
        throw .badColumn(column, allowed: known.columns)
      }
      for order in list.sort
      where !known.orders.contains(order.hasPrefix("-") ? String(order.dropFirst()) : order) {
        throw .badColumn(order, allowed: known.orders)
      }
    }
  }

  /// Sets the columns of a list, or what it is sorted by, or takes that away.
  func setList(
    _ name: String, _ text: String?, _ part: WritableKeyPath<ListPreference, [String]>
  ) throws(Failure) {
    try requireChange()
    try requireNoRehearsal()
    let name = try ConfigKey.list(name)
    guard let file = ConfigFile() else { throw .nothingGiven(what: "$HOME") }
    var lists = try Session.config().lists
    var preference = lists.first { $0.name == name } ?? ListPreference(name)
    preference[keyPath: part] = text.map(ListPreference.names) ?? []
    try Session.check([preference])
    lists.set(preference.json == nil ? nil : preference) { $0.name == name }
    try file.set(lists)
  }
}

extension [String] {
  /// Names as people write them; nil where there are none.
  var filledList: String? { isEmpty ? nil : joined(separator: ",") }
}

extension Wording {
  /// That the user's configuration has a key that is none.
  func unknownConfigKey(_ key: String) -> String {
    pick(
      "个人配置里没有“\(key)”这一项，已忽略（见 duban config）。",
      "The configuration has the unknown key \(quoted(key)); it was ignored (duban config).")
  }
}
