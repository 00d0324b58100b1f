extension Model {
  /// A draft became a plan, or brought one up to date: its page takes the review's place.
  mutating func accepted(_ code: String, _ count: Int) {
    stack.removeAll { if case .review = $0.place { true } else { false } }
    if stack.isEmpty { stack = [ScreenState(.home)] }
    stack.append(ScreenState(.campaign(code)))
    sayDone(
      wording.pick("已立项", "Registered"),
      wording.pick("\(code)：\(count)项任务", "\(code): \(count) tasks"))
  }
}
