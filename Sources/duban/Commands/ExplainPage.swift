import Campaigns
import Tables
import TerminalFrames
import Wording

extension Import {
  /// What a line of the notice was taken for; nothing is written.
  func explained(_ line: Int, _ readings: [LineReading], _ session: Session) throws(Failure) -> Answer {
    guard !readings.isEmpty else { throw .badNumber(option: "--explain", text: "\(line)") }
    let wording = session.wording
    return Answer(["line": line, "readings": readings.map { JSONRecord($0) }] as JSONRecord) {
      readings.flatMap { wording.parts($0) }
    }
  }
}

extension JSONRecord {
  /// What lines were taken for.
  fileprivate init(_ reading: LineReading) {
    self = [
      "firstLine": reading.lines.lowerBound, "lastLine": reading.lines.upperBound,
      "role": reading.role.rawValue,
      "words": reading.words, "number": reading.number,
      "times": reading.times.map { ["text": $0.text, "isUsed": $0.isUsed] as JSONRecord },
      "tasks": reading.tasks.map { task -> JSONRecord in
        [
          "title": task.title, "rule": task.rule.rawValue, "departments": task.departments,
          "due": task.deadline.text,
        ]
      },
    ]
  }
}

extension Wording {
  fileprivate func parts(_ reading: LineReading) -> [Part] {
    let (first, last) = (reading.lines.lowerBound, reading.lines.upperBound)
    let place =
      first == last
      ? pick("第\(first)行", "line \(first)") : pick("第\(first)–\(last)行", "lines \(first)–\(last)")
    let number = reading.number.map { "  \($0)" } ?? ""
    var lines = ["\(place)  \(role(reading.role))\(number)"]
    if !reading.words.isEmpty { lines.append("  " + reading.words) }
    for time in reading.times {
      let use = time.isUsed ? pick("用作时限", "used as a deadline") : pick("没有用上", "not used")
      lines.append(pick("  时间  \(quoted(time.text))：\(use)", "  time  \(quoted(time.text)): \(use)"))
    }
    for task in reading.tasks {
      let facts = [joined(task.departments), task.deadline.text].filter { !$0.isEmpty }.joined(
        separator: "  ")
      lines.append(pick("  任务  \(task.title)  \(facts)", "  task  \(task.title)  \(facts)"))
      lines.append(pick("    依据  \(rule(task.rule))", "    because of  \(rule(task.rule))"))
    }
    if reading.tasks.isEmpty { lines.append(pick("  未成为任务。", "  No task came of it.")) }
    return lines.map { .line($0) }
  }

  private func role(_ role: LineReading.Role) -> String {
    switch role {
    case .title: pick("标题", "title")
    case .documentNumber: pick("文号", "document number")
    case .issued: pick("成文日期", "date of issue")
    case .issuer: pick("落款", "who signs")
    case .pageLabel: pick("网页或版头的说明", "what the page says of itself")
    case .furniture: pick("版头、主送、抄送或附件", "addressees, copies or annexes")
    case .heading: pick("小标题", "heading")
    case .phase: pick("阶段", "phase")
    case .item: pick("条目", "item")
    case .record: pick("一条记录", "record")
    case .row: pick("表格的一行", "row of a table")
    case .paragraph: pick("段落", "paragraph")
    case .blank: pick("空行", "blank line")
    case .pageNumber: pick("页码", "page number")
    case .other: pick("未采用（表头或其他）", "passed over (the head of a table, or else)")
    }
  }

  private func rule(_ rule: ImportRule) -> String {
    switch rule {
    case .tableRow: pick("表格的一行，有单位或时限", "a row of a table with a unit or a time")
    case .labelledPair: pick("写明了责任单位或时限", "its unit or time stands behind a label")
    case .namedActor: pick("写明由谁负责", "it says who does it")
    case .addressee: pick("要报送某单位", "it is handed in to somebody")
    case .timedItem: pick("条目里有时限", "the item has a time")
    case .timedSentence: pick("句子里有时限或报送对象", "the sentence has a time or an addressee")
    case .heading: pick("所在小标题是单位或月份", "the heading above it is a unit or a month")
    }
  }
}
