// cohobate-keeper: runs one program within limits, and ends all its processes when its controller ends.
//
//   cohobate-keeper FILE_BYTES FOLDER_BYTES MEMORY_BYTES OPEN_FILES LIMIT_MILLISECONDS GRACE_MILLISECONDS STDIN STDOUT
//   STDERR SCRATCH PROGRAM [ARGUMENT]...
//
// Standard input is the lifeline: a pipe whose writing ends are all held by the controller. When it closes, for
// whatever reason, the program is stopped; SIGTERM has the same effect. All processes that the program started are
// stopped with it, and also when it ends by itself: as a subreaper the keeper becomes the parent of every orphan,
// whatever its process group or session. A process that cannot be killed is named on the program's standard error and
// left. The keeper then ends as the program did: with its exit status, or by its signal.
//
// The keeper is two processes. The inner one does all of this. The outer one is its parent and only watches it: if the
// inner one is killed, the outer one inherits the program's processes and kills them; if the inner one is stopped, the
// outer one continues it. If the outer one is killed, the kernel tells the inner one to stop. Their command lines
// differ ("cohobate-keeper …" and "keeper"), so that 'pkill -f cohobate' misses the inner one, which then cleans up.
//
// The keeper also measures the time and the size of the working folder: it stops the program after LIMIT_MILLISECONDS
// (0 for no limit), and when the contents of the folder take more than FOLDER_BYTES.
//
// STDIN, STDOUT and STDERR are the program's files; "-" is the keeper's own. SCRATCH is the keeper's working folder,
// which is then removed at the end, or "-". On its own standard error the keeper reports why the program could not be
// started, if so, and in a last line the program's run time in microseconds, why it ended, and what was in its folder:
//
//   ended 1234567 itself|stopped|limit|folder 40960 bytes 9 files

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// The list of this process's children. It may miss some that are being started or ending, so it is read until it is
// empty.
static const char children[] = "/proc/thread-self/children";

[[noreturn]] static void give_up(int words, const char *what, const char *name) {
  dprintf(words, "'%s' %s: %s\n", name, what, strerror(errno));
  _exit(127);
}

// Gives the program the soft limit on open files that the user's session had before Cohobate raised its own: some
// programs iterate over all possible descriptors.
static void restore_open_files(rlim_t most) {
  struct rlimit old;
  if (getrlimit(RLIMIT_NOFILE, &old) == 0 && most < old.rlim_cur)
    setrlimit(RLIMIT_NOFILE, &(struct rlimit){most, old.rlim_max});
}

// Lowers a limit, soft and hard. A lower existing limit is kept.
static bool limit(int resource, rlim_t most) {
  struct rlimit old;
  if (getrlimit(resource, &old) < 0) return false;
  const rlim_t value = old.rlim_max < most ? old.rlim_max : most;
  return setrlimit(resource, &(struct rlimit){value, value}) == 0;
}

// The program's descriptor for a file, or the keeper's own for "-".
static int opened(const char *name, int flags, int own) {
  if (strcmp(name, "-") == 0) return own;
  const int file = open(name, flags | O_CLOEXEC | O_NOCTTY, 0666);
  if (file < 0) give_up(STDERR_FILENO, "cannot be opened", name);
  return file;
}

// The time since some fixed moment, excluding the time that the machine slept.
static long long microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

// The contents of a folder.
static struct {
  unsigned long long bytes, files, most;
} contents;

static int counted(const char *, const struct stat *file, int type, struct FTW *place) {
  // Entries that could not be examined, such as files in an unreadable folder, have no valid `file`.
  if (place->level == 0 || type == FTW_NS) return 0;
  // The disk space it takes. An empty file counts with its entry, so that a limit in bytes also limits the number of
  // files.
  const unsigned long long taken = file->st_blocks * 512ULL;
  contents.bytes += taken > 4096 ? taken : 4096;
  contents.files++;
  return contents.bytes > contents.most;
}

