import Campaigns
import Wording

extension Form {
  /// A field's name, as drafts on the disk call it.
  package enum FieldName: String, CaseIterable, Sendable {
    case percent, text, answers, author, from, via, title, due, units, campaign, number, year, day
    case until, reason, approver, opinion, comment, target, atLeast, value, first, second, third, phase
    case evidence, manner, count, doer
    case leader, lead, supporting, person, itemNumber, words, standard, problems, nextSteps, tags, after,
      review, rule
    case parent, name, issuer, issued, basis, goals, group, shortName, kind, members, contact, order, dropped
    case organisation, dueSoon, behindYellow, behindRed, daysOff, daysOn, path, user

    /// Whether its text may have several lines.
    var isLong: Bool {
      [.text, .words, .standard, .problems, .nextSteps, .basis, .goals, .reason, .comment].contains(self)
    }

    /// The numbers that it takes; nil where it takes words.
    var numbers: ClosedRange<Int>? {
      switch self {
      case .percent: 0...100
      case .year: 1000...9999
      case .count: OccurrenceReport.counts
      case .order: 1...999
      case .dueSoon: 0...60
      case .behindYellow, .behindRed: 1...100
      case .text, .author, .from, .via, .title, .due, .units, .campaign, .number, .day, .until, .reason,
        .approver, .opinion, .comment, .target, .atLeast, .value, .first, .second, .third, .phase, .evidence,
        .answers, .doer, .manner, .leader, .lead, .supporting, .person, .itemNumber, .words, .standard,
        .problems,
        .nextSteps, .tags, .after, .review, .rule, .parent, .name, .issuer, .issued, .basis, .goals, .group,
        .shortName, .kind, .members, .contact, .dropped, .organisation, .daysOff, .daysOn, .path, .user:
        nil
      }
    }
  }
}

extension Wording {
  /// What a field for numbers takes.
  func mustBe(_ field: Form.FieldName, _ range: ClosedRange<Int>) -> String {
    pick(
      "\(label(field))须为 \(range.lowerBound) 至 \(range.upperBound) 的整数。",
      "\(label(field)) must be a whole number from \(range.lowerBound) to \(range.upperBound).")
  }

  /// What a field takes that is one of a few things.
  func choose(_ choices: [String]) -> String {
    pick("左右键选择：\(joined(choices))。", "Left and Right choose: \(joined(choices)).")
  }

  /// That a line does not take more characters than that.
  func noRoom(_ most: Int) -> String {
    pick("超过\(most)字，未采用。", "More than \(most) characters; none of it was taken.")
  }

  func label(_ field: Form.FieldName) -> String {
    switch field {
    case .percent: pick("进度 %", "per cent")
    case .text: pick("内容", "words")
    case .answers: pick("答复批示", "answers")
    case .author: pick("批示人", "leader")
    case .from: pick("反馈单位", "reported by")
    case .via: pick("渠道", "channel")
    case .title: pick("名称", "title")
    case .due: pick("时限", "due")
    case .units: pick("责任单位", "units")
    case .campaign: pick("方案编号", "campaign")
    case .number: pick("文号", "document")
    case .year: pick("年份", "year")
    case .day: pick("日期", "day")
    case .target: pick("指标", "target")
    case .atLeast: pick("至少达到", "at least")
    case .value: pick("读数", "reading")
    case .until: pick("延至", "until")
    case .reason: pick("理由", "why")
    case .approver: pick("批准人", "decided by")
    case .opinion: pick("意见", "decision")
    case .comment: pick("批语", "words")
    case .phase: pick("阶段", "phase")
    case .first: pick("第一项", "first")
    case .second: pick("第二项", "second")
    case .third: pick("第三项", "third")
    case .evidence: pick("凭据", "evidence")
    case .manner: pick("方式", "how")
    case .leader: pick("责任领导", "leaders")
    case .lead: pick("牵头单位", "led by")
    case .supporting: pick("配合单位", "support")
    case .person: pick("责任人", "person")
    case .itemNumber: pick("文内编号", "number")
    case .words: pick("文件原文", "source")
    case .standard: pick("完成标准", "standard")
    case .problems: pick("存在问题", "problems")
    case .nextSteps: pick("下步计划", "next")
    case .tags: pick("标签", "tags")
    case .after: pick("前置任务", "after")
    case .review: pick("回顾周期", "review")
    case .rule: pick("成员办结", "complete when")
    case .parent: pick("上级任务", "part of")
    case .name: pick("名称", "name")
    case .issuer: pick("发文单位", "issuer")
    case .issued: pick("成文日期", "issued")
    case .basis: pick("依据", "basis")
    case .goals: pick("目标", "goals")
    case .group: pick("领导小组", "leading group")
    case .shortName: pick("简称别名", "aliases")
    case .kind: pick("类别", "kind")
    case .members: pick("成员", "members")
    case .contact: pick("联系方式", "contact")
    case .organisation: pick("单位名称", "office")
    case .dueSoon: pick("临期", "due soon")
    case .behindYellow: pick("滞后黄灯", "yellow at")
    case .behindRed: pick("滞后红灯", "red above")
    case .daysOff: pick("自定休息日", "days off")
    case .daysOn: pick("自定上班日", "days on")
    case .user: pick("我的姓名", "my name")
    case .path: pick("路径", "path")
    case .dropped: pick("去掉", "without")
    case .order: pick("位次", "order")
    case .doer: pick("办理单位", "done by")
    case .count: pick("次数", "how many")
    }
  }
}
