import Testing

@testable import NoticeImport

struct PlanSplittingTests {
  /// The line on which each plan begins.
  private static func starts(_ text: String) -> [Int] {
    PlanSplitting.plans(Sample.paragraphs(text)).compactMap { $0.first?.line }
  }

  @Test(
    arguments: [
      ("工作要点\n一、学习。\n二、讨论。", [1]),
      // 篇一, 篇二.
      ("活动方案篇一\n一、学习。\n活动方案篇二\n一、检查。\n活动方案篇三\n一、总结。", [1, 3, 5]),
      // One chapter alone parts nothing; what stands before the first is furniture.
      ("活动方案篇一\n一、学习。", [1]), ("范文网\n活动方案篇一\n一、学习。\n活动方案篇二\n一、检查。", [2, 4]),
      // A second document number.
      ("江卫〔2013〕1号\n要点\n一、学习。\n江卫〔2013〕2号\n方案\n一、检查。", [1, 4]),
      // Numbering that begins again behind a paragraph that announces a plan.
      ("方案一\n一、学习。\n二、讨论。\n消防安全活动方案\n为做好消防安全工作，结合医院实际，制定如下实施方案：\n一、检查。", [1, 4]),
      // Announced, but the numbers go on.
      ("方案一\n一、学习。\n为做好消防安全工作，结合医院实际，制定如下实施方案：\n二、检查。", [1]), ("", []),
    ] as [(String, [Int])])
  func parts(text: String, expected: [Int]) {
    #expect(Self.starts(text) == expected)
  }
}
