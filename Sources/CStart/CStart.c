// Looks at the limits of the user's session, and for /proc, before any library is initialised.
//
// With too little address space, or too few threads, OpenBLAS waits for ever while it is loaded; with too few open files or too
// small a stack the Swift runtime crashes. Only functions of .preinit_array run before the libraries' own constructors. They
// must get by without what those prepare: hence no allocation, and no getenv.

#define _GNU_SOURCE
#include <stdio.h>
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include "CStart.h"

// Refuses to start under a soft limit that is too low.
static void require(int resource, rlim_t least, rlim_t unit, const char *what, const char *option) {
  struct rlimit limit;
  if (getrlimit(resource, &limit) < 0 || limit.rlim_cur >= least) return;
  // What the session allows to be raised is raised. A larger stack would be for the next program only.
  if (resource != RLIMIT_STACK && limit.rlim_max >= least) {
    limit.rlim_cur = least;
    if (setrlimit(resource, &limit) == 0) return;
  }
  dprintf(
    STDERR_FILENO, "error: The session allows %llu %s ('ulimit -%s'), but cohobate needs at least %llu; raise the limit.\n",
    (unsigned long long)(limit.rlim_cur / unit), what, option, (unsigned long long)(least / unit));
  _exit(1);
}

// Matrices of a fit are allocated and freed in turn. jemalloc would give their pages back to the system each time, and with 800
// labels the kernel would spend a quarter of the program's time on clearing them. They are kept for a minute.
const char *malloc_conf = "dirty_decay_ms:60000,muzzy_decay_ms:60000,oversize_threshold:0";

static void start(int, char **, char **) {
  // Without it the Swift runtime knows neither the command line nor where a thread's stack ends, and crashes.
  if (access("/proc/self/stat", R_OK) < 0) {
    dprintf(STDERR_FILENO, "error: '/proc' is not mounted, which cohobate needs to run; mount it ('mount -t proc proc /proc').\n");
    _exit(1);
  }
  require(RLIMIT_NOFILE, 64, 1, "open files", "n");
  require(RLIMIT_STACK, 1 << 20, 1 << 10, "KiB of stack", "s");
  require(RLIMIT_AS, 512 << 20, 1 << 10, "KiB of address space", "v");
  require(RLIMIT_DATA, 256 << 20, 1 << 10, "KiB of data", "d");
  // The limit is one on all processes of a user together, and root has none.
  if (geteuid() == 0) return;
  cpu_set_t cores;
  const int core_count = sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 1;
  require(RLIMIT_NPROC, 32 + 2 * core_count, 1, "processes of a user", "u");
}

__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char **, char **) = start;
