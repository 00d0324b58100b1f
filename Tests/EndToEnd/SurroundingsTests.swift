import Foundation
import Glibc
import Testing

/// What the machine around the program does to it: no `/proc`, no room for its answer, a signal while it waits.
struct SurroundingsTests {
  /// In a chroot of SSH, a container or a sandbox there may be no `/proc`: arguments are heard all the same.
  @Test func argumentsAreHeardWithoutProc() throws {
    let store = try TestStore(demoOn: "2026-11-25")
    let hides = "mount -t tmpfs none /proc && test ! -e /proc/self"
    let lines = [
      "\"$D\" report h26-9 -m 已电话询问", "\"$D\" log h26-9 --json | grep -q 已电话询问",
      "\"$D\" list --read-only --json > /dev/null", "! \"$D\" note-there-is-no-such-command 2> /dev/null",
      "! \"$D\" done h26-9 --read-only 2> /dev/null",
    ]
    let outcome = try store.program.shell(
      "unshare \(geteuid() == 0 ? "-m" : "-rm") bash -ec '\(([hides] + lines).joined(separator: "; "))'")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  /// The change counts: whoever is told that it failed does it again.
  @Test func aChangeWhoseAnswerHasNoRoomIsTold() throws {
    let store = try TestStore(demoOn: "2026-11-25")
    let outcome = try store.program.shell("\"$D\" report h26-9 -m 已电话询问 > /dev/full")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("改动已保存") && outcome.errors.split(separator: "\n").count == 1)
    #expect(try store.run("log", "h26-9").output.contains("已电话询问"))
    // What only reads has nothing else to tell.
    #expect(try store.program.shell("\"$D\" list > /dev/full").status == 74)
    // What changes nothing has not saved anything.
    #expect(try store.program.shell("\"$D\" report h26-9999 -m x > /dev/full").status == 66)
  }

