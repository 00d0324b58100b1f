import CProcess
import Glibc

/// A program with a time limit, in a process group of its own, which is killed with all that it started.
struct ChildProcess {
  /// The program's path and its arguments.
  let words: [String]
  /// The file that what it prints goes to. Nothing is on its input; what it complains of is dropped.
  let output: String
  /// Its whole environment.
  let environment: [String: String]
  /// What it may use up.
  let limits: cprocess_limits

  enum End {
    /// By itself, with that status; 128 and more is a signal's.
    case ended(Int32)
    /// It was killed at the time limit.
    case timedOut
    /// It was killed since it was not to go on.
    case stopped
    /// It was killed since this program is to end, for that signal.
    case interrupted(Int32)
    /// It was not started, for that error number.
    case failed(Int32)
  }

  /// Runs it. Asked every few milliseconds whether it may go on. A signal that asks this program to end is taken, and
  /// stops the other one.
  func run(seconds: Double, mayGoOn: () -> Bool) -> End {
    var (signals, before) = (ChildProcess.endingSignals(), sigset_t())
    sigprocmask(SIG_BLOCK, &signals, &before)
    defer { sigprocmask(SIG_SETMASK, &before, nil) }
    var process = pid_t()
    let error = start(&process)
    guard error == 0 else { return .failed(error) }
    let start = ChildProcess.now()
    var pause = 1_000_000
    while !hasEnded(process) {
      let isLate = ChildProcess.now() - start > seconds
      if isLate || !mayGoOn() {
        _ = finish(process)
        return isLate ? .timedOut : .stopped
      }
      var time = timespec(tv_sec: 0, tv_nsec: pause)
      let signal = sigtimedwait(&signals, nil, &time)
      if signal > 0 {
        _ = finish(process)
        return .interrupted(signal)
      }
      pause = min(pause * 2, 20_000_000)
    }
    return .ended(finish(process))
  }

  /// Signals by which a person or the system ends a program, but for those that it was told to ignore.
  private static func endingSignals() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      var action = sigaction()
      sigaction(number, nil, &action)
      let isIgnored = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
      if !isIgnored { sigaddset(&signals, number) }
    }
    return signals
  }

  private func start(_ process: inout pid_t) -> Int32 {
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    return cprocess_start(&process, &arguments, &variables, output, limits)
  }

  /// Whether the program has ended. It is left unreaped, so that its number stays its group's.
  private func hasEnded(_ process: pid_t) -> Bool {
    var information = siginfo_t()
    let result = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
    return result == 0 ? information.si_signo != 0 : errno != EINTR
  }

  /// Kills what is left of the group and fetches the program's status.
  private func finish(_ process: pid_t) -> Int32 {
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return 128 }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
