import Campaigns
import Tables
import TerminalFrames
import Wording

extension Session {
  /// What an import read, for people: plan, phases, tasks with their lines, then everything doubtful.
  mutating func show(_ result: ImportResult) {
    for plan in result.plans { show(plan) }
    guard !result.findings.isEmpty else { return }
    output.line(wording.pick("需要核对（\(result.findings.count)）", "To be checked (\(result.findings.count))"))
    for finding in result.findings {
      output.line(
        Text.visible(
          wording.pick("  第\(finding.line)行  ", "  line \(finding.line)  ") + wording.prose(finding)))
    }
  }

  private mutating func show(_ plan: DraftPlan) {
    output.line(Text.visible(plan.title ?? wording.pick("（无标题）", "(no title)")))
    let facts: [(String, String?)] = [
      (wording.pick("文号", "document"), plan.documentNumber), (wording.pick("发文", "issuer"), plan.issuer),
      (wording.pick("成文", "issued"), plan.issued?.iso),
      (wording.pick("年份", "year"), plan.year.map { "\($0)" }),
      (wording.pick("起于", "from line"), "\(plan.line)"),
    ]
    let line = facts.compactMap { label, value in value.map { "\(label) \($0)" } }.joined(separator: "  ")
    output.line(Text.visible("  " + line))
    for phase in plan.phases {
      let days =
        phase.start == nil && phase.end == nil
        ? wording.pick("没有日期", "no dates") : "\(phase.start?.iso ?? "…") — \(phase.end?.iso ?? "…")"
      output.line(Text.visible(wording.pick("  阶段 ", "  phase ") + "\(phase.line)  \(phase.name)  \(days)"))
    }
    let columns = [
      TableColumn(wording.pick("行", "line"), least: .max, isRight: true),
      TableColumn(wording.pick("编号", "number"), least: 6, isExtra: true),
      TableColumn(wording.pick("事项", "task"), least: 16, isFlexible: true, comfort: 24),
      TableColumn(wording.pick("责任单位", "units"), least: 10, isFlexible: true, comfort: 14),
      TableColumn(wording.pick("时限", "due"), least: 10, isFlexible: true, comfort: 12),
      TableColumn(wording.pick("日期", "days"), least: .max),
    ]
    print(
      columns,
      plan.tasks.map { task in
        [
          Span("\(task.line)"), Span(task.number ?? ""), Span(task.title),
          Span(wording.joined(task.departments)),
          Span(task.deadline.text), Span(days(task.deadline)),
        ]
      })
    output.line(wording.count(plan.tasks.count, "项任务", "task", "tasks"))
    output.line("")
  }

  /// A plan beside a later draft of the same notice.
  mutating func show(_ comparison: PlanComparison, _ plan: Campaign, _ draft: Campaign) {
    let counts = PlanComparison.Kind.allCases.map { "\(wording.title($0)) \(comparison.count($0))" }
    output.line(
      Text.visible(
        wording.pick(
          "与 \(plan.code)（\(plan.documentNumber ?? plan.title)）相比：",
          "Compared with \(plan.code) (\(plan.documentNumber ?? plan.title)): ")
          + counts.joined(separator: "  ")))
    for row in comparison.rows where row.kind != .same {
      let task = row.new ?? row.old
      let due = [row.old?.deadline.text, row.new?.deadline.text].compactMap(\.self)
      let words = due.count == 2 && due[0] != due[1] ? due.joined(separator: " → ") : due.last ?? ""
      output.line(
        Text.visible("  \(wording.title(row.kind))  \(row.old?.id ?? "")  \(task?.title ?? "")  \(words)"))
    }
  }

  /// The days that a deadline came to, in short.
  private func days(_ deadline: Deadline) -> String {
    switch (deadline.start, deadline.end) {
    case (nil, let end?): wording.pick("\(end.iso)前", "by \(end.iso)")
    case (let start?, let end?): start == end ? start.iso : "\(start.iso)…\(end.iso)"
    case (let start?, nil): wording.pick("\(start.iso)起", "from \(start.iso)")
    case (nil, nil): deadline.kind == .none ? "" : wording.deadlineKind(deadline.kind)
    }
  }
}
