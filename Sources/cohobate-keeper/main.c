// cohobate-keeper: runs one program within limits, and lets nothing of it outlive whoever asked for it.
//
//   cohobate-keeper FILE_BYTES FOLDER_BYTES MEMORY_BYTES LIMIT_MILLISECONDS GRACE_MILLISECONDS
//     STDIN STDOUT STDERR SCRATCH PROGRAM [ARGUMENT]...
//
// Standard input is the lifeline: a pipe whose writing ends are all with the controller. When it closes, for whatever
// reason, the program is stopped; SIGTERM does the same. What the program started goes with it, and when it ends by itself
// likewise: as its subreaper the keeper becomes the parent of every orphan, whatever its process group or session. A process
// that cannot be killed is named on the program's standard error, and left.
// The keeper then ends as the program did: with its exit status, or by its signal.
//
// The keeper also keeps the clock and looks after the working folder: it stops the program after LIMIT_MILLISECONDS (0 for no
// limit), and when what is in the folder takes more than FOLDER_BYTES.
//
// STDIN, STDOUT and STDERR are the program's files; "-" is the keeper's own. SCRATCH is a folder that is removed at the
// end, or "-". On its own standard error the keeper says why the program could not be started, where it could not; and
// last, in a line, how long the program ran in microseconds, why it ended, and what was in its folder:
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
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// The list of this process's children. It may miss some while they come and go, so that it is read until none is left.
static const char children[] = "/proc/thread-self/children";

[[noreturn]] static void give_up(int words, const char *what, const char *name) {
  dprintf(words, "'%s' %s: %s\n", name, what, strerror(errno));
  _exit(127);
}

// Lowers a limit, soft and hard. One that is lower already stays.
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

// Since some moment, without the time that the machine slept.
static long long microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

// What is in a folder.
static struct {
  unsigned long long bytes, files, most;
} contents;

static int counted(const char *, const struct stat *file, int type, struct FTW *place) {
  // Of what could not be asked about, such as the files of a folder that must not be entered, `file` says nothing.
  if (place->level == 0 || type == FTW_NS) return 0;
  // What it takes of the disk; an empty file takes its entry, and a limit in bytes is one on their number as well.
  const unsigned long long taken = file->st_blocks * 512ULL;
  contents.bytes += taken > 4096 ? taken : 4096;
  contents.files++;
  return contents.bytes > contents.most;
}

// Whether what is in the working folder takes more than so many bytes; counting ends there.
static bool is_overfull(unsigned long long most) {
  contents.bytes = contents.files = 0;
  contents.most = most;
  nftw(".", counted, 16, FTW_PHYS | FTW_MOUNT);
  return contents.bytes > most;
}

// Reaps orphans that have ended. Returns whether the program has; it stays unreaped, so that its number, which is that of
// its group too, is given to nobody else.
static bool has_ended(pid_t program) {
  siginfo_t ended = {0};
  while (waitid(P_ALL, 0, &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid != 0) {
    if (ended.si_pid == program) return true;
    waitpid(ended.si_pid, NULL, 0);
    ended.si_pid = 0;
  }
  return false;
}

// Takes the signals that have come. Returns whether one of them asks for the end.
static bool take_signals(int signals) {
  bool stops = false;
  struct signalfd_siginfo signal;
  while (read(signals, &signal, sizeof signal) == sizeof signal) stops |= signal.ssi_signo != SIGCHLD;
  return stops;
}

// Why the program ended.
enum reason { ITSELF, STOPPED, LIMIT, FOLDER };
static const char *const reasons[] = {"itself", "stopped", "limit", "folder"};

// What the program is held to, in microseconds and bytes.
struct bounds {
  long long limit, grace;
  unsigned long long folder;
};

// Waits until the program has ended or has to be killed.
static enum reason attend(pid_t program, int signals, struct bounds bounds) {
  enum { LIFELINE, SIGNALS };
  // No events: that the last writer is gone is told all the same, and what is written is the program's to read.
  struct pollfd sources[] = {[LIFELINE] = {.fd = STDIN_FILENO}, [SIGNALS] = {.fd = signals, .events = POLLIN}};
  enum reason reason = ITSELF;
  const long long start = microseconds();
  // The next looks at the clock and into the folder; once the program is being stopped, the end of its grace.
  long long end = bounds.limit > 0 ? start + bounds.limit : LLONG_MAX;
  long long look = start + 100000;
  while (!has_ended(program)) {
    const long long left = (end < look ? end : look) - microseconds();
    const long long wait = left < 0 ? 0 : left / 1000 + 1;
    if (poll(sources, 2, wait > INT_MAX ? INT_MAX : (int)wait) < 0 && errno != EINTR) return reason;
    const bool stops = take_signals(signals) || sources[LIFELINE].revents != 0;
    // Where both have happened since, the program was first.
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
      // A twentieth of the time at most goes into looking.
      const long long spent = microseconds() - now;
      look = now + (20 * spent > 250000 ? 20 * spent : 250000);
    }
    if (reason != ITSELF) {
      sources[LIFELINE].fd = -1;
      end = microseconds() + bounds.grace;
      look = LLONG_MAX;
      kill(-program, SIGTERM);
      kill(-program, SIGCONT);  // A stopped program could not obey.
    }
  }
  return reason;
}

