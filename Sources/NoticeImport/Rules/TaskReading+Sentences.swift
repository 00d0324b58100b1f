import Campaigns

/// Paragraphs of several matters: each sentence with a time or an addressee is a task.
extension TaskReading {
  mutating func readSection(_ item: OutlineItem, _ index: Int, _ section: Section) {
    let sentences = item.prose.sentences
    guard sentences.first.map({ !RunningTime.isOfMeeting($0.words) }) ?? false else { return }
    let isHeaded = sentences.count > 1 && !isOwnMatter(sentences[0])
    readSentences(
      isHeaded ? Array(sentences.dropFirst()) : sentences, section, timesOnly: section != .work,
      heading: isHeaded ? item : nil, below: index)
  }

  /// Whether a first sentence is no heading, since it says who does something by when.
  private func isOwnMatter(_ sentence: Sentence) -> Bool {
    guard let reading = RunningTime(frame: frame).reading(in: sentence) else { return false }
    return sentence.words.count > 24 || !subject(of: sentence.words, reading.deadline.text).isEmpty
      || sentence.actors.isCharge
  }

  /// Paragraphs without a number: each sentence with a time or an addressee is a task.
  mutating func readLoose(_ item: OutlineItem, _ section: Section, skipping skipped: Int) {
    guard section != .aims, section != .nothing else { return }
    let isIntroduction = item.parent == nil && !isCover
    let isTaken = isTaken(item)
    for (place, loose) in item.loose.enumerated() where place >= skipped || loose.note != nil {
      guard loose.note != nil || !isTaken && !loose.isLabelled else { continue }
      let prose = loose.note ?? loose
      let first = tasks.count
      // A remark that charges nobody and has no day explains: 本台账每月更新.
      defer {
        if loose.note != nil {
          let kept = tasks[first...].filter { !$0.departments.isEmpty || $0.deadline.kind != .recurring }
          tasks.replaceSubrange(first..., with: kept)
        }
      }
      if isIntroduction, loose.note == nil, place < 3, !outline.items[0].children.isEmpty { continue }
      readSentences(
        prose.sentences, section, timesOnly: isCover || isIntroduction || section != .work, isLoose: true)
    }
  }

  mutating func readSentences(
    _ sentences: [Sentence], _ section: Section, timesOnly: Bool, heading: OutlineItem? = nil,
    below index: Int? = nil, units: [Passage] = [], isLoose: Bool = false
  ) {
    var hasEvent = false
    var made: [(task: DraftTask, place: Int, sentences: [Sentence])] = []
    let unpunished = sentences.enumerated().flatMap { place, sentence in
      (sentence.isPenalty ? RunningTime.unpunished(sentence) : [sentence]).map { (place, $0) }
    }
    for (place, sentence) in unpunished {
      guard !sentence.isShared, sentence.words.scalars.last?.isColon == false else { continue }
      for (segment, reading) in segments(of: sentence) {
        let words = segment.words
        let isHanded = segment.isHandedIn
        if let reading {
          if words.trimmed.text == reading.deadline.text || isCover && !isHanded && !asks(sentence.words) {
            continue
          }
          if section == .procedure, reading.deadline.end == nil, reading.deadline.kind != .date { continue }
          if reading.deadline.kind == .event, reading.deadline.end == nil, reading.deadline.start == nil {
            if hasEvent, !isHanded { continue }
            hasEvent = true
          }
        } else {
          let isOpenLoose = isLoose && place == 0 && isHanded
          guard !isCover, section != .procedure,
            isOpenLoose || !timesOnly && (isHanded || segment.actors.isCharge)
          else { continue }
        }
        var task = DraftTask(
          title: title(of: words), text: sentence.words.text, line: words.line,
          rule: reading == nil ? .addressee : .timedSentence)
        if let reading {
          task.deadline = reading.deadline
          note(reading, words)
        }
        setActors(segment.actors.isEmpty ? nil : segment.actors, sentence: words, first: nil, &task)
        if task.departments.isEmpty { task.leads = units.map(\.text) }
        if let index, !task.departments.isEmpty { setInheritedTime(index, &task) }
        if let index { task.number = outline.number(of: index) }
        made.append((task, place, [sentence]))
      }
    }
    if let heading, section == .work, made.count == 1, made[0].place == 0,
      isHeadingLike(heading.prose.heading)
    {
      made[0].task.title = title(of: heading.prose.heading)
      made[0].task.text = heading.words.text
      made[0].task.line = heading.line
      made[0].sentences = heading.prose.sentences
    }
    for (task, _, sentences) in made { add(task, nil, sentences) }
  }

