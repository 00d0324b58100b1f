import Campaigns

/// A sentence of a notice, or a stretch of one. What the rules ask of it is worked out once, when the first of them asks; what
/// times stand in a stretch is known from its sentence.
final class Sentence {
  let words: Passage
  private let whole: (sentence: Sentence, range: Range<Int>)?

  init(_ words: Passage) {
    self.words = words
    whole = nil
  }

  private init(_ range: Range<Int>, of sentence: Sentence) {
    words = sentence.words.slice(range)
    whole = (sentence, range)
  }

  /// A stretch of it.
  func stretch(_ range: Range<Int>) -> Sentence { Sentence(range, of: self) }

  /// What is cited made blank.
  private(set) lazy var masked: Passage =
    whole.map { $0.sentence.masked.slice($0.range) } ?? RunningTime.masked(words)

  /// The times in it.
  private(set) lazy var times: FoundTimes = {
    // A character of several scalars stands at another place there than here.
    if let whole, whole.sentence.times.count == whole.sentence.words.count {
      return whole.sentence.times.stretch(whole.range)
    }
    return FoundTimes(masked.text, mode: .sentence)
  }()

  private var readings: [Bool: TimeReading?] = [:]

  /// When it says that anything is done: its plan has one calendar and one year, so that it is found once.
  func reading(allowsStanding: Bool, _ find: () -> TimeReading?) -> TimeReading? {
    if let known = readings[allowsStanding] { return known }
    let reading = find()
    readings[allowsStanding] = .some(reading)
    return reading
  }

  /// Its clauses; what is cited is not broken.
  var clauses: [Sentence] { masked.ranges(where: \.isClauseEnd).map(stretch) }

  private(set) lazy var mayHoldTime = RunningTime.mayHold(words)
  /// Whether a time in it is not when anything is to be done.
  private(set) lazy var isForeign = RunningTime.isForeign(words)
  private(set) lazy var isPenalty = RunningTime.isPenalty(words)
  /// Whether it sets the time of all items.
  private(set) lazy var isShared = SharedDeadline.isShared(words)
  /// Who does it.
  private(set) lazy var actors = NamedActor.parts(in: words)
  /// Whether it names somebody to whom the work is handed in.
  private(set) lazy var isHandedIn = Addressee.stands(in: words)
}
