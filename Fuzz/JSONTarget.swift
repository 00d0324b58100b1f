import CampaignStore
import Campaigns
import PlacedJSON

/// Any bytes, read as each of the store's files: no trap, flaws that lie within the file, a file that is read whole is
/// the same when written and read again, and what was read can be judged and added to.
/// The fuzzer calls this once for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func readStoredFile(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  do throws(JSONError) { _ = try JSONText(bytes).object() } catch {
    switch error {
    case .syntax(let place), .value(_, let place): check(place.line, place.column, in: bytes)
    }
  }
  if let settings = reading(of: bytes, StoredJSON.settings) { judge(campaigns: [Sample.campaign], settings) }
  if let units = reading(of: bytes, StoredJSON.units) {
    for unit in units.units {
      _ = (
        units.current(id: unit.id), units.unit(named: unit.name), units.members(of: unit.id, on: Sample.day)
      )
    }
  }
  if let campaign = reading(of: bytes, StoredJSON.campaign) {
    judge(campaigns: [campaign], StoreSettings())
    add(.addTask(TaskDraft(title: "报送总结")), to: campaign)
    add(.addPhase(PhaseDraft(name: "总结阶段")), to: campaign)
    if let task = campaign.tasks.first { add(.note(id: task.id, text: "已了解"), to: campaign) }
  }
  return 0
}

/// What the bytes say; nil where they are no such file.
private func reading<Value: Encodable & Equatable>(
  of bytes: [UInt8], _ read: ([UInt8], String) throws(DamagedFile) -> StoredJSON.Reading<Value>
) -> Value? {
  do throws(DamagedFile) {
    let first = try read(bytes, "file")
    if let flaw = first.unknownKey {
      check(flaw.line, flaw.column, in: bytes)
      return first.value
    }
    let written = try StoredJSON.bytes(of: first.value)
    let second: StoredJSON.Reading<Value>
    do throws(DamagedFile) { second = try read(written, "file") } catch {
      preconditionFailure("what was written is not read: \(error.flaw)")
    }
    precondition(second.unknownKey == nil, "written, but unknown: \(String(describing: second.unknownKey))")
    precondition(second.value == first.value, "not the same when read again")
    // Equal texts may differ in their characters.
    let again = try StoredJSON.bytes(of: second.value)
    precondition(again == written, "not the same bytes when written again")
    return first.value
  } catch {
    if case .newerFormat = error.flaw.kind { return nil }
    check(error.flaw.line, error.flaw.column, in: bytes)
    return nil
  }
}

/// That a place lies within the bytes or right behind them.
private func check(_ line: Int?, _ column: Int?, in bytes: [UInt8]) {
  guard let line, let column else { preconditionFailure("a flaw without a place") }
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  precondition((1...lines.count).contains(line), "line \(line) of \(lines.count)")
  // A character is counted by the byte that it begins with.
  let characters = lines[line - 1].count { $0 & 0xC0 != 0x80 }
  precondition((1...characters + 1).contains(column), "column \(column) of \(characters)")
}

private func judge(campaigns: [Campaign], _ settings: StoreSettings) {
  let ledger = Ledger(settings: settings, units: UnitRegistry(), campaigns: campaigns)
  let snapshot = Snapshot(ledger, ledger.judge(today: Sample.day, years: []))
  precondition(snapshot.tally.total <= snapshot.rows.count, "more tasks than rows")
  for row in snapshot.rows { _ = (row.part, row.verdict.pointsBehind) }
}

/// Does it as the store would, short of writing: what comes of it is refused or can be read.
private func add(_ act: Act, to campaign: Campaign) {
  let context = ActContext(
    judge: Judge(today: Sample.day, calendar: .weekendsOnly),
    stamp: Stamp(at: Moment(seconds: 1_782_093_600), by: "党办干事"))
  guard let after = try? campaign.change(for: act, context).applied(to: campaign) else { return }
  do throws(DamagedFile) {
    _ = try StoredJSON.campaign(StoredJSON.bytes(of: after), file: "file")
  } catch {
    preconditionFailure("after \(act) it is not read: \(error.flaw)")
  }
}

