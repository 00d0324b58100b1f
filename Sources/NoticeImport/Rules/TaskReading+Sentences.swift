import Campaigns

/// Paragraphs of several matters: each sentence with a time or an addressee is a task.
extension TaskReading {
  mutating func readSection(_ item: OutlineItem, _ index: Int, _ section: Section) {
    let sentences = item.words.sentences
    guard sentences.first.map({ !RunningTime.isOfMeeting($0) }) ?? false else { return }
    let body = sentences.count > 1 ? Array(sentences.dropFirst()) : sentences
    readSentences(
      body, section, timesOnly: section != .work, heading: sentences.count > 1 ? item : nil, below: index)
  }

  /// Paragraphs without a number: each sentence with a time or an addressee is a task.
  mutating func readLoose(_ item: OutlineItem, _ section: Section, skipping skipped: Int) {
    guard section != .aims, section != .points, !isTaken(item) else { return }
    let isIntroduction = item.parent == nil && !isCover
    for (place, words) in item.loose.enumerated() where place >= skipped && !LabelReading.begins(words) {
      let sentences = words.sentences
      if isIntroduction, place < 3, !outline.items[0].children.isEmpty { continue }
      readSentences(
        sentences, section, timesOnly: isCover || isIntroduction || section != .work, looseFrom: 0)
    }
  }

  mutating func readSentences(
    _ sentences: [Passage], _ section: Section, timesOnly: Bool, heading: OutlineItem? = nil,
    below index: Int? = nil,
    looseFrom: Int? = nil
  ) {
    var hasEvent = false
    var made: [(DraftTask, Int)] = []
    for (place, sentence) in sentences.enumerated() {
      guard !RunningTime.isPenalty(sentence), !SharedDeadline.isShared(sentence),
        sentence.scalars.last.map({ !$0.isColon }) ?? false
      else {
        continue
      }
      for (segment, reading) in segments(of: sentence) {
        let isHanded = Addressee.stands(in: segment)
        if let reading {
          if segment.trimmed.text == reading.deadline.text || isCover && !isHanded && !asks(sentence) {
            continue
          }
          if section == .procedure, reading.deadline.end == nil, reading.deadline.kind != .date { continue }
          if reading.deadline.kind == .event, reading.deadline.end == nil, reading.deadline.start == nil {
            if hasEvent, !isHanded { continue }
            hasEvent = true
          }
        } else {
          let actors = NamedActor.parts(in: segment)
          let isOpenLoose = looseFrom != nil && place == 0 && isHanded
          guard !isCover, section != .procedure, isOpenLoose || !timesOnly && (isHanded || actors.isCharge)
          else { continue }
        }
        var task = DraftTask(
          title: title(of: segment), text: sentence.text, line: segment.line,
          rule: reading == nil ? .addressee : .timedSentence)
        if let reading {
          task.deadline = reading.deadline
          note(reading, segment)
        }
        let named = NamedActor.parts(in: segment)
        setActors(named.isEmpty ? nil : named, sentence: segment, first: nil, &task)
        if let index, !task.departments.isEmpty { setInheritedTime(index, &task) }
        if let index { task.number = outline.number(of: index) }
        made.append((task, place))
      }
    }
    if let heading, section == .work, made.count == 1, made[0].1 == 0, isHeadingLike(heading.heading) {
      made[0].0.title = title(of: heading.heading)
      made[0].0.text = heading.words.text
      made[0].0.line = heading.line
    }
    for (task, _) in made { add(task, nil) }
  }

  /// Whether an item is a task by itself: what follows it without a number goes on with it.
  func isTaken(_ item: OutlineItem) -> Bool {
    isDeep(item) && tasks.last.map { $0.line == item.line && $0.rule != .tableRow } ?? false
  }

  func asks(_ words: Passage) -> Bool {
    words.containsAny(["请", "务必", "各"]) && words.containsAny(["提交", "报", "完成", "上传", "参加", "反馈", "交"])
  }

  /// A sentence in parts that have a time each: 12月14日前将…报送；于12月17日前将….
  func segments(of sentence: Passage) -> [(Passage, TimeReading?)] {
    let running = RunningTime(frame: frame)
    guard let whole = running.reading(in: sentence) else { return [(sentence, nil)] }
    guard whole.deadline.others?.isEmpty == false || sentence.parts.count > 1 else {
      return [(sentence, whole)]
    }
    var parts: [Passage] = []
    var isTimed = false
    for part in sentence.parts {
      parts.append(Passage())
      isTimed = false
      for clause in part.clauses {
        let begins = beginsWithTime(clause, running)
        if begins, isTimed || !parts[parts.count - 1].isEmpty,
          parts[parts.count - 1].trimmed.count > 8 || isTimed
        {
          parts.append(Passage())
        }
        if begins || running.reading(in: clause) != nil { isTimed = true }
        parts[parts.count - 1].append(clause)
      }
    }
    let read = parts.map { ($0, running.reading(in: $0)) }.filter { $0.1 != nil }
    return read.count > 1 ? read : [(sentence, whole)]
  }

  func beginsWithTime(_ clause: Passage, _ running: RunningTime) -> Bool {
    guard let reading = running.reading(in: clause) else { return false }
    var words = clause.withoutLead
    for lead: StaticWords in ["于", "在", "到", "自", "从"] where words.hasPrefix(lead) { words = words.from(1) }
    while let first = words.scalars.first, first.isQuote { words = words.from(1) }
    var text = Passage(reading.deadline.text.unicodeScalars, line: 0)
    while let first = text.scalars.first, first.isQuote { text = text.from(1) }
    return words.hasPrefix(StaticWords(text.slice(0..<min(3, text.count)).text))
  }
}
