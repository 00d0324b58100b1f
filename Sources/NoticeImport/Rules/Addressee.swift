/// Rule: 报送X, 上报X, 报X审核 (备案, 审批), 向X汇报: what is handed in to somebody is a task.
enum Addressee {
  private static let hands: [StaticWords] = [
    "报送至", "报送到", "报送给", "报送", "上报至", "上报到", "上报", "提交至", "报至", "交至", "快递至", "邮寄至",
  ]
  private static let decisions: [StaticWords] = ["审阅", "审核", "备案", "审批", "批准", "审定", "审议", "审查"]
  private static let speaks: [StaticWords] = ["汇报", "报告", "写出", "提交", "报送", "述职"]

  /// Whether a sentence names somebody to whom the work is handed in.
  static func stands(in sentence: Passage) -> Bool {
    let scalars = sentence.scalars
    for place in scalars.indices {
      switch scalars[place] {
      case "报", "上", "提", "快", "邮", "交":
        if handedIn(sentence, place) { return true }
      case "向":
        if spokenTo(sentence, place) { return true }
      default: break
      }
    }
    return false
  }

  private static func handedIn(_ words: Passage, _ place: Int) -> Bool {
    for hand in hands where words.has(hand, at: place) {
      return isActor(words, from: place + hand.count, within: 40)
    }
    guard words.scalars[place] == "报",
      place == 0 || !"汇上申填通情简".unicodeScalars.contains(words.scalars[place - 1])
    else { return false }
    let end = min(words.count, place + 50)
    for stop in place + 3..<max(place + 3, end) {
      if words.scalars[stop].isClauseEnd { break }
      if decisions.contains(where: { words.has($0, at: stop) }) { return true }
    }
    // 报综合管理科。
    return isActor(words, from: place + 1, within: 20)
  }

  /// 向医院党委汇报, 向院党委写出总结报告.
  private static func spokenTo(_ words: Passage, _ place: Int) -> Bool {
    for stop in place + 3..<max(place + 3, min(words.count, place + 24)) {
      if words.scalars[stop].isClauseEnd { return false }
      if speaks.contains(where: { words.has($0, at: stop) }) {
        let names = NameList.names(in: words.slice(place + 1..<stop))
        return Actor.areActors(names)
      }
    }
    return false
  }

  /// Whether an actor stands from a place to the end of its clause, or to what is done with it there.
  private static func isActor(_ words: Passage, from start: Int, within limit: Int) -> Bool {
    var end = start
    while end < words.count, end - start < limit, !words.scalars[end].isClauseEnd,
      !words.scalars[end].isOpening
    {
      let rest = words.slice(start..<end)
      if decisions.contains(where: { words.has($0, at: end) }) || words.has("处", at: end)
        || words.has("和", at: end)
      {
        if Actor.isActor(rest) || words.has("处", at: end) && (2...4).contains(rest.count) { return true }
      }
      end += 1
    }
    let names = NameList.names(in: words.slice(start..<end))
    return !names.isEmpty && Actor.areActors(names)
  }
}
