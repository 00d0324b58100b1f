import ArgumentParser
import CampaignStore
import Campaigns
import Tables

/// `duban apply`: what a file says, line by line: all of it or nothing, one record.
struct Apply: Command {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: .say("按文件批量新增、登记和修改：逐行核对，全部写入或全不写入。", "Do what the lines of a file say: all of it or nothing."),
    discussion: """
      duban apply 清单.csv --dry-run
      duban apply 清单.csv --yes
      echo '{"campaign":"h26","title":"召开专题会","due":"12月20日前"}' | duban apply -

      """
        + .say(
          "CSV 首行为列名（动作、编号、方案、事项、时限、责任单位、内容……），或每行一个 JSON 对象；各列见 docs/interface.md。有错逐行列出，一项也不写；写入为一次操作，可一并撤销。",
          "CSV whose first line names the columns (do, id, campaign, title, due, unit, message …), or a JSON object a line; docs/interface.md has them all. Mistakes are told line by line and nothing is written; what is written is one step that undo takes back."
        ))

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("文件（CSV 或 JSON 行）；- 为标准输入。", "The file, CSV or JSON lines; - is standard input."))
  var file: String

  func run(_ session: Session) throws(Failure) -> Answer {
    try session.requireChange()
    if file == "-" {
      return try session.apply(ApplyFile(session.standardLines(), path: file), session.standardInput)
    }
    try session.requireFiles(file)
    let files = PosixFileSystem()
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try files.read(files.resolved(file), atMost: ApplyFile.mostBytes)
    } catch { throw .store(.file(error)) }
    return try session.apply(ApplyFile(bytes, path: file), file)
  }
}

extension Session {
  /// What messages call standard input.
  var standardInput: String { wording.pick("标准输入", "standard input") }

  /// All of standard input, as far as a file of changes may go.
  func standardLines() throws(Failure) -> [UInt8] { try StandardInput.read(atMost: ApplyFile.mostBytes) }

  /// Does what a file says as one command; where anything in it is wrong, all of that is told and nothing is done.
  func apply(_ file: ApplyFile, _ path: String) throws(Failure) -> Answer {
    let writing = try writing()
    let plan = try ApplyPlan(file, self)
    guard plan.faults.isEmpty else {
      for fault in plan.faults { remark(wording.prose(fault, in: path)) }
      throw .badLines(path, count: plan.faults.count)
    }
    try requireConsent(toTouch: plan.touched, plan.ledger)
    let commands = Set(plan.acts.map(\.act.command) + plan.newUnits.map(\.act.command))
    let command = commands.count == 1 ? commands.first ?? .apply : .apply
    var updated: [Updated] = []
    if !plan.acts.isEmpty {
      updated = try onStore { store throws(StoreError) in
        try store.update(plan.acts, newUnits: plan.newUnits, as: command, writing)
      }
    } else if !plan.newUnits.isEmpty {
      _ = try onStore { store throws(StoreError) in
        try store.updateUnits(plan.newUnits.map(\.act), writing)
      }
    }
    let told = tell(updated, plan.ledger)
    var answer = Answer(told.record() + ["lines": plan.outcomes.map { self.record($0) }]) {
      plan.outcomes.map { .line(self.words(of: $0)) }
    }.beside(plan.ledger.flaws)
    answer.remarks = plan.notes.map { note in
      let lines = note.lines.prefix(5).map(String.init).joined(separator: wording.pick("、", ", "))
      let more = note.lines.count > 5
      return wording.pick(
        "第\(lines)\(more ? "等\(note.lines.count)" : "")行：\(note.words)",
        "lines \(lines)\(more ? " … (\(note.lines.count) of them)" : ""): \(note.words)")
    }
    if plan.acts.isEmpty, plan.newUnits.isEmpty {
      answer.remarks.append(wording.pick("没有可改的内容，未作改动。", "There was nothing to change."))
    }
    return answer
  }

  private func record(_ outcome: ApplyPlan.Outcome) -> JSONRecord {
    [
      "line": outcome.line, "do": outcome.deed.rawValue, "id": outcome.id, "title": outcome.title,
      "changes": outcome.changes,
    ]
  }

  private func words(of outcome: ApplyPlan.Outcome) -> String {
    let idle = outcome.changes ? "" : wording.pick("  （无改动）", "  (nothing to change)")
    return wording.pick("行", "line")
      + " \(outcome.line)  \(outcome.id)  \(wording.name(outcome.deed))  \(outcome.title)\(idle)"
  }
}
