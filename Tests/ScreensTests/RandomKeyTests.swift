import CampaignStore
import Campaigns
import Foundation
import Screens
import TerminalFrames
import Testing
import Wording

/// Keys that nobody would type, at sizes that nobody has, while others change the store: whatever comes, every frame is
/// whole. `SCREEN_KEYS` says how many keys and `SCREEN_SEED` which; `make keys` types 100,000.
struct RandomKeyTests {
  /// A small generator of random numbers, so that a failure can be played again from its seed.
  struct Dice {
    var state: UInt64
    mutating func roll(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, bound)))
    }
    mutating func pick<T>(_ items: [T]) -> T? { items.isEmpty ? nil : items[roll(items.count)] }
  }

  /// Every key that does something, keys that do nothing, and text.
  private static let keys: [Key] = {
    let bound = KeyTable.all.flatMap(\.keys) + FormAction.allCases.flatMap(\.keys)
    let typed = ":xyz％９，党督1 ".map { Key.character($0) }
    return bound + typed + "abcdefghijklmnopqrstuvwxyz".map { Key.control($0) } + [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .function(1), .function(12), .character("\u{1B}"), .character("\u{202E}"),
      .character("e\u{301}"),
    ]
  }()

  private static let hostile = Result { try Office(HostileLedger.ledger) }

  private static let environment = ProcessInfo.processInfo.environment

  @Test(arguments: [UInt64(0), 1, 2, 3])
  func framesAreAlwaysWhole(part: UInt64) throws {
    let wanted = RandomKeyTests.environment["SCREEN_KEYS"].flatMap { Int($0) } ?? 2_000
    let seed = RandomKeyTests.environment["SCREEN_SEED"].flatMap { UInt64($0) } ?? 1
    var dice = Dice(state: seed * 4 + part)
    var typed = 0
    while typed < wanted / 4 {
      let before = dice.state
      let whole = try session(&dice, keys: min(400, wanted / 4 - typed))
      typed += whole.events
      guard whole.isWhole else {
        Issue.record("seed \(seed), part \(part), dice \(before): see above")
        return
      }
    }
  }

  /// What others do while somebody types.
  private static func others(_ dice: inout Dice, _ ledger: Ledger) -> Act {
    let id = dice.pick(ledger.campaigns.first?.tasks.map(\.id) ?? []) ?? "h26-1"
    switch dice.roll(6) {
    case 0: return .complete(id: id, CompletionReport())
    case 1: return .reopen(id: id, reason: "回头看")
    case 2: return .cancel(id: id, reason: "撤销")
    case 3: return .note(id: id, text: "备注\u{1B}[2J")
    case 4: return .addTask(TaskDraft(title: "新\u{9B}任务"))
    default: return .report(id: id, Report(text: "进展", percent: dice.roll(101)))
    }
  }

  /// A session of so many events. Answers how many there were before somebody left, and whether each frame was whole.
  private func session(_ dice: inout Dice, keys: Int) throws -> (events: Int, isWhole: Bool) {
    let width = DisplayWidth(ambiguousIsWide: dice.roll(4) == 0)
    let (language, isReadOnly) = (dice.pick(Language.allCases) ?? .zh, dice.roll(5) == 0)
    // Where there is no store, a reader is told so before the screen opens.
    let beginning =
      switch dice.roll(6) {
      case 0: try dice.roll(2) == 0 && !isReadOnly ? Office.none() : .empty()
      case 1, 2: try RandomKeyTests.hostile.get()
      default: try Office()
      }
    var (office, model) = try beginning.opened(language, width, isReadOnly: isReadOnly)
    model.resize(to: Size(columns: 80, rows: 24))
    for number in 1...keys {
      let event: Event =
        switch dice.roll(60) {
        case 0: .resized(Size(columns: 1 + dice.roll(200), rows: 1 + dice.roll(60)))
        case 1: .resized(Size(columns: 1 + dice.roll(25), rows: 1 + dice.roll(8)))
        case 2: .paste("贴\u{1B}[2J\n" + String(repeating: "长", count: dice.roll(300)))
        case 3, 4: .tick
        case 5: .resumed
        default: .key(dice.pick(RandomKeyTests.keys) ?? .enter)
        }
      if case .tick = event, dice.roll(2) == 0 {
        office.others.append(RandomKeyTests.others(&dice, model.snapshot.ledger))
      }
      var messages = [Message.event(event)][...]
      while let message = messages.popFirst() {
        for effect in model.update(message) {
          if case .end = effect { return (number, true) }
          messages += office.perform(effect)
        }
      }
      if let flaw = RandomKeyTests.flaw(of: model.frame) {
        Issue.record("\(flaw), after event \(number): \(event)")
        return (number, false)
      }
    }
    return (keys, true)
  }

  /// What changes the store.
  private static func isChange(_ effect: Effect) -> Bool {
    switch effect {
    case .act, .acts, .addCampaign, .accept, .updatePlan, .transfer, .setEvent, .units, .removeCampaign,
      .removeUnit, .settings, .setUser, .reverse, .makeStore, .importFile:
      true
    case .source, .offer, .open, .read, .write, .reload, .look, .suspend, .repaint, .end: false
    }
  }

  /// Types keys in one go, so that nothing is seen between them. Answers what changed the store.
  private func changes(_ keys: [Key], _ office: inout Office, _ model: inout Model) -> [Effect] {
    model.isHurried = true
    var changes: [Effect] = []
    for key in keys {
      var messages = [Message.event(.key(key))][...]
      while let message = messages.popFirst() {
        for effect in model.update(message) where !changes.contains(effect) {
          if RandomKeyTests.isChange(effect) {
            changes.append(effect)
          } else {
            messages += office.perform(effect)
          }
        }
      }
    }
    return changes
  }

  /// Words typed blindly, the input method off, change nothing on any view: what a key asks for waits for Enter.
  @Test func letterWithoutEnterWriteNothing() throws {
    let views = ["", "2", "2 Enter", "3", "4", "4 Enter", "4 j j j Enter Enter", "5", "5 Enter", "6", "?"]
    let words = ["dang", "cuiban", "wancheng", "yuqi", "uu", "uuy", "UU", "ryy", "Dyjl"]
    for (view, office) in try views.map({ ($0, try Office()) }) + [("2 G Enter", ReviewTests.office())] {
      for word in words {
        var played = try play("m 'x' Enter " + view, office)
        let found = changes(word.map { .character($0) }, &played.office, &played.model)
        #expect(found.isEmpty, "\(word) on \(view)")
      }
    }
    var dice = Dice(state: 7)
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ /:?*123456789０，").map {
      Key.character($0)
    }
    for _ in 0..<40 {
      let office = try dice.roll(3) == 0 ? ReviewTests.office() : dice.roll(5) == 0 ? Office.none() : Office()
      var (typed, model) = try office.opened(.zh, DisplayWidth(), isReadOnly: false)
      for _ in 0..<12 {
        let burst = (0..<20).compactMap { _ in dice.pick(letters) }
        #expect(changes(burst, &typed, &model).isEmpty, "\(burst.map(\.name).joined())")
        // Then somebody looks, and goes on from somewhere else.
        model.isHurried = false
        for key in [Key.escape, dice.pick([.down, .tab, .up, .escape]) ?? .up] {
          _ = model.update(.event(.key(key)))
        }
      }
    }
  }

  @Test func farDaysAreDrawn() throws {
    let hostile = try play("2 Enter", Office(HostileLedger.ledger))
    #expect(hostile.text.contains("今天"))
    var campaign = Campaign(code: "h26", title: "远", year: 2026)
    func lines(_ days: [String]) throws -> String {
      campaign.tasks = days.enumerated().map { number, iso in
        Task(
          id: "h26-\(number + 1)", title: iso, deadline: Deadline(text: iso, kind: .date, end: Day(iso: iso)))
      }
      let ledger = Ledger(
        settings: StoreSettings(organisation: nil), units: UnitRegistry(), campaigns: [campaign])
      return try play("2 Enter", Office(ledger)).text
    }
    #expect(try lines(["9999-12-31"]).contains("12月"))
    #expect(try lines(["2026-11-01", "9999-12-31"]).contains("2040"))
    #expect(try lines(["1000-01-01", "9999-12-31"]).contains("|"))
    #expect(try lines(["2026-03-01", "2028-12-31"]).contains("2027"))
    #expect(try lines(["9000-01-01", "9999-12-31"]).contains("9000-01-01"), "no chart, and the tasks")
  }

  /// What is wrong with a frame; nil where nothing is.
  private static func flaw(of frame: Frame) -> String? {
    let width = frame.width
    for row in 0..<frame.size.rows {
      let cells = frame.cells(inRow: row)
      var columns = 0
      for (column, cell) in zip(0..., cells) {
        // Most cells are letters of ASCII, which are whole.
        let bytes = cell.text.utf8
        if bytes.count == 1, let byte = bytes.first, byte >= 0x20, byte < 0x7F {
          columns += 1
          continue
        }
        columns += width.columns(cell.text)
        let next = column + 1 < cells.count ? cells[cells.startIndex + column + 1] : nil
        if width.columns(cell.text) == 2 {
          if next?.isRightHalf != true { return "half a character at \(row),\(column)" }
        } else if cell.isRightHalf,
          column == 0 || width.columns(cells[cells.startIndex + column - 1].text) != 2
        {
          return "a right half alone at \(row),\(column)"
        }
        if cell.text != VisibleText.of(cell.text) { return "a hostile character at \(row),\(column)" }
      }
      if columns != frame.size.columns { return "\(columns) columns in row \(row)" }
    }
    guard (0..<frame.size.rows).contains(frame.cursor.row),
      (0..<frame.size.columns).contains(frame.cursor.column)
    else { return "the cursor is outside" }
    return nil
  }
}

