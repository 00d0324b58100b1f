import Foundation

/// Runs programs with posix_spawn. Foundation's Process learns of an end through a socket that every program started
/// meanwhile inherits, so that a tmux server keeps it waiting for ever.
struct Spawn {
  /// What a run left behind; a status of 128 and more is a signal's.
  struct Outcome {
    var status: Int32
    var output: Data
    var errors: Data
  }

  /// Its environment; nothing else of ours is seen.
  var environment: [String: String]

  /// Runs a program to its end, with nothing on its input.
  func run(_ words: [String]) throws -> Outcome {
    let (output, errors) = (try Scratch(), try Scratch())
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.descriptor, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.descriptor, 2)
    // A thread of the tests' own blocks signals; the program is to have them all.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var process = pid_t()
    let error = posix_spawn(&process, words[0], &actions, &attributes, &arguments, &variables)
    guard error == 0 else { throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EIO) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Outcome(status: code, output: output.contents, errors: errors.contents)
  }

  /// A file without a name that no other program inherits.
  private final class Scratch {
    let descriptor: Int32

    init() throws {
      let path = NSTemporaryDirectory() + "duban-output-\(UUID().uuidString)"
      descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      unlink(path)
    }

    deinit { close(descriptor) }

    var contents: Data {
      lseek(descriptor, 0, SEEK_SET)
      return FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).readDataToEndOfFile()
    }
  }
}
