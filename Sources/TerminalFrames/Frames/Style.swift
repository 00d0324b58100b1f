/// What a piece of text on the screen means. Colours are chosen where the terminal is (`CursesTerminal`), nowhere else.
package enum Style: UInt8, Sendable, CaseIterable {
  case plain
  /// Where one is: the breadcrumb, headings.
  case title
  /// Beside the point: labels, empty parts of bars.
  case dim
  /// A red light.
  case overdue
  /// A yellow light.
  case dueSoon
  /// A green light.
  case normal
  /// The mark and the id of the selected row.
  case selected
  /// What Enter would open, where it is no row of a list.
  case focused
  /// A key in the hint bar or the help.
  case key
  /// Something went wrong or must be decided.
  case alert
  /// A field that is typed into.
  case field
}
