import Campaigns
import TerminalFrames

@testable import Screens

/// What stands on the screen, as tests ask for it.
extension Model {
  /// The numbers on top, as they are shown.
  var chipTexts: [String] { screen.content.chips.map(\.text) }
  /// Every line of the list, as it is shown.
  var itemTexts: [String] {
    screen.content.items.all.map { screen.content.spans($0).map(\.text).joined() }
  }
  /// Which of those lines can be selected.
  var areRows: [Bool] { screen.content.items.all.map { $0.id != nil } }
  /// Lines that can be selected.
  var selectableTexts: [String] { zip(itemTexts, areRows).filter(\.1).map(\.0) }
  /// The selected line.
  var selectedText: String? { screen.item.map { screen.content.spans($0).map(\.text).joined() } }
  /// The number on top that has the focus.
  var focusedChip: Int? { screen.chip }
  /// How many tasks the list shows.
  var taskCount: Int {
    screen.content.items.all.count { if case .task = $0.id { true } else { false } }
  }
}

extension ItemList {
  /// Every line.
  var all: [ListItem] { indices.map { self[$0] } }
}
