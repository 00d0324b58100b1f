import Campaigns

extension Wording {
  /// Why a filter cannot be read.
  package func prose(_ error: FilterError) -> String {
    switch error {
    case .unknownKey(let key, let near):
      pick("筛选条件没有\(quoted(key + ":"))", "There is no filter key \(quoted(key + ":"))") + nearest(near)
        + pick(
          "可用：\(FilterKey.allCases.map { filterKey($0) }.joined(separator: " "))；要查这些字请加引号。",
          " There are \(FilterKey.allCases.map { filterKey($0) }.joined(separator: " ")); words are looked for in quotes."
        )
    case .unknownValue(let key, let value, let near): unknown(value, of: key, near: near)
    case .unknownTime(let key, let value, let notes):
      pick(
        "\(filterKey(key))看不懂\(quoted(value))。\(whyNoTime(notes))可用：本周、12月下旬、2026-06、2026-06-01..2026-06-30、7d。",
        "\(filterKey(key)) cannot read \(quoted(value)). \(whyNoTime(notes))"
          + "It takes week, 2026-06, 2026-06-01..2026-06-30, 7d and times in Chinese.")
    case .unknownName(let key, let value, let near):
      pick(
        "没有叫\(quoted(value))的\(key.chinese[0])", "There is no \(key.rawValue) \(quoted(value))")
        + nearest(near)
    case .unknownView(let name, let all):
      pick("没有\(quoted("@" + name))这个视图", "There is no view \(quoted("@" + name))")
        + (all.isEmpty
          ? pick("，还没有存过视图。", "; none is saved yet.")
          : pick("，已存：\(joined(all.map { "@" + $0 }))。", "; there are \(joined(all.map { "@" + $0 }))."))
    case .tooLong(let most):
      pick("筛选条件过长，最多\(most)个字。", "The filter is too long: \(most) characters at most.")
    case .unbalanced: pick("筛选条件的括号不成对。", "The filter's parentheses do not match.")
    case .unfinished(let word): pick("筛选条件在\(quoted(word))之后没有写完。", "The filter ends after \(quoted(word)).")
    case .tooDeep: pick("筛选条件嵌套过深。", "The filter is nested too deep.")
    }
  }

  private func unknown(_ value: String, of key: FilterKey, near: String?) -> String {
    let words = joined(filterWords(key, like: value))
    return pick("\(filterKey(key))不认识\(quoted(value))", "\(filterKey(key)) does not know \(quoted(value))")
      + nearest(near) + pick("可用：\(words)。", " It takes \(words).")
  }

  /// A filter's key as one types it in the language of the interface.
  package func filterKey(_ key: FilterKey) -> String { pick(key.chinese[0], key.rawValue) + ":" }

  /// The words that a key takes, in the language of the interface, or in that of what somebody typed; none where it takes names
  /// or days.
  package func filterWords(_ key: FilterKey, like typed: String? = nil) -> [String] {
    let isEnglish = typed.map { $0.allSatisfy(\.isASCII) } ?? (language == .en)
    return switch key.value {
    case .word(let words): words.compactMap { isEnglish ? $0.en : $0.zh }
    case .name, .time: []
    }
  }

  /// A key with a value that it takes.
  package func filterExample(_ key: FilterKey) -> String {
    let (zh, en) =
      switch key {
      case .unit, .missing, .lead: ("党办", "党办")
      case .campaign: ("h26", "h26")
      case .phase: ("自查", "自查")
      case .leader: ("院长", "院长")
      case .is: ("逾期", "overdue")
      case .stage: ("办理中", "inProgress")
      case .light: ("红", "red")
      case .due: ("12月下旬", "month")
      case .updated: ("本周", "week")
      case .since: ("昨天", "yesterday")
      case .tag: ("重点", "重点")
      }
    return filterKey(key) + pick(zh, en)
  }
}
