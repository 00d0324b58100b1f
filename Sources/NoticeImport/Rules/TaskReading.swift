import Campaigns

/// Goes through a plan's items and says which of them are tasks. An item with a unit, a time or an addressee of its own is
/// one; exhortation is none.
struct TaskReading {
  private(set) var outline: Outline
  let frame: TimeFrame
  let phases: PhaseReading
  let isCover: Bool
  var tasks: [DraftTask] = []
  var findings: [Finding] = []
  /// Which times count.
  private(set) var use = TimeUse()
  /// For each item that is a task, its place in `tasks`.
  private var places: [Int: Int] = [:]
  /// Headings whose units are charged with what stands below them, and that are no task themselves.
  private var charging: Set<Int> = []
  /// Items whose pair stands on an item around them.
  private var covered: Set<Int> = []
  private let shared: SharedDeadline
  /// For each item what it and the headings around it say for those below it.
  private var said: [InheritedSigns] = []
  /// Phases by the words of their cells, for rows of tables.
  private(set) var phaseCells: [(task: Int, cell: String)] = []

  init(_ outline: Outline, _ frame: TimeFrame, isCover: Bool, mayGoOn: () -> Bool) {
    (self.outline, self.frame, self.isCover) = (outline, frame, isCover)
    phases = PhaseReading(outline, frame)
    shared = SharedDeadline(outline)
    for item in outline.items {
      let around = item.parent.map { said[$0] } ?? InheritedSigns()
      let charged = item.units.isEmpty ? chargedUnits(said.count) : item.units
      if item.units.isEmpty, !charged.isEmpty { charging.insert(said.count) }
      said.append(
        item.children.isEmpty ? around : InheritedSigns(item, in: around, charged: charged, frame))
    }
    covered = outline.attached
    moveSharedPairs()
    noteHeadings()
    for index in self.outline.items.indices {
      guard mayGoOn() else {
        findings.append(Finding(.cutShort, line: self.outline.items[index].line, words: ""))
        return
      }
      read(index)
    }
  }

  // MARK: Items

  mutating func read(_ index: Int) {
    let item = outline.items[index]
    var table = TableTasks(frame: frame)
    for (task, phase) in table.tasks(item.rows, findings: &findings) {
      if let phase { phaseCells.append((tasks.count, phase.text)) }
      tasks.append(task)
    }
    guard !covered.contains(index) else { return }
    let section = item.section
    guard section != .nothing || index == 0 else { return }
    guard item.units.isEmpty else { return readCharged(index) }
    let content = content(of: item)
    let described = item.prose.labels + item.loose.flatMap(\.labels)
    guard !Hosts.are(described) else { return }
    let signs = item.prose.signs.with(pairParagraphs(of: item))
    guard !charging.contains(index) else { return readLoose(item, section, skipping: item.loose.count) }
    let hasOwnParts = item.children.contains { outline.items[$0].prose.signs.hasPair }
    if index > 0, !hasOwnParts || !item.isPlainHeading,
      signs.hasPair || section == .work && isDue(item)
        || !signs.timeWords.isEmpty && section != .aims
          && (isDeep(item) || signs.title != nil
            || !item.loose.isEmpty && item.prose.isBareHeading && described.count == item.loose.count)
    {
      readPair(index, signs, content)
      readLoose(item, section, skipping: content.count)
      return
    }
    // 活动时间：…, and headings of what stands below them.
    if index > 0, item.prose.isLabelled || item.prose.isBareHeading && !item.children.isEmpty {
      if section != .aims { readLoose(item, section, skipping: 0) }
      return
    }
    if index > 0, isDeep(item), section == .work, !content.isEmpty, item.prose.isBareHeading,
      let unit = headingUnit(item)
    {
      return readSentences(
        content.flatMap(\.sentences), section, timesOnly: true, units: [unit], isLoose: true)
    }
    if index > 0, !inherited(index).isEmpty, item.children.isEmpty, item.words.count >= 4 {
      readBelowHeading(index, content)
      return
    }
    guard section != .aims else { return }
    if phases.ofItems[index] != nil {
      readSentences(bodyOfPhase(item), section, timesOnly: true)
    } else if index > 0, isDeep(item), section == .work {
      readDeep(index, content)
    } else if index > 0 {
      readSection(item, index, section)
    }
    readLoose(
      item, section, skipping: index > 0 && isDeep(item) && item.prose.isBareHeading ? content.count : 0)
  }

