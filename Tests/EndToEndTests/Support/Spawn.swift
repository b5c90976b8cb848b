import Glibc

/// Starts a program in a folder as a shell would: with default signals, and none blocked.
func spawn(
  _ path: String, _ arguments: [String], folder: String, environment: [String: String], input: String = "/dev/null",
  output: Int32, error: Int32
) throws -> pid_t {
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
  unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
  unsafe posix_spawn_file_actions_adddup2(&actions, error, 2)

  var attributes = posix_spawnattr_t()
  unsafe posix_spawnattr_init(&attributes)
  defer { unsafe posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  unsafe sigemptyset(&none)
  unsafe posix_spawnattr_setsigmask(&attributes, &none)
  var all = sigset_t()
  unsafe sigfillset(&all)
  unsafe posix_spawnattr_setsigdefault(&attributes, &all)
  unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

  // `env` changes the folder, and becomes the program.
  let changer = "/usr/bin/env"
  var texts: [UnsafeMutablePointer<CChar>?] =
    unsafe ([changer, "--chdir=\(folder)", "--", path] + arguments).map { unsafe strdup($0) } + [nil]
  var variables: [UnsafeMutablePointer<CChar>?] =
    unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
  defer { unsafe (texts + variables).forEach { unsafe free($0) } }
  var process: pid_t = 0
  let result = unsafe posix_spawn(&process, changer, &actions, &attributes, &texts, &variables)
  guard result == 0 else { throw SpawnFailure(path: path, number: result) }
  return process
}

/// The program could not be started.
struct SpawnFailure: Error, CustomStringConvertible {
  let path: String
  let number: Int32

  var description: String { unsafe "'\(path)' cannot be started: \(String(cString: strerror(number)))" }
}
