import CampaignStore
import Foundation
import TestSupport
import Testing

private typealias Entry = TarEntry

private let time = 1_304_222_400

private func noise(_ count: Int, seed: UInt64) -> [UInt8] {
  var numbers = SeededNumbers(seed: seed)
  return (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
}

private func text(_ name: String, _ content: String = "x") -> Entry {
  Entry(name: name, mode: 0o644, bytes: Array(content.utf8))
}

/// Every kind of file at once.
private let mixed = [
  text("duban.json", #"{"format": 1}"#),
  Entry(name: "campaigns/h11.json", mode: 0o640, bytes: Array(#"{"title": "督办"}"#.utf8)),
  Entry(name: "sources/关于印发《重点任务分工方案》的通知(政办发〔2011〕5号).txt", mode: 0o600, bytes: []),
  text("caf\u{e9}"), text("cafe\u{301}"), text("附件 1/𠮷 🀄.txt", "附件"),
]

struct TarArchiveTests {
  @Test func whatIsWrittenIsRead() throws {
    let large = Entry(name: "大文件", mode: 0o444, bytes: noise(1 << 20, seed: 1))
    let read = try TarArchive.entries(of: TarArchive.bytes(of: mixed + [large], at: time))
    #expect(read == mixed + [large])
    #expect(try TarArchive.entries(of: TarArchive.bytes(of: [], at: time)).isEmpty)
  }

  @Test func anyLengthOfNameIsKept() throws {
    let names =
      (1...255).map { String(repeating: "x", count: $0) } + (1...85).map { String(repeating: "督", count: $0) }
    let deep = (1...62).map { "深/" + Array(repeating: "文件夹文件", count: $0).joined(separator: "/") + ".txt" }
    let entries = (names + deep).map { text($0) }
    #expect(try TarArchive.entries(of: TarArchive.bytes(of: entries, at: time)) == entries)
  }

  @Test func onlyPermissionsAreKept() throws {
    let entry = Entry(name: "a", mode: 0o104_755, bytes: [])
    #expect(entry.mode == 0o755)
    #expect(try TarArchive.entries(of: TarArchive.bytes(of: [entry], at: time)) == [entry])
  }

  @Test func theSameFilesGiveTheSameBytes() throws {
    let once = try TarArchive.bytes(of: mixed, at: time)
    #expect(try TarArchive.bytes(of: mixed, at: time) == once)
    #expect(try TarArchive.bytes(of: mixed, at: time + 1) != once)
    #expect(Array(once[4..<8]) == [0, 0, 0, 0], "gzip's own time is left out")
    for seconds in [0, -1, .min, .max] {
      #expect(try TarArchive.entries(of: TarArchive.bytes(of: mixed, at: seconds)) == mixed)
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tar")))
  func theSystemsTarReadsIt() throws {
    let folder = try TemporaryFolder()
    let long = text(Array(repeating: "文件夹", count: 30).joined(separator: "/"), "长")
    let archive = try TarArchive.bytes(of: mixed + [long], at: time)
    try Data(archive).write(to: URL(filePath: folder.path + "/a.tar.gz"))
    func tar(_ arguments: String...) throws -> String {
      let (process, pipe) = (Process(), Pipe())
      process.executableURL = URL(filePath: "/usr/bin/tar")
      process.arguments = arguments + ["-f", folder.path + "/a.tar.gz"]
      process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      (process.standardOutput, process.standardError) = (pipe, pipe)
      try process.run()
      let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return String(decoding: output, as: UTF8.self)
    }
    let names = try tar("-tz").split(separator: "\n").map { Array($0.utf8) }
    #expect(names == (mixed + [long]).map { Array($0.name.utf8) })
    #expect(try Array(tar("-xzO").utf8) == (mixed + [long]).flatMap(\.bytes))
  }
}

struct HostileArchiveTests {
  static let unsafeNames = [
    "../x", "/etc/x", "a/../../x", "a/..", "..", ".", "./x", "a/./x", "a//x", "", "a\nb", "a\u{1b}[2J",
    "\u{7f}",
    "a\u{85}", "a\u{2028}b",
  ]

  @Test(arguments: unsafeNames)
  func unsafeNamesAreRefused(name: String) {
    #expect(throws: ArchiveFailure.unsafeEntry(name)) { try TarArchive.entries(of: RawTar.packed(name)) }
    #expect(throws: ArchiveFailure.unsafeEntry(name)) { try TarArchive.bytes(of: [text(name)], at: time) }
  }

  @Test func longNamesAreRefused() {
    for name in [String(repeating: "x", count: 256), String(repeating: "abc/", count: 250) + "x"] {
      #expect(throws: ArchiveFailure.unsafeEntry(name)) { try TarArchive.bytes(of: [text(name)], at: time) }
      var tar = RawTar()
      tar.add("././@LongLink", Array(name.utf8) + [0], type: "L")
      tar.add("x")
      #expect(throws: ArchiveFailure.unsafeEntry(name)) { try TarArchive.entries(of: tar.packed()) }
    }
    #expect(throws: ArchiveFailure.unsafeEntry("a\0b")) { try TarArchive.bytes(of: [text("a\0b")], at: time) }
  }

  @Test func onlyRegularFilesAreTaken() {
    for (type, link) in [("1", "other"), ("2", "/etc/passwd"), ("3", ""), ("4", ""), ("6", ""), ("1", "")] {
      #expect(throws: ArchiveFailure.unsafeEntry("x"), "type \(type)") {
        try TarArchive.entries(of: RawTar.packed("x", type: Character(type), link: link))
      }
    }
    #expect(throws: ArchiveFailure.unsafeEntry("x")) {
      try TarArchive.entries(of: RawTar.packed("x", type: "5"))
    }
    #expect(throws: ArchiveFailure.unsafeEntry("x/")) { try TarArchive.entries(of: RawTar.packed("x/")) }
  }

  /// The library would compose such names anew, or turn them into the locale's characters.
  @Test func namesThatNeedConversionAreRefused() throws {
    func pax(_ name: String) -> [UInt8] {
      var tar = RawTar()
      tar.addPax(["path": name])
      tar.add("x", [1])
      return tar.packed()
    }
    #expect(throws: ArchiveFailure.unsafeEntry("督办.txt")) { try TarArchive.entries(of: pax("督办.txt")) }
    #expect(try TarArchive.entries(of: pax("plan.txt")) == [Entry(name: "plan.txt", mode: 0o644, bytes: [1])])

    var tar = RawTar()
    tar.add([0xb6, 0xbd, 0xb0, 0xec])  // 督办 in GB 18030
    #expect(throws: ArchiveFailure.self) { try TarArchive.entries(of: tar.packed()) }
  }

  @Test func everyNameStandsThereOnce() {
    let pairs = [("a", "a", "a"), ("a", "a/b", "a"), ("a/b/c", "a/b", "a/b")]
    for (first, second, taken) in pairs {
      var tar = RawTar()
      tar.add(first)
      tar.add("other")
      tar.add(second)
      #expect(throws: ArchiveFailure.duplicateEntry(taken)) { try TarArchive.entries(of: tar.packed()) }
      #expect(throws: ArchiveFailure.duplicateEntry(taken)) {
        try TarArchive.bytes(of: [text(first), text("other"), text(second)], at: time)
      }
    }
  }

  @Test func limitsHoldForReadingAndWriting() throws {
    var limits = TarLimits()
    (limits.bytes, limits.entries) = (1_000, 3)
    let fits = [text("a", String(repeating: "x", count: 1_000)), text("b", ""), text("c", "")]
    #expect(
      try TarArchive.entries(of: TarArchive.bytes(of: fits, at: time, within: limits), within: limits) == fits
    )
    for (entries, failure) in [
      (fits + [text("d", "")], ArchiveFailure.tooManyEntries(limit: 3)),
      ([text("a", String(repeating: "x", count: 1_001))], .tooLarge(limit: 1_000)),
      ([text("a", String(repeating: "x", count: 1_000)), text("b")], .tooLarge(limit: 1_000)),
    ] {
      #expect(throws: failure) { try TarArchive.bytes(of: entries, at: time, within: limits) }
      let archive = try TarArchive.bytes(of: entries, at: time)
      #expect(throws: failure) { try TarArchive.entries(of: archive, within: limits) }
    }
  }

  @Test func unpackingStopsAtTheLimit() {
    var limits = TarLimits()
    limits.bytes = 256 << 20
    var tar = RawTar()
    tar.add("zeros", size: limits.bytes + 1)
    #expect(throws: ArchiveFailure.tooLarge(limit: limits.bytes)) {
      try TarArchive.entries(of: tar.bomb(zeros: 1_000_000), within: limits)
    }
    // Zeros behind the end, in a header of pax, and in a long name: nowhere does the header tell too large a file.
    limits.bytes = 1_000_000
    for (name, type, size) in [("x", "0", 0), ("x", "x", 8_000_000), ("x", "L", 8_000_000)] {
      var tar = RawTar()
      tar.add(name, type: Character(type), size: size)
      let bomb = tar.bomb(zeros: 10_000_000)
      #expect(bomb.count < 70_000)
      #expect(throws: ArchiveFailure.self) { try TarArchive.entries(of: bomb, within: limits) }
    }
    var end = RawTar()
    end.add("x")
    #expect(throws: ArchiveFailure.tooLarge(limit: limits.bytes)) {
      try TarArchive.entries(of: end.bomb(zeros: 10_000_000), within: limits)
    }
  }

  @Test(arguments: ["9000,1", "0,1"])
  func holesInAFileAreDamage(map: String) {
    var tar = RawTar()
    tar.addPax(["GNU.sparse.size": "1000000", "GNU.sparse.map": map])
    tar.add("x", [1])
    #expect(throws: ArchiveFailure.damaged) { try TarArchive.entries(of: tar.packed()) }
  }
}
