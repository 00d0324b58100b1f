/// A wrong entry is struck, with the right words for it: what it counted, asked for or answered goes with it.
package struct CorrectAct: OneTaskAct {
  let entry: Int
  let text: String
  package static let traits = Act.Traits(.correct, restsOn: .nothing)
  package static let move: Move? = nil

  package func apply(to task: inout Task, in campaign: Campaign, _ context: ActContext) throws(Refusal) {
    guard let place = task.log.firstIndex(where: { $0.id == entry }), task.log[place].struckBy == nil else {
      throw .unknownEntry(id: task.id, entry: entry)
    }
    let words = try filled(text, .text)
    task.log[place].struckBy = task.nextEntry
    // The right words answer what the wrong ones did.
    for other in task.log.indices where task.log[other].answeredBy == entry {
      task.log[other].answeredBy = task.nextEntry
    }
    task.takeBackWhatWasCounted(by: entry)
    try task.takeBackExtension(of: entry)
    task.enter(.correction(of: entry), on: context.today, text: words, stamp: context.stamp)
  }
}

extension Task {
  /// Takes away what a log entry counted: the entry itself stays, struck through.
  fileprivate mutating func takeBackWhatWasCounted(by entry: Int) {
    occurrences.removeAll { $0.id == entry }
    for place in targets.indices { targets[place].readings.removeAll { $0.id == entry } }
  }
}
