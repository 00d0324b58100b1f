/// Words that stand around a time and say nothing of when: 请于…前完成. All others that a reader did not read are told.
enum SilentWords {
  /// Longer ones first where one begins with another.
  private static let words = [
    // What leads up to a time.
    "完成时间", "完成时限", "办理时限", "办理时间", "时间要求", "时限要求", "工作时限", "责任时限", "整改时限", "截止时间", "截止日期", "截止", "具体时间",
    "时间", "时限", "期限", "请", "务必", "必须", "须", "需要", "需", "应当", "应该", "应", "要", "要求", "确保", "力争", "争取", "计划",
    "拟定", "拟", "预计", "暂定", "原则上", "一般", "最好", "于", "在", "即", "为", "是", "将", "并", "并于", "其中", "每次", "定于",
    "安排在", "安排",
    // What is done by a time.
    "完成", "全部完成", "基本完成", "全面完成", "办结", "办理完毕", "办理", "报送", "上报", "报告", "报", "提交", "报备", "结束", "到位", "落实到位",
    "落实", "开展", "组织开展", "组织实施", "组织", "举行", "举办", "进行", "召开", "实施", "施行", "启动", "推进", "推动", "集中开展", "集中",
    "贯穿", "贯穿始终", "贯穿于", "开始", "整改到位", "整改完毕", "整改", "公开", "公布", "公示", "印发", "出台", "制定", "建成", "投用", "见效",
    "取得实效", "见成效", "见实效", "见行动", "出成效", "完毕", "达标", "销号", "汇报", "反馈", "报结", "收尾", "交付", "验收", "陆续", "有序",
    "逐步", "定期", "持续", "持续推进", "全程", "全面", "全部", "一律", "统一", "分别", "各", "均", "以及",
    // What leads up to a count.
    "不少于", "不低于", "至少", "最少", "每人", "累计", "平均", "学习", "开展活动", "集体", "共", "以上",
    // What is done in a period.
    "竣工", "完工", "投产", "投运", "开工", "动工", "定稿", "自查", "通车", "上线运行", "上线", "试运行", "挂牌", "揭牌", "签约", "签订", "开通",
    "启用", "封顶", "复查", "初审", "终审", "送审", "报批", "审核", "审议", "审定", "批复", "立项", "招标", "开标", "中标", "入库", "到岗",
    "拨付", "兑付", "清零", "清理", "摸排", "排查", "评选", "表彰", "测评", "迎检", "自评", "互查", "宣传", "演练", "交流", "搬迁", "采购",
    "改造", "修订", "编制", "起草", "发布", "下达", "分解", "部署", "动员", "归档", "移交", "备案", "录入", "更新", "收官", "完结", "初步",
    "建设", "安装", "调试", "施工",
    // What only joins.
    "的", "了",
  ]

  private static let byFirst: [Character: [[Character]]] = Dictionary(
    grouping: words.map(Array.init), by: { $0.first ?? " " }
  ).mapValues { $0.sorted { $0.count > $1.count } }

  /// How many characters at the place are marks or say nothing; 0 where they say something.
  static func length(at place: Int, in characters: [Character]) -> Int {
    let character = characters[place]
    // 16：00 is told as a whole.
    if character == "：", place > 0, TimeScanner.isDigit(characters[place - 1]),
      characters.indices.contains(place + 1), TimeScanner.isDigit(characters[place + 1])
    {
      return 0
    }
    if "，。；：、（）[]【】〔〕「」!！?？*＊/|… ".contains(character) { return 1 }
    let word = byFirst[character]?.first { characters[place...].starts(with: $0) }
    return word?.count ?? 0
  }
}
