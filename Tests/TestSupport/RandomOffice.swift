import Campaigns

/// Stores as an office might have them, and odder ones: every kind of deadline, stage and record there is, from a seed.
package struct RandomOffice {
  private var dice: SeededNumbers
  private let today: Day
  /// Units, some of them merged, with a collective whose members come and go.
  package let units: UnitRegistry

  /// An office around a day.
  package init(seed: UInt64, today: Day) {
    dice = SeededNumbers(seed: seed)
    self.today = today
    let departments = ["党办", "工会", "团委", "人事科", "财务科"].enumerated().map {
      Unit(id: "ke\($0.offset)", name: $0.element, kind: .department)
    }
    var branches = (1...5).map { Unit(id: "zhibu\($0)", name: "第\($0)支部", kind: .branch) }
    branches[4].mergedInto = "zhibu1"
    let members = branches.enumerated().map { place, branch in
      Unit.Membership(
        unit: branch.id, from: place % 2 == 0 ? nil : today - 40 + place * 9,
        until: place == 2 ? today + 12 : nil)
    }
    units = UnitRegistry(
      units: departments + branches + [
        Unit(id: "gezhibu", name: "各支部", kind: .collective, members: members),
        Unit(
          id: "quanyuan", name: "全院", kind: .collective,
          members: [.init(unit: "gezhibu"), .init(unit: "ke1")]),
      ])
  }

  private mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &dice) < percent }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }
  private mutating func some<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }
  private mutating func day(_ span: ClosedRange<Int>) -> Day { today + number(span) }

  /// Settings with thresholds, own days and an event of its own.
  package mutating func settings() -> StoreSettings {
    var settings = StoreSettings(organisation: "某医院党委办公室")
    settings.lights = LightProfile(
      dueSoonWorkingDays: number(0...6), behindYellow: number(1...20), behindRed: number(20...50))
    settings.ownDays = StoreSettings.OwnDays(off: [day(-20...20)], working: [day(-20...20)])
    settings.events = [NamedEvent(name: "党代会召开", day: happens(50) ? day(-60...60) : nil)]
    return settings
  }

  /// A campaign of so many tasks.
  package mutating func campaign(_ code: String, tasks: Int) -> Campaign {
    var campaign = Campaign(
      code: code, title: "\(some(["作风建设", "Party 建设", "主题党日"]))方案\(code)",
      year: happens(70) ? today.year : nil)
    campaign.documentNumber = happens(50) ? "某医党〔2026〕\(number(1...9))号" : nil
    campaign.issuer = happens(50) ? "某医院党委" : nil
    campaign.issued = happens(70) ? day(-200...10) : nil
    campaign.revision = 1
    if happens(10) { (campaign.state, campaign.closed) = (.closed, day(-30...0)) }
    for place in 0..<number(0...3) {
      var phase = Phase(id: "p\(place + 1)", name: some(["动员部署", "组织实施", "总结提升"]))
      if happens(60) { phase.start = day(-200...20) }
      if happens(60) { phase.end = (phase.start ?? today) + number(0...150) }
      if phase.end == nil, happens(30) { phase.until = EventBinding(name: "党代会召开", side: .before) }
      campaign.phases.append(phase)
    }
    if happens(30) { campaign.events = [NamedEvent(name: "集中督查", day: day(-20...40))] }
    for number in 1...max(1, tasks) where tasks > 0 { campaign.tasks.append(task(code, number, campaign)) }
    campaign.nextTask = tasks + 1
    return campaign
  }

  private mutating func task(_ code: String, _ number: Int, _ campaign: Campaign) -> Task {
    let id = happens(96) ? "\(code)-\(number)" : "\(code)-0\(number)"
    var task = Task(
      id: id, title: "\(some(["召开", "汇总", "Check", "检查"]))\(some(["满意度", "台账", "“窗口”", "ＡＢ角"]))\(number)",
      deadline: deadline(),
      stage: happens(60) ? some([.registered, .assigned, .inProgress]) : some(Stage.allCases))
    task.number = happens(50) ? "二（\(number)）" : nil
    task.text = happens(50) ? "明确责任人，\(some(["抓好落实", "Ⅱ类事项", "éñ"]))。" : nil
    task.phase = happens(60) ? campaign.phases.randomElement(using: &dice)?.id : happens(5) ? "p9" : nil
    task.tags = happens(20) ? [some(["重点", "巡察"])] : []
    for role in [Role.lead, .lead, .supporting, .leader, .person] where happens(role == .lead ? 60 : 30) {
      if role == .leader || role == .person {
        task.units.append(Responsibility(unit: nil, name: some(["院长", "副院长", "党委书记"]), role: role))
      } else if happens(5) {
        task.units.append(Responsibility(unit: happens(50) ? nil : "mei", name: "旧单位", role: role))
      } else {
        let unit = some(units.units)
        task.units.append(Responsibility(unit: unit.id, name: unit.name, role: role))
      }
    }
    task.percent = happens(40) ? self.number(0...100) : nil
    task.assigned = happens(70) ? day(-150...0) : nil
    if task.stage.isCompleted {
      task.completion = Completion(on: day(-60...0), summary: "已办")
      task.deadline.thenStanding = happens(20) ? true : nil
    }
    if happens(15) {
      let asked = day(-30...0)
      var request = Extension(
        asked: asked, from: task.deadline.end, until: day(-5...60), reason: "顺延", id: 90)
      if happens(60) { request.decision = .init(isApproved: happens(70), on: asked, by: "党委书记", id: 91) }
      task.extensions = [request]
    }
    if happens(10) {
      task.targets = [Target(name: "满意率", atLeast: 90, readings: [.init(on: today, value: some([80, 95]))])]
    }
    if happens(20), let start = Day(2026, 3, 1), let end = Day(2026, 12, 31) {
      task.quotaDays = QuotaDays(start: start, end: end)
    }
    if happens(10) { task.reviewEvery = some(Period.allCases) }
    if happens(10), number > 1 { task.dependsOn = ["\(code)-\(self.number(1...number - 1))"] }
    if happens(5) { task.formerIDs = ["\(code)old-\(number)"] }
    if happens(15) {
      task.memberRule = some([.all, .whole, .atLeast(2)])
    }
    for branch in 1...4 where happens(12) {
      var member = MemberStatus(
        unit: "zhibu\(branch)", name: "第\(branch)支部", collective: "gezhibu",
        completed: happens(50) ? day(-30...0) : nil)
      if happens(20) { member.until = day(-10...20) }
      task.members.append(member)
    }
    for _ in 0..<self.number(0...3) where task.deadline.quota != nil {
      task.occurrences.append(
        Occurrence(
          on: day(-120...5), count: self.number(1...2), unit: happens(50) ? "zhibu\(self.number(1...4))" : nil
        ))
    }
    for entry in 1...4 where happens(35) { task.log.append(self.entry(entry, task)) }
    return task
  }

  private mutating func entry(_ number: Int, _ task: Task) -> LogEntry {
    let unit = task.units.first { $0.unit != nil }?.unit ?? "zhibu1"
    let kinds: [LogEntry.Kind] = [
      .progress(percent: 30), .note, .instruction(), .instruction(leader: "院长", answeredBy: 9),
      .chase(level: 1, number: 1),
      .chase(level: 2, number: 2), .assigned,
    ]
    let stamp = Stamp(at: Moment(seconds: day(-25...0).number * 86_400 + 3_600), by: "党办干事")
    var entry = LogEntry(id: number, stamp: stamp, kind: some(kinds), text: "已联系", unit: unit)
    if case .instruction = entry.kind { entry.unit = nil }
    if happens(10) { entry.struckBy = 99 }
    return entry
  }

  private mutating func deadline() -> Deadline {
    var deadline = Deadline()
    switch number(0...9) {
    case 0...3:
      deadline = Deadline(text: "按期", kind: .date, end: day(-40...60))
      // One that stands where several days have none.
      if happens(20) { deadline.end = today + some([0, 1, -1, 3, 4, 5]) }
    case 4...5:
      let start = day(-90...10)
      deadline = Deadline(text: "分段", kind: .range, start: start, end: start + number(0...150))
    case 6: deadline = Deadline(text: "长期坚持", kind: .standing)
    case 7:
      let name = some(["党代会召开", "集中督查", "未知会议"])
      deadline = Deadline(
        text: name, kind: .event, event: EventBinding(name: name, side: some(EventBinding.Side.allCases)))
    case 8: deadline = Deadline(text: "", kind: .none)
    default: deadline = Deadline(text: "定期", kind: .recurring)
    }
    if deadline.kind == .recurring || happens(5) {
      var quota = Quota(times: number(1...3), per: some(Period.allCases))
      if happens(30) {
        quota.points = [DuePoint(some([.day(15), .lastDay, .workingDay(5), .weekday(3, nth: 2)]))]
      }
      if happens(20) { quota.yearlyTotal = number(1...12) }
      if happens(15) { quota.interval = number(2...5) }
      deadline.quota = quota
    }
    return deadline
  }
}
