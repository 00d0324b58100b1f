/// Rule: 主办单位, 承办单位, 协办单位 that stand together and say no time tell who gives an event; nobody is charged with anything.
enum Hosts {
  private static let names: Set<String> = [
    "主办单位", "主办", "承办单位", "承办", "协办单位", "协办", "指导单位", "支持单位", "冠名单位", "主办方", "承办方", "协办方", "主办部门", "承办部门",
  ]

  /// Whether labels are those of an event's hosts and nothing else.
  static func are(_ labels: [LabelledWords]) -> Bool {
    labels.count >= 2 && labels.allSatisfy { names.contains($0.name) }
      && labels.contains { $0.name.hasPrefix("主办") }
  }
}
