import Foundation
import TerminalFrames
import Testing
import Wording

@testable import Screens

/// Every view as it looks, made by typing: at one size, and at three where the layout is the point. What each is to say has
/// a name in `ViewTests`. Tests/EndToEnd types the same keys into the built program in a real terminal and compares with the
/// same files.
struct GoldenTests {
  /// The views that have a number, with the keys that show them.
  static let main = Place.main.enumerated().map { index, place in
    (name: String("\(place)".prefix { $0 != "(" }), keys: index == 0 ? "" : "\(index + 1)")
  }
  static let views: [(name: String, keys: String)] =
    main + [
      ("campaign", "2 Enter"), ("campaign-end", "2 Enter G"),
      ("campaign-columns", "2 Enter o"), ("tasks-sorted", "3 s G"),
      ("urgent-campaigns", "4 S"), ("urgent-leaders", "4 S S"), ("unit", "5 Enter"),
      ("task", "4 j j j Enter"), ("overdue", "Tab Enter"), ("filter", "/ 'is:overdue'"),
      ("filter-wrong", "/ 'is:x'"),
      ("detail", "4 i"), ("help", "?"), ("report", "4 p '60'"), ("instruct", "4 b '请说明原因'"),
      ("add-task", "2 Enter a '专题会' Tab '12月20日前' Tab '党办、宣传'"), ("add-campaign", "2 a"),
      ("complete-whom", "4 j j j d Enter"), ("note", "4 m '已电话询问' ^O '三个支部已开，两个未开'"), ("number", "Tab Tab"),
      ("members", "4 j j j Enter Enter"), ("member", "4 j j j Enter Enter j j Enter"),
      ("count-whose", "3 / '三会一课' Enter c"),
      ("marks", "3 / 'is:overdue' Enter Space Space"), ("complete", "d"), ("chase", "4 r"),
      ("pick", "2 Enter a '专题会' Tab Tab 'db'"), ("undo", "d Enter u"),
      ("files", "2 I"), ("settings", ","), ("rates-leaders", "6 S S S"), ("move", "4 M"),
      ("target", "3 / '满意' Enter T"),
      ("quota", "3 / '到联系支部讲党课' Enter Enter c Enter"),
      ("extend", "4 x '下周五'"), ("decide", "4 j j j j x '1'"),
      ("event", "/ 'h26-38' Enter Enter t '11月23日至12月10日'"),
    ]
  static let usual = Size(columns: 80, rows: 24)
  static let sizes = [usual, Size(columns: 120, rows: 40), Size(columns: 60, rows: 15)]
  /// Views whose layout is the point: sections that share the rows, a chart, a page of text, the detail below and beside the
  /// list, help, a form, a draft with its source.
  private static let laidOut: Set = ["home", "campaign", "task", "detail", "help", "report", "review"]
  static func sizes(of name: String) -> [Size] { laidOut.contains(name) ? sizes : [usual] }

  @Test(arguments: views.map(\.name), Language.allCases)
  func screens(name: String, language: Language) throws {
    let view = try #require(GoldenTests.views.first { $0.name == name })
    for size in GoldenTests.sizes(of: name) {
      try expect(play(view.keys, size: size, language: language), name, size, language)
    }
  }

  /// What stands where somebody else took away what one looks at.
  @Test(arguments: Language.allCases)
  func whatIsGone(language: Language) throws {
    for (name, keys) in [("gone-task", "3 Enter R"), ("gone-campaign", "2 Enter R")] {
      var office = try Office()
      office.isEmptiedAtReload = true
      try expect(play(keys, office, language: language), name, GoldenTests.usual, language)
    }
  }

  @Test(arguments: Language.allCases)
  func otherStates(language: Language) throws {
    let size = GoldenTests.usual
    try expect(play("", .none(), language: language), "welcome", size, language)
    try expect(play("", language: language, isReadOnly: true), "read-only", size, language)
    try expect(play("?", language: language, isReadOnly: true), "read-only-help", size, language)
    for (name, keys) in GoldenTests.main {
      try expect(play(keys, .empty(), language: language), "nothing-\(name)", size, language)
    }
  }

  @Test(arguments: [
    Size(columns: 50, rows: 10), Size(columns: 20, rows: 5), Size(columns: 19, rows: 4),
    Size(columns: 1, rows: 1),
  ])
  func smallScreens(size: Size) throws {
    try expect(play("j j", size: size), "small", size, .zh)
    try expect(play("p '60'", size: size), "small-form", size, .zh)
    try expect(play("/ '党办'", size: size), "small-filter", size, .zh)
  }

  @Test func keysAreDocumented() throws {
    try expectGolden(KeyTable.document, "../../docs/keys.md")
  }

  private func expect(_ played: Played, _ name: String, _ size: Size, _ language: Language) throws {
    try expectGolden(
      played.text + "\n", "Golden/\(name).\(size.columns)x\(size.rows).\(language.rawValue).txt")
  }
}
