import Glibc

/// A login of the machine.
package struct Account: Hashable, Sendable {
  /// Its name; `uid N` where it has none.
  package let name: String
  /// The name with the person's, as the journal has it.
  package let described: String
  /// The groups that it is in, by name.
  package let groups: Set<String>

  /// A login.
  package init(name: String, described: String? = nil, groups: Set<String> = []) {
    (self.name, self.described, self.groups) = (name, described ?? name, groups)
  }

  /// Who runs this program.
  package static var own: Account { Account(user: getuid()) }

  /// The login of a number.
  init(user: uid_t) {
    guard let entry = getpwuid(user) else {
      self.init(name: "uid \(user)")
      return
    }
    let (name, group) = (String(cString: entry.pointee.pw_name), entry.pointee.pw_gid)
    let real = String(cString: entry.pointee.pw_gecos).split(separator: ",").first.map(String.init) ?? ""
    var count: Int32 = 256
    var numbers = [gid_t](repeating: 0, count: Int(count))
    if getgrouplist(name, group, &numbers, &count) < 0 {
      numbers = [gid_t](repeating: 0, count: Int(count))
      _ = getgrouplist(name, group, &numbers, &count)
    }
    let groups = numbers.prefix(Int(max(0, count))).compactMap { number in
      getgrgid(number).map { String(cString: $0.pointee.gr_name) }
    }
    self.init(
      name: name, described: real.isEmpty || real == name ? name : "\(name) \(real)", groups: Set(groups))
  }
}
