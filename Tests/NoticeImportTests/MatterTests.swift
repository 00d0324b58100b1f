import Testing

@testable import NoticeImport

/// What is a matter of its own, and what only looks like one.
struct MatterTests {
  @Test(
    arguments: [
      // An agenda says what is talked about; what was decided is work.
      """
      2025年一季度调度会纪要
      议程：
      一、2024年检修总结（生产科）
      二、备件采购办法说明（供应科）
      三、会议决议
      1）更换皮带机。责任单位：机电队，完成时间：4月9日前
      """: ["6 更换皮带机 [机电队] 4月9日前"],
      // Hosts of an event.
      """
      关于举办职工象棋赛的通知
      一、组织单位
      主办单位：县总工会
      承办单位：县棋类协会
      二、报名
      各代表队于5月8日前报送名单。
      """: ["6 各代表队于5月8日前报送名单 [各代表队] 5月8日前"],
      // Names of annexes.
      """
      2025年庙会筹备方案
      一、搭建戏台。责任单位：文化站，完成时间：2月10日前。
      附件：
      1.摊位登记表（市场所）
      2.2025年2月值班表
      """: ["2 搭建戏台 [文化站] 2月10日前"],
      // What must not be, would be, was.
      """
      关于做好2025年渡口巡查的通知
      一、各渡口所于6月5日前报送名册。
      二、2024年7月2日发生的搁浅中，有1艘渡船因7月1日漏检被通报。如遇大雾，演练顺延至7月20日。检修前4小时内不得载客。
      """: ["2 各渡口所于6月5日前报送名册 [各渡口所] 6月5日前"],
      // A bracket that belongs to a name, and one that says what brackets hold.
      """
      2025年书库搬迁计划
      一、分月任务（括注承办组）
      1．5月清点旧刊（编目组）
      二、参考资料
      上次搬迁的图纸存技术服务部（资料室）。查阅前先登记。
      """: ["3 5月清点旧刊 [编目组] 5月"],
    ] as [String: [String]])
  func onlyWorkIsATask(text: String, expected: [String]) {
    #expect(Sample.tasks(text) == expected)
  }

  @Test(
    arguments: [
      // Numbered labels describe the heading above them.
      """
      2025年茶乡文化周安排
      （一）采茶比赛
      1.活动时间：4月12日
      2.活动地点：东坡茶园
      （二）茶艺展演
      1.活动时间：4月14日
      2.活动地点：镇文化广场
      """: ["2 采茶比赛 [] 4月12日", "5 茶艺展演 [] 4月14日"],
      // A heading with the day when it is due.
      """
      2025年冷库清查要点
      一、清点货架（3月18日前）
      1．核对标签。
      2．抽测温度。
      二、除霜。责任单位：机房，完成时间：4月底前。
      """: ["2 清点货架 [] 3月18日前", "5 除霜 [机房] 4月底前"],
      // Several dated matters of a paragraph; the words before the colon say where.
      """
      2025年维保碰头会记要
      1.电气组：
      南区：5月12日检修配电柜；5月25日更换电缆；
      """: ["3 南区：5月12日检修配电柜 [电气组] 5月12日", "3 5月25日更换电缆 [电气组] 5月25日"],
      // A bracket that says who does what by when.
      """
      2025年布展碰头会记要
      1.施工组：
      安装展板---4月22日（设计组在4月16日前交付图样）
      """: ["3 安装展板 [施工组] 4月22日", "3 设计组在4月16日前交付图样 [设计组] 4月16日前"],
      // Two doers, each with a day.
      """
      2025年仪表送检通报
      注：一车间、二车间送检期限为：2025年8月10日，其他车间送检期限为：2025年8月20日
      """: [
        "2 注：一车间、二车间送检期限为：2025年8月10日 [] 2025年8月10日", "2 其他车间送检期限为：2025年8月20日 [] 2025年8月20日",
      ],
      // Sentences of an unnumbered paragraph, each with its bracket.
      """
      2025年水源保护分工
      一、强化治理
      清理网箱。（渔政站、水利站负责，列在首位的为牵头单位）封堵排口。（环保所负责）
      """: ["3 清理网箱 [渔政站、水利站] ", "3 封堵排口 [环保所] "],
      // A month that is a campaign by its name.
      """
      2025年10月“文明服务月”活动通知
      一、主要内容
      在文明服务月期间，各窗口要为群众讲解一次流程，发放指南。
      """: ["3 在文明服务月期间，各窗口要为群众讲解一次流程，发放指南 [各窗口] 文明服务月期间"],
      // The day of one sentence is not the next one's.
      """
      2025年商会工作安排
      一、年会。各分会于8月6日前报送名单。会场由联络部负责。
      """: ["2 各分会于8月6日前报送名单 [各分会] 8月6日前", "2 会场由联络部负责 [联络部] "],
    ] as [String: [String]])
  func matters(text: String, expected: [String]) {
    #expect(Sample.tasks(text) == expected)
  }
}
