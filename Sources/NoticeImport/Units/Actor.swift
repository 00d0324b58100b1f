/// Whether words name somebody who can answer for a task: a unit by how its name ends, or a post.
enum Actor {
  private static let unitEnds: [StaticWords] = [
    "办", "科", "部", "处", "局", "委", "室", "院", "组", "队", "中心", "支部", "总支", "党委", "党组", "纪委", "工会", "公司", "街道",
    "镇", "乡", "村", "社区", "学校", "系", "所", "站", "股", "厅", "署", "台", "馆", "库", "园", "班", "协会", "学会", "理事会", "妇联",
    "残联", "工商联", "文联", "科协", "侨联", "联合会", "病区", "车间", "区", "县", "市", "单位", "部门", "企业", "机关", "政府", "集团", "银行",
    "总队", "学院", "支行", "分会", "委员会", "基金会", "秘书处", "法院", "检察院", "各队", "党工委", "管委会", "居委会", "村委会", "人大", "政协",
    "党小组", "社", "所队", "大队", "支队", "中队", "派出所", "工委", "年级", "高校", "网格员", "党校",
  ]
  private static let postEnds: [StaticWords] = [
    "书记", "主任", "院长", "局长", "科长", "处长", "部长", "组长", "队长", "经理", "负责人", "责任人", "领导", "干部", "委员", "成员", "班子",
    "主席", "校长", "所长", "站长", "护士长", "院领导", "联络员", "主管", "个人", "同志", "厂长", "镇长", "区长", "县长", "市长", "秘书长",
    "股长", "馆长", "园长", "班长", "会长", "庭长", "检察长", "政委", "指导员", "总监", "台长", "校领导",
  ]
  /// The organisation itself, which every sentence could begin with, and people at large.
  private static let general: Set<String> = [
    "医院", "我院", "全院", "本院", "院", "学校", "我校", "本校", "公司", "本公司", "单位", "本单位", "部门", "本部门", "我局", "我委", "我市",
    "我区", "我县", "全市", "全县", "全区", "本市", "本区", "本县", "全会", "本次活动小组", "会议室", "办公室主任",
  ]
  /// Words that no name has in it.
  private static let foreign: [StaticWords] = [
    "的", "了", "把", "将", "对", "向", "从", "于", "是", "使", "让", "进行", "开展", "加强", "通过", "按照", "根据", "结合", "围绕",
    "为了", "坚持", "推进", "今年", "明年", "月份", "听取", "提供", "建立", "完善", "利用", "督促", "协助", "确定", "明确", "由", "会同", "做好",
    "提交", "拿出", "提出", "制定", "形成", "出台", "组建", "修订", "1月", "2月", "5日", "0日", "落实", "参加", "邀请", "成立", "召开",
    "充分", "各种", "每", "收费", "元/", "括注", "括号", "注明", "。", "，", "：", "；", "《", "》",
  ]

  private static let firstsOfVerbs = Set("按以在当经配听为与和及将把被到使让请由做抓搞并还也".unicodeScalars)

  private static let namesLikeVerbs: [StaticWords] = ["经济", "经费", "经贸", "经信", "经营", "经管", "和平", "和谐", "听证"]

  /// Whether the words name a unit.
  static func isUnit(_ words: Passage) -> Bool {
    words.isToldName || isName(words) && ends(words, unitEnds)
  }

  /// Whether the words name a unit or a post.
  static func isActor(_ words: Passage) -> Bool {
    words.isToldName || isName(words) && (ends(words, unitEnds) || ends(words, postEnds))
  }

  /// Whether every name of a list is an actor; names between two of them may be shortened (门诊部及院感).
  static func areActors(_ names: [Passage]) -> Bool {
    guard let first = names.first, let last = names.last else { return false }
    return isActor(first) && isActor(last) && names.allSatisfy { isName($0) && $0.count <= 20 }
  }

  /// Whether the words may be a name, whatever they end with.
  static func mayBeName(_ words: Passage) -> Bool { isName(words) }

  private static func isName(_ words: Passage) -> Bool {
    guard (2...24).contains(words.count), let first = words.scalars.first, !first.isFigure else {
      return false
    }
    guard !general.contains(words.text), !words.containsAny(foreign) else { return false }
    return !firstsOfVerbs.contains(first) || namesLikeVerbs.contains { words.hasPrefix($0) }
  }

  private static func ends(_ words: Passage, _ list: [StaticWords]) -> Bool {
    var core = words
    if let last = core.scalars.last, last.isClosing, let opening = core.scalars.lastIndex(where: \.isOpening)
    {
      core = core.slice(0..<opening)
    }
    return list.contains { core.hasSuffix($0) }
  }
}
