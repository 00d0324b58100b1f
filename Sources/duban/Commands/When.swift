import ArgumentParser
import Campaigns
import ReferenceData
import Tables

/// `duban when`: what a time in words means.
struct When: Command {
  static let configuration = CommandConfiguration(
    commandName: "when", abstract: .say("公文里的时限怎么算。", "What a time in an official document means."),
    discussion: """
      duban when 4月中下旬 --year 2014
      duban when 5个工作日内 --from 2011-01-28
      duban when '每季度不少于二次，12月20日之前' --json
      """)

  @OptionGroup(title: .say("通用选项", "Global options")) var global: GlobalOptions
  @Argument(help: .say("内容。", "The words.")) var expression: [String]
  @Option(
    help: .say("起算日期（如成文日期），不写则为今天。", "The day to count from, as the date of issue; today unless given."))
  var from: String?
  @Option(
    help: .say(
      "未写年份时按哪一年；不写则取 --from 的年份或今年。", "The year of days without a year; else that of --from, else this year."
    )) var year: Int?

  func run(_ session: Session) throws(Failure) -> Answer {
    if let year, !(1000...9999).contains(year) { throw .badNumber(option: "--year", text: "\(year)") }
    let given = try session.day(from, option: "--from")
    let text = expression.joined(separator: " ")
    var context = TimeContext(
      year: year ?? given?.year ?? session.today.year, from: given ?? session.today,
      calendar: WorkCalendar(years: ReferenceData.allHolidays))
    context.fromIsEvent = given != nil
    let reading = TimeReader(context).read(text)
    let (deadline, wording) = (reading.deadline, session.wording)
    var answer = Answer(
      [
        "text": text, "kind": deadline.kind, "start": deadline.start, "end": deadline.end,
        "event": deadline.event?.name, "notes": reading.notes.map(wording.note),
      ] + JSONRecord(deadline.quota)
    ) {
      if deadline.kind == .none { return [] }
      let lines =
        [
          "\(text)  =  \(wording.meaning(of: deadline))",
          wording.pick("类型  ", "kind  ") + wording.deadlineKind(deadline.kind),
          deadline.event.map { wording.pick("事件  ", "event  ") + $0.name },
        ].compactMap(\.self) + reading.notes.map { "· " + wording.note($0) }
      return lines.map { .line($0) }
    }
    do throws(Refusal) { try deadline.check() } catch {
      if case .badQuota = error { answer.failure = .refused(error) }
    }
    if answer.failure == nil, deadline.kind == .none {
      answer.failure = .notATime(text, notes: reading.notes)
    }
    return answer
  }
}
