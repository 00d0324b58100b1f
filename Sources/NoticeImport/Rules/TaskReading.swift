import Campaigns

/// Goes through a plan's items and says which of them are tasks. An item with a unit, a time or an addressee of its own is
/// one; exhortation is none.
struct TaskReading {
  private(set) var outline: Outline
  let frame: TimeFrame
  let phases: PhaseReading
  let isCover: Bool
  private(set) var tasks: [DraftTask] = []
  private(set) var findings: [Finding] = []
  /// For each item that is a task, its place in `tasks`.
  private var places: [Int: Int] = [:]
  /// Items whose pair stands on an item around them.
  private var covered: Set<Int> = []

  init(_ outline: Outline, _ frame: TimeFrame, isCover: Bool) {
    self.outline = outline
    self.frame = frame
    self.isCover = isCover
    phases = PhaseReading(outline: outline, frame: frame)
    moveSharedPairs()
    for index in self.outline.items.indices { read(index) }
  }

  // MARK: Items

  private mutating func read(_ index: Int) {
    let item = outline.items[index]
    tasks += TableTasks(frame: frame).tasks(item.rows, findings: &findings)
    guard !covered.contains(index) else { return }
    let section = Section(headings: outline.path(to: index).dropFirst().map { outline.items[$0].heading })
    guard section != .points || index == 0 else { return }
    let content = content(of: item)
    let signs = ItemSigns([item.words] + pairParagraphs(of: item))
    if index > 0, signs.hasPair || !signs.timeWords.isEmpty && section != .aims {
      readPair(index, signs, content)
      readLoose(item, section, skipping: content.count)
      return
    }
    let inherited = inheritedSigns(of: index)
    if index > 0, !inherited.isEmpty, item.children.isEmpty, item.words.count >= 4 {
      readBelowHeading(index, inherited, content)
      return
    }
    guard section != .aims else { return }
    if phases.isPhase(index) {
      readSentences(bodyOfPhase(item), section, timesOnly: true)
    } else if index > 0, isDeep(item), section == .work {
      readDeep(index, content)
    } else if index > 0 {
      readSection(item, section)
    }
    readLoose(item, section, skipping: index > 0 && isDeep(item) && item.isBareHeading ? content.count : 0)
  }

  /// The sentences behind a phase's heading; days in brackets right behind it are the phase's own.
  private func bodyOfPhase(_ item: Item) -> [Passage] {
    item.words.sentences.dropFirst().enumerated().compactMap { place, sentence in
      guard place == 0, sentence.scalars.first?.isOpening == true,
        let closing = sentence.scalars.firstIndex(where: \.isClosing)
      else { return sentence }
      let rest = sentence.from(closing + 1)
      return rest.trimmed.isEmpty ? nil : rest
    }
  }

  /// Items below （一） are one task each; those above hold several matters.
  private func isDeep(_ item: Item) -> Bool {
    guard let marker = item.marker else { return false }
    return marker.kind > .chineseInBrackets
  }

  /// The words that say what an item is: its own paragraph, or those behind a bare heading.
  private func content(of item: Item) -> [Passage] {
    item.isBareHeading ? item.loose.filter { !LabelReading.begins($0) } : []
  }

  /// Paragraphs that are nothing but labels: 责任人：…，完成日期：….
  private func pairParagraphs(of item: Item) -> [Passage] {
    item.loose.filter { LabelReading.begins($0) } + (item.isBareHeading ? content(of: item) : [])
  }

  // MARK: Pairs

  /// A pair on a line of its own behind several items that have none belongs to the section around them.
  private mutating func moveSharedPairs() {
    for index in outline.items.indices {
      guard let parent = outline.items[index].parent, parent > 0 else { continue }
      let siblings = outline.items[parent].children
      guard let place = siblings.firstIndex(of: index), place > 0, place == siblings.count - 1 else {
        continue
      }
      guard let pair = outline.items[index].loose.firstIndex(where: { isPair($0) }) else { continue }
      let hasOwn = siblings.contains { sibling in
        let item = outline.items[sibling]
        return ItemSigns([item.words]).hasPair || sibling != index && item.loose.contains { isPair($0) }
      }
      guard !hasOwn else { continue }
      outline.moveLooseParagraph(pair, of: index, to: parent)
      covered.formUnion(outline.below(parent))
    }
  }

