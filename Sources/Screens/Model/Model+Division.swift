import Campaigns
import Wording

/// Splitting a registered task: a form with a title for each of what it becomes.
extension Model {
  /// Whether the selected task can be split. A draft in review has its own way.
  var dividing: Availability { changing { .divide(id: $0, titles: ["-", "--"]) } }

  /// A form of splitting with the task's title in the first field.
  func offeringTitle(_ form: Form) -> Form {
    guard case .divide(let id) = form.purpose, let title = snapshot.row(id: id)?.task.title else {
      return form
    }
    var form = form
    let typed = form.isEmpty ? title : form[.first]
    form.fill([.first: title])
    form[.first] = typed
    return form
  }

  /// Says what a task was split into.
  mutating func sayDivided(_ change: Change) {
    let ids = change.tasks.compactMap { $0.after?.id }
    sayDone(
      wording.pick("已拆成\(ids.count)项", "Split into \(ids.count)"),
      ids.joined(separator: wording.pick("、", ", ")))
  }
}

extension Form {
  /// The act that a form of splitting asks for.
  func division(of id: String, _ model: Model) throws(FormError) -> Act {
    let third = self[.third].trimmed
    return .divide(
      id: id, titles: [try words(.first, model), try words(.second, model)] + (third.isEmpty ? [] : [third]))
  }
}
