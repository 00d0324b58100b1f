/// 第一阶段, 第二环节, 第三步: a numbered stretch of a campaign at the beginning of a paragraph.
struct StageHeading: Equatable {
  /// Which one, from 1.
  let value: Int
  /// Scalars that it takes.
  let length: Int

  init?(_ words: Passage) {
    guard words.scalars.first == "第", let (value, end, _) = Marker.number(words.scalars, 1) else {
      return nil
    }
    for unit: StaticWords in ["阶段", "环节", "步骤", "步"] where words.has(unit, at: end) {
      self.value = value
      length = end + unit.count
      return
    }
    return nil
  }
}
