import Campaigns
import TerminalFrames
import Wording

extension Style {
  /// The style of a light.
  package init(_ light: Light) {
    switch light {
    case .red: self = .overdue
    case .yellow: self = .dueSoon
    case .green: self = .normal
    case .none: self = .plain
    }
  }
}

extension Span {
  /// A number on top, as 逾期 3, in the colour of what it counts where there is something.
  package init(number part: Tally.Part, _ count: Int, _ wording: Wording) {
    self.init(wording.counted(part, count), count > 0 ? Style(part.light) : .plain)
  }
}
