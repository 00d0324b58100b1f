import Wording

/// 修改草稿: puts title, time and units of a draft right.
struct ReviseDraft: ReviewAction {
  let keys = "e"

  func title(_ wording: Wording) -> String {
    wording.pick("修改草稿：名称、时限、单位", "put a draft right: title, due, units")
  }

  func hint(_ model: Model) -> Hint? { Hint(2, model.wording.pick("修改", "edit")) }
  func availability(_ model: Model) -> Availability { model.hasSelectedDraft }
  func perform(_ model: inout Model) -> [Effect] { model.openForm(.revise) }
}
