import Campaigns
import ChineseNumerals

extension Wording {
  /// What a quota asks for: 每季度不少于2次, 每月5日前, 每两年一次.
  package func quota(_ quota: Quota) -> String {
    let points = quota.points ?? []
    let number = quota.upTo.map { "\(quota.times)—\($0)" } ?? "\(quota.times)"
    let unit = quota.unit ?? pick("次", "times")
    let least = pick("不少于\(number)\(unit)", "at least \(number) \(unit)")
    let isPlain = quota.upTo == nil && (quota.unit ?? "次") == "次" && quota.times == max(1, points.count)
    var words = every(quota)
    if points.isEmpty {
      words =
        isPlain && quota.interval ?? 1 > 1
        ? pick("\(words)一次", "once \(words)") : pick("\(words)\(least)", "\(least) \(words)")
    } else {
      words = days(of: quota, points)
      if !isPlain {
        words += points.count > 1 ? pick("，共\(least)", ", \(least) in all") : pick(least, ", \(least)")
      }
    }
    if let total = quota.yearlyTotal { words += pick("，全年不少于\(total)\(unit)", ", \(total) a year in all") }
    return words
  }

  /// 每季度, 每两年; a quarter, every 2 years.
  func every(_ quota: Quota) -> String {
    guard let interval = quota.interval, interval > 1 else { return period(quota.per) }
    let number = interval == 2 ? "两" : numeral(interval)
    return switch quota.per {
    case .day: pick("每\(number)天", "every \(interval) days")
    case .week: pick("每\(number)周", "every \(interval) weeks")
    case .month: pick("每\(number)个月", "every \(interval) months")
    case .quarter: pick("每\(number)个季度", "every \(interval) quarters")
    case .halfyear: pick("每\(number)个半年", "every \(interval) half-years")
    case .year: pick("每\(number)年", "every \(interval) years")
    }
  }

  /// 每年3月底前、9月底前, 每周二、周四, 每两年一次，末年3月底前.
  private func days(of quota: Quota, _ points: [DuePoint]) -> String {
    let words = points.map { day($0, of: quota.per) }
    guard let interval = quota.interval, interval > 1, !points.allSatisfy(\.isAfterEnd) else {
      // 每周五 is 每 and the weekday.
      let isOfWeek =
        quota.per == .week && points.first.map { if case .weekday = $0.mark { true } else { false } } ?? false
      return pick(
        (isOfWeek ? "每" : every(quota)) + words.joined(separator: "、"),
        words.joined(separator: " and ") + " of "
          + (quota.interval ?? 1 > 1 ? every(quota) : "each" + period(quota.per).dropFirst()))
    }
    let last =
      switch quota.per {
      case .day: pick("", "day")
      case .week: pick("末周", "week")
      case .month: pick("末月", "month")
      case .quarter: pick("末季", "quarter")
      case .halfyear: pick("末半年", "half-year")
      case .year: pick("末年", "year")
      }
    return pick(
      "\(every(quota))一次，\(last)" + words.joined(separator: "、"),
      "once \(every(quota)), " + words.joined(separator: " and ") + " of the last \(last)")
  }

  /// A point without its period: 末月25日前, 最后一个工作日, 结束后10日内.
  private func day(_ point: DuePoint, of per: Period) -> String {
    let (zh, en) = month(point, of: per)
    let within = en.isEmpty ? "" : " of \(en)"
    switch point.mark {
    case .day(let day) where per.months != nil:
      return pick("\(zh)\(day)日前", per == .year ? "by \(day) \(en)" : "by the \(ordinal(day))\(within)")
    case .day, .lastDay:
      switch per {
      case .day: return pick("当日", "by the end")
      case .week: return pick("周日前", "by Sunday")
      case .month, .year: return pick("\(zh)底前", "by the end\(within)")
      case .quarter, .halfyear: return pick(zh.isEmpty ? "末前" : "\(zh)底前", "by the end\(within)")
      }
    case .workingDay(let nth):
      return pick("\(zh)\(nthOne(nth))工作日", "by the \(nthOne(nth)) working day\(within)")
    case .weekday(let weekday, _) where per == .week || per == .day:
      return pick(self.weekday(weekday), "by \(self.weekday(weekday))")
    case .weekday(let weekday, let nth):
      return pick(
        "\(zh)\(nthOne(nth ?? -1))\(self.weekday(weekday))",
        "by the \(nthOne(nth ?? -1)) \(self.weekday(weekday))\(within)")
    case .weekOfMonth(let week, let weekday):
      return pick(
        "\(zh)\(week == -1 ? "最后一" : "第\(numeral(week))")周\(weekday == 7 ? "" : self.weekday(weekday))",
        "by \(self.weekday(weekday)) of the \(nthOne(week)) week\(within)")
    case .feast(let name): return pick("\(name)当日", "on \(name)")
    case .beforeFeast(let name): return pick("\(name)前", "before \(name)")
    case .afterEnd(let span):
      return pick("结束后\(self.span(span))内", "within \(self.span(span)) after the end")
    }
  }

  /// The month of a period that a point lies in; a day without one lies in the last.
  private func month(_ point: DuePoint, of per: Period) -> (zh: String, en: String) {
    var month = point.month
    if case .day = point.mark, month == nil { month = per.months }
    guard let month, let months = per.months, months > 1, !point.isAfterEnd else { return ("", "") }
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    let place = max(1, min(month, months))
    if per == .year { return ("\(place)月", names[place - 1]) }
    if place == 1 { return ("首月", "the first month") }
    return place == months
      ? ("末月", "the last month") : ("第\(numeral(place))个月", "the \(ordinal(place)) month")
  }

  /// 10日, 5个工作日; 10 days, 5 working days.
  private func span(_ span: TimeSpan) -> String {
    switch span.unit {
    case .workingDay: count(span.count, "个工作日", "working day", "working days")
    case .day: count(span.count, "日", "day", "days")
    case .week: count(span.count, "周", "week", "weeks")
    case .halfMonth: count(span.count * 15, "日", "day", "days")
    case .month: count(span.count, "个月", "month", "months")
    case .year: count(span.count, "年", "year", "years")
    }
  }

  /// 第一个, 最后一个, 倒数第二个; first, last, 2nd last.
  private func nthOne(_ nth: Int) -> String {
    switch nth {
    case -1: pick("最后一个", "last")
    case ..<0: pick("倒数第\(numeral(-max(nth, -.max)))个", "\(ordinal(-max(nth, -.max))) last")
    case 1: pick("第一个", "first")
    default: pick("第\(numeral(nth))个", ordinal(nth))
    }
  }

  /// Up to ten as documents write them.
  private func numeral(_ number: Int) -> String {
    (1...10).contains(number) ? ChineseNumeral.common.text(number) : "\(number)"
  }

  /// 1st, 2nd, 25th.
  private func ordinal(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "\(number)th"
    case (1, _): "\(number)st"
    case (2, _): "\(number)nd"
    case (3, _): "\(number)rd"
    default: "\(number)th"
    }
  }

  /// 周一, Mon; nothing for what is no day of the week.
  private func weekday(_ number: Int) -> String {
    (1...7).contains(number) ? weekday(Day.epoch + (number - Day.epoch.weekday)) : ""
  }
}