  /// The sentences behind a phase's heading; days in brackets right behind it are the phase's own.
  func bodyOfPhase(_ item: OutlineItem) -> [Sentence] {
    item.prose.sentences.dropFirst().enumerated().compactMap { place, sentence in
      let scalars = sentence.words.scalars
      guard place == 0, scalars.first?.isOpening == true, let closing = scalars.firstIndex(where: \.isClosing)
      else { return sentence }
      let rest = sentence.stretch(closing + 1..<scalars.count)
      return rest.words.trimmed.isEmpty ? nil : rest
    }
  }

  /// 一、产业工程（牵头单位：发改局；配合单位：工信局）: who is charged with the items below a heading, where these have times of their own.
  func chargedUnits(_ index: Int) -> [Passage] {
    let item = outline.items[index]
    guard index > 0, !isDeep(item), !item.children.isEmpty, item.section == .work else { return [] }
    let signs = item.prose.signs.with(item.loose.filter(\.isLabelled))
    guard signs.hasPair, signs.timeWords.isEmpty, item.prose.sentences.count <= 1 else { return [] }
    let leaves = outline.below(index).filter { outline.items[$0].children.isEmpty }
    let running = RunningTime(frame: frame)
    let timed = leaves.count { leaf in
      outline.items[leaf].prose.sentences.contains { running.reading(in: $0) != nil }
    }
    return timed >= 2 && timed * 2 >= leaves.count ? signs.leads + signs.supporting : []
  }

  /// Items below （一） are one task each; those above hold several matters.
  func isDeep(_ item: OutlineItem) -> Bool {
    item.marker.map { $0.kind > .chineseInBrackets } ?? item.isRecord
  }

  /// 盘点库存（4月18日前）: a heading with the day when it is due.
  func isDue(_ item: OutlineItem) -> Bool {
    guard phases.ofItems.isEmpty, let (name, days) = DatedSiblings.days(behindNameOf: item.words),
      name + days.count + 2 >= item.words.trimmed.count
    else { return false }
    return ["前", "底", "止", "内"].contains { days.hasSuffix($0) }
  }

  /// The words that say what an item is: its own paragraph, or those behind a bare heading.
  func content(of item: OutlineItem) -> [Prose] {
    item.prose.isBareHeading ? item.loose.filter { !$0.isLabelled } : []
  }

  /// Paragraphs that are nothing but labels: 责任人：…，完成日期：….
  func pairParagraphs(of item: OutlineItem) -> [Prose] {
    item.loose.filter(\.isLabelled) + content(of: item)
  }

  // MARK: Pairs

  /// A pair on a line of its own behind several items that have none belongs to the section around them.
  mutating func moveSharedPairs() {
    for index in outline.items.indices {
      guard let parent = outline.items[index].parent, parent > 0 else { continue }
      let siblings = outline.items[parent].children
      guard let place = siblings.firstIndex(of: index), place > 0, place == siblings.count - 1 else {
        continue
      }
      guard let pair = outline.items[index].loose.firstIndex(where: { isPair($0) }) else { continue }
      let hasOwn = siblings.contains { sibling in
        let item = outline.items[sibling]
        return item.prose.signs.hasPair || sibling != index && item.loose.contains { isPair($0) }
      }
      guard !hasOwn else { continue }
      outline.moveLooseParagraph(pair, of: index, to: parent)
      covered.formUnion(outline.below(parent))
    }
  }

  func isPair(_ prose: Prose) -> Bool { prose.isLabelled && prose.signs.hasPair }

  mutating func readPair(_ index: Int, _ signs: ItemSigns, _ content: [Prose]) {
    let item = outline.items[index]
    var task = draft(item, content, .labelledPair)
    if let title = signs.title, item.prose.isBareHeading || title.count > 4 {
      task.title = self.title(of: title)
    }
    task.leads = signs.leads.map(\.text)
    task.supporting = signs.supporting.map(\.text)
    task.leaders = signs.leaders.map(\.text)
    task.persons = signs.persons.map(\.text)
    let below = outline.below(index)
    let text =
      [item.prose] + content + (covered.isDisjoint(with: below) ? [] : below.map { outline.items[$0].prose })
    if task.departments.isEmpty { task.set(inherited(index).units) }
    setTime(signs, text.flatMap(\.sentences), &task)
    setInheritedTime(index, &task)
    add(task, index, ([item.prose] + content).flatMap(\.sentences))
  }

