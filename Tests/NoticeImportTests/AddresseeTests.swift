import Testing

@testable import NoticeImport

struct AddresseeTests {
  @Test(arguments: [
    "将总结报送院党办。", "情况及时上报组织部。", "名单报党委审批。", "报院党办备案。", "方案报分管副院长审阅后实施。", "向院党委汇报工作。", "并向机关党委写出总结报告。",
    "材料提交至人事科。", "请将表格交至综合科王处。", "计划上报到市教育局。",
  ])
  func handedIn(text: String) {
    #expect(Addressee.stands(in: Sample.passage(text)))
  }

  @Test(arguments: [
    "加强宣传报道。", "及时上报。", "办好简报。", "召开情况通报会。", "认真申报课题。", "上报数据要准确。", "听取汇报，交流经验。", "面向群众开展服务。", "向先进学习。",
    "交通便利。", "快速反应，提高效率。", "报",
    "向", "",
  ])
  func notHandedIn(text: String) {
    #expect(!Addressee.stands(in: Sample.passage(text)))
  }
}
