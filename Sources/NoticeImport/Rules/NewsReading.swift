/// Rule: news and reports are no plans.
enum NewsReading {
  /// 新华社北京1月4日电（记者…
  static func isNews(_ paragraphs: [Paragraph]) -> Bool {
    guard let first = paragraphs.first(where: { $0.words.count > 30 })?.words else { return false }
    let head = first.slice(0..<min(80, first.count))
    return head.containsAny(["电（记者", "电(记者", "讯（记者", "讯(记者", "日电", "本报讯", "（通讯员", "（记者"])
  }
}