  /// In a forced command of SSH what stands behind `--read-only` is the caller's: no file outside the store is read for
  /// them, and no other store.
  @Test func whoMayOnlyReadSeesTheStoreAlone() throws {
    let store = try TestStore(demoOn: "2026-11-25")
    let backup = try #require(
      try store.succeed("backup", "--json").output.firstMatch(of: #/backups\\?/([^"]+)"/#)?.1)
    let refused = [
      ["--read-only", "import", "--dry-run", "/etc/passwd"],
      ["import", "/etc/passwd", "--dry-run", "--read-only"],
      ["--read-only", "list", "--store", "/etc"], ["--read-only", "--store=/etc"],
      ["--read-only", "--allow-files", "import", "--dry-run", "/etc/passwd"],
      ["--read-only", "import", "--dry-run", "/etc/passwd", "--allow-files"],
      ["--read-only", "restore", "/etc/passwd"], ["--read-only", "restore", "backups/../store.json"],
    ]
    for words in refused {
      let outcome = try store.program.run(words)
      #expect(outcome.status == 77 && outcome.output.isEmpty, "\(words): \(outcome.output)\(outcome.errors)")
    }
    for words in [
      ["--store", store.path, "--read-only", "list"], ["--read-only", "restore", String(backup)],
      ["--allow-files", "--read-only", "list", "--store", store.path],
    ] { #expect(try store.program.run(words).status == 0, "\(words)") }
    let allowed = try store.program.run([
      "--allow-files", "--read-only", "import", "--dry-run", "/etc/passwd",
    ])
    #expect(allowed.status != 77 && !allowed.errors.contains("--read-only"))
  }

  /// A file that may not grow is an error in one line, and nothing is changed.
  @Test func aLimitOnFilesIsTold() throws {
    let store = try TestStore(demoOn: "2026-11-25")
    let before = try store.run("list", "--json").output
    let outcome = try store.program.shell(
      "ulimit -f 1; \"$D\" report h26-9 -m 已电话询问 2>&1 | cat; exit ${PIPESTATUS[0]}")
    #expect(outcome.status == 74 && outcome.output.split(separator: "\n").count == 1, "\(outcome.output)")
    #expect(try store.run("list", "--json").output == before)
  }

  /// A conversion that is interrupted ends with what it started, and leaves no copy of the document.
  @Test(arguments: ["INT", "TERM", "HUP"]) func anInterruptedConversionLeavesNothing(signal: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "duban-end-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("%PDF-1.4\n".utf8).write(to: URL(filePath: folder + "/x.pdf"))
    try FileManager.default.createDirectory(atPath: folder + "/tmp", withIntermediateDirectories: true)
    let program = Program(environment: ["PATH": folder + "/bin:/usr/bin:/bin", "TMPDIR": folder + "/tmp"])
    // The converter says who it is, in a file, and waits for ever with a child of its own. A shell starts what is in its
    // background with SIGINT ignored.
    let outcome = try program.shell(
      """
      cd '\(folder)'
      printf '#!/bin/sh\\nsleep 600 &\\necho $$ $! > who.new\\nmv who.new who\\nwait\\n' > bin/pdftotext; chmod +x bin/pdftotext
      sed -i 's|who|\(folder)/who|g' bin/pdftotext
      env --default-signal=INT "$D" import '\(folder)/x.pdf' --dry-run --store '\(folder)/none' & import=$!
      until test -e '\(folder)/who'; do kill -0 $import || exit 99; sleep 0.01; done
      kill -\(signal) $import; wait $import; status=$?
      for process in $(cat '\(folder)/who'); do
        for again in $(seq 500); do kill -0 $process 2> /dev/null || break; sleep 0.01; done
        kill -0 $process 2> /dev/null && echo "$process is left"
      done
      exit $status
      """)
    let numbers = ["INT": SIGINT, "TERM": SIGTERM, "HUP": SIGHUP]
    #expect(outcome.status == 128 + (numbers[signal] ?? 0), "\(outcome.errors)")
    let words = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("duban:") }
    #expect(outcome.output.isEmpty && words.count == 1, "\(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/tmp").isEmpty)
  }

  /// A plan keeps the access list that somebody gave it.
  @Test func anAccessListSurvives() throws {
    let store = try TestStore(demoOn: "2026-11-25")
    let script = """
      import os, struct, sys
      plan, entry = sys.argv[1], lambda *parts: struct.pack("<HHI", *parts)
      own = struct.pack("<I", 2) + entry(1, 6, 2**32 - 1) + entry(2, 6, 65534) + entry(4, 4, 2**32 - 1)
      own += entry(16, 6, 2**32 - 1) + entry(32, 0, 2**32 - 1)
      if len(sys.argv) > 2: os.setxattr(plan, "system.posix_acl_access", own)
      sys.exit(os.getxattr(plan, "system.posix_acl_access") != own)
      """
    let plan = "\(store.path)/campaigns/h26.json"
    let set = try Spawn(environment: ["PATH": "/usr/bin:/bin"]).run(
      ["/usr/bin/env", "python3", "-c", script, plan, "set"])
    #expect(set.status == 0, "\(String(decoding: set.errors, as: UTF8.self))")
    try store.succeed("report", "h26-9", "-m", "已电话询问")
    let kept = try Spawn(environment: ["PATH": "/usr/bin:/bin"]).run(
      ["/usr/bin/env", "python3", "-c", script, plan])
    #expect(kept.status == 0, "\(String(decoding: kept.errors, as: UTF8.self))")
  }

  /// In a sticky folder a colleague's leftover is nobody's obstacle, and a colleague's plan is refused before anything is
  /// recorded: what could never be put in place would keep everybody from writing.
  @Test(.enabled(if: geteuid() == 0, "needs another user")) func aStickyFolderIsRespected() throws {
    let store = try TestStore(demoOn: "2026-11-25")
    try Data().write(to: URL(filePath: "\(store.path)/.duban-new-units.json"))
    let outcome = try store.program.shell(
      """
      set -e; S=$DUBAN_STORE; P=$(mktemp -d); cp "$D" "$P/duban"; chmod 755 "$P"; chmod -R a+rwX "$S"; chmod 1777 "$S/campaigns"
      chmod 1777 "$S"; chown 65534 "$S/units.json"
      setpriv --reuid=65534 --clear-groups "$P/duban" unit add 新科室 > /dev/null
      if setpriv --reuid=65534 --clear-groups "$P/duban" report h26-9 -m x > /dev/null 2>&1; then echo written; fi
      "$D" report h26-9 -m 已电话询问 > /dev/null; "$D" log h26-9 --json | grep -c '"text" : "x"' || true
      """)
    #expect(outcome.status == 0 && outcome.output == "0\n", "\(outcome.output)\(outcome.errors)")
  }
}

/// A terminal that is not as terminals are: it takes nothing, or tells a size beyond all reason.
struct OddTerminalTests {
  /// Opens the screen on a terminal of its own, does something to it, and answers how it ended.
  private func play(_ script: String) throws -> String {
    let store = try TestStore(demoOn: "2026-11-25")
    let frame = """
      import fcntl, os, pty, select, signal, struct, sys, termios, time
      def size(file, columns, rows): fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
      process, terminal = pty.fork()
      if process == 0:
          size(0, 80, 24)
          os.execve(sys.argv[1], ["duban"], {**os.environ, "TERM": "xterm-256color"})
      seen = bytearray()
      def read(seconds, until=None):
          end = time.monotonic() + seconds
          while time.monotonic() < end and (until is None or until not in seen):
              if select.select([terminal], [], [], 0.05)[0]:
                  try: seen.extend(os.read(terminal, 65536))
                  except OSError: return
      def ended(seconds):
          end = time.monotonic() + seconds
          while time.monotonic() < end:
              done, status = os.waitpid(process, os.WNOHANG)
              if done: return os.waitstatus_to_exitcode(status)
              read(0.05)
          os.kill(process, signal.SIGKILL)
          os.waitpid(process, 0)
          return "still there"
      read(30, "紧要任务".encode())

      """
    let environment = [
      "PATH": "/usr/bin:/bin:/usr/local/bin", "LC_ALL": "C.UTF-8", "DUBAN_STORE": store.path,
    ]
    let outcome = try Spawn(environment: environment).run(
      ["/usr/bin/env", "python3", "-c", frame + script, Program.path.path])
    return String(decoding: outcome.output + outcome.errors, as: UTF8.self)
  }

