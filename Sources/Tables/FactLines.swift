import TerminalFrames
import Wording

extension [Fact] {
  /// The facts in lines of at most so many columns: labels in a column of their own, words broken beside them, at their
  /// line ends too.
  package func lines(_ width: DisplayWidth, columns: Int, _ wording: Wording) -> [[Span]] {
    let indent = Swift.min(wording.language == .zh ? 8 : 11, Swift.max(0, columns - 2))
    let blank = String(repeating: " ", count: indent)
    return flatMap { fact in
      let lines = fact.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return lines.flatMap {
        width.wrapped(VisibleText.of(String($0)), to: Swift.max(2, columns - indent))
      }.enumerated().map {
        index, line in
        let label = index == 0 ? width.fitted(fact.label, to: indent) : blank
        return [Span(label, .dim), Span(line, Style(fact.light))]
      }
    }
  }
}
