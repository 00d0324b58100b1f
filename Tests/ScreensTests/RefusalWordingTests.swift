import Campaigns
import Testing
import Wording

/// What refusals say of fields and moves: words of the language, never names of the program.
struct RefusalWordingTests {
  private func said(_ refusal: Refusal) -> (zh: String, en: String) {
    (Wording(.zh).prose(refusal), Wording(.en).prose(refusal))
  }

  @Test func fieldsThatMustNotBeEmpty() {
    let all = Refusal.Field.allCases.map { said(.emptyText($0)) }
    #expect(all.allSatisfy { $0.zh.hasSuffix("不能为空。") && !$0.zh.contains(where: \.isASCII) })
    #expect(all.allSatisfy { $0.en.hasPrefix("The ") && $0.en.hasSuffix(" must not be empty.") })
    #expect(Set(all.map(\.zh)).count == all.count && Set(all.map(\.en)).count == all.count)
    #expect(said(.emptyText(.title)).en == "The title must not be empty.")
  }

  @Test func movesThatAreForbidden() {
    let all = Move.allCases.map { said(.stageForbids(id: "", move: $0, stage: .struckOff)) }
    #expect(all.allSatisfy { $0.zh.hasPrefix("：已销号的任务不能") && !$0.zh.contains(where: \.isASCII) })
    #expect(Set(all.map(\.zh)).count == all.count && Set(all.map(\.en)).count == all.count)
    #expect(said(.stageForbids(id: "h1", move: .sendBack, stage: .draft)).en.contains("send back"))
  }
}
