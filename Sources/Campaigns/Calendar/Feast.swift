/// Days that documents name instead of dating them: "七一"前夕, 国庆前, 春节后.
package enum Feast: Sendable, Equatable {
  /// The same day every year.
  case fixed(name: String, month: Int, day: Int)
  /// A day that the reference data know per year.
  case movable(name: String)

  /// The name that the holiday data use.
  package var name: String {
    switch self {
    case .fixed(let name, _, _), .movable(let name): name
    }
  }

  /// Its day in a year; nil for a movable feast of a year that the calendar does not know.
  package func day(in year: Int, calendar: WorkCalendar) -> Day? {
    switch self {
    case .fixed(_, let month, let day): Day(year, month, day)
    case .movable(let name): calendar.movableFeast(name, in: year)
    }
  }

  /// What documents write, longest first where one begins with another. 3/8, 5/4, 6/1 and 8/1 are known as days;
  /// whether they are rest days is the holiday data's business (they are not).
  package static let written: [(words: String, feast: Feast)] = [
    ("元旦节", .fixed(name: "元旦", month: 1, day: 1)), ("元旦", .fixed(name: "元旦", month: 1, day: 1)),
    ("新年", .fixed(name: "元旦", month: 1, day: 1)),
    ("学雷锋纪念日", .fixed(name: "学雷锋日", month: 3, day: 5)),
    ("学雷锋日", .fixed(name: "学雷锋日", month: 3, day: 5)),
    ("三八国际妇女节", .fixed(name: "三八", month: 3, day: 8)),
    ("三八妇女节", .fixed(name: "三八", month: 3, day: 8)),
    ("国际妇女节", .fixed(name: "三八", month: 3, day: 8)),
    ("妇女节", .fixed(name: "三八", month: 3, day: 8)),
    ("三八节", .fixed(name: "三八", month: 3, day: 8)), ("三八", .fixed(name: "三八", month: 3, day: 8)),
    ("三·八", .fixed(name: "三八", month: 3, day: 8)), ("3·8", .fixed(name: "三八", month: 3, day: 8)),
    ("植树节", .fixed(name: "植树节", month: 3, day: 12)),
    ("消费者权益日", .fixed(name: "三一五", month: 3, day: 15)),
    ("3·15", .fixed(name: "三一五", month: 3, day: 15)),
    ("五一国际劳动节", .fixed(name: "劳动节", month: 5, day: 1)),
    ("五一劳动节", .fixed(name: "劳动节", month: 5, day: 1)),
    ("国际劳动节", .fixed(name: "劳动节", month: 5, day: 1)),
    ("劳动节", .fixed(name: "劳动节", month: 5, day: 1)),
    ("五一节", .fixed(name: "劳动节", month: 5, day: 1)), ("五一", .fixed(name: "劳动节", month: 5, day: 1)),
    ("五四青年节", .fixed(name: "五四", month: 5, day: 4)), ("青年节", .fixed(name: "五四", month: 5, day: 4)),
    ("五四", .fixed(name: "五四", month: 5, day: 4)),
    ("国际护士节", .fixed(name: "护士节", month: 5, day: 12)),
    ("护士节", .fixed(name: "护士节", month: 5, day: 12)),
    ("六一国际儿童节", .fixed(name: "六一", month: 6, day: 1)),
    ("六一儿童节", .fixed(name: "六一", month: 6, day: 1)), ("儿童节", .fixed(name: "六一", month: 6, day: 1)),
    ("六一", .fixed(name: "六一", month: 6, day: 1)),
    ("七一建党节", .fixed(name: "七一", month: 7, day: 1)), ("建党节", .fixed(name: "七一", month: 7, day: 1)),
    ("七一", .fixed(name: "七一", month: 7, day: 1)), ("7·1", .fixed(name: "七一", month: 7, day: 1)),
    ("八一建军节", .fixed(name: "八一", month: 8, day: 1)), ("建军节", .fixed(name: "八一", month: 8, day: 1)),
    ("八一", .fixed(name: "八一", month: 8, day: 1)),
    ("医师节", .fixed(name: "医师节", month: 8, day: 19)),
    ("教师节", .fixed(name: "教师节", month: 9, day: 10)),
    ("烈士纪念日", .fixed(name: "烈士纪念日", month: 9, day: 30)),
    ("十一国庆节", .fixed(name: "国庆", month: 10, day: 1)),
    ("国庆节", .fixed(name: "国庆", month: 10, day: 1)), ("国庆", .fixed(name: "国庆", month: 10, day: 1)),
    ("十一黄金周", .fixed(name: "国庆", month: 10, day: 1)),
    ("记者节", .fixed(name: "记者节", month: 11, day: 8)),
    ("国家宪法日", .fixed(name: "宪法日", month: 12, day: 4)), ("宪法日", .fixed(name: "宪法日", month: 12, day: 4)),
    ("国家公祭日", .fixed(name: "公祭日", month: 12, day: 13)),
    ("农历新年", .movable(name: "春节")), ("春节", .movable(name: "春节")),
    ("大年三十", .movable(name: "除夕")), ("除夕", .movable(name: "除夕")),
    ("元宵节", .movable(name: "元宵")), ("元宵", .movable(name: "元宵")),
    ("清明节", .movable(name: "清明")), ("清明", .movable(name: "清明")),
    ("端午节", .movable(name: "端午")), ("端午", .movable(name: "端午")),
    ("中秋节", .movable(name: "中秋")), ("中秋", .movable(name: "中秋")),
    ("重阳节", .movable(name: "重阳")), ("重阳", .movable(name: "重阳")),
  ]
}
