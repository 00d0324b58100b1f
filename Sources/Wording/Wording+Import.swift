import Campaigns

extension Wording {
  /// A finding of an import, in a sentence without its line.
  package func prose(_ finding: Finding) -> String {
    let words = quoted(finding.words)
    let suggestion = finding.suggestion ?? ""
    switch finding.kind {
    case .noPlan: return pick("没有读出任务和阶段。", "No task and no phase was found.")
    case .noTitle: return pick("没有找到标题。", "No title was found.")
    case .noYear:
      return pick("没有写明年份，日期未填；用 --year 指定。", "No year is given, so days stay open; --year settles it.")
    case .yearRedacted:
      return pick("\(words)年份已隐去，日期未填。", "\(words): the year is blotted out; days stay open.")
    case .yearInferred:
      return pick(
        "年份按\(evidence(suggestion))取\(finding.words)年。",
        "The year \(finding.words) is taken from \(evidence(suggestion)).")
    case .titleOverLines: return pick("标题跨行，已合并：\(words)", "The title runs over several lines: \(words)")
    case .reversedRange:
      return pick("\(words)止早于起，照原文保留。", "\(words) ends before it starts; kept as written.")
    case .missingDayWord: return pick("\(words)缺“日”字。", "\(words) lacks 日.")
    case .noSuchDay: return pick("没有\(words)这一天。", "There is no such day as \(words).")
    case .severalTimes:
      return pick("有几个时限，按\(words)办理，另有：\(suggestion)", "Several times: \(words) counts; also \(suggestion)")
    case .beforeIssue:
      return pick("\(words)早于成文日期 \(suggestion)。", "\(words) is before the date of issue, \(suggestion).")
    case .weekdayMismatch:
      let days = pick("一二三四五六日", "MTWTFSS").map(String.init)
      let day = Int(suggestion).flatMap { (1...7).contains($0) ? days[$0 - 1] : nil } ?? suggestion
      return pick(
        "\(words)星期不符，应为星期\(day)。", "\(words): the weekday does not fit; it is day \(suggestion) of the week."
      )
    case .overlappingPhases: return pick("阶段日期重叠：\(words)", "These phases overlap: \(words)")
    case .unreadableTime: return pick("时限看不懂：\(words)", "This time cannot be read: \(words)")
    case .unreadWords: return pick("\(words)未读：\(suggestion)", "\(words): not read: \(suggestion)")
    case .phaseWithoutDates: return pick("阶段没有日期：\(words)", "This phase has no dates: \(words)")
    case .noUnit: return pick("没有责任单位：\(words)", "Nobody is responsible: \(words)")
    case .unknownUnit:
      return suggestion.isEmpty
        ? pick("台账中没有单位\(words)，将新增。", "\(words) is not among the units; it will be added.")
        : pick(
          "台账中没有单位\(words)，将新增；是否为\(quoted(suggestion))？",
          "\(words) is not among the units; it will be added. Is it \(quoted(suggestion))?")
    case .repeatedPlan:
      return pick("与第\(suggestion)行的方案内容相同：\(words)", "The same plan as on line \(suggestion): \(words)")
    case .wrongTotal:
      return pick(
        "各部分分值合计与基本分不符：\(finding.words)", "The sections' marks do not add up to the base: \(finding.words)")
    case .rolledOver: return pick("\(words)跨年，止于\(suggestion)年。", "\(words) ends in \(suggestion).")
    case .cutShort:
      return pick("读得太久，到此为止，以下未读。", "Reading took too long and ended here; the rest was not read.")
    case .unusedTime: return pick("\(words)没有用上。", "\(words) was not used.")
    case .undecodable: return pick("有\(suggestion)个字节无法识别。", "\(suggestion) bytes could not be decoded.")
    }
  }

  /// What became of a task in a later version of its notice.
  package func title(_ kind: PlanComparison.Kind) -> String {
    switch kind {
    case .same: pick("未变", "same")
    case .changed: pick("有改动", "changed")
    case .added: pick("新增", "new")
    case .gone: pick("已无", "gone")
    }
  }

  private func evidence(_ raw: String) -> String {
    switch YearEvidence(rawValue: raw) {
    case .title: pick("标题", "the title")
    case .fullDates: pick("文中日期", "full dates in the text")
    case .signature: pick("落款", "the signature")
    case .documentNumber: pick("文号", "the document number")
    case .dateOfIssue: pick("成文日期", "the date of issue")
    case .given, nil: pick("指定", "what was given")
    }
  }
}