  /// The time of its label; a quota in its words goes with it. Without a label the time in its words.
  mutating func setTime(_ signs: ItemSigns, _ sentences: [Sentence], _ task: inout DraftTask) {
    for label in signs.timeWords {
      let reading = frame.readField(label)
      if reading.deadline.kind == .none, label.count <= 12, label.hasSuffix("期内") || label.hasSuffix("期间") {
        // 集中整改期内: a period that the document names.
        let name = label.slice(0..<label.count - (label.hasSuffix("期内") ? 1 : 2)).text
        task.deadline = Deadline(
          text: label.text, kind: .event, event: EventBinding(name: name, side: .during))
        break
      }
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
    for sentence in sentences where task.deadline.quota == nil || task.deadline.kind == .none {
      guard let reading = running.reading(in: sentence) else { continue }
      if task.deadline.kind == .none {
        task.deadline = reading.deadline
        note(reading, sentence.words)
      } else if let quota = reading.deadline.quota, task.deadline.quota == nil {
        task.deadline.quota = quota
        use.note(reading, sentence.words)
      }
    }
  }

  /// 长期 in its words, the time of a heading, or one that all items of its section have.
  mutating func setInheritedTime(_ index: Int, _ task: inout DraftTask) {
    guard task.deadline.kind == .none else { return }
    let standing = RunningTime(frame: frame, allowsStanding: true)
    if let reading = outline.items[index].prose.sentences.lazy.compactMap({ standing.reading(in: $0) }).first,
      reading.deadline.kind == .standing
    {
      task.deadline = reading.deadline
    } else if let time = inherited(index).time {
      task.deadline = time
    } else if let sentence = shared.sentences[index] {
      task.deadline = frame.read(sentence.times).deadline
    }
  }

  // MARK: Headings that are units or months

  /// What the headings around an item say for it.
  func inherited(_ index: Int) -> InheritedSigns {
    outline.items[index].parent.map { said[$0] } ?? InheritedSigns()
  }

  /// 1.机电组：: the unit that what follows without numbers is for.
  func headingUnit(_ item: OutlineItem) -> Passage? {
    let name = item.words.trimmed
    guard item.words.scalars.last?.isColon == true || item.words.count <= 12, Actor.isUnit(name) else {
      return nil
    }
    return name
  }

  mutating func readBelowHeading(_ index: Int, _ content: [Prose]) {
    let item = outline.items[index]
    let units = inherited(index).units
    var task = draft(item, content, .heading)
    let own = item.isRecord ? Subject.names(in: item.words) : []
    let parts = NamedActor.parts(in: item.words, besides: units)
    if own.isEmpty { task.set(units + parts.leads, parts.supporting) } else { task.set(own) }
    let running = RunningTime(frame: frame)
    let sentences = ([item.prose] + content).flatMap(\.sentences)
    if let own = sentences.lazy.compactMap({ running.reading(in: $0) }).first {
      task.deadline = own.deadline
      note(own, item.words)
    } else {
      setInheritedTime(index, &task)
    }
    add(task, index, sentences)
  }

  // MARK: Times, actors and addressees in running text

  mutating func readDeep(_ index: Int, _ content: [Prose]) {
    let item = outline.items[index]
    let sentences = ([item.prose] + content).flatMap(\.sentences)
    let running = RunningTime(frame: frame)
    let times = sentences.map { running.reading(in: $0) }
    let best =
      times.firstIndex { $0.map { $0.deadline.kind != .event && $0.deadline.kind != .recurring } ?? false }
      ?? times.firstIndex { $0 != nil }
    let actors = sentences.map { $0.isPenalty ? NamedActor.Parts() : $0.actors }
    let named = actors.firstIndex { !$0.isEmpty }
    let handed = sentences.firstIndex { !$0.isPenalty && $0.isHandedIn }
    let charged = named.flatMap { actors[$0].isCharge ? $0 : nil }
    guard let sign = best ?? charged ?? handed else { return readColonSubject(index, content) }
    if best != nil, sentences[sign].words.trimmed.text == times[sign]?.deadline.text { return }
    var task = draft(item, content, best != nil ? .timedItem : named != nil ? .namedActor : .addressee)
    if let reading = best.flatMap({ times[$0] }) {
      task.deadline = reading.deadline
      note(reading, sentences[sign].words)
    }
    if sign > 0, !isHeadingLike(item.prose.heading) { task.title = title(of: sentences[sign].words) }
    let first = sign > 0 ? sentences.dropFirst().first?.words : nil
    setActors(named.map { actors[$0] }, sentence: sentences[sign].words, first: first, &task)
    if !task.departments.isEmpty { setInheritedTime(index, &task) }
    add(task, index, sentences)
  }

  mutating func setActors(
    _ named: NamedActor.Parts?, sentence: Passage, first: Passage?, _ task: inout DraftTask
  ) {
    var leads = subject(of: sentence, task.deadline.text)
    if leads.isEmpty, named == nil, let first { leads = Subject.names(in: first) }
    for name in named?.leads ?? [] where !leads.contains(where: { $0.text == name.text }) {
      leads.append(name)
    }
    task.set(leads, named?.supporting ?? [])
  }

  /// Who a sentence's timed clause begins with, else the sentence.
  func subject(of sentence: Passage, _ time: String) -> [Passage] {
    let own = Subject.names(in: Subject.behindTime(sentence, time))
    if !own.isEmpty { return own }
    if !time.isEmpty, let clause = sentence.clauses.first(where: { $0.contains(StaticWords(time)) }) {
      return Subject.names(in: clause)
    }
    return []
  }

  /// ①先锋行动：市委组织部…组织…: who does it stands behind the colon.
  mutating func readColonSubject(_ index: Int, _ content: [Prose]) {
    let item = outline.items[index]
    let names = Subject.namesBehindColon(item.words)
    guard !names.isEmpty, let colon = item.words.firstColon else { return }
    var task = draft(item, content, .namedActor)
    task.title = item.words.slice(0..<colon).trimmed.text
    task.set(names)
    add(task, index, ([item.prose] + content).flatMap(\.sentences))
  }

  // MARK: Making tasks

  func draft(_ item: OutlineItem, _ content: [Prose], _ rule: ImportRule) -> DraftTask {
    let text = ([item.prose] + content).map(\.words.text).joined(separator: "\n")
    return DraftTask(title: title(of: item.prose.heading), text: text, line: item.line, rule: rule)
  }

  /// Its beginning, without marks, at most forty characters.
  func title(of words: Passage) -> String {
    var words = words.withoutLead
    if let end = words.scalars.firstIndex(where: { $0.isSentenceEnd || $0.isSemicolon }) {
      words = words.slice(0..<end)
    }
    return words.withoutSigns.shortened(to: 40).trimmed.text
  }

  /// A short heading sentence rather than the first of several matters.
  func isHeadingLike(_ words: Passage) -> Bool {
    guard words.count <= 45, let first = words.scalars.first else { return false }
    return !"本该此请各每凡".unicodeScalars.contains(first)
  }

  mutating func add(_ task: DraftTask, _ index: Int?, _ sentences: [Sentence]) {
    guard !task.title.isEmpty else { return }
    var task = task
    if let index {
      task.number = outline.number(of: index)
      task.parent = outline.path(to: index).dropLast().last { places[$0] != nil }.flatMap { places[$0] }
      places[index] = tasks.count
    }
    tasks.append(task)
    findings += TimeFindings.impossibleDays(of: task, sentences, frame)
  }

  /// Times of phases, and those that head what stands below them.
  private mutating func noteHeadings() {
    for (index, item) in outline.items.enumerated() {
      let isHeading =
        phases.ofItems[index] != nil
        || item.children.contains { said[$0].time != nil || said[index].time != nil }
      guard isHeading || item.isPlainHeading || !item.children.isEmpty && item.prose.isBareHeading else {
        continue
      }
      let words = item.prose.words
      for sentence in item.prose.sentences.prefix(2) {
        if let reading = RunningTime(frame: frame).reading(in: sentence) { use.note(reading, words) }
      }
    }
  }

  mutating func note(_ reading: TimeReading, _ words: Passage) {
    use.note(reading, words)
    findings += TimeFindings.findings(reading, line: words.line)
  }
}

extension DraftTask {
  /// The first unit leads, the others and those named so support it.
  mutating func set(_ units: [Passage], _ supporting: [Passage] = []) {
    leads = units.prefix(1).map(\.text)
    self.supporting = (units.dropFirst() + supporting).map(\.text)
  }
}
