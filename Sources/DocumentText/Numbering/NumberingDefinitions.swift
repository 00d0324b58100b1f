/// The lists of a document, as numbering.xml has them.
struct NumberingDefinitions {
  /// One level of a list.
  struct Level {
    var start = 0
    var format = NumberFormat.decimal
    /// What is shown, with "%1" for the number of the outermost level.
    var text = ""
    /// Whether all numbers in the text are shown as 1, 2, 3.
    var isLegal = false
    /// Levels, counted from the outside, at whose next number this one starts anew; nil for all that are outside it.
    var restart: Int?
    /// The paragraph style that belongs to this level.
    var style: String?
    var gap = Gap.tab
  }

  /// What stands between the number and the text.
  enum Gap: String {
    case tab, space, nothing
  }

  /// A list's form; several lists can share one, and then count on together.
  struct Form {
    var levels: [Int: Level] = [:]
    /// The style whose form this is.
    var styleLink: String?
    /// The style whose form is meant instead.
    var numStyleLink: String?
  }

  /// A list: a form, and what it changes in it.
  struct List {
    var form: Int
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  /// Levels of a list: 0 to 8.
  static let depth = 9

  var forms: [Int: Form] = [:]
  var lists: [Int: List] = [:]
  /// The form that a numbering style stands for.
  var formOfStyle: [String: Int] = [:]

  /// The list, with a form that stands for another one replaced by it; nil where it is not defined.
  func list(_ number: Int) -> List? {
    guard var list = lists[number], let form = forms[list.form] else { return nil }
    if let style = form.numStyleLink, let meant = formOfStyle[style] { list.form = meant }
    return list
  }

  /// A level as the list shows it.
  func level(_ index: Int, of list: List) -> Level? {
    list.levels[index] ?? forms[list.form]?.levels[index]
  }

  /// The level that belongs to a paragraph style.
  func level(of style: String, in list: List) -> Int? {
    (0..<NumberingDefinitions.depth).first { level($0, of: list)?.style == style }
  }
}
