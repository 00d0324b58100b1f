import Wording

/// Shows one of the main views, by its number.
struct ShowView: KeyAction {
  /// Its place among `Place.main`.
  let index: Int
  let group = KeyGroup.views
  let presence = Presence.withStore
  var keys: String { "\(index + 1)" }
  private var place: Place { Place.main[index] }
  init(_ index: Int) { self.index = index }
  func title(_ wording: Wording) -> String { place.view.title(.none(wording)) }

  func hint(_ model: Model) -> Hint? {
    index == 0 ? Hint(7, model.wording.pick("视图", "views"), keys: "1-\(Place.main.count)") : nil
  }

  func availability(_ model: Model) -> Availability { .live }

  func perform(_ model: inout Model) -> [Effect] {
    guard model.screen.place != place else { return [] }
    // Home keeps its place; another view begins anew.
    model.stack = Array(model.stack.prefix(1))
    if place != .home { model.stack.append(ScreenState(place)) }
    model.refresh()
    return []
  }
}
