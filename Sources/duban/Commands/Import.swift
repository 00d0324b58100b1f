import ArgumentParser
import Campaigns
import CampaignStore
import NoticeImport
import ReferenceData
import Wording

/// `duban import`: an official notice becomes a plan.
struct Import: Command {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: .say("读公文，提出方案、阶段和任务。", "Read an official notice and propose its plan."),
    discussion: """
      duban import 工作要点.docx --dry-run
      duban import 实施方案.txt --dry-run --format json
      duban import 实施方案.pdf --yes --code h11
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("文件；- 为标准输入。", "The file; - is standard input.")) var file: String
  @Flag(help: .say("只显示读出的内容，不写台账。", "Only show what was read.")) var dryRun = false
  @Option(help: .say("输出格式：table 或 json。", "table or json.")) var format: String?
  @Option(help: .say("公文没写年份时按哪一年。", "The year of days without one.")) var year: Int?
  @Option(help: .say("方案编号。", "The campaign's code.")) var code: String?

  func run(_ session: inout Session) throws(Failure) {
    if let year, !(1000...9999).contains(year) { throw .badNumber(option: "--year", text: "\(year)") }
    let bytes = (try? PosixFileSystem().read(file)) ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n"
    }.map(String.init)
    let result = NoticeImporter(calendar: WorkCalendar(years: ReferenceData.allHolidays), year: year).read(
      lines)
    session.output.json(ImportRecord(result))
    try session.finish()
  }
}

/// `import --dry-run --format json` as a whole (the contract for scripts).
struct ImportRecord: Encodable {
  struct PhaseRecord: Encodable {
    var name: String
    @Nullable var start: Day?
    @Nullable var end: Day?
    var text: String
    var line: Int
  }

  struct TaskRecord: Encodable {
    @Nullable var number: String?
    var title: String
    var line: Int
    @Nullable var phase: String?
    var departments: [String]
    var leads: [String]
    var supporting: [String]
    var leaders: [String]
    var persons: [String]
    var deadline: DeadlineRecord
    var rule: String
  }

  struct DeadlineRecord: Encodable {
    var text: String
    var kind: String
    @Nullable var start: Day?
    @Nullable var end: Day?
    @Nullable var times: Int?
    @Nullable var per: String?
    @Nullable var unit: String?
    @Nullable var event: String?
    var others: [String]
  }

  struct PlanRecord: Encodable {
    @Nullable var title: String?
    @Nullable var documentNumber: String?
    @Nullable var issuer: String?
    @Nullable var issued: Day?
    @Nullable var year: Int?
    @Nullable var yearEvidence: String?
    var line: Int
    var basis: [String]
    var phases: [PhaseRecord]
    var tasks: [TaskRecord]
  }

  struct FindingRecord: Encodable {
    var kind: String
    var line: Int
    var words: String
    @Nullable var suggestion: String?
  }

  var schema = 1
  var plans: [PlanRecord]
  var findings: [FindingRecord]

  init(_ result: ImportResult) {
    plans = result.plans.map { plan in
      PlanRecord(
        title: plan.title, documentNumber: plan.documentNumber, issuer: plan.issuer, issued: plan.issued,
        year: plan.year, yearEvidence: plan.yearEvidence?.rawValue, line: plan.line, basis: plan.basis,
        phases: plan.phases.map {
          PhaseRecord(name: $0.name, start: $0.start, end: $0.end, text: $0.timeText, line: $0.line)
        },
        tasks: plan.tasks.map { task in
          TaskRecord(
            number: task.number, title: task.title, line: task.line,
            phase: task.phase.map { plan.phases[$0].name }, departments: task.departments, leads: task.leads,
            supporting: task.supporting, leaders: task.leaders, persons: task.persons,
            deadline: DeadlineRecord(task.deadline), rule: task.rule.rawValue)
        })
    }
    findings = result.findings.map {
      FindingRecord(kind: $0.kind.rawValue, line: $0.line, words: $0.words, suggestion: $0.suggestion)
    }
  }
}

extension ImportRecord.DeadlineRecord {
  init(_ deadline: Deadline) {
    self.init(
      text: deadline.text, kind: deadline.kind.rawValue, start: deadline.start, end: deadline.end,
      times: deadline.quota?.times, per: deadline.quota?.per.rawValue, unit: deadline.quota?.unit,
      event: deadline.event?.name, others: deadline.others ?? [])
  }
}
