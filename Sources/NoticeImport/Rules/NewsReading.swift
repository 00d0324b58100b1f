/// Rule: news and reports are no plans.
enum NewsReading {
  /// 新华社北京1月4日电（记者…
  static func isNews(_ paragraphs: [Paragraph]) -> Bool {
    paragraphs.prefix(4).contains { $0.row == nil && isNews($0.words) }
  }

  private static func isNews(_ words: Passage) -> Bool {
    let head = words.slice(0..<min(80, words.count))
    return words.count > 30
      && head.containsAny(["电（记者", "电(记者", "讯（记者", "讯(记者", "日电", "本报讯", "本网讯", "本站讯", "（通讯员", "（记者"])
  }

  /// A summary, a speech or a regulation, by its title or its articles.
  static func isReport(_ paragraphs: [Paragraph]) -> Bool {
    // What a row of a table names is to be made.
    let heads = paragraphs.prefix(6).filter { $0.row == nil }.map(\.words).filter {
      $0.count <= 60 && Marker($0.scalars) == nil
    }
    let title = heads.first { words in
      words.containsAny(reports) && !words.scalars.contains(where: \.isSentenceEnd)
    }
    if let title, !title.containsAny(["计划", "安排", "打算", "要点", "方案", "任务", "通知"]) { return true }
    let articles = paragraphs.count { isArticle($0.words) }
    return articles >= 5 && articles * 3 >= paragraphs.count
  }

  private static let reports: [StaticWords] = [
    "工作总结", "总结报告", "讲话", "致辞", "发言", "情况汇报", "述职报告", "工作报告", "情况报告", "年度总结",
  ]

  /// 第十六条…
  private static func isArticle(_ words: Passage) -> Bool {
    guard words.scalars.first == "第", let (_, end, _) = Marker.number(words.scalars, 1) else { return false }
    return words.has("条", at: end)
  }
}