/// Titles, units and words that try to take the terminal over.
enum HostileLedger {
  static let texts = [
    "\u{1B}[31m红\u{1B}[2J", "\u{9B}31m", "行\n二\r三\t四", "\u{202E}倒着", "零\u{200B}宽\u{FEFF}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "“引号”——…·●", String(repeating: "很长的标题", count: 60), "", "👨‍👩‍👧‍👦家", "\u{7F}\u{0}", "한국어ｶﾅ",
    "\u{1B}]0;title\u{7}",
  ]

  static var ledger: Ledger {
    var units = UnitRegistry()
    for (number, text) in texts.enumerated() {
      units.units.append(Campaigns.Unit(id: "u\(number)", name: "单位\(text)\(number)", kind: .department))
    }
    for number in 20..<60 {
      units.units.append(Campaigns.Unit(id: "u\(number)", name: "第\(number)中心卫生院办公室", kind: .department))
    }
    var campaign = Campaign(code: "h26", title: "方案\(texts[0])\(texts[7])", year: 2026)
    campaign.documentNumber = texts[3]
    campaign.phases = [
      Phase(id: "p1", name: texts[7], start: Day(iso: "2026-01-01"), end: Day(iso: "2099-12-31"))
    ]
    for (number, text) in texts.enumerated() {
      var task = Task(
        id: "h26-\(number + 1)", title: text,
        deadline: Deadline(text: text, kind: .date, end: Office.day + (number * 3 - 12)))
      task.number = text
      task.text = text
      task.phase = number % 2 == 0 ? "p1" : nil
      task.parent = number > 5 ? "h26-\(number)" : nil
      task.units = units.units.map {
        Responsibility(unit: $0.id, name: $0.name, role: number % 3 == 0 ? .supporting : .lead)
      }
      task.log = [
        LogEntry(
          id: 1, stamp: Stamp(at: Moment(seconds: 1_795_000_000), by: text), kind: .progress(percent: 7),
          text: text)
      ]
      campaign.tasks.append(task)
    }
    // As far away as days go.
    for (number, iso) in ["9999-12-31", "1000-01-01", "9999-12-01"].enumerated() {
      let deadline = Deadline(
        text: iso, kind: .range, start: Day(iso: number == 2 ? "1000-01-01" : iso), end: Day(iso: iso))
      var task = Task(id: "h26-\(90 + number)", title: "远\(iso)", deadline: deadline)
      task.percent = number == 2 ? 1 : nil
      campaign.tasks.append(task)
    }
    return Ledger(settings: StoreSettings(organisation: texts[0]), units: units, campaigns: [campaign])
  }
}
