import Testing

/// Commands and options that are misspelt, or another program's.
struct NearMissTests {
  @Test(
    arguments: [
      (
        "ls", "没有“ls”这个命令，这里用“list”。用法见 duban help。",
        "There is no command \"ls\"; here it is \"list\". See duban help."
      ),
      ("LIST", "没有“LIST”这个命令，最接近的是“list”。", "the nearest is \"list\""),
      ("lsit", "最接近的是“list”", "the nearest is \"list\""),
      ("rm h26-3", "这里用“cancel”（撤销，记录保留；误登的在屏幕上按 D 去掉）", "D on the screen"),
      ("delete x", "这里用“cancel”", "\"cancel\""),
      ("new", "这里用“add”", "\"add\""), ("create", "这里用“add”", "\"add\""), ("find x", "这里用“list”", "\"list\""),
      ("search x", "这里用“list”", "\"list\""), ("ps", "这里用“status”", "\"status\""),
      ("stat", "这里用“status”", "\"status\""),
      ("view rm x", "这里用“remove”。用法见 duban help view。", "\"remove\". See duban help view."),
      ("event delete x", "这里用“clear”", "\"clear\""), ("view ls", "这里用“list”", "\"list\""),
      (
        "list --jsno", "duban list 没有“--jsno”这个选项，最接近的是“--json”。用法见 duban help list。",
        "duban list has no option \"--jsno\"; the nearest is \"--json\". See duban help list."
      ),
      ("list --colums id", "最接近的是“--columns”", "the nearest is \"--columns\""),
      ("view --colums id", "最接近的是“--columns”", "\"--columns\""),
      ("list --JSON", "最接近的是“--json”", "\"--json\""), ("list -json", "最接近的是“--json”", "\"--json\""),
      ("--jsno", "最接近的是“--json”", "\"--json\""),
      ("list --nothing-like-it", "没有“--nothing-like-it”这个选项。", "no option \"--nothing-like-it\"."),
      ("complte", "没有“complte”这个命令。", "no command \"complte\"."),
      ("done h26-1 -m --colums --form x", "最接近的是“--from”", "\"--from\""),
    ])
  func theNearestIsNamed(typed: String, zh: String, en: String) throws {
    for (language, words) in [("zh", zh), ("en", en)] {
      let outcome = try Program().run(typed.split(separator: " ").map(String.init) + ["--lang", language])
      #expect(outcome.status == 64 && outcome.output.isEmpty)
      #expect(outcome.errors.contains(words), "\(typed): \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
  }
}
