import PlacedJSON
import TestSupport
import Testing

/// What differs between two values leads from one to the other and back.
struct JSONEditTests {
  private func value(_ text: String) throws -> JSONValue { try JSONValue(Array(text.utf8)) }

  @Test func placesAreNamedByIDs() throws {
    let old = try value(#"{"tasks":[{"id":"a","log":[{"id":1}]},{"id":"b","p":1}],"t":1}"#)
    let new = try value(
      #"{"tasks":[{"id":"a","log":[{"id":1},{"id":2}]},{"id":"c"},{"id":"b","p":2}],"t":1}"#)
    let edits = [JSONEdit](from: old, to: new)
    #expect(
      edits.map(\.path) == [["tasks", "a", "log", "2"], ["tasks", "c"], ["tasks", "b", "p"]]
        && edits[0].behind == "1" && edits[1].behind == "a")
    #expect(try edits.applied(to: old) == new && edits.inverse.applied(to: new) == old)
    #expect(throws: EditConflict.self) { try edits.applied(to: new) }
  }

  /// Two people's edits of different things in either order; of the same thing they conflict.
  @Test func differentThingsDoNotStandInTheWay() throws {
    let base = try value(#"{"tasks":[{"id":"a","p":1,"log":[{"id":1}]},{"id":"b"}]}"#)
    let mine = [JSONEdit](
      from: base, to: try value(#"{"tasks":[{"id":"a","p":1,"log":[{"id":1},{"id":2}]},{"id":"b"}]}"#))
    let theirs = [JSONEdit](
      from: base, to: try value(#"{"tasks":[{"id":"a","p":5,"log":[{"id":1}]},{"id":"c"},{"id":"b"}]}"#))
    #expect(try mine.applied(to: theirs.applied(to: base)) == theirs.applied(to: mine.applied(to: base)))
    let same = [JSONEdit](
      from: base, to: try value(#"{"tasks":[{"id":"a","p":6,"log":[{"id":1}]},{"id":"b"}]}"#))
    #expect(throws: EditConflict.self) { try same.applied(to: theirs.applied(to: base)) }
    #expect(same[0].touches(theirs[0]) && !mine[0].touches(theirs[0]))
  }

  @Test(arguments: 1...300)
  func randomValues(_ seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let (old, new) = (object(3, &random), object(3, &random))
    let edits = [JSONEdit](from: old, to: new)
    #expect(try edits.applied(to: old) == new)
    #expect(try edits.inverse.applied(to: new) == old)
    #expect([JSONEdit](from: old, to: old).isEmpty)
  }

  /// Lists that have lost, got and changed elements; sometimes their order too.
  @Test(arguments: 1...300)
  func randomLists(_ seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    var items = (0..<Int.random(in: 1...12, using: &random)).map { element("t\($0)", &random) }
    let old = JSONValue.object(["tasks": .array(items), "z": .integer(1)])
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let place = items.isEmpty ? 0 : Int.random(in: 0..<items.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where !items.isEmpty: items.remove(at: place)
      case 1: items.insert(element("n\(Int.random(in: 0...999_999, using: &random))", &random), at: place)
      case 2 where !items.isEmpty: items[place]["p"] = .integer(Int.random(in: 0...9, using: &random))
      case 3 where seed % 5 == 0: items.shuffle(using: &random)
      default: break
      }
    }
    // A list without elements is left out of our files.
    let new = JSONValue.object(
      items.isEmpty ? ["z": .integer(1)] : ["tasks": .array(items), "z": .integer(1)])
    let edits = [JSONEdit](from: old, to: new)
    #expect(try edits.applied(to: old) == new)
    #expect(try edits.inverse.applied(to: new) == old)
  }

  private func element(_ id: String, _ random: inout SeededNumbers) -> JSONValue {
    .object(["id": .string(id), "p": .integer(Int.random(in: 0...3, using: &random))])
  }

  private func object(_ depth: Int, _ random: inout SeededNumbers) -> JSONValue {
    var members: [String: JSONValue] = [:]
    for key in ["a", "b", "c", "id"] where Bool.random(using: &random) {
      members[key] = depth == 0 || Bool.random(using: &random) ? leaf(&random) : object(depth - 1, &random)
    }
    return .object(members)
  }

  private func leaf(_ random: inout SeededNumbers) -> JSONValue {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .bool(.random(using: &random))
    case 1: .integer(.random(in: -3...3, using: &random))
    case 2: .number(1.5)
    case 3: .array((0..<Int.random(in: 1...3, using: &random)).map { .integer($0) })
    default: .string(["党", "", "x"].randomElement(using: &random) ?? "")
    }
  }
}
