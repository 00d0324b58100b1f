/// What a part of a plan is for, by its heading: it decides what in it may be a task.
enum Section {
  /// Work to be done.
  case work
  /// 指导思想, 目标, 原则: nothing in it is a task unless a unit is named for it.
  case aims
  /// 组织领导, 工作要求: only what has a time or an addressee is a task, sentence by sentence.
  case demands
  /// 评选程序, 奖项: only what has a day is a task.
  case procedure
  /// 奖惩, 扣分, 议程: no tasks.
  case nothing

  private static let aimWords: [StaticWords] = [
    "指导思想", "指导原则", "总体要求", "总体目标", "工作目标", "活动目标", "主要目标", "实现目标", "基本原则", "工作原则", "活动原则", "原则", "意义",
    "活动主题", "背景", "活动目的", "目的", "范围", "对象", "总体思路", "工作思路", "基本思路", "目标要求",
  ]
  private static let demandWords: [StaticWords] = [
    "组织领导", "保障措施", "组织保障", "工作要求", "活动要求", "有关要求", "具体要求", "相关要求", "几点要求", "组织机构", "工作保障", "加强领导", "组织实施保障",
    "注意事项", "强化活动的保障", "强化保障", "强化组织", "责任落实", "工作职责",
  ]

  /// The kind of a part by its heading; the outermost heading that says anything decides.
  init(_ heading: Passage, within around: Section = .work) {
    self = around
    guard around == .work, heading.count <= 24 else { return }
    if heading.containsAny(["奖惩", "扣分", "处罚", "罚则", "评分", "计分", "奖励办法"])
      || heading.count <= 10 && (heading.hasSuffix("议程") || heading.hasSuffix("议题"))
    {
      self = .nothing
    } else if heading.containsAny(["评选", "评审", "奖项", "评比办法", "申报条件"]) {
      self = .procedure
    } else if heading.containsAny(Section.demandWords) || heading.text == "要求" {
      self = .demands
    } else if heading.count <= 14 {
      let isTask = heading.containsAny(["任务", "措施", "内容"])
      if heading.containsAny(Section.aimWords) && !isTask || heading.text == "目标" || heading.text == "目标任务" {
        self = .aims
      }
    }
  }
}
