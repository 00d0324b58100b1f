import TerminalFrames

/// Short ways to safe text.
enum Text {
  /// The text with marks for what a terminal would obey.
  static func visible(_ text: String) -> String { VisibleText.of(text) }
}
