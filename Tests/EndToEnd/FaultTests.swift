import Foundation
import Testing

/// A few hundred of the runs of `make faults`: the program is killed, and refused by the system, while it writes, and at any
/// of its system calls.
struct FaultTests {
  @Test(arguments: ["writes", "sweep"]) func theStoreOutlivesKillsAndRefusals(_ name: String) throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "faults/\(name)").path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let environment = ["DUBAN": Program.path.path, "PATH": path, "LC_ALL": "C.UTF-8"]
    let outcome = try Spawn(environment: environment).run(["/usr/bin/env", "python3", script, "--quick"])
    let output = String(decoding: outcome.output + outcome.errors, as: UTF8.self)
    // 69: strace is missing, or tracing is not allowed. That is no pass.
    #expect(outcome.status == 0, "\(output)")
    #expect(output.hasSuffix(" runs, 0 broke the promise\n"), "\(output)")
  }
}
