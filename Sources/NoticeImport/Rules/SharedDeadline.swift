/// Rule: 以上事项办理时限均为9月20日前, 本节各项均须于10月15日前办结: one time for all items of a section that have none of
/// their own. Such a sentence is no task.
struct SharedDeadline {
  /// For an item the sentence that sets its time.
  private(set) var sentences: [Int: Sentence] = [:]

  init(_ outline: Outline) {
    for index in outline.items.indices {
      let item = outline.items[index]
      for sentence in ([item.prose] + item.loose).flatMap(\.sentences) where sentence.isShared {
        for target in targets(of: sentence.words, at: index, outline) where sentences[target] == nil {
          sentences[target] = sentence
        }
      }
    }
  }

  private static let backward: [StaticWords] = ["以上", "上述", "上列"]
  private static let forward: [StaticWords] = ["本节", "本部分", "本章", "本项", "下列", "以下", "本表"]

  /// Whether a sentence sets the time of all items.
  static func isShared(_ sentence: Passage) -> Bool {
    guard sentence.count <= 60, sentence.containsAny(backward + forward), RunningTime.mayHold(sentence) else {
      return false
    }
    return sentence.containsAny(["事项", "任务", "各项", "问题", "工作"])
      && sentence.containsAny(["办结", "完成", "时限", "期限"])
  }

  private func targets(of sentence: Passage, at index: Int, _ outline: Outline) -> [Int] {
    let top = outline.items[index].children.isEmpty ? outline.items[index].parent ?? 0 : index
    let isBackward = sentence.containsAny(SharedDeadline.backward)
    return outline.below(top).filter { !isBackward || $0 <= index || top == index }
  }
}
