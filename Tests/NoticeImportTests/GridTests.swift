import Campaigns
import TestSupport
import Testing

@testable import NoticeImport

/// Tables by what stands in them: unfamiliar headings, times at the head of a cell, merged cells, rivers, one cell a line.
struct GridTests {
  @Test func aColumnIsWhatItsCellsAre() {
    let table = """
      2025年苗圃任务表
      序号\t承接人马\t类型\t做什么\t款项\t办讫
      1\t林业站\t基建\t修缮温室大棚\t8万元\t3月底前
      2\t财务科\t采购\t购置滴灌设备\t5万元\t4月15日
      3\t林业站\t基建\t平整育苗场地\t2万元\t5月中旬
      """
    #expect(
      Sample.tasks(table) == [
        "3 修缮温室大棚 [林业站] 3月底前", "4 购置滴灌设备 [财务科] 4月15日", "5 平整育苗场地 [林业站] 5月中旬",
      ])
  }

  @Test func aTimeAtTheHeadOfACellMakesARecord() {
    let pipes = """
      2025年档案室推进表
      | 重点 | 分月推进 | 评价 |
      | --- | --- | --- |
      | 库房改造 | 2-3月：勘察现场 | 有记录 |
      | | 4月上旬更换密集架 | |
      | 数字化 | 5月：招标 | 有合同 |
      """
    #expect(Sample.tasks(pipes) == ["4 勘察现场 [] 2-3月", "5 更换密集架 [] 4月上旬", "6 招标 [] 5月"])
    let spaces = """
      2025年档案室推进表
      重点                  分月推进              评价
      库房改造   密集架     2月-3月：勘察现场     有记录
                            4月：更换轨道
                 门窗       5月：安装窗帘
      日常整理              全年                  抽查
      """
    #expect(
      Sample.tasks(spaces) == [
        "3 勘察现场 [] 2月-3月", "4 更换轨道 [] 4月", "5 安装窗帘 [] 5月", "6 日常整理 [] 全年",
      ])
  }

  @Test func groupsStandBetweenRows() {
    let ledger = """
      督办台账
      序号    来源          督办事项            牵头领导    牵头单位    完成时限
      一、改革类
      1       清发1号       修订议事规则        副主任      办公室      4月中旬
      2       常委会纪要    清理各类工作群      部长        网信办      5月底前
      二、民生类
      3       清发1号       新增停车泊位        副区长      城管局      6月
      """
    #expect(
      Sample.tasks(ledger) == [
        "4 修订议事规则 [办公室] 4月中旬", "5 清理各类工作群 [网信办] 5月底前", "7 新增停车泊位 [城管局] 6月",
      ])
    // Figures beside names are a state, and no plan.
    #expect(Sample.tasks("完成情况\n部门    完成    得分\n产品部    3    0.5\n技术部    4    0.5\n财务部    5    0.5").isEmpty)
  }

  @Test func mergedCellsComeFromAbove() {
    let table = """
      2025年渔港工作安排表
      日期\t工作\t责任部门
      3月5日\t疏浚航道\t工程科
      检修灯塔\t机电科
      登记渔船\t
      3月20日\t开展培训\t同上
      """
    #expect(
      Sample.tasks(table) == [
        "3 疏浚航道 [工程科] 3月5日", "4 检修灯塔 [机电科] 3月5日", "5 登记渔船 [机电科] 3月5日",
        "6 开展培训 [机电科] 3月20日",
      ])
  }

  @Test func oneCellALine() {
    let bare = "2025年林场任务表\n序号\n任务\n责任单位\n一、管护类\n1\n清理防火道\n护林队\n二、民生类\n2\n硬化便道\n工程队"
    #expect(Sample.tasks(bare) == ["6 清理防火道 [护林队] ", "10 硬化便道 [工程队] "])
    let tabbed = "2025年林场工作安排\n\t轮次\n\t日期\n\t工作\n\t头一轮\n\t4月2日\n\t检修水泵\n\t第二轮\n\t4月9日\n\t清洗水箱"
    #expect(Sample.tasks(tabbed) == ["5 检修水泵 [] 4月2日", "8 清洗水箱 [] 4月9日"])
  }

  /// What is parted alike and says nothing of a plan is none.
  @Test(arguments: [
    "评分细则\n项目\t内容\t分值\n学习\t缺一次扣1分\t10\n纪律\t迟到一次扣1分\t20",
    "光荣榜\n党办    张某\n工会    李某\n团委    王某", "简介\n甲    2026-11-20    乙\n丙    待定    丁\n戊    己    庚",
    "通讯录\n姓名\t电话\n甲\t123\n乙\t456\n丙\t789", "\t各科室：\n\t请按要求做好工作。\n\t特此通知。",
  ])
  func noPlan(text: String) { #expect(Sample.tasks(text).isEmpty) }

  /// A table that grows says no less of what it said: every row of it, whatever is beside it.
  @Test func rowsStandForThemselves() {
    var random = SeededNumbers(seed: 19)
    let all = ["整修暖棚", "购置设备", "平整场地", "培训员工", "清理库存", "检修水泵", "改良土壤", "疏通水渠", "印制手册", "评比先进"]
    let times = ["3月底前", "4月15日", "5月中旬", "6月", "7月1日前"]
    for _ in 0..<200 {
      let columns = ["做什么", "何时", "评价"].shuffled(using: &random)
      let matters = all.shuffled(using: &random)
      let count = 3 + Int.random(in: 0..<7, using: &random)
      var expected: [String] = []
      var lines = [columns.joined(separator: "\t")]
      for row in 0..<count {
        let (matter, time) = (matters[row], times[Int.random(in: 0..<times.count, using: &random)])
        let cells = ["做什么": matter, "何时": time, "评价": "查看"]
        lines.append(columns.map { cells[$0] ?? "" }.joined(separator: "\t"))
        expected.append("\(row + 3) \(matter) [] \(time)")
      }
      #expect(Sample.tasks((["2025年任务表"] + lines).joined(separator: "\n")) == expected, "\(lines)")
    }
  }
}
