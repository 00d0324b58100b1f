/// Days that documents name instead of dating them: "七一"前夕, 国庆前, 春节后.
package enum Feast: Sendable, Equatable {
  /// The same day every year.
  case fixed(name: String, month: Int, day: Int)
  /// The same day of the lunar year.
  case lunar(name: String, month: Int, day: Int)
  /// The eve of the lunar year, on the 29th or 30th of the twelfth month.
  case lunarNewYearsEve(name: String)
  /// A day of the sun's year.
  case solar(name: String, SolarTerm)

  /// The name that deadlines and the holiday data use.
  package var name: String {
    switch self {
    case .fixed(let name, _, _), .lunar(let name, _, _), .lunarNewYearsEve(let name), .solar(let name, _):
      name
    }
  }

  /// Its day as a document of a year means it; nil for a movable feast outside 1900…2100. That of 腊八 and 除夕 is the
  /// one before the year's Spring Festival, so that every year has one: now and then 腊八 falls in the December before.
  package func day(in year: Int) -> Day? {
    switch self {
    case .fixed(_, let month, let day): Day(year, month, day)
    case .lunar(_, let month, let day):
      LunarCalendar.day(year: LunarCalendar.year(ofMonth: month, meantIn: year), month: month, day: day)
    case .lunarNewYearsEve: LunarCalendar.day(year: year, month: 1, day: 1).map { $0 - 1 }
    case .solar(_, let term): term.day(in: year)
    }
  }

  /// What documents write, longest first where one begins with another. 3/8, 5/4, 6/1 and 8/1 are known as days;
  /// whether they are rest days is the holiday data's business (they are not).
  package static let written: [(words: String, feast: Feast)] = names.flatMap { feast, words in
    words.map { ($0, feast) }
  }

  private static let names: [(Feast, [String])] = [
    (.fixed(name: "元旦", month: 1, day: 1), ["元旦节", "元旦", "新年", "阳历新年"]),
    (.fixed(name: "学雷锋日", month: 3, day: 5), ["学雷锋纪念日", "学雷锋日"]),
    (.fixed(name: "三八", month: 3, day: 8), ["三八国际妇女节", "三八妇女节", "国际妇女节", "妇女节", "三八节", "三八", "三·八", "3·8"]),
    (.fixed(name: "植树节", month: 3, day: 12), ["植树节"]),
    (.fixed(name: "三一五", month: 3, day: 15), ["国际消费者权益日", "消费者权益日", "3·15"]),
    (.fixed(name: "国家安全教育日", month: 4, day: 15), ["全民国家安全教育日", "国家安全教育日"]),
    (.fixed(name: "劳动节", month: 5, day: 1), ["五一国际劳动节", "五一劳动节", "国际劳动节", "劳动节", "五一节", "五一"]),
    (.fixed(name: "五四", month: 5, day: 4), ["五四青年节", "青年节", "五四"]),
    (.fixed(name: "护士节", month: 5, day: 12), ["国际护士节", "护士节"]),
    (.fixed(name: "六一", month: 6, day: 1), ["六一国际儿童节", "六一儿童节", "国际儿童节", "儿童节", "六一"]),
    (.fixed(name: "环境日", month: 6, day: 5), ["世界环境日"]),
    (.fixed(name: "禁毒日", month: 6, day: 26), ["国际禁毒日"]),
    (.fixed(name: "七一", month: 7, day: 1), ["七一建党节", "建党节", "七一", "7·1", "建党日", "党的生日"]),
    (.fixed(name: "八一", month: 8, day: 1), ["八一建军节", "建军节", "八一"]),
    (.fixed(name: "医师节", month: 8, day: 19), ["医师节"]),
    (.fixed(name: "抗战胜利纪念日", month: 9, day: 3), ["抗日战争胜利纪念日", "抗战胜利纪念日"]),
    (.fixed(name: "教师节", month: 9, day: 10), ["教师节"]),
    (.fixed(name: "烈士纪念日", month: 9, day: 30), ["烈士纪念日"]),
    (.fixed(name: "国庆", month: 10, day: 1), ["十一国庆节", "国庆节", "国庆", "十一黄金周"]),
    (.fixed(name: "记者节", month: 11, day: 8), ["记者节"]),
    (.fixed(name: "消防日", month: 11, day: 9), ["全国消防宣传日", "全国消防日", "消防宣传日"]),
    (.fixed(name: "宪法日", month: 12, day: 4), ["国家宪法日", "宪法日"]),
    (.fixed(name: "公祭日", month: 12, day: 13), ["国家公祭日"]),
    (.lunar(name: "春节", month: 1, day: 1), ["农历新年", "春节", "大年初一"]),
    (.lunarNewYearsEve(name: "除夕"), ["大年三十", "除夕"]),
    (.lunar(name: "元宵", month: 1, day: 15), ["元宵节", "元宵"]),
    (.solar(name: "清明", .qingming), ["清明节", "清明"]),
    (.lunar(name: "端午", month: 5, day: 5), ["端午节", "端午"]),
    (.lunar(name: "七夕", month: 7, day: 7), ["七夕节", "七夕"]),
    (.lunar(name: "中秋", month: 8, day: 15), ["中秋节", "中秋"]),
    (.lunar(name: "重阳", month: 9, day: 9), ["重阳节", "重阳"]),
    (.solar(name: "农民丰收节", .autumnalEquinox), ["中国农民丰收节", "农民丰收节"]),
    (.solar(name: "冬至", .winterSolstice), ["冬至节", "冬至"]),
    (.lunar(name: "腊八", month: 12, day: 8), ["腊八节", "腊八"]),
  ]
}
