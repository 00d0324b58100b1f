import TerminalFrames

/// Milliseconds from one look at the store to the next, whether or not somebody types.
package let tickLength = 500

extension Model {
  /// Runs until somebody leaves: events become messages, messages change the model and ask for effects, the model is
  /// shown. The same loop drives tests and the real terminal.
  package mutating func run<Screen: Terminal & ~Copyable>(
    on terminal: inout Screen, perform: (Effect) -> [Message]
  ) -> Ending {
    let isWanted = terminal.isWanted
    resize(to: terminal.size)
    terminal.show(frame)
    while true {
      // What was typed stands there at once; what it finds, as soon as nobody types.
      if unsettled != nil, !isWanted(), settle(until: isWanted) { terminal.show(frame) }
      while let effect = idleEffect, !isWanted() {
        for message in perform(effect) { _ = update(message) }
        terminal.show(frame)
      }
      isHurried = isWanted()
      let event = terminal.next(within: tickLength)
      // While the program was stopped, the window may have got another size.
      if event == .resumed { resize(to: terminal.size) }
      var messages = [Message.event(event)][...]
      while let message = messages.popFirst() {
        effects: for effect in update(message) {
          switch effect {
          case .end(let ending): return ending
          case .suspend:
            terminal.suspend()
            resize(to: terminal.size)
            messages.append(.event(.resumed))
          case .write:
            terminal.lend { messages += perform(effect) }
            resize(to: terminal.size)
          case .repaint: terminal.repaint()
          default:
            let answers = perform(effect)
            messages += answers
            // What was asked for along with it waits until it can be done.
            for case .failed in answers { break effects }
          }
        }
      }
      terminal.show(frame)
    }
  }
}
