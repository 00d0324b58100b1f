import ArgumentParser

/// How a list is to be shown; the same for every command that answers with one.
struct ListOptions: ParsableArguments {
  @Option(help: .say("要显示的列，用逗号分隔。", "Columns by name, separated by commas.", "names")) var columns: String?
  @Option(
    parsing: .unconditional,
    help: .say("按哪些列排序，用逗号分隔；前加 - 为倒序。", "Sort by columns; - before a name reverses it.", "names"))
  var sort: String?
  @Option(help: .say("按哪一列分组。", "Group by a column.", "name")) var groupBy: String?
  @Option(help: .say("最多列出几行。", "This many rows at most.", "n")) var limit: Int?
  @Flag(help: .say("--plain 时首行写列名。", "With --plain, a first line with the columns' names.")) var header =
    false

  /// The options as a plain value.
  var settings: ListSettings {
    ListSettings(
      columns: columns.map(ListOptions.names), sort: sort.map(ListOptions.names) ?? [],
      groupBy: groupBy?.trimmed, limit: limit, header: header)
  }

  private static func names(_ text: String) -> [String] {
    text.split { ",，、".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}

/// What the options of a list say.
struct ListSettings: Equatable {
  /// The columns to show; nil: as usual.
  var columns: [String]?
  /// Names of columns, the first first; one behind - is reversed.
  var sort: [String] = []
  var groupBy: String?
  var limit: Int?
  var header = false

  /// What to sort by, the first first.
  var orders: [(name: String, isReversed: Bool)] {
    sort.map { ($0.hasPrefix("-") ? String($0.dropFirst()) : $0, $0.hasPrefix("-")) }
  }
}
