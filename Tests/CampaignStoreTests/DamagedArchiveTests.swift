import CampaignStore
import TestSupport
import Testing

private typealias Entry = TarEntry

private let small = [
  Entry(name: "duban.json", mode: 0o644, bytes: Array(#"{"format": 1}"#.utf8)),
  Entry(name: "campaigns/督办.json", mode: 0o640, bytes: Array(repeating: UInt8(ascii: "x"), count: 700)),
]

struct DamagedTarArchiveTests {
  @Test func whatIsNoArchiveIsDamaged() throws {
    let archive = try TarArchive.bytes(of: small, at: 0)
    let texts = ["", "x", "duban", String(repeating: "督办", count: 1_000)].map { Array($0.utf8) }
    for bytes in texts + [RawTar.gzip([]), RawTar.gzip(Array("no tar".utf8)), RawTar.gzip(archive)] {
      #expect(throws: ArchiveFailure.damaged) { try TarArchive.entries(of: bytes) }
    }
  }

  @Test func cutOffAtAnyLengthItIsDamaged() throws {
    let archive = try TarArchive.bytes(of: small, at: 0)
    for length in 0..<archive.count {
      #expect(throws: ArchiveFailure.damaged, "\(length) bytes") {
        try TarArchive.entries(of: Array(archive[..<length]))
      }
    }
  }

  /// Cut off before it was packed, so that gzip has nothing to complain about.
  @Test func aTarWithoutItsEndIsDamaged() throws {
    var tar = RawTar()
    tar.add("a", [1])
    tar.add("b", [2])
    let whole = tar.bytes + [UInt8](repeating: 0, count: 1_024)
    #expect(try TarArchive.entries(of: RawTar.gzip(whole)).map(\.name) == ["a", "b"])
    for length in 0..<whole.count {
      #expect(throws: ArchiveFailure.damaged, "\(length) bytes") {
        try TarArchive.entries(of: RawTar.gzip(Array(whole[..<length])))
      }
    }
  }

  @Test func whatFollowsTheEndIsDamage() throws {
    let archive = try TarArchive.bytes(of: small, at: 0)
    for garbage in [[0], [1], [UInt8](repeating: 0, count: 512), Array("garbage".utf8), archive] {
      #expect(throws: ArchiveFailure.damaged) { try TarArchive.entries(of: archive + garbage) }
    }
    var tar = RawTar()
    tar.add("a", [1])
    var more = RawTar()
    more.add("b", [2])
    for after in [[1], [0], Array("garbage".utf8), [UInt8](repeating: 1, count: 512), more.bytes] {
      #expect(throws: ArchiveFailure.damaged) { try TarArchive.entries(of: tar.packed(after: after)) }
    }
    #expect(
      try TarArchive.entries(of: tar.packed(zeros: 10_240)).count == 1, "other programs fill up the end")
  }

  /// Nothing but gzip's own time and system, which no checksum covers, may change unnoticed.
  @Test func everyBitCounts() throws {
    let archive = try TarArchive.bytes(of: small, at: 0)
    for position in archive.indices {
      for bit in 0..<8 {
        var flipped = archive
        flipped[position] ^= 1 << bit
        expectDamage(flipped, or: small, "bit \(bit) of byte \(position)")
      }
    }
  }

  @Test func flippedBytesAreDamage() throws {
    var numbers = SeededNumbers(seed: 2_011)
    let entries = (0..<20).map { index in
      let bytes = (0..<Int.random(in: 0...3_000, using: &numbers)).map { _ in
        UInt8.random(in: 0...255, using: &numbers)
      }
      return Entry(name: "材料/\(index).bin", mode: 0o644, bytes: bytes)
    }
    let archive = try TarArchive.bytes(of: entries, at: 0)
    for _ in 0..<500 {
      var flipped = archive
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        flipped[Int.random(in: 0..<archive.count, using: &numbers)] = UInt8.random(
          in: 0...255, using: &numbers)
      }
      expectDamage(flipped, or: entries, "seeded bytes")
    }
  }

  /// Changed by somebody who put the checksum right: whatever comes of it, it is not a trap.
  @Test func changedTarsNeverTrap() {
    var numbers = SeededNumbers(seed: 5)
    var tar = RawTar()
    tar.add("a", [1, 2, 3])
    tar.add("././@LongLink", Array("长/名".utf8) + [0], type: "L")
    tar.add("b", [4])
    tar.addPax(["path": "abc"])
    tar.add("c", [5])
    let whole = tar.bytes + [UInt8](repeating: 0, count: 1_024)
    for _ in 0..<1_000 {
      var changed = whole
      let position = Int.random(in: 0..<tar.bytes.count, using: &numbers)
      changed[position] = UInt8.random(in: 0...255, using: &numbers)
      // The header's own checksum as well.
      let header = position / 512 * 512
      changed.replaceSubrange(header + 148..<header + 156, with: "        ".utf8)
      let sum = String(changed[header..<header + 512].reduce(0) { $0 + Int($1) }, radix: 8)
      changed.replaceSubrange(header + 148..<header + 148 + sum.utf8.count, with: sum.utf8)
      let read = try? TarArchive.entries(of: RawTar.gzip(changed))
      #expect((read ?? []).count <= 3)
    }
  }

  private func expectDamage(_ bytes: [UInt8], or entries: [Entry], _ what: Comment) {
    do throws(ArchiveFailure) {
      let read = try TarArchive.entries(of: bytes)
      #expect(read == entries, what)
    } catch {
      #expect(error != .noMemory, what)
    }
  }
}
