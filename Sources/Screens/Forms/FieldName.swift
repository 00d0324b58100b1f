import Campaigns
import Wording

extension Form {
  /// A field's name, as drafts on the disk call it.
  package enum FieldName: String, CaseIterable, Sendable {
    case percent, text, answers, author, from, via, title, due, units, campaign, number, year, day
    case until, reason, approver, opinion, comment, target, atLeast, value, first, second, third, phase
    case evidence, manner, count, doer

    /// The numbers that it takes; nil where it takes words.
    var numbers: ClosedRange<Int>? {
      switch self {
      case .percent: 0...100
      case .year: 1000...9999
      case .count: OccurrenceReport.counts
      case .text, .author, .from, .via, .title, .due, .units, .campaign, .number, .day, .until, .reason,
        .approver, .opinion, .comment, .target, .atLeast, .value, .first, .second, .third, .phase, .evidence,
        .answers, .doer,
        .manner:
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
    case .doer: pick("办理单位", "done by")
    case .count: pick("次数", "how many")
    }
  }
}
