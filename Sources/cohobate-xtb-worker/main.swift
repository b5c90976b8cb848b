import Calculation
import Files
import Foundation

// Answers questions about molecules with single points by libxtb: one JSON document per line on standard input, one
// answer per line on standard output. libxtb can end its process, so it has a separate one. Usage: cohobate-xtb-worker
// [--method GFN2] [--solvent water], or --version.

/// Restarts the process with one thread: with more, small molecules are slower, and OpenBLAS reads the setting before
/// `main`.
func continueWithOneThread() {
  let names = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"]
  guard names.contains(where: { ProcessInfo.processInfo.environment[$0] != "1" }) else { return }
  for name in names { unsafe setenv(name, "1", 1) }
  // It returns only on failure: libxtb is then slower, but its results are the same.
  unsafe execv(Installation.current?.program ?? "/proc/self/exe", CommandLine.unsafeArgv)
}

/// Reserves standard output for answers: output of libxtb goes to standard error, and the output of GFN-FF for every
/// molecule is discarded.
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