/// What settings are tried on, and the day.
private enum Sample {
  static let day = Day(2026, 6, 22) ?? .epoch

  static let campaign: Campaign = {
    var campaign = Campaign(code: "h26", title: "党建工作要点", year: 2026)
    var task = Task(
      id: "h26-1", title: "党员民主评议",
      deadline: Deadline(text: "6月底前", kind: .date, start: Day(2026, 1, 5), end: Day(2026, 6, 30)))
    task.percent = 10
    let event = EventBinding(name: "考核结束", side: .after, within: TimeSpan(count: 5, unit: .workingDay))
    campaign.tasks = [
      task, Task(id: "h26-2", title: "整改", deadline: Deadline(text: "考核结束后", kind: .event, event: event)),
    ]
    return campaign
  }()
}

/// Half of the time puts another value in the place of one, so that what comes of it is still JSON, which bytes
/// changed at random hardly ever are.
@_cdecl("LLVMFuzzerCustomMutator")
public func exchangeValue(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32
) -> Int {
  var seed = seed
  func choose(below bound: Int) -> Int {
    seed = seed &* 1_664_525 &+ 1_013_904_223
    return Int(seed >> 8) % bound
  }
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let values = values(in: bytes)
  guard choose(below: 2) == 0, !values.isEmpty else { return mutateBytes(start, count, limit) }
  let place = values[choose(below: values.count)]
  let isNumber = bytes[place.lowerBound] != UInt8(ascii: "\"")
  let known = isNumber ? numbers : texts
  let other =
    choose(below: 3) == 0
    ? bytes[values[choose(below: values.count)]] : known[choose(below: known.count)][...]
  let result = bytes[..<place.lowerBound] + other + bytes[place.upperBound...]
  guard result.count <= limit else { return mutateBytes(start, count, limit) }
  for (offset, byte) in result.enumerated() { start[offset] = byte }
  return result.count
}

/// libFuzzer's own way of changing bytes.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

private let numbers: [[UInt8]] = [
  "0", "-1", "1", "2", "100", "999999999", "1000000000", "4294967296", "-9223372036854775808",
  "9223372036854775807",
  "1e308", "5e-324", "-0.0", "0.1", "1.7976931348623157e308", "true", "false", "null", "{}", "[]", "[{}]",
].map { Array($0.utf8) }

private let texts: [[UInt8]] = [
  #""""#, #""1000-01-01""#, #""9999-12-31""#, #""2026-06-22""#, #""2026-06-23""#,
  #""1000-01-01T00:00:00+08:00""#,
  #""9999-12-31T23:59:59+08:00""#, #""workingDay""#, #""month""#, #""year""#, #""before""#, #""event""#,
  #""date""#,
  #""registered""#, #""inProgress""#, #""suspended""#, #""\u0000\u001f\u007f""#, #""\uD83D\uDE00""#,
  #""\/\\\"""#,
  #""e\u0301é""#, #""\u2028\ufeff""#, "null", "[]", "{}", "7",
].map { Array($0.utf8) }

/// Where texts, numbers and words stand that are no keys.
private func values(in bytes: [UInt8]) -> [Range<Int>] {
  var (values, place) = ([Range<Int>](), 0)
  while place < bytes.count {
    let start = place
    if bytes[place] == UInt8(ascii: "\"") {
      place += 1
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      place = min(place + 1, bytes.count)
    } else {
      while place < bytes.count, !" \n\t\r{}[]:,\"".utf8.contains(bytes[place]) { place += 1 }
    }
    let next = bytes[place...].first { $0 != UInt8(ascii: " ") }
    if place > start, next != UInt8(ascii: ":") { values.append(start..<place) }
    if place == start { place += 1 }
  }
  return values
}
