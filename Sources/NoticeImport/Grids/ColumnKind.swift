/// What a column of a plan's table holds, by its heading.
enum ColumnKind: Equatable {
  case serial, time, content, measure, lead, supporting, leader, person, other
  /// 启动时间: not the time by which.
  case start
  /// 阶段: the rows of a phase have it together.
  case phase
  /// A time at the head of each cell and what is done in it: 3月：勘查现场.
  case steps
  /// 分值, 扣分细则: a table of points, which is no plan.
  case points

  /// Whether a cell that is empty takes over what stands above it.
  var isMerged: Bool {
    switch self {
    case .time, .lead, .supporting, .leader, .person, .phase: true
    case .serial, .content, .measure, .other, .start, .steps, .points: false
    }
  }

  /// The kind of a heading; nil where it is none that is known.
  init?(heading: Passage) {
    let words = heading.scalars.filter { $0.isHan || $0.isLatinLetter }
    guard (1...10).contains(words.count) else { return nil }
    func ends(_ list: [StaticWords]) -> Bool {
      list.contains { words.count >= $0.count && words.has($0, at: words.count - $0.count) }
    }
    func whole(_ list: [StaticWords]) -> Bool {
      list.contains { $0.count == words.count && words.has($0, at: 0) }
    }
    func holds(_ list: [StaticWords]) -> Bool {
      list.contains { words.firstIndex(of: $0, from: 0, to: words.count) != nil }
    }
    if whole(["序号", "编号", "项次", "序", "项目号", "顺序"]) {
      self = .serial
    } else if holds(["阶段", "环节"]), words.count <= 6 {
      self = .phase
    } else if whole(["启动时间", "开始时间", "起始时间", "交办时间", "立项时间"]) {
      self = .start
    } else if holds(["扣分", "分值", "评分", "得分", "计分", "成绩", "准考证", "性别", "收费", "单价", "票价", "价格"])
      || whole(["姓名", "得票"])
    {
      self = .points
    } else if ends(["时间", "时限", "期限", "日期", "月份", "时间安排", "时间节点", "进度安排", "进度要求", "时间进度", "完成节点"]) {
      self = .time
    } else if holds(["领导"]) {
      self = .leader
    } else if ends(["责任人", "负责人", "承办人", "经办人", "联系人"]) {
      self = ends(["联系人"]) ? .other : .person
    } else if holds(["配合", "协办", "协助", "参与", "协同"]) {
      self = .supporting
    } else if ends(["单位", "部门", "科室", "处室", "支部", "责任主体", "牵头", "责任"]) {
      self = .lead
    } else if ends(["措施", "举措", "步骤", "具体要求", "整改情况"]) {
      self = .measure
    } else if ends([
      "内容", "任务", "事项", "工作", "活动", "活动名称", "项目", "问题", "要点", "课题", "名称", "安排", "主题", "分解", "清单",
    ]) {
      self = .content
    } else if ends(["备注", "地点", "形式", "人员", "目标", "标准", "要求", "方式", "对象", "类别", "结果", "情况", "说明", "签名", "依据"])
      || holds(["考核"])
    {
      self = .other
    } else {
      return nil
    }
  }
}
