import Campaigns
import Testing

@testable import NoticeImport

struct ExplainTests {
  private static let notice = Sample.lines(
    """
    2025年渡口整治要点
    江渡发〔2025〕3号
    为做好工作，到2025年底，隐患全部清零，制定本要点。

    一、专项检查
    （一）检查浮桥，完善台账。责任单位：渡管所，完成时间：3月底前。
    （二）更换缆绳。
    序号\t事项\t责任单位\t完成时间
    1\t清理淤泥\t航道队\t5月
    — 2 —
    附件：登记表
    江口镇人民政府
    2025年1月8日
    """)

  private static func explain(_ line: Int) -> LineReading? {
    NoticeImporter(calendar: .weekendsOnly).explain(line, of: notice).first
  }

  @Test(
    arguments: [
      (1, .title), (2, .documentNumber), (3, .paragraph), (4, .blank), (5, .heading), (6, .item), (7, .item),
      (8, .other),
      (9, .row), (10, .pageNumber), (11, .furniture), (12, .issuer), (13, .issued),
    ] as [(Int, LineReading.Role)])
  func everyLineIsSomething(line: Int, role: LineReading.Role) throws {
    let reading = try #require(Self.explain(line))
    #expect(reading.role == role)
    #expect(reading.lines.contains(line))
  }

  @Test func aLineTellsItsTasksAndTheirRule() throws {
    let item = try #require(Self.explain(6))
    #expect(item.tasks.map(\.rule) == [.labelledPair] && item.number == "一（一）")
    #expect(item.times == [LineReading.Time(text: "3月底前", isUsed: true)])
    #expect(Self.explain(7)?.tasks.isEmpty == true)
    #expect(Self.explain(9)?.tasks.map(\.title) == ["清理淤泥"])
    #expect(NoticeImporter(calendar: .weekendsOnly).explain(99, of: Self.notice).isEmpty)
  }

  @Test func aTimeThatCouldBeADeadlineAndIsNoneIsTold() {
    let result = NoticeImporter(calendar: .weekendsOnly).read(Self.notice)
    let unused = result.findings.filter { $0.kind == .unusedTime }
    #expect(unused.map(\.line) == [3] && unused.map(\.words) == ["2025年底"])
    #expect(result.times.used == 2 && result.times.all == 3)
  }
}
