import Campaigns
import NoticeImport

/// Any bytes, read as a notice: no trap, lines that exist, titles that stand in the text, and an end in good time.
/// The fuzzer calls this once for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func readNotice(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let clock = ContinuousClock()
  let start = clock.now
  let result = NoticeImporter(calendar: .weekendsOnly).read(lines)
  let limit = Duration.seconds(1) * max(1, Double(count) / 100_000) * 3
  precondition(clock.now - start < limit, "too slow: \(clock.now - start) for \(count) bytes")

  let last = max(1, lines.count)
  for plan in result.plans {
    precondition((1...last).contains(plan.line), "plan on line \(plan.line) of \(last)")
    for task in plan.tasks {
      precondition((1...last).contains(task.line), "task on line \(task.line) of \(last)")
      precondition(!task.title.isEmpty && task.title.unicodeScalars.count <= 40, "title: \(task.title)")
      precondition(task.phase.map(plan.phases.indices.contains) ?? true, "phase of \(task.title)")
      precondition(task.parent.map(plan.tasks.indices.contains) ?? true, "parent of \(task.title)")
    }
    for phase in plan.phases {
      precondition((1...last).contains(phase.line), "phase on line \(phase.line) of \(last)")
    }
  }
  for finding in result.findings {
    precondition((1...last).contains(finding.line), "\(finding.kind) on line \(finding.line) of \(last)")
  }
  return 0
}