  private func isPair(_ words: Passage) -> Bool { LabelReading.begins(words) && ItemSigns([words]).hasPair }

  private mutating func readPair(_ index: Int, _ signs: ItemSigns, _ content: [Passage]) {
    let item = outline.items[index]
    var task = draft(item, content, .labelledPair)
    if let title = signs.title, item.isBareHeading || title.count > 4 { task.title = self.title(of: title) }
    set(signs, &task)
    let text =
      [item.words] + content + (covered.isDisjoint(with: outline.below(index)) ? [] : coveredWords(index))
    setTime(signs, text, &task, words: item.words)
    add(task, index)
  }

  private func coveredWords(_ index: Int) -> [Passage] {
    outline.below(index).map { outline.items[$0].words }
  }

  private func set(_ signs: ItemSigns, _ task: inout DraftTask) {
    task.leads = signs.leads.map(\.text)
    task.supporting = signs.supporting.map(\.text)
    task.leaders = signs.leaders.map(\.text)
    task.persons = signs.persons.map(\.text)
  }

  /// The time of its label; a quota in its words goes with it. Without a label the time in its words.
  private mutating func setTime(
    _ signs: ItemSigns, _ text: [Passage], _ task: inout DraftTask, words: Passage
  ) {
    for label in signs.timeWords {
      let reading = frame.read(RunningTime.masked(label).text, .sentence)
      if reading.deadline.kind == .none {
        if label.scalars.contains(where: \.isFigure) {
          findings.append(Finding(.unreadableTime, line: label.line, words: label.text))
        }
        continue
      }
      task.deadline = reading.deadline
      note(reading, label)
      break
    }
    let running = RunningTime(frame: frame)
    for sentence in text.flatMap(\.sentences) where task.deadline.quota == nil || task.deadline.kind == .none
    {
      guard let reading = running.reading(in: sentence) else { continue }
      if task.deadline.kind == .none {
        task.deadline = reading.deadline
        note(reading, sentence)
      } else if let quota = reading.deadline.quota, task.deadline.quota == nil {
        task.deadline.quota = quota
      }
    }
  }

  // MARK: Headings that are units or months

  /// What the headings around an item say for all below them: a unit, or a time.
  private func inheritedSigns(of index: Int) -> (units: [Passage], time: Passage?, isEmpty: Bool) {
    var units: [Passage] = []
    var time: Passage?
    for around in outline.path(to: index).dropLast() where around > 0 {
      let item = outline.items[around]
      guard item.isBareHeading else { continue }
      let heading = item.words.trimmed
      if heading.count <= 16, Actor.isUnit(heading) { units = UnitList.names(in: heading) }
      if heading.count <= 12, frame.isWholly(heading) { time = heading }
    }
    return (units, time, units.isEmpty && time == nil)
  }

  private mutating func readBelowHeading(
    _ index: Int, _ inherited: (units: [Passage], time: Passage?, isEmpty: Bool), _ content: [Passage]
  ) {
    let item = outline.items[index]
    var task = draft(item, content, .heading)
    let parts = NamedActor.parts(in: item.words)
    task.leads = (inherited.units + parts.leads).prefix(1).map(\.text)
    task.supporting = (inherited.units + parts.leads).dropFirst().map(\.text) + parts.supporting.map(\.text)
    let running = RunningTime(frame: frame)
    if let own = ([item.words] + content).flatMap(\.sentences).lazy.compactMap({ running.reading(in: $0) })
      .first
    {
      task.deadline = own.deadline
      note(own, item.words)
    } else if let time = inherited.time {
      task.deadline = frame.read(time.text, .expression).deadline
    }
    add(task, index)
  }

  // MARK: Times, actors and addressees in running text

