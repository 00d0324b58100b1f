import Testing

@testable import NoticeImport

struct NameListTests {
  @Test(
    arguments: [
      ("党办、人事科、工会", ["党办", "人事科", "工会"]), ("党办，人事科", ["党办", "人事科"]), ("党办;人事科/工会", ["党办", "人事科", "工会"]),
      // 和 and 及 stand inside a name.
      ("人力资源和社会保障科、党办", ["人力资源和社会保障科", "党办"]), ("门诊部及院感科", ["门诊部及院感科"]),
      // Areas named together are one.
      ("各区、县级市", ["各区、县级市"]), ("民政局、各区、县级市、财政局", ["民政局", "各区、县级市", "财政局"]), ("各县、市、区", ["各县、市、区"]),
      ("有关乡镇、街道", ["有关乡镇、街道"]), ("财政局、市", ["财政局", "市"]),
      // A bracket holds a list of its own.
      ("党办（人事科、工会）、医务科", ["党办（人事科、工会）", "医务科"]), ("党办（牵头）、工会（配合）", ["党办", "工会"]),
      ("党办、工会等部门", ["党办", "工会"]), ("党办、工会等", ["党办", "工会"]), ("由党办牵头", ["党办"]), ("党办、工会负责落实", ["党办", "工会"]),
      ("“暖心”服务队", ["“暖心”服务队"]), ("“党办”", ["党办"]),
      // A gap parts names where all of them are names.
      ("党办 人事科 工会", ["党办", "人事科", "工会"]), ("党 办", ["党办"]), ("各支部 各科室", ["各支部", "各科室"]), ("", []), ("、，", []),
      ("党办、", ["党办"]),
    ] as [(String, [String])])
  func names(list: String, expected: [String]) {
    #expect(NameList.names(in: Sample.passage(list)).map(\.text) == expected)
  }
}
