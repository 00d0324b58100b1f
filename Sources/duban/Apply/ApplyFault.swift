import Campaigns
import Wording

/// What is wrong in a line of a file of changes.
struct ApplyFault {
  enum Kind {
    case unknownKey(String)
    case twice(String)
    /// A column with something in it that has no name; counted from 1.
    case namelessColumn(Int)
    /// As many cells as this, where there are so many columns.
    case cells(Int, columns: Int)
    case quotes(CommaText.Flaw)
    /// No JSON from this column on.
    case notJSON(column: Int)
    case notAnObject
    case wrongValue(String)
    case noDeed
    case unknownDeed(String)
    case missing(ApplyKey)
    case unused(ApplyKey, ApplyDeed)
    case badNumber(ApplyKey, String)
    case badChoice(ApplyKey, String, allowed: [String])
    case badName(String)
    case unknownName(String)
    case nameTaken(String)
    /// What a command would have said.
    case failure(Failure)
  }

  var line: Int
  var kind: Kind
}

extension Wording {
  /// The name of a key.
  func name(_ key: ApplyKey) -> String { pick(key.chinese[0], key.rawValue) }
  /// What a line does.
  func name(_ deed: ApplyDeed) -> String { pick(deed.chinese[0], deed.rawValue) }

  /// What is wrong in a line: file, line, why.
  func prose(_ fault: ApplyFault, in file: String) -> String {
    "\(file):\(fault.line)" + pick("：", ": ") + prose(fault.kind)
  }

  private func prose(_ kind: ApplyFault.Kind) -> String {
    switch kind {
    case .unknownKey(let name):
      pick("没有\(quoted(name))这一列", "there is no key \(quoted(name))")
        + nearest(Campaigns.nearest(to: name, among: ApplyKey.names))
    case .twice(let name): pick("\(quoted(name))写了两次。", "\(quoted(name)) stands in it twice.")
    case .namelessColumn(let number): pick("第\(number)列没有列名。", "column \(number) has no name.")
    case .cells(let count, let columns):
      pick("有\(count)格，列名有\(columns)个。", "it has \(count) cells, for \(columns) columns.")
    case .quotes(.openQuote): pick("引号没有收尾，以下未读。", "a quote is left open; what follows was not read.")
    case .quotes(.textBehindQuote): pick("收尾的引号之后还有字。", "there is text behind a closing quote.")
    case .notJSON(let column): pick("第\(column)个字起不是 JSON。", "it is no JSON from column \(column) on.")
    case .notAnObject: pick("不是一个 JSON 对象 {…}。", "it is no JSON object {…}.")
    case .wrongValue(let name):
      pick("\(quoted(name))的值不能是这种类型。", "the value of \(quoted(name)) is of the wrong kind.")
    case .noDeed: pick("没有写动作，也不是新任务。", "it does not say what to do, and is no new task.")
    case .unknownDeed(let word):
      pick("没有\(quoted(word))这种动作", "there is nothing to do called \(quoted(word))")
        + nearest(Campaigns.nearest(to: word, among: ApplyDeed.names))
    case .missing(let key): pick("没有写\(name(key))。", "\(name(key)) is missing.")
    case .unused(let key, let deed):
      pick("\(name(deed))用不上\(quoted(name(key)))。", "\(name(deed)) takes no \(quoted(name(key))).")
    case .badNumber(let key, let text):
      pick("\(name(key))\(quoted(text))不是可用的数。", "\(name(key)): \(quoted(text)) is no number that fits.")
    case .badChoice(let key, let text, let allowed):
      pick(
        "\(name(key))：没有\(quoted(text))，可用：\(joined(allowed))。",
        "\(name(key)): no \(quoted(text)); there are \(joined(allowed)).")
    case .badName(let name):
      pick(
        "代号\(quoted(name))不可用，写作 @甲，不用空格和顿号。",
        "\(quoted(name)) is no name; write @a, without blanks and commas.")
    case .unknownName(let name):
      pick("前面没有代号为\(quoted(name))的任务。", "no line before it calls a task \(quoted(name)).")
    case .nameTaken(let name):
      pick("代号\(quoted(name))前面已用。", "\(quoted(name)) is the name of a task before it.")
    case .failure(let failure): prose(failure)
    }
  }
}
