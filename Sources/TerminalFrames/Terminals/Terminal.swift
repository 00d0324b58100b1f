/// What a terminal can say. Time passing is an event too.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// Text that came all at once: never taken for commands.
  case paste(String)
  case resized(Size)
  /// The time given has passed.
  case tick
  /// Somebody wants the program suspended (SIGTSTP).
  case suspend
  /// The program goes on after it was stopped.
  case resumed
  /// The terminal is gone.
  case hangUp
  /// The program is to end (SIGTERM, SIGINT, SIGQUIT).
  case terminated
}

/// A terminal that shows frames and says what is typed. The loop knows no other, so that tests drive it with a script.
package protocol Terminal: ~Copyable {
  /// Its size now.
  var size: Size { get }
  /// Shows a frame, sending no more than what changed.
  mutating func show(_ frame: Frame)
  /// The next event. A tick comes when so many milliseconds passed since the one before, whether or not something is
  /// typed meanwhile.
  mutating func next(within milliseconds: Int) -> Event
  /// Tells whether something came that `next` would answer at once: long work is left off for it.
  var isWanted: @Sendable () -> Bool { get }
  /// Shows everything anew with the next frame.
  mutating func repaint()
  /// Gives the terminal to the shell and stops the program; comes back when it goes on.
  mutating func suspend()
  /// Gives the terminal to another program while `body` runs it, and takes it back.
  mutating func lend(_ body: () -> Void)
}
