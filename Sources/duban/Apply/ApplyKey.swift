/// What a line of a file for `apply` can say: a key of JSON, a column of a table (docs/interface.md, "Files of changes").
enum ApplyKey: String, CaseIterable {
  case `do`, `as`, id, campaign, title, number, text, due, phase, parent
  case unit, lead, supporting, remove, leader, person, tags, untag, after, notAfter
  case standard, problems, next, review
  case message, percent, on, from, via, answers, entry, evidence, reviewer, count, until, approvedBy
  case name, kind, alias, members, contact

  /// What it is called in Chinese; the first is what messages say.
  var chinese: [String] {
    switch self {
    case .do: ["动作"]
    case .as: ["代号"]
    case .id: ["编号", "任务编号"]
    case .campaign: ["方案", "方案编号"]
    case .title: ["事项", "标题"]
    case .number: ["文内编号"]
    case .text: ["原文"]
    case .due: ["时限", "完成时限", "起止时间"]
    case .phase: ["阶段"]
    case .parent: ["上级"]
    case .unit: ["责任单位", "单位"]
    case .lead: ["牵头单位"]
    case .supporting: ["配合单位"]
    case .remove: ["去掉单位"]
    case .leader: ["责任领导"]
    case .person: ["责任人"]
    case .tags: ["标签"]
    case .untag: ["去掉标签"]
    case .after: ["前项"]
    case .notAfter: ["去掉前项"]
    case .standard: ["完成标准"]
    case .problems: ["存在问题"]
    case .next: ["下步计划"]
    case .review: ["回顾周期"]
    case .message: ["内容"]
    case .percent: ["进度"]
    case .on: ["日期"]
    case .from: ["反馈单位", "来源"]
    case .via: ["渠道"]
    case .answers: ["所复记录号"]
    case .entry: ["记录号"]
    case .evidence: ["凭据"]
    case .reviewer: ["核验人"]
    case .count: ["数量"]
    case .until: ["延至"]
    case .approvedBy: ["批准人"]
    case .name: ["名称"]
    case .kind: ["类别"]
    case .alias: ["别名", "又名"]
    case .members: ["成员"]
    case .contact: ["联系方式"]
    }
  }

  /// The key of a name in either language.
  init?(named name: String) {
    guard let key = ApplyKey.byName[name.lowercased()] else { return nil }
    self = key
  }

  /// All names, in both languages.
  static let names = allCases.flatMap { [$0.rawValue] + $0.chinese }

  private static let byName = Dictionary(
    allCases.flatMap { key in ([key.rawValue.lowercased()] + key.chinese).map { ($0, key) } }
  ) { first, _ in first }
}

/// What a line asks for. What it reads of the line's keys, and what comes of them, is in `ApplyPlan+Deeds`.
enum ApplyDeed: String, CaseIterable {
  case task, unit, phase
  case report, note, done, edit, assign, tag, instruct, submit, `return`, strike, reopen, suspend, cancel
  case correct, record, remind, extend

  /// What it is called in Chinese; the first is what answers say.
  var chinese: [String] {
    switch self {
    case .task: ["新增任务", "新增"]
    case .unit: ["新增单位"]
    case .phase: ["新增阶段"]
    case .report: ["进展", "登记进展"]
    case .note: ["备注", "加备注"]
    case .done: ["办结"]
    case .edit: ["修改"]
    case .assign: ["交办"]
    case .tag: ["标签"]
    case .instruct: ["批示"]
    case .submit: ["申请办结"]
    case .return: ["退回重办", "退回"]
    case .strike: ["销号"]
    case .reopen: ["回头看", "重新办理"]
    case .suspend: ["中止"]
    case .cancel: ["撤销", "取消任务"]
    case .correct: ["更正"]
    case .record: ["计数"]
    case .remind: ["催办"]
    case .extend: ["延期", "申请延期"]
    }
  }

  /// The deed of a word in either language.
  init?(named name: String) {
    let name = name.lowercased()
    guard let deed = ApplyDeed.allCases.first(where: { $0.rawValue == name || $0.chinese.contains(name) })
    else { return nil }
    self = deed
  }

  /// All words, in both languages.
  static let names = allCases.flatMap { [$0.rawValue] + $0.chinese }
}
