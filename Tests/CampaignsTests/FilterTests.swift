import Campaigns
import TestSupport
import Testing

struct FilterTests {
  private func ids(_ text: String, _ today: String = "2011-05-01") throws -> [String] {
    let filter = try FilterReader.read(text, .plain)
    return try Fixture.campaign("h11").rows(try Fixture.judge(today)).filter {
      filter.matches($0, Fixture.units)
    }
    .map(\.task.id)
  }

  @Test(arguments: [
    ("", 26), ("is:overdue", 3), ("is:standing", 9), ("is:open", 26), ("not is:standing", 17),
    ("light:red", 8),
    ("light:绿", 11), ("is:short", 5), ("欠次", 5), ("is:failing", 0), ("is:未达标", 0),
    ("is:逾期 or is:standing", 12), ("is:逾期 or is:长期", 10),
    ("due:..2011-06-30", 5), ("due:2011-06", 2),
    ("due:2011-06-30..", 14),
    ("due:2011-06-30", 2), ("due:2011", 17), ("due:60d", 2), ("due:61d", 2), ("is:completed", 0),
    ("unit:人事科", 1),
    ("campaign:h11", 26), ("campaign:h12", 0), ("(is:overdue or is:standing) not unit:党办 ", 5),
    ("（is:overdue）", 3),
    ("is：overdue", 3), ("stage:registered", 26), ("h11-26", 1), ("\"is:overdue\"", 0),
    ("is:overdue and light:red", 3),
    ("逾期", 3), ("长期 unit:党办", 5), ("is:standing unit:党办", 5), ("\"逾期\"", 0), ("is:behind", 0), ("is:滞后", 0),
    ("not is:behind", 26),
    ("tag:重点", 0), ("leader:院长", 0), ("is:draft", 0), ("10:30", 0),
  ])
  func counts(text: String, count: Int) throws {
    let found = try ids(text)
    #expect(found.count == count, "\(text): \(found)")
  }

  /// What is typed in letters finds what the characters find, and no more where nothing else is read so.
  @Test(arguments: [("zhibu", "支部"), ("ZhiBu", "支部"), ("minzhupingyi", "民主评议"), ("mzhpy", "民主评议")])
  func lettersFindCharacters(letters: String, words: String) throws {
    #expect(try !ids(words).isEmpty && ids(letters) == ids(words))
    #expect(try ids("\"\(letters)\"").isEmpty)
  }

  @Test func aUnitIsFoundThroughItsCollective() throws {
    #expect(try ids("unit:第二支部") == ids("unit:各支部"))
    #expect(try ids("unit:院党办") == ids("unit:党办"))
  }

  @Test(
    arguments: [
      ("uint:党办", FilterError.unknownKey("uint", nearest: "unit")), ("is:lateish", nil), ("due:2011-13", nil),
      ("due:..", nil),
      ("light:blue", nil), ("(is:open", .unbalanced), ("is:open)", .unbalanced), ("()", .unbalanced),
      ("not", .unfinished("not")),
      ("is:open or", .unfinished("or")), ("or is:open", .unfinished("or")), ("unit:", .unfinished("unit:")),
      (String(repeating: "(", count: 100) + "x" + String(repeating: ")", count: 100), .tooDeep),
      (String(repeating: "not ", count: 100) + "x", .tooDeep),
    ] as [(String, FilterError?)])
  func errors(text: String, expected: FilterError?) {
    do throws(FilterError) {
      let filter = try FilterReader.read(text, .plain)
      Issue.record("\(text) was read as \(filter)")
    } catch {
      if let expected { #expect(error == expected) }
    }
  }

  /// Filters are typed and pasted: a page of words must not exhaust the stack.
  @Test(arguments: [("会议 ", true), ("会议 or ", true), ("not 会议 ", false), ("(培训 or 会议) ", true)])
  func filtersOfAnyLengthAreAnswered(piece: String, isFound: Bool) throws {
    let filter = try FilterReader.read(
      String(repeating: piece, count: FilterReader.longest / piece.count - 1) + "会议", .plain)
    var campaign = Campaign(code: "h11", title: "工作要点")
    campaign.tasks = [Task(id: "h11-1", title: "召开会议")]
    let row = try #require(campaign.rows(try Fixture.judge("2011-05-01")).first)
    #expect(filter.matches(row, Fixture.units) == isFound)
    #expect(!filter.asksForDrafts)
  }

  @Test func nonsenseIsReadOrRefused() {
    let pieces = [
      "is:", "unit:", "due:", "or", "not", "(", ")", "（", "\"", "7d", "..", "2011-06", "党办", ":", " ", "and",
      "\u{0}",
    ]
    var random = SeededNumbers(seed: 3)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }
      .joined(separator: Bool.random(using: &random) ? " " : "")
      _ = try? FilterReader.read(text, .plain)
    }
  }
}
