// cohobate-keeper: runs one program within limits, and lets nothing of it outlive whoever asked for it.
//
//   cohobate-keeper FILE_BYTES MEMORY_BYTES GRACE_MILLISECONDS STDIN STDOUT STDERR SCRATCH PROGRAM [ARGUMENT]...
//
// Standard input is the lifeline: a pipe whose writing ends are all with the controller. When it closes, for whatever
// reason, the program is stopped; SIGTERM does the same. What the program started goes with it, and when it ends by itself
// likewise: as its subreaper the keeper becomes the parent of every orphan, whatever its process group or session.
// The keeper then ends as the program did: with its exit status, or by its signal.
//
// STDIN, STDOUT and STDERR are the program's files; "-" is the keeper's own. SCRATCH is a folder that is removed at the
// end, or "-". The keeper's own standard error says why the program could not be started, and nothing else.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
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
  dprintf(words, "'%s' %s: %s", name, what, strerror(errno));
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

static long long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
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

// Waits until the program has ended or has to be killed.
static void attend(pid_t program, int signals, long long grace) {
  enum { LIFELINE, SIGNALS };
  // No events: that the last writer is gone is told all the same, and what is written is the program's to read.
  struct pollfd sources[] = {[LIFELINE] = {.fd = STDIN_FILENO}, [SIGNALS] = {.fd = signals, .events = POLLIN}};
  long long end = -1;
  while (!has_ended(program)) {
    const long long left = end < 0 ? -1 : end - milliseconds();
    if (end >= 0 && left <= 0) return;
    if (poll(sources, 2, (int)left) < 0 && errno != EINTR) return;
    const bool stops = take_signals(signals) || sources[LIFELINE].revents != 0;
    if (stops && end < 0) {
      sources[LIFELINE].fd = -1;
      end = milliseconds() + grace;
      kill(-program, SIGTERM);
      kill(-program, SIGCONT);  // A stopped program could not obey.
    }
  }
}

// Kills the program and all that descends from it, and returns how the program ended, once all are gone.
static int end_all(pid_t program, int signals) {
  // All at once, so that those who multiply cannot run away.
  kill(-program, SIGKILL);
  int status = 0;
  for (;;) {
    int ended;
    const pid_t child = waitpid(-1, &ended, WNOHANG);
    if (child < 0 && errno == ECHILD) return status;
    if (child == program) status = ended;
    if (child != 0) continue;
    FILE *list = fopen(children, "re");
    for (int number; list && fscanf(list, "%d", &number) == 1;) kill(number, SIGKILL);
    if (list) fclose(list);
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
  if (count < 9) {
    dprintf(STDERR_FILENO, "cohobate-keeper is part of cohobate, and is not run by hand.\n");
    return 2;
  }
  close_range(STDERR_FILENO + 1, ~0U, 0);
  // A controller that ignores a signal does so for itself.
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  const int words = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (access(children, R_OK) < 0) give_up(STDERR_FILENO, "cannot be read", children);
  const int input = opened(values[4], O_RDONLY, STDIN_FILENO);
  const int output = opened(values[5], O_WRONLY | O_CREAT | O_APPEND, STDOUT_FILENO);
  const int errors = opened(values[6], O_WRONLY | O_CREAT | O_APPEND, STDERR_FILENO);
  char **command = values + 8;

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

  const pid_t keeper = getpid();
  const pid_t program = fork();
  if (program < 0) give_up(STDERR_FILENO, "cannot be started", command[0]);
  if (program == 0) {
    setpgid(0, 0);
    // The keeper has one thread, and so it is its own end that this is about.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0 || getppid() != keeper) _exit(127);
    if (!limit(RLIMIT_FSIZE, strtoull(values[1], NULL, 10)) || !limit(RLIMIT_DATA, strtoull(values[2], NULL, 10)))
      give_up(words, "cannot be limited", command[0]);
    if (dup2(input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0)
      give_up(words, "cannot be given its files", command[0]);
    sigemptyset(&watched);
    sigprocmask(SIG_SETMASK, &watched, NULL);
    execv(command[0], command);
    give_up(words, "cannot be executed", command[0]);
  }
  setpgid(program, program);  // Here as well as there: whoever comes first.
  attend(program, signals, strtoll(values[3], NULL, 10));
  const int status = end_all(program, signals);
  if (strcmp(values[7], "-") != 0) nftw(values[7], removed, 16, FTW_DEPTH | FTW_PHYS);
  return end_as(status);
}