  /// 县财政局：拨付经费，6月底前到位；…: each part of what stands behind a unit, or below it, is a task of it.
  mutating func readCharged(_ index: Int) {
    let item = outline.items[index]
    let running = RunningTime(frame: frame)
    for prose in [item.prose] + item.loose where !prose.isLabelled {
      for part in prose.words.ranges(where: \.isPartEnd) {
        let sentence = Sentence(prose.words.slice(part))
        guard sentence.words.scalars.count(where: \.isHan) >= 3 else { continue }
        var task = DraftTask(
          title: title(of: sentence.words), text: sentence.words.text, line: sentence.words.line,
          rule: .heading)
        let parts = NamedActor.parts(in: sentence.words, besides: item.units)
        task.set(item.units + parts.leads, parts.supporting)
        if let reading = running.reading(in: sentence) {
          task.deadline = reading.deadline
          note(reading, sentence.words)
        } else {
          setInheritedTime(index, &task)
        }
        task.number = outline.number(of: index)
        add(task, nil, [sentence])
      }
    }
  }

  /// Whether an item is a task by itself: what follows it without a number goes on with it.
  func isTaken(_ item: OutlineItem) -> Bool {
    isDeep(item) && tasks.last.map { $0.line == item.line && $0.rule != .tableRow } ?? false
  }

  func asks(_ words: Passage) -> Bool {
    words.containsAny(["请", "务必", "各"]) && words.containsAny(["提交", "报", "完成", "上传", "参加", "反馈", "交"])
  }

  /// A sentence in parts that have a time each: 12月14日前将…报送；于12月17日前将….
  func segments(of sentence: Sentence) -> [(Sentence, TimeReading?)] {
    let running = RunningTime(frame: frame)
    guard let whole = running.reading(in: sentence) else { return [(sentence, nil)] }
    let words = sentence.words
    let parts = words.ranges(where: \.isPartEnd)
    guard whole.deadline.others?.isEmpty == false || parts.count > 1 else { return [(sentence, whole)] }
    var segments: [Range<Int>] = []
    for part in parts {
      var isTimed = false
      var start: Int?
      for clause in words.joinedClauses(in: part) {
        let stretch = sentence.stretch(clause)
        let reading = running.reading(in: stretch)
        let begins =
          reading.map {
            self.begins(stretch.words, with: $0) || isTimed && NamedActor.longestNames(stretch.words) != nil
          } ?? false
        if begins, let open = start,
          isTimed || isLeadIn(sentence.stretch(open..<clause.lowerBound))
        {
          segments.append(open..<clause.lowerBound)
          start = nil
        }
        start = start ?? clause.lowerBound
        if reading != nil { isTimed = true }
      }
      if let start { segments.append(start..<part.upperBound) }
    }
    let read = segments.map(sentence.stretch).map { ($0, running.reading(in: $0)) }.filter {
      $0.1 != nil || parts.count > 1 && $0.0.actors.isCharge
    }
    return read.count > 1 ? read : [(sentence, whole)]
  }

  /// Whether words before a time only lead to what is done, and say nobody who does it.
  private func isLeadIn(_ stretch: Sentence) -> Bool {
    stretch.words.trimmed.count > 8 && !stretch.actors.isCharge && Subject.names(in: stretch.words).isEmpty
  }

  private func begins(_ clause: Passage, with reading: TimeReading) -> Bool {
    var words = clause.withoutLead
    for lead: StaticWords in ["于", "在", "到", "自", "从"] where words.hasPrefix(lead) { words = words.from(1) }
    while let first = words.scalars.first, first.isQuote { words = words.from(1) }
    var text = Passage(reading.deadline.text.unicodeScalars, line: 0)
    while let first = text.scalars.first, first.isQuote { text = text.from(1) }
    return words.hasPrefix(StaticWords(text.slice(0..<min(3, text.count)).text))
  }
}

extension Passage {
  /// The clauses of a stretch; a colon joins what it introduces to the words before it.
  fileprivate func joinedClauses(in stretch: Range<Int>) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for clause in ranges(in: stretch, where: \.isClauseEnd) {
      if let last = joined.last, scalars[last.upperBound - 1].isColon {
        joined[joined.count - 1] = last.lowerBound..<clause.upperBound
      } else {
        joined.append(clause)
      }
    }
    return joined
  }
}
