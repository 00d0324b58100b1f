import Testing

@testable import NoticeImport

struct NamedActorTests {
  /// Lead units, then supporting ones behind a bar.
  private static func parts(_ text: String) -> String {
    let parts = NamedActor.parts(in: Sample.passage(text))
    return
      (parts.leads.map(\.text).joined(separator: "、") + "|"
      + parts.supporting.map(\.text).joined(separator: "、"))
  }

  @Test(
    arguments: [
      ("由党办负责。", "党办|"), ("评选工作由党办、工会负责落实。", "党办、工会|"), ("由宣传科组织讨论。", "宣传科|"), ("由组织部牵头，工会配合。", "组织部|工会"),
      ("党办牵头，各支部、各科室配合。", "党办|各支部、各科室"), ("党办牵头负责，宣传科协助。", "党办|宣传科"), ("医务科负责。", "医务科|"),
      ("由党总支书记负总责。", "党总支书记|"),
      ("由组织部组织评选。", "组织部|"), ("由纪委、监察室统筹安排，", "纪委、监察室|"),
      // 由 in other words, posts that are called 负责人, agreement without a name.
      ("自由讨论，组织交流。", "|"), ("理由充分，组织到位。", "|"), ("由支部负责人讲课。", "|"), ("由此组织开展活动。", "|"), ("各级党组织要积极配合。", "|"),
      ("实行党委负责制。", "|"), ("加强组织领导。", "|"), ("积极配合。", "|"), ("", "|"),
    ] as [(String, String)])
  func sentences(text: String, expected: String) {
    #expect(Self.parts(text) == expected)
  }
}
