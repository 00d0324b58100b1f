import Campaigns
import Testing

@testable import NoticeImport

struct PointsTotalTests {
  @Test(arguments: [
    ("学习教育30分\n组织管理440分\n作风建设30分\n说明：考核基本分为100分。", "30+440+30≠100"),
    ("学习教育30分\n组织管理40分\n作风建设30分\n说明：考核基本分为100分。", ""),
    ("学习教育（30分）\n组织管理（50分）\n满分100分，另设加分。", "30+50≠100"), ("学习教育30分\n组织管理40分", ""),
    ("不组织学习的扣2分\n迟到扣1分\n总分100分", ""),
  ])
  func sums(text: String, expected: String) {
    let findings = PointsTotal.findings(Sample.paragraphs(text))
    #expect(findings.map(\.words).joined() == expected)
    #expect(findings.allSatisfy { $0.kind == .wrongTotal && $0.line >= 1 })
  }
}
