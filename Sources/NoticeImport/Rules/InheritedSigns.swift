import Campaigns

/// Rule: a heading may say something for all that stands below it: a unit, or a time.
struct InheritedSigns {
  private(set) var units: [Passage] = []
  private(set) var time: Deadline?

  var isEmpty: Bool { units.isEmpty && time == nil }

  init() {}

  /// 常年工作, 长期任务: a heading of what is always done.
  static func isStanding(_ heading: Passage) -> Bool {
    heading.count <= 8 && ["常年", "长期"].contains { heading.hasPrefix($0) }
      && ["工作", "任务", "事项", "坚持"].contains { heading.hasSuffix($0) }
  }

  /// What an item says for those below it; where it says nothing, what is said around it holds.
  /// `charged` are the units that a heading charges with what stands below it.
  init(_ item: OutlineItem, in around: InheritedSigns, charged: [Passage], _ frame: TimeFrame) {
    self = around
    if !charged.isEmpty { units = charged }
    guard item.parent != nil, item.prose.isBareHeading else { return }
    var heading = item.words.trimmed
    // A place of work below a unit is the unit's: 叉车一组, 旧库区.
    if heading.count <= 20, around.units.isEmpty, Actor.isUnit(heading) {
      units = NameList.names(in: heading)
    }
    if let opening = heading.scalars.firstIndex(where: \.isOpening), opening >= 2 {
      heading = heading.slice(0..<opening)
    }
    if InheritedSigns.isStanding(heading) {
      time = Deadline(text: heading.text(0..<2), kind: .standing)
    } else if heading.count <= 14, frame.isWholly(heading) {
      time = frame.read(heading.text, .field).deadline
    }
  }
}
