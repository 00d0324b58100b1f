import Campaigns
import ReferenceData
import Testing

/// Settings of the store, and what follows from them.
struct SettingsTests {
  private func refusal(_ act: SettingsAct, _ settings: StoreSettings = StoreSettings()) -> Refusal? {
    do throws(Refusal) {
      _ = try settings.applying(act)
      return nil
    } catch {
      return error
    }
  }

  /// The usual profile but for what is said.
  private func usual(_ change: (inout LightProfile) -> Void) -> LightProfile {
    var profile = LightProfile.usual
    change(&profile)
    return profile
  }

  @Test func actsAndRefusals() throws {
    var settings = StoreSettings()
    let (may, june) = (try day("2026-05-12"), try day("2026-06-06"))
    settings = try settings.applying(.ownDays([may, june], .off))
    settings = try settings.applying(.ownDays([june], .working))
    #expect(settings.ownDays == .init(off: [may], working: [june]))
    settings = try settings.applying(.ownDays([may, june], .usual))
    #expect(settings.ownDays == nil)
    settings = try settings.applying(.lights(usual { $0.dueSoonWorkingDays = 5 }))
    settings = try settings.applying(.event(name: " 党的十八大召开 ", EventDays(may)))
    #expect(settings.events == [NamedEvent(name: "党的十八大召开", day: may)])
    settings = try settings.applying(.event(name: "党的十八大召开", EventDays(june)))
    #expect(settings.events.map(\.day) == [june])
    settings = try settings.applying(.event(name: "党的十八大召开", nil))
    settings = try settings.applying(.lights(nil))
    #expect(settings == StoreSettings())
    for profile in [
      usual { $0.dueSoonWorkingDays = -1 }, usual { $0.dueSoonWorkingDays = 61 },
      usual { $0.behindYellow = 0 }, usual { $0.behindYellow = 40 }, usual { $0.behindRed = 101 },
    ] { #expect(refusal(.lights(profile)) == .badLights(profile)) }
    #expect(refusal(.event(name: " ", EventDays(may))) == .emptyText(.name))
    #expect(refusal(.event(name: "考试", nil)) == .nothingToDo(id: "考试"))
    #expect(refusal(.ownDays([may], .usual)) == .nothingToDo(id: "2026-05-12"))
    #expect(refusal(.lights(.usual)) == .nothingToDo(id: "lights"))
  }

  private func task(_ words: String, year: Int = 2012) -> Task {
    let reader = TimeReader(TimeContext(year: year, calendar: .weekendsOnly))
    return Task(id: "h12-1", title: "任务", deadline: reader.read(words).deadline)
  }

  private func verdict(
    _ task: Task, on today: String, store: [NamedEvent] = [], own: [NamedEvent] = []
  ) throws -> Verdict {
    var campaign = Campaign(code: "h12", title: "方案", year: 2012)
    campaign.tasks = [task]
    campaign.events = own
    let judge = Judge(
      today: try day(today), calendar: WorkCalendar(years: ReferenceData.allHolidays), events: store)
    return judge.verdict(on: task, in: campaign)
  }

  /// An event's day schedules what is bound to it, moves it, and takes it back.
  @Test func eventsScheduleTasks() throws {
    let before = task("党的十八大召开前")
    let name = try #require(before.deadline.event?.name)
    #expect(try verdict(before, on: "2012-10-01").condition == .unscheduled)
    func dated(_ iso: String) throws -> [NamedEvent] { [NamedEvent(name: name, day: try day(iso))] }
    let scheduled = try verdict(before, on: "2012-10-01", store: try dated("2012-11-08"))
    #expect(scheduled.condition == .normal && scheduled.end == Day(iso: "2012-11-07"))
    #expect(scheduled.notes.contains(.scheduled(event: name, EventDays(try day("2012-11-08")))))
    let moved = try verdict(before, on: "2012-10-01", store: try dated("2012-09-20"))
    #expect(moved.condition == .overdue && moved.days == -12)
    // A campaign's own day counts for it.
    let own = try verdict(
      before, on: "2012-10-01", store: try dated("2012-09-20"), own: try dated("2012-11-08"))
    #expect(own.end == Day(iso: "2012-11-07"))

    // Counted in working days from the event, over the holidays of that year: 09-29 is a working Saturday.
    let after = task("考试结束后5个工作日内")
    let exam = try #require(after.deadline.event?.name)
    for (held, due) in [("2012-06-11", "2012-06-18"), ("2012-09-27", "2012-10-10")] {
      let verdict = try verdict(
        after, on: "2012-06-01", store: [NamedEvent(name: exam, day: try day(held))])
      #expect(verdict.end == Day(iso: due), "\(held)")
    }
  }

  @Test func whichEventIsMeant() throws {
    var campaign = Campaign(code: "h12", title: "方案", year: 2012)
    campaign.tasks = [task("党的十八大召开前"), task("活动结束后"), task("考试结束后5个工作日内")]
    let ledger = Ledger(
      settings: StoreSettings(), units: UnitRegistry(), campaigns: [campaign])
    let names = ledger.awaitedEvents.map(\.name)
    #expect(names.count == 3 && ledger.awaitedEvents[0].tasks == ["h12-1"])
    #expect(ledger.event(meaning: names[0], on: nil) == [names[0]])
    #expect(ledger.event(meaning: "党的十八大", on: nil) == [names[0]])
    #expect(ledger.event(meaning: "结束", on: nil).count == 2 && ledger.event(meaning: "五一", on: nil).isEmpty)
  }

  /// A standing duty is never overdue; its review is due a period after the last word.
  @Test func standingDutiesAreLookedAtAgain() throws {
    var standing = Task(id: "h11-1", title: "长期", deadline: Deadline(text: "长期", kind: .standing))
    var campaign = Campaign(code: "h11", title: "方案", year: 2011)
    campaign.issued = try day("2011-03-01")
    func verdict(_ iso: String) throws -> Verdict {
      Judge(today: try day(iso), calendar: .weekendsOnly).verdict(on: standing, in: campaign)
    }
    #expect(try verdict("2011-06-01").isReviewDue == false)
    #expect(try verdict("2011-06-02").notes == [.reviewDue(on: try day("2011-06-01"), every: .quarter)])
    let context = try Fixture.context("2011-05-20")
    campaign.tasks = [standing]
    campaign = try campaign.change(for: .report(id: "h11-1", Report(text: "已检查")), context).applied(
      to: campaign)
    standing = campaign.tasks[0]
    #expect(try verdict("2011-08-20").notes == [.notReviewed(days: 92)])
    #expect(try verdict("2011-08-21").isReviewDue && verdict("2031-01-01").condition == .standing)
    standing.reviewEvery = .month
    #expect(try verdict("2011-06-21").notes.contains(.reviewDue(on: try day("2011-06-20"), every: .month)))
  }

  /// An organisation's own days count wherever working days do.
  @Test func ownDaysCount() throws {
    var ledger = Ledger(settings: StoreSettings(), units: UnitRegistry(), campaigns: [])
    var campaign = Campaign(code: "h26", title: "方案", year: 2026)
    let end = try day("2026-11-27")
    campaign.tasks = [
      Task(id: "h26-1", title: "任务", deadline: Deadline(text: "11月27日", kind: .date, start: end, end: end))
    ]
    ledger.campaigns = [campaign]
    func verdict() throws -> Verdict {
      ledger.judge(today: try day("2026-11-23"), years: ReferenceData.allHolidays).verdict(
        on: campaign.tasks[0], in: campaign)
    }
    #expect(try verdict().condition == .normal)
    ledger.settings = try ledger.settings.applying(.ownDays([try day("2026-11-25")], .off))
    #expect(try verdict().condition == .dueSoon)
    ledger.settings = try ledger.settings.applying(.ownDays([end], .off))
    #expect(try verdict().notes == [.restDay(lastWorkingDay: try day("2026-11-26"))])
    ledger.settings = try ledger.settings.applying(.lights(usual { $0.dueSoonWorkingDays = 1 }))
    #expect(try verdict().condition == .normal)
  }

  /// For a task that nobody touches, days make it worse and never better.
  @Test func conditionsAreMonotoneInTheDay() throws {
    let order: [Condition] = [.normal, .dueSoon, .overdue]
    let demonstration = try #require(Demonstration(today: try day("2026-11-20")))
    let calendar = WorkCalendar(years: ReferenceData.allHolidays)
    for campaign in demonstration.live {
      for task in campaign.tasks {
        var worst = 0
        var first: Condition?
        for offset in stride(from: -200, through: 200, by: 1) {
          let judge = Judge(
            today: try day("2026-11-20") + offset, calendar: calendar, events: demonstration.settings.events)
          let condition = judge.verdict(on: task, in: campaign).condition
          guard let place = order.firstIndex(of: condition) else {
            // Whatever else it is, it stays.
            #expect(first == nil || first == condition, "\(task.id)")
            first = condition
            continue
          }
          #expect(place >= worst, "\(task.id) on day \(offset)")
          worst = place
        }
      }
    }
  }

  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
}