  private mutating func readDeep(_ index: Int, _ content: [Passage]) {
    let item = outline.items[index]
    let sentences = ([item.words] + content).flatMap(\.sentences)
    let running = RunningTime(frame: frame)
    let times = sentences.map { RunningTime.isPenalty($0) ? nil : running.reading(in: $0) }
    let best =
      times.firstIndex { $0.map { $0.deadline.kind != .event && $0.deadline.kind != .recurring } ?? false }
      ?? times.firstIndex { $0 != nil }
    let actors = sentences.map { RunningTime.isPenalty($0) ? NamedActor.Parts() : NamedActor.parts(in: $0) }
    let named = actors.firstIndex { !$0.isEmpty }
    let handed = sentences.firstIndex { !RunningTime.isPenalty($0) && Addressee.stands(in: $0) }
    guard let sign = best ?? named ?? handed else { return readColonSubject(index, content) }
    if best != nil, sentences[sign].trimmed.text == times[sign]?.deadline.text { return }
    var task = draft(item, content, best != nil ? .timedItem : named != nil ? .namedActor : .addressee)
    if let reading = best.flatMap({ times[$0] }) {
      task.deadline = reading.deadline
      note(reading, sentences[sign])
    }
    if sign > 0, !isHeadingLike(item.heading) { task.title = title(of: sentences[sign]) }
    let first = sign > 0 ? sentences.dropFirst().first : nil
    setActors(named.map { actors[$0] }, sentence: sentences[sign], first: first, &task)
    add(task, index)
  }

  private mutating func setActors(
    _ named: NamedActor.Parts?, sentence: Passage, first: Passage?, _ task: inout DraftTask
  ) {
    var leads = subject(of: sentence, task.deadline.text)
    if leads.isEmpty, named == nil, let first { leads = Subject.names(in: first) }
    for name in named?.leads ?? [] where !leads.contains(where: { $0.text == name.text }) {
      leads.append(name)
    }
    task.leads = leads.prefix(1).map(\.text)
    task.supporting = leads.dropFirst().map(\.text) + (named?.supporting.map(\.text) ?? [])
  }

  /// Who a sentence's timed clause begins with, else the sentence.
  private func subject(of sentence: Passage, _ time: String) -> [Passage] {
    let own = Subject.names(in: Subject.behindTime(sentence, time))
    if !own.isEmpty { return own }
    if !time.isEmpty, let clause = sentence.clauses.first(where: { $0.contains(StaticWords(time)) }) {
      return Subject.names(in: clause)
    }
    return []
  }

  /// ①先锋行动：市委组织部…组织…: who does it stands behind the colon.
  private mutating func readColonSubject(_ index: Int, _ content: [Passage]) {
    let item = outline.items[index]
    guard let colon = item.words.scalars.firstIndex(where: { $0.isColon }), colon <= 20
    else { return }
    let behind = item.words.from(colon + 1)
    let names = behind.sentences.flatMap { Subject.names(in: $0) }
    guard !names.isEmpty, names.allSatisfy({ Actor.isUnit($0) }) else { return }
    var task = draft(item, content, .namedActor)
    task.title = item.words.slice(0..<colon).trimmed.text
    task.leads = names.prefix(1).map(\.text)
    task.supporting = names.dropFirst().map(\.text)
    add(task, index)
  }

  private mutating func readSection(_ item: Item, _ section: Section) {
    let sentences = item.words.sentences
    let body = sentences.count > 1 ? Array(sentences.dropFirst()) : sentences
    readSentences(body, section, timesOnly: section != .work, heading: sentences.count > 1 ? item : nil)
  }

  /// Paragraphs without a number: each sentence with a time or an addressee is a task.
  private mutating func readLoose(_ item: Item, _ section: Section, skipping skipped: Int) {
    guard section != .aims, section != .points, !isTaken(item) else { return }
    let isIntroduction = item.parent == nil && !isCover
    for (place, words) in item.loose.enumerated() where place >= skipped && !LabelReading.begins(words) {
      let sentences = words.sentences
      if isIntroduction, place < 3, !outline.items[0].children.isEmpty { continue }
      readSentences(
        sentences, section, timesOnly: isCover || isIntroduction || section != .work, looseFrom: 0)
    }
  }

