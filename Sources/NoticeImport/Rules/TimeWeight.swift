import Campaigns

/// Rule: of several times in a clause the one that says when is told by what stands around it; one that is part of a name (7月会刊),
/// of a year's matter (2019年示范户评选) or that was given up (原定于4月…推迟到9月) weighs less.
enum TimeWeight {
  private static let dues: [StaticWords] = ["前", "之前", "底", "末", "内", "止", "截止"]
  private static let movedTo: [StaticWords] = [
    "推迟到", "推迟至", "延期至", "延期到", "延至", "顺延至", "改为", "改在", "提前到", "提前至",
  ]
  private static let givenUp: [StaticWords] = ["原定于", "原定", "原计划于", "原计划", "原拟于", "原拟", "原"]
  private static let leads: [StaticWords] = ["于", "在", "至", "到", "截至"]

  /// What a time at a place in its clause is worth as the time when something is due.
  static func weight(of span: Range<Int>, in clause: Passage) -> Int {
    let (time, before, behind) = (
      clause.slice(span), clause.slice(0..<span.lowerBound), clause.from(span.upperBound)
    )
    var weight = 0
    if dues.contains(where: { time.hasSuffix($0) }) || behind.hasPrefix("前") || behind.hasPrefix("之前") {
      weight += 3
    }
    if movedTo.contains(where: { before.hasSuffix($0) }) { weight += 5 }
    if givenUp.contains(where: { before.hasSuffix($0) }) { weight -= 8 }
    if before.isEmpty || leads.contains(where: { before.hasSuffix($0) }) { weight += 2 }
    if time.hasSuffix("年") || behind.hasPrefix("的") { weight -= 3 }
    return weight
  }
}
