import Testing

@testable import NoticeImport

struct ActorTests {
  @Test(arguments: [
    "党办", "人事科", "宣传部", "市教育局", "各支部", "第二党支部", "工会", "东湖街道", "社区居委会", "各科室", "机关党委", "信息中心", "县人民政府",
    "党办（人事科）",
    "各区、县级市",
  ])
  func units(words: String) {
    #expect(Actor.isUnit(Sample.passage(words)))
    #expect(Actor.isActor(Sample.passage(words)))
  }

  @Test(arguments: ["党总支书记", "护士长", "分管副院长", "班子成员", "各支部书记", "中层干部", "责任人"])
  func posts(words: String) {
    #expect(Actor.isActor(Sample.passage(words)))
  }

  @Test(arguments: [
    "", "办", "我院", "全院", "各部门的", "加强科", "4月20日前", "2013年", "学习讨论", "把党办", "按要求报党办", "提高认识，工会", "《简报》编辑部",
    "深入到各个医院各个科室各个班组各个病区的每一个角落",
  ])
  func nobody(words: String) {
    #expect(!Actor.isActor(Sample.passage(words)))
  }

  @Test func aListIsOneOfActorsByItsEnds() {
    func actors(_ names: [String]) -> Bool { Actor.areActors(names.map(Sample.passage)) }
    #expect(actors(["门诊", "医务科"]) == false)
    #expect(actors(["门诊部", "院感", "医务科"]))
    #expect(!actors([]))
  }
}
