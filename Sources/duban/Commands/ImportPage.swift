import Campaigns
import Tables
import TerminalFrames
import Wording

extension Wording {
  /// What an import read, for people: plan, phases, tasks with their lines, then everything doubtful.
  func parts(_ result: ImportResult) -> [Part] {
    let doubts: [Part] = result.findings.map {
      .line(pick("  第\($0.line)行  ", "  line \($0.line)  ") + prose($0))
    }
    let (used, all) = (result.times.used, result.times.all)
    let times =
      all == 0
      ? [] : [Part.line(pick("时限：读到\(all)处，用上\(used)处。", "Times: \(all) read, \(used) used."))]
    return result.plans.flatMap(parts) + times
      + (doubts.isEmpty ? [] : [.line(counted(pick("需要核对", "To be checked"), doubts.count))]) + doubts
  }

  private func parts(_ plan: DraftPlan) -> [Part] {
    let facts: [(String, String?)] = [
      (pick("文号", "document"), plan.documentNumber), (pick("发文", "issuer"), plan.issuer),
      (pick("成文", "issued"), plan.issued?.iso), (pick("年份", "year"), plan.year.map { "\($0)" }),
      (pick("起于", "from line"), "\(plan.line)"),
    ]
    let line = facts.compactMap { label, value in value.map { "\(label) \($0)" } }.joined(separator: "  ")
    return [.line(plan.title ?? pick("（无标题）", "(no title)")), .line("  " + line)]
      + plan.phases.map { phase in
        let days =
          phase.start == nil && phase.end == nil
          ? pick("没有日期", "no dates") : "\(phase.start?.iso ?? "…") — \(phase.end?.iso ?? "…")"
        return .line(pick("  阶段 ", "  phase ") + "\(phase.line)  \(phase.name)  \(days)")
      } + [
        .table(Table(columns, plan.tasks)), .line(count(plan.tasks.count, "项任务", "task", "tasks")), .line(""),
      ]
  }

  private var columns: [Column<DraftTask>] {
    [
      .figure(pick("行", "line")) { Span("\($0.line)") },
      Column(pick("编号", "number"), least: 6, isExtra: true) { Span($0.number ?? "") },
      Column(pick("事项", "task"), least: 16, isFlexible: true, comfort: 24) { Span($0.title) },
      Column(pick("责任单位", "units"), least: 10, isFlexible: true, comfort: 14) {
        Span(joined($0.departments))
      },
      Column(pick("时限", "due"), least: 10, isFlexible: true, comfort: 12) { Span($0.deadline.text) },
      Column(pick("日期", "days"), least: .max) { Span(days($0.deadline)) },
    ]
  }

  /// A plan beside a later draft of the same notice.
  func lines(_ comparison: PlanComparison, _ plan: Campaign, _ draft: Campaign) -> [String] {
    let counts = PlanComparison.Kind.allCases.map { "\(title($0)) \(comparison.count($0))" }
    let number = plan.documentNumber ?? plan.title
    let name = pick("与 \(plan.code)（\(number)）相比：", "Compared with \(plan.code) (\(number)): ")
    return [name + counts.joined(separator: "  ")]
      + comparison.rows.filter { $0.kind != .same }.map { row in
        let due = [row.old?.deadline.text, row.new?.deadline.text].compactMap(\.self)
        let words = due.count == 2 && due[0] != due[1] ? due.joined(separator: " → ") : due.last ?? ""
        return "  \(title(row.kind))  \(row.old?.id ?? "")  \((row.new ?? row.old)?.title ?? "")  \(words)"
      }
  }

  /// The days that a deadline came to, in short.
  private func days(_ deadline: Deadline) -> String {
    switch (deadline.start, deadline.end) {
    case (nil, let end?): pick("\(end.iso)前", "by \(end.iso)")
    case (let start?, let end?): start == end ? start.iso : "\(start.iso)…\(end.iso)"
    case (let start?, nil): pick("\(start.iso)起", "from \(start.iso)")
    case (nil, nil): deadline.kind == .none ? "" : deadlineKind(deadline.kind)
    }
  }
}
