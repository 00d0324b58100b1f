import Campaigns
import TerminalFrames
import Wording

extension Column {
  /// How many rows of a tally are in a part, coloured where there are some.
  static func count(_ part: Tally.Part, of tally: @escaping @Sendable (Row) -> Tally, _ wording: Wording)
    -> Column
  {
    .figure(wording.part(part)) { Span(count: tally($0)[part], Style(part.light)) }
  }
}

extension Span {
  /// A count that is coloured where there is something to count.
  init(count: Int, _ style: Style) { self.init("\(count)", count > 0 ? style : .plain) }

  /// A share in per cent; a dash where there is nothing to count.
  init(_ share: Share) { self.init(share.percent.map { "\($0)%" } ?? "—") }

  /// A share drawn with letters, ####....; empty where there is nothing to count.
  init(bar share: Share, columns: Int) {
    guard let percent = share.percent else {
      self.init("", .dim)
      return
    }
    let full = (percent * columns + 50) / 100
    self.init(
      String(repeating: "#", count: full) + String(repeating: ".", count: max(0, columns - full)), .dim)
  }
}