  private mutating func readSentences(
    _ sentences: [Passage], _ section: Section, timesOnly: Bool, heading: Item? = nil, looseFrom: Int? = nil
  ) {
    var hasEvent = false
    var made: [(DraftTask, Int)] = []
    for (place, sentence) in sentences.enumerated() {
      guard !RunningTime.isPenalty(sentence),
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
          guard !isCover, section != .procedure, isOpenLoose || !timesOnly && (isHanded || !actors.isEmpty)
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
        made.append((task, place))
      }
    }
    if let heading, made.count == 1, made[0].1 == 0, isHeadingLike(heading.heading) {
      made[0].0.title = title(of: heading.heading)
      made[0].0.text = heading.words.text
      made[0].0.line = heading.line
    }
    for (task, _) in made { add(task, nil) }
  }

  /// Whether an item is a task by itself: what follows it without a number goes on with it.
  private func isTaken(_ item: Item) -> Bool {
    isDeep(item) && tasks.last.map { $0.line == item.line && $0.rule != .tableRow } ?? false
  }

  private func asks(_ words: Passage) -> Bool {
    words.containsAny(["请", "务必", "各"]) && words.containsAny(["提交", "报", "完成", "上传", "参加", "反馈", "交"])
  }

  /// A sentence in parts that have a time each: 12月14日前将…报送；于12月17日前将….
  private func segments(of sentence: Passage) -> [(Passage, TimeReading?)] {
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

  private func beginsWithTime(_ clause: Passage, _ running: RunningTime) -> Bool {
    guard let reading = running.reading(in: clause) else { return false }
    var words = clause.withoutLead
    for lead: StaticWords in ["于", "在", "到", "自", "从"] where words.hasPrefix(lead) { words = words.from(1) }
    while let first = words.scalars.first, first.isQuote { words = words.from(1) }
    var text = Passage(reading.deadline.text.unicodeScalars, line: 0)
    while let first = text.scalars.first, first.isQuote { text = text.from(1) }
    return words.hasPrefix(StaticWords(text.slice(0..<min(3, text.count)).text))
  }

  // MARK: Making tasks

  private func draft(_ item: Item, _ content: [Passage], _ rule: ImportRule) -> DraftTask {
    let text = ([item.words] + content).map(\.text).joined(separator: "\n")
    return DraftTask(title: title(of: item.heading), text: text, line: item.line, rule: rule)
  }

  /// Its beginning, without marks, at most forty characters.
  private func title(of words: Passage) -> String {
    var words = words.withoutLead
    if let end = words.scalars.firstIndex(where: { $0.isSentenceEnd || $0.isSemicolon }) {
      words = words.slice(0..<end)
    }
    return words.shortened(to: 40).trimmed.text
  }

  /// A short heading sentence rather than the first of several matters.
  private func isHeadingLike(_ words: Passage) -> Bool {
    guard words.count <= 45, let first = words.scalars.first else { return false }
    return !"本该此请各每凡".unicodeScalars.contains(first)
  }

  private mutating func add(_ task: DraftTask, _ index: Int?) {
    guard !task.title.isEmpty else { return }
    var task = task
    if let index {
      task.number = outline.number(of: index)
      task.parent = outline.path(to: index).dropLast().last { places[$0] != nil }.flatMap { places[$0] }
      places[index] = tasks.count
    }
    tasks.append(task)
    findings += TimeFindings.impossibleDays(of: task, frame)
  }

  private mutating func note(_ reading: TimeReading, _ words: Passage) {
    findings += TimeFindings.findings(reading, line: words.line)
  }
}

extension TimeFrame {
  /// Whether words are a month, a quarter or a span of days and nothing else: a heading above items.
  func isWholly(_ words: Passage) -> Bool {
    guard words.count >= 2, words.scalars.contains(where: { "月季旬Qq".unicodeScalars.contains($0) }) else {
      return false
    }
    let reading = read(words.text, .expression)
    switch reading.deadline.kind {
    case .month, .quarter, .xun:
      return read(words.text, .sentence).deadline.text.count >= words.text.count - 1
    default: return false
    }
  }
}