  @Test func whatTakesNothingKeepsNobody() throws {
    let script = """
      for number in range(600):
          os.write(terminal, b"12"[number % 2:][:1])
          time.sleep(0.002)
      time.sleep(0.5)
      os.kill(process, signal.SIGTERM)
      end, code = time.monotonic() + 20, "still there"
      while time.monotonic() < end and code == "still there":
          done, status = os.waitpid(process, os.WNOHANG)
          if done: code = os.waitstatus_to_exitcode(status)
          time.sleep(0.05)
      print(code)
      """
    #expect(try play(script) == "143\n")
  }

  @Test func sizesBeyondReasonAreCut() throws {
    let script = """
      for columns, rows in [(32768, 24), (65535, 65535), (80, 32768), (1, 1), (80, 24)]:
          size(terminal, columns, rows)
          os.kill(process, signal.SIGWINCH)
          read(1)
      os.write(terminal, b"q")
      print(ended(20))
      """
    #expect(try play(script) == "0\n")
  }

  /// What a terminal pastes without saying so is no row of commands: `d` and Enter would complete a task.
  @Test func whatIsPastedIsNoCommand() throws {
    let script = """
      os.write(terminal, b"d\\r" * 400)
      read(5, "粘贴的内容未采用".encode())
      print("粘贴的内容未采用".encode() in seen)
      os.write(terminal, b"q")
      print(ended(20))
      """
    #expect(try play(script) == "True\n0\n")
  }
}
