import Campaigns
import Testing

@testable import NoticeImport

/// What the importer could not read of a time is a finding at its line, and the kinds of times that have no day of their own
/// are none that has.
struct UnreadTimeTests {
  private func read(_ item: String) throws -> (task: DraftTask, findings: [Finding]) {
    let result = NoticeImporter(calendar: .weekendsOnly).read([
      "某局2026年工作要点", "", "一、重点工作", "（一）\(item)", "（二）另一件事。责任单位：办公室；完成时限：11月底前。",
    ])
    return (try #require(result.plans.first?.tasks.first), result.findings)
  }

  @Test func whatIsLeftOverIsAFinding() throws {
    let (task, findings) = try read("修订制度。责任单位：办公室；完成时限：6月30日前（含熊猫馆验收）熊猫。")
    #expect(task.deadline.end?.iso == "2026-06-30")
    #expect(
      findings.contains { $0.kind == .unreadWords && $0.line == 4 && $0.suggestion?.contains("熊猫") == true },
      "\(findings)")
  }

  @Test(arguments: [
    ("2026年汛期前", "2026年汛期"), ("2026年秋季学期开学前", "2026年秋季学期"), ("两会期间", "两会"), ("寒假前", "寒假"),
    ("4月运动会前", "4月运动会"),
  ])
  func aPeriodWithoutADayIsAnEvent(time: String, event: String) throws {
    for item in ["排查隐患。责任单位：办公室；完成时限：\(time)。", "办公室\(time)完成隐患排查。责任单位：办公室。"] {
      let (task, _) = try read(item)
      #expect(task.deadline.event?.name == event && task.deadline.end == nil, "\(item): \(task.deadline)")
    }
  }

  @Test(arguments: [("每月5日前", DuePoint(.day(5))), ("每季度末月25日前", DuePoint(month: 3, .day(25)))])
  func aQuotaKeepsItsPoint(time: String, point: DuePoint) throws {
    let (task, _) = try read("报送信息。责任单位：办公室；完成时限：\(time)。")
    #expect(task.deadline.kind == .recurring && task.deadline.quota?.points == [point], "\(task.deadline)")
  }
}