// Whether the contents of the working folder take more than `most` bytes; counting stops there.
static bool is_overfull(unsigned long long most) {
  contents.bytes = contents.files = 0;
  contents.most = most;
  nftw(".", counted, 16, FTW_PHYS | FTW_MOUNT);
  return contents.bytes > most;
}

// Reaps orphans that have ended. Returns whether the program has ended; the program stays unreaped, so that its number,
// which is also its group's, is not reused.
static bool has_ended(pid_t program) {
  siginfo_t ended = {0};
  while (waitid(P_ALL, 0, &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid != 0) {
    if (ended.si_pid == program) return true;
    waitpid(ended.si_pid, NULL, 0);
    ended.si_pid = 0;
  }
  return false;
}

// Reads the pending signals. Returns whether one of them requests the end.
static bool take_signals(int signals) {
  bool stops = false;
  struct signalfd_siginfo signal;
  while (read(signals, &signal, sizeof signal) == sizeof signal) stops |= signal.ssi_signo != SIGCHLD;
  return stops;
}

// Why the program ended.
enum reason { ITSELF, STOPPED, LIMIT, FOLDER };
static const char *const reasons[] = {"itself", "stopped", "limit", "folder"};

// The limits of the program, in microseconds and bytes.
struct bounds {
  long long limit, grace;
  unsigned long long folder;
};

// Waits until the program has ended or must be killed.
static enum reason attend(pid_t program, int signals, struct bounds bounds) {
  enum { LIFELINE, SIGNALS };
  // No events: the end of the last writer is reported all the same, and what is written is for the program to read.
  struct pollfd sources[] = {[LIFELINE] = {.fd = STDIN_FILENO}, [SIGNALS] = {.fd = signals, .events = POLLIN}};
  enum reason reason = ITSELF;
  const long long start = microseconds();
  // The time of the next check of clock and folder; once the program is being stopped, the end of its grace period.
  long long end = bounds.limit > 0 ? start + bounds.limit : LLONG_MAX;
  long long look = start + 100000;
  while (!has_ended(program)) {
    const long long left = (end < look ? end : look) - microseconds();
    const long long wait = left < 0 ? 0 : left / 1000 + 1;
    if (poll(sources, 2, wait > INT_MAX ? INT_MAX : (int)wait) < 0 && errno != EINTR) return reason;
    const bool stops = take_signals(signals) || sources[LIFELINE].revents != 0;
    // If both have happened, the program ended first.
    if (has_ended(program)) return reason;
    const long long now = microseconds();
    if (reason != ITSELF) {
      if (now >= end) return reason;
      continue;
    }
    if (stops) {
      reason = STOPPED;
    } else if (now >= end) {
      reason = LIMIT;
    } else if (now >= look) {
      if (is_overfull(bounds.folder)) reason = FOLDER;
      // At most a twentieth of the time is spent on checking.
      const long long spent = microseconds() - now;
      look = now + (20 * spent > 250000 ? 20 * spent : 250000);
    }
    if (reason != ITSELF) {
      sources[LIFELINE].fd = -1;
      end = microseconds() + bounds.grace;
      look = LLONG_MAX;
      kill(-program, SIGTERM);
      kill(-program, SIGCONT);  // A stopped process could not react to the signal.
    }
  }
  return reason;
}

// Reports a process that could not be killed.
static void leave(pid_t child, int errors) {
  char path[64], name[32] = "";
  snprintf(path, sizeof path, "/proc/%d/comm", child);
  FILE *file = fopen(path, "re");
  if (file && fscanf(file, "%31[^\n]", name) < 1) name[0] = 0;
  if (file) fclose(file);
  dprintf(errors, "cohobate-keeper: process %d (%s) could not be ended, and was left.\n", child, name);
}

// Kills the program and all its descendants, waits for their end, and returns how the program ended. Processes that
// cannot be killed (they belong to another user, or wait for a hanging disk) are waited for briefly, then named and
// left. `program` is 0 if it has been reaped already.
static int end_all(pid_t program, int signals, int errors) {
  // All at once, so that processes that fork cannot escape.
  if (program > 0) kill(-program, SIGKILL);
  // The best available answer if the program cannot be killed.
  int status = SIGKILL;
  const long long end = microseconds() + 8000000;
  for (;;) {
    int ended;
    const pid_t child = waitpid(-1, &ended, WNOHANG);
    if (child < 0 && errno == ECHILD) return status;
    if (child > 0 && child == program) status = ended;
    if (child != 0) continue;
    const bool is_over = microseconds() >= end;
    FILE *list = fopen(children, "re");
    for (int number; list && fscanf(list, "%d", &number) == 1;) is_over ? leave(number, errors) : kill(number, SIGKILL);
    if (list) fclose(list);
    if (is_over) return status;
    // The children of processes that are dying become the keeper's, and are killed next.
    poll(&(struct pollfd){.fd = signals, .events = POLLIN}, 1, 10);
    take_signals(signals);
  }
}

static int removed(const char *path, const struct stat *, int, struct FTW *) {
  remove(path);
  return 0;
}

// Ends like the program.
static int end_as(int status) {
  if (!WIFSIGNALED(status)) return WEXITSTATUS(status);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  raise(WTERMSIG(status));
  return 128 + WTERMSIG(status);
}

// Removes the keeper's working folder, provided that the path leads to it; nothing else is ever removed.
static void remove_folder(const char *path) {
  struct stat here, there;
  if (stat(".", &here) < 0 || lstat(path, &there) < 0 || !S_ISDIR(there.st_mode)) return;
  if (here.st_dev != there.st_dev || here.st_ino != there.st_ino) return;
  nftw(path, removed, 16, FTW_DEPTH | FTW_PHYS);
}

// Blocks the signals that a keeper handles, and returns the descriptor from which they are read.
static int watched_signals(sigset_t *watched) {
  sigemptyset(watched);
  sigaddset(watched, SIGCHLD);
  sigaddset(watched, SIGTERM);
  sigaddset(watched, SIGINT);
  sigaddset(watched, SIGHUP);
  sigprocmask(SIG_SETMASK, watched, NULL);
  return signalfd(-1, watched, SFD_CLOEXEC | SFD_NONBLOCK);
}

// The outer keeper: watches the inner one, and ends like it. The inner one sets `is_done` when nothing is left to do.
[[noreturn]] static void watch(pid_t inner, int signals, const volatile bool *is_done, const char *scratch) {
  // Only the inner keeper holds the lifeline, the program's files and the report, so that they close when it ends.
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int own = STDIN_FILENO; own <= STDERR_FILENO; own++) dup2(null, own);
  for (;;) {
    int status;
    const pid_t child = waitpid(inner, &status, WNOHANG | WUNTRACED);
    if (child < 0 && errno != EINTR) _exit(127);
    if (child == inner && WIFSTOPPED(status)) {
      kill(inner, SIGCONT);
    } else if (child == inner) {
      if (!*is_done) {
        end_all(0, signals, null);
        remove_folder(scratch);
      }
      _exit(end_as(status));
    } else {
      poll(&(struct pollfd){.fd = signals, .events = POLLIN}, 1, -1);
      if (take_signals(signals)) kill(inner, SIGTERM);
    }
  }
}