// Says which process stays.
static void leave(pid_t child, int errors) {
  char path[64], name[32] = "";
  snprintf(path, sizeof path, "/proc/%d/comm", child);
  FILE *file = fopen(path, "re");
  if (file && fscanf(file, "%31[^\n]", name) < 1) name[0] = 0;
  if (file) fclose(file);
  dprintf(errors, "cohobate-keeper: process %d (%s) could not be ended, and was left.\n", child, name);
}

// Kills the program and all that descends from it, and returns how the program ended, once all are gone. Those that cannot
// be killed (they belong to another user, or wait for a disk that hangs) are waited for a while, then named and left.
static int end_all(pid_t program, int signals, int errors) {
  // All at once, so that those who multiply cannot run away.
  kill(-program, SIGKILL);
  // Of a program that stays it is the most that can be said.
  int status = SIGKILL;
  const long long end = microseconds() + 8000000;
  for (;;) {
    int ended;
    const pid_t child = waitpid(-1, &ended, WNOHANG);
    if (child < 0 && errno == ECHILD) return status;
    if (child == program) status = ended;
    if (child != 0) continue;
    const bool is_over = microseconds() >= end;
    FILE *list = fopen(children, "re");
    for (int number; list && fscanf(list, "%d", &number) == 1;) is_over ? leave(number, errors) : kill(number, SIGKILL);
    if (list) fclose(list);
    if (is_over) return status;
    // The children of those who die now become the keeper's, and are killed next.
    poll(&(struct pollfd){.fd = signals, .events = POLLIN}, 1, 10);
    take_signals(signals);
  }
}

static int removed(const char *path, const struct stat *, int, struct FTW *) {
  remove(path);
  return 0;
}

// Ends as the program did.
static int end_as(int status) {
  if (!WIFSIGNALED(status)) return WEXITSTATUS(status);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  raise(WTERMSIG(status));
  return 128 + WTERMSIG(status);
}

int main(int count, char **values) {
  if (count < 11) {
    dprintf(STDERR_FILENO, "cohobate-keeper is part of cohobate, and is not run by hand.\n");
    return 2;
  }
  close_range(STDERR_FILENO + 1, ~0U, 0);
  // So that "pkill cohobate" means Cohobate, and finds the keeper still there to end what is left.
  prctl(PR_SET_NAME, "keeper");
  // A controller that ignores a signal does so for itself.
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  const int words = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (access(children, R_OK) < 0) give_up(STDERR_FILENO, "cannot be read", children);
  const int input = opened(values[6], O_RDONLY, STDIN_FILENO);
  const int output = opened(values[7], O_WRONLY | O_CREAT | O_APPEND, STDOUT_FILENO);
  const int errors = opened(values[8], O_WRONLY | O_CREAT | O_APPEND, STDERR_FILENO);
  char **command = values + 10;

  sigset_t watched;
  sigemptyset(&watched);
  sigaddset(&watched, SIGCHLD);
  sigaddset(&watched, SIGTERM);
  sigaddset(&watched, SIGINT);
  sigaddset(&watched, SIGHUP);
  sigprocmask(SIG_SETMASK, &watched, NULL);
  const int signals = signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
  if (signals < 0 || prctl(PR_SET_CHILD_SUBREAPER, 1) < 0 || !limit(RLIMIT_CORE, 0))
    give_up(STDERR_FILENO, "cannot be kept", command[0]);

  const struct bounds bounds = {
    .limit = 1000 * strtoll(values[4], NULL, 10),
    .grace = 1000 * strtoll(values[5], NULL, 10),
    .folder = strtoull(values[2], NULL, 10),
  };
  const pid_t keeper = getpid();
  const long long start = microseconds();
  const pid_t program = fork();
  if (program < 0) give_up(STDERR_FILENO, "cannot be started", command[0]);
  if (program == 0) {
    setpgid(0, 0);
    // The keeper has one thread, and so it is its own end that this is about.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0 || getppid() != keeper) _exit(127);
    if (!limit(RLIMIT_FSIZE, strtoull(values[1], NULL, 10)) || !limit(RLIMIT_DATA, strtoull(values[3], NULL, 10)))
      give_up(words, "cannot be limited", command[0]);
    if (dup2(input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0)
      give_up(words, "cannot be given its files", command[0]);
    sigemptyset(&watched);
    sigprocmask(SIG_SETMASK, &watched, NULL);
    execv(command[0], command);
    give_up(words, "cannot be executed", command[0]);
  }
  setpgid(program, program);  // Here as well as there: whoever comes first.
  enum reason reason = attend(program, signals, bounds);
  const long long ran = microseconds() - start;
  const int status = end_all(program, signals, errors);
  if (is_overfull(bounds.folder) && reason == ITSELF) reason = FOLDER;
  if (strcmp(values[9], "-") != 0) nftw(values[9], removed, 16, FTW_DEPTH | FTW_PHYS);
  // Last: where the controller is gone, this is a write to nobody, and ends the keeper.
  dprintf(words, "ended %lld %s %llu bytes %llu files\n", ran, reasons[reason], contents.bytes, contents.files);
  return end_as(status);
}
