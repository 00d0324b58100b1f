import Campaigns
import ReferenceData
import Testing

/// Running text is passed over quickly where no time may begin: a time of every beginning is found in the middle of a
/// sentence as it is found alone.
struct TimeStartTests {
  @Test(arguments: [
    "4月20日前", "２０日前", "〇七年底前", "一月底前", "二月底前", "三月底前", "四月底前", "五月底前", "六月底前", "七月底前", "八月底前", "九月底前", "十月底前",
    "廿日前",
    "卅日前", "两个月内", "元月底前", "元旦前", "每月一次", "隔周一次", "双月一次", "季度一次", "半年一次", "月底前", "周报送一次", "按季度", "逐月", "半个月内",
    "全年",
    "年底前", "近三年", "为期两个月", "历时三个月", "集中5个月时间", "利用3个月时间", "用8个月左右的时间", "截至10月31日", "不晚于6月30日",
    "最迟6月30日", "赶在6月30日前", "从3月开始", "自6月起", "由3月至5月", "即日起至3月10日", "印发之日起至3月10日", "发文之日起至3月10日", "本月底前",
    "通知下发之日起至3月10日",
    "现在起至3月10日", "今年底前", "本年底前", "当年5月底前", "同年5月底前", "明年1月5日前", "次年1月15日前", "翌年3月前", "来年3月前", "下年度3月前",
    "后年3月前", "去年12月",
    "上年度12月", "××年3月", "某年3月", "岁末前", "前三个季度", "上半年", "下半年", "首季", "Q2", "第三季度", "这个月底前", "初旬", "中旬", "上中旬",
    "下旬", "长期",
    "常年", "持续", "始终坚持", "贯穿始终", "立行立改", "即知即改", "马上", "第一时间", "边查边改", "随即", "另行通知", "国庆前",
    "春节后", "三八节前",
    "植树节前", "消费者权益日前", "劳动节前", "青年节前", "护士节前", "儿童节前", "建党节前", "医师节前", "教师节前", "烈士纪念日前", "新年前", "学雷锋日前",
    "重阳前", "中秋前", "端午前", "清明前", "七夕前", "冬至前", "腊八节前", "农民丰收节前", "世界环境日前", "党的生日前", "抗战胜利纪念日前",
    "全国消防日前", "阳历新年前", "大年初一前",
  ])
  func found(words: String) {
    let context = TimeContext(year: 2011, calendar: chinese)
    let alone = TimeReader(context).read(words).deadline
    let inside = TimeReader(context, mode: .sentence).read("材料\(words)").deadline
    #expect(
      inside.kind == alone.kind && inside.end == alone.end && inside.start == alone.start,
      "\(alone) \(inside)")
    #expect(alone.kind != .none)
  }
}
