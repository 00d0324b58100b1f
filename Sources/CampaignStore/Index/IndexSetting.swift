import Campaigns

/// Whether and where what is known of a store's campaigns is kept beside it (docs/decisions/index.md).
package struct IndexSetting: Sendable {
  /// What tells this program from any other that reckons otherwise.
  package var program: String
  /// The user's folder for such files, where a store lies on a network file system; nil where there is none.
  package var cache: String?
  /// Whether anything may be written.
  package var mayWrite: Bool
  /// Bytes of campaigns below which nothing is kept: they are read as fast.
  package var smallest: Int

  /// A setting.
  package init(program: String, cache: String?, mayWrite: Bool, smallest: Int = 256 << 10) {
    (self.program, self.cache, self.mayWrite, self.smallest) = (program, cache, mayWrite, smallest)
  }
}

extension IndexSetting {
  /// What everything that is kept was reckoned with: where it differs, nothing of it is used.
  func context(_ settings: StoreSettings, _ units: UnitRegistry, _ holidays: [HolidayYear]) -> [UInt8] {
    var writer = PackedWriter()
    func write(_ days: [Day]) { writer.write(days) { $0.write($1.number) } }
    writer.write(program)
    let lights = settings.lights ?? .usual
    for number in [lights.dueSoonWorkingDays, lights.behindYellow, lights.behindRed] { writer.write(number) }
    writer.write(units.office(of: settings.organisation)?.id) { $0.write($1) }
    write(settings.ownDays?.off ?? [])
    write(settings.ownDays?.working ?? [])
    writer.write(settings.events) { writer, event in
      writer.write(event.name)
      writer.write(event.days) { writer, days in
        writer.write(days.first.number)
        writer.write(days.last.number)
      }
    }
    writer.write(units.units) { writer, unit in
      writer.write(unit.id)
      writer.write(unit.name)
      writer.write(unit.kind.rawValue)
      writer.write(unit.aliases) { $0.write($1) }
      writer.write(unit.members) { writer, member in
        writer.write(member.unit)
        writer.write(member.from) { $0.write($1.number) }
        writer.write(member.until) { $0.write($1.number) }
      }
      writer.write(unit.mergedInto) { $0.write($1) }
    }
    writer.write(holidays) { writer, year in
      writer.write(year.year)
      writer.write(year.off) { writer, stretch in
        writer.write(stretch.name)
        writer.write(stretch.start.number)
        writer.write(stretch.end.number)
      }
      writer.write(year.working) { $0.write($1.number) }
    }
    var sum = PackedWriter()
    sum.write(raw: [checksum(writer.bytes), checksum([1] + writer.bytes)])
    return sum.bytes
  }
}
