import Calculation
import Foundation

// Answers questions about molecules with single points by libxtb: one JSON document a line on standard input, one a line
// on standard output. libxtb may end the process it lives in, which is why it has one of its own.
// Usage: cohobate-xtb-worker [--method GFN2] [--solvent water], or --version.

/// The environment of a process with one thread: more make small molecules slower, and OpenBLAS reads it before `main`.
func continueWithOneThread() {
  let names = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"]
  guard names.contains(where: { ProcessInfo.processInfo.environment[$0] != "1" }) else { return }
  for name in names { unsafe setenv(name, "1", 1) }
  // It does not return, unless it fails: then libxtb is slower, and no less right.
  unsafe execv("/proc/self/exe", CommandLine.unsafeArgv)
}

/// Takes standard output for the answers alone: what libxtb prints goes to standard error, and what GFN-FF prints of every
/// molecule nowhere.
func reserveStandardOutput(for method: LibXTBSettings.Method) -> FileHandle {
  let answers = FileHandle(fileDescriptor: dup(STDOUT_FILENO), closeOnDealloc: false)
  let elsewhere = method == .gfnff ? unsafe open("/dev/null", O_WRONLY) : STDERR_FILENO
  dup2(elsewhere, STDOUT_FILENO)
  return answers
}

do {
  switch try WorkerCommand(Array(CommandLine.arguments.dropFirst())) {
  case .version:
    guard let version = Library.version else {
      throw WorkerCommand.Misunderstanding(description: "The file of libxtb has no version in its name.")
    }
    print("libxtb \(version)")
  case .answer(let library):
    continueWithOneThread()
    let answers = reserveStandardOutput(for: library.method)
    while let line = readLine() {
      try answers.write(contentsOf: Data((library.answer(line) + "\n").utf8))
    }
  }
} catch {
  FileHandle.standardError.write(Data("cohobate-xtb-worker: \(error)\n".utf8))
  exit(1)
}