// Starts the inner keeper; returns only in the inner one. Each of the two reads its own signals from the descriptor.
static void become_inner(int signals, volatile bool *is_done, const char *scratch) {
  const pid_t outer = getpid();
  const pid_t inner = fork();
  if (inner < 0) give_up(STDERR_FILENO, "cannot be started", "cohobate-keeper");
  if (inner > 0) watch(inner, signals, is_done, scratch);
  // Each keeper has one thread, so this signal means the end of the whole outer keeper.
  if (prctl(PR_SET_PDEATHSIG, SIGTERM) < 0 || getppid() != outer) _exit(127);
}

// Copies the words of the command line, which is then overwritten.
static char **taken(int count, char **values) {
  char **copies = calloc(count + 1, sizeof *copies);
  for (int index = 0; copies && index < count; index++)
    if (!(copies[index] = strdup(values[index]))) copies = NULL;
  if (!copies) give_up(STDERR_FILENO, "cannot be kept", values[0]);
  const size_t length = values[count - 1] + strlen(values[count - 1]) - values[0];
  memset(values[0], 0, length);
  strncpy(values[0], "keeper", length);
  return copies;
}

int main(int count, char **values) {
  if (count < 12) {
    dprintf(STDERR_FILENO, "cohobate-keeper is part of cohobate, and is not run by hand.\n");
    return 2;
  }
  close_range(STDERR_FILENO + 1, ~0U, 0);
  // So that "pkill cohobate" kills only Cohobate, and the keeper can still clean up.
  prctl(PR_SET_NAME, "keeper");
  // So that the program cannot write a report in the keeper's name through /proc.
  prctl(PR_SET_DUMPABLE, 0);
  // Resets signals that the controller ignores; ignoring them is not meant for the program.
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  volatile bool *is_done = mmap(NULL, sizeof *is_done, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sigset_t watched;
  const int signals = watched_signals(&watched);
  if (is_done == MAP_FAILED || signals < 0 || prctl(PR_SET_CHILD_SUBREAPER, 1) < 0 || !limit(RLIMIT_CORE, 0))
    give_up(STDERR_FILENO, "cannot be kept", values[11]);
  if (access(children, R_OK) < 0) give_up(STDERR_FILENO, "cannot be read", children);
  become_inner(signals, is_done, values[10]);
  values = taken(count, values);

  const int words = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  const int input = opened(values[7], O_RDONLY, STDIN_FILENO);
  const int output = opened(values[8], O_WRONLY | O_CREAT | O_APPEND, STDOUT_FILENO);
  const int errors = opened(values[9], O_WRONLY | O_CREAT | O_APPEND, STDERR_FILENO);
  const char *scratch = values[10];
  char **command = values + 11;
  // A fork does not inherit the subreaper attribute.
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) < 0) give_up(STDERR_FILENO, "cannot be kept", command[0]);

  const struct bounds bounds = {
    .limit = 1000 * strtoll(values[5], NULL, 10),
    .grace = 1000 * strtoll(values[6], NULL, 10),
    .folder = strtoull(values[2], NULL, 10),
  };
  const pid_t keeper = getpid();
  const long long start = microseconds();
  const pid_t program = fork();
  if (program < 0) give_up(STDERR_FILENO, "cannot be started", command[0]);
  if (program == 0) {
    setpgid(0, 0);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0 || getppid() != keeper) _exit(127);
    if (!limit(RLIMIT_FSIZE, strtoull(values[1], NULL, 10)) || !limit(RLIMIT_DATA, strtoull(values[3], NULL, 10)))
      give_up(words, "cannot be limited", command[0]);
    restore_open_files(strtoull(values[4], NULL, 10));
    if (dup2(input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0)
      give_up(words, "cannot be given its files", command[0]);
    sigemptyset(&watched);
    sigprocmask(SIG_SETMASK, &watched, NULL);
    execv(command[0], command);
    give_up(words, "cannot be executed", command[0]);
  }
  setpgid(program, program);  // Set in both processes, because either may run first.
  enum reason reason = attend(program, signals, bounds);
  const long long ran = microseconds() - start;
  const int status = end_all(program, signals, errors);
  if (is_overfull(bounds.folder) && reason == ITSELF) reason = FOLDER;
  remove_folder(scratch);
  *is_done = true;
  // Last, because writing may end the keeper if the controller is gone.
  dprintf(words, "ended %lld %s %llu bytes %llu files\n", ran, reasons[reason], contents.bytes, contents.files);
  return end_as(status);
}
