extension TimeScanner {
  /// Whether a time may begin at the place: in running text this is asked before any reader is, and mostly says no. A
  /// reader of a new form adds what its words begin with; `TimeStartTests` has an example for each.
  var mayBeginTime: Bool { mayBeNumber || begins(TimeScanner.starts) }

  private static let starts: Set<UInt32> = {
    let quotas = "每隔双单季半月周按逐逢奇偶"
    let spans = "的，半全年近为历集利用未今"
    let bounds = "约截不最赶从自由即印发本通现"
    let years = "元今本当同明次翌来下后去上xX×*_某✕岁整前"
    let parts = "季首Qq第这初中"
    let others = "长常持始贯立即马边随另时待"
    let words = [quotas, spans, bounds, years, parts, others].joined()
    return Set(words.unicodeScalars.map(\.value))
      .union(Feast.written.compactMap { $0.words.unicodeScalars.first?.value })
      .union(namedPeriods.compactMap { $0.unicodeScalars.first?.value })
  }()
}
