// cohobate-pilot: one job of a cluster, which takes calculations from a spool folder until none is left or its time is
// up.
//
//   cohobate-pilot SPOOL SLOTS IDLE_SECONDS SECONDS HEARTBEAT_MILLISECONDS SCRATCH [VARIABLE]...
//
// SPOOL is a folder on a disk that the controller sees too:
//
//   waiting/SEQUENCE~TASK   tasks (the format is in spool.c)
//   claimed/TASK.PILOT      a task that a pilot took: a rename, which only one pilot can do
//   results/TASK            a result: written beside, synced, and renamed
//   pilots/PILOT            a pilot's heartbeat: a counter, what it did, and why it left
//   stop                    pilots leave when this file is there, or when the spool is gone
//
// PILOT is HOST.JOB.PROCESS. A pilot runs SLOTS attempts at once, each by cohobate-keeper, which is beside it, in a
// folder below SCRATCH, a disk of the node. Programs see the variables of their task, and of the pilot's own
// environment only those named VARIABLE. Programs that answer questions stay running, at most one for each slot.
//
// A pilot leaves after IDLE_SECONDS without a task, on SIGTERM, SIGUSR1 or SIGINT, and before its time is up, which
// $SLURM_JOB_END_TIME says, or else SECONDS from its start. It gives unfinished tasks back: they have not failed. A disk that does
// not take a result or a claim is tried again until the time is up.

#define _GNU_SOURCE
#include "pilot.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_SLOTS = 1024, FREE_BYTES = 16 << 20, FULL_BYTES = 1 << 20 };

// An attempt in a slot of the pilot.
struct slot {
  bool is_busy;
  pid_t keeper;       // of a program that ends with its task
  int lifeline;       // the writing end of the keeper's standard input
  int words;          // what the keeper says
  int status;
  long long start;
  struct task task;
  char folder[PATH_MAX];
  struct worker worker;
};

// An attempt that has ended, and whose result is not written yet.
struct ended {
  int status;
  struct task task;
  char folder[PATH_MAX];
};

static const char *spool;
static char name[256];     // HOST.JOB.PROCESS
static char job[128];
static char scratch[PATH_MAX];
static struct slot slots[MOST_SLOTS];
static int slot_count;
static struct ended ended[2 * MOST_SLOTS];
static int ended_count;
static const char *complaint = "";
static long long done, busy;   // attempts, and their microseconds
static long long longest;      // of an attempt, in microseconds
static long long began;

long long microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

static int running(void) {
  int count = 0;
  for (int index = 0; index < slot_count; index++) count += slots[index].is_busy;
  return count;
}

// Letters, digits and hyphens: the rest would be read as separators.
static void clean(char *text) {
  for (; *text; text++)
    if (!((*text >= '0' && *text <= '9') || (*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z')))
      *text = '-';
}

static void name_pilot(void) {
  static const char *const variables[] = {"COHOBATE_JOB", "HQ_JOB_ID",  "SLURM_JOB_ID",
                                          "PBS_JOBID",    "LSB_JOBID", "JOB_ID"};
  // The first of them that is set: a step of a job, or a task of HyperQueue, may run in a job of another queue.
  char host[64] = "node";
  gethostname(host, sizeof host - 1);
  clean(host);
  snprintf(job, sizeof job, "0");
  for (int index = 5; index >= 0; index--)
    if (getenv(variables[index])) snprintf(job, sizeof job, "%s", getenv(variables[index]));
  // A PBS number is followed by its server.
  job[strcspn(job, ".")] = 0;
  clean(job);
  snprintf(name, sizeof name, "%s.%s.%d", host, job, getpid());
}

static void path_to(char *path, const char *folder, const char *file) {
  snprintf(path, PATH_MAX, "%s/%s%s%s", spool, folder, *file ? "/" : "", file);
}

static void path_to_claim(char *path, const char *task) {
  char file[PATH_MAX];
  snprintf(file, sizeof file, "%.512s.%s", task, name);
  path_to(path, "claimed", file);
}

// Writes how the pilot is: a counter that changes, since clocks of two machines differ.
static void beat(const char *state) {
  static long long counter;
  char path[PATH_MAX], beside[PATH_MAX];
  path_to(path, "pilots", name);
  snprintf(beside, sizeof beside, "%.*s~", (int)sizeof beside - 2, path);
  const int file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return;
  const long long now = microseconds();
  long long spent = busy;
  for (int index = 0; index < slot_count; index++)
    if (slots[index].is_busy) spent += now - slots[index].start;
  dprintf(file, "%lld %s %d %d %lld %lld %lld %s\n", ++counter, state, slot_count, running(), done, spent, now - began,
          complaint);
  close(file);
  rename(beside, path);
}

// Puts a claimed task back, first in the order.
static void give_back(const char *task) {
  char from[PATH_MAX], to[PATH_MAX], file[PATH_MAX];
  path_to_claim(from, task);
  snprintf(file, sizeof file, "00000000~%.512s", task);
  path_to(to, "waiting", file);
  rename(from, to);
}

// Puts back what this job had claimed when it ran before: it was started again after its node was lost.
static void give_back_former(void) {
  char path[PATH_MAX], part[160];
  snprintf(part, sizeof part, ".%s.", job);
  path_to(path, "claimed", "");
  DIR *folder = strcmp(job, "0") ? opendir(path) : NULL;
  for (struct dirent *entry; folder && (entry = readdir(folder));) {
    char *pilot = strchr(entry->d_name, '.');
    if (!pilot || !strstr(pilot, part) || strcmp(pilot + 1, name) == 0) continue;
    char from[PATH_MAX], to[PATH_MAX], file[PATH_MAX];
    path_to(from, "claimed", entry->d_name);
    snprintf(file, sizeof file, "00000000~%.*s", (int)(pilot - entry->d_name), entry->d_name);
    path_to(to, "waiting", file);
    rename(from, to);
  }
  if (folder) closedir(folder);
}

static unsigned long long free_bytes(void) {
  struct statvfs disk;
  if (statvfs(scratch, &disk) < 0) return ~0ULL;
  return (unsigned long long)disk.f_bavail * disk.f_frsize;
}

// Makes the pilot's folder on the node's disk, and removes those of pilots that were killed.
static void make_scratch(const char *place) {
  static const char beginning[] = "cohobate-pilot-";
  DIR *folder = opendir(place);
  for (struct dirent *entry; folder && (entry = readdir(folder));) {
    if (strncmp(entry->d_name, beginning, sizeof beginning - 1) != 0) continue;
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%.2000s/%.255s", place, entry->d_name);
    const int other = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    struct stat status;
    if (other >= 0 && fstat(other, &status) == 0 && status.st_uid == geteuid() && flock(other, LOCK_EX | LOCK_NB) == 0)
      remove_tree(path);
    if (other >= 0) close(other);
  }
  if (folder) closedir(folder);
  for (int tries = 0; tries < 100; tries++) {
    snprintf(scratch, sizeof scratch, "%.2000s/%s%s-XXXXXX", place, beginning, job);
    if (!mkdtemp(scratch)) break;
    // Held until the pilot ends. Another pilot may have taken the folder for one that was left, and removed it.
    const int own = open(scratch, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct stat held, named;
    if (own >= 0 && flock(own, LOCK_EX | LOCK_NB) == 0 && fstat(own, &held) == 0 && stat(scratch, &named) == 0
        && held.st_ino == named.st_ino && held.st_dev == named.st_dev)
      return;
    if (own >= 0) close(own);
  }
  complaint = "the scratch folder of the node cannot be used";
  scratch[0] = 0;
}

// Asks the question of a slot's task: of the slot's worker, or of a new one. False if the node cannot.
static bool start_asking(struct slot *slot) {
  if (!can_answer(&slot->worker, &slot->task)) {
    end_worker(&slot->worker);
    if (!start_worker(&slot->worker, &slot->task, scratch)) return false;
  }
  ask(&slot->worker, &slot->task);
  return true;
}

// Starts the program of a slot's task. False if the node cannot.
static bool start_program(struct slot *slot) {
  // There are never more programs than slots.
  end_worker(&slot->worker);
  snprintf(slot->folder, sizeof slot->folder, "%.2000s/%.512s", scratch, slot->task.id);
  if (!unpack(&slot->task, slot->folder)) {
    complaint = "the disk of the node takes no files";
    return false;
  }
  int lifeline[2], words[2];
  if (pipe2(lifeline, O_CLOEXEC) < 0) return false;
  if (pipe2(words, O_CLOEXEC | O_NONBLOCK) < 0) {
    close(lifeline[0]);
    close(lifeline[1]);
    return false;
  }
  slot->keeper = start_keeper(&slot->task, slot->folder, lifeline[0], words[1], words[1]);
  close(lifeline[0]);
  close(words[1]);
  slot->lifeline = lifeline[1];
  slot->words = words[0];
  if (slot->keeper > 0) return true;
  close(slot->lifeline);
  close(slot->words);
  return false;
}

// Starts the task of a slot; false if the node cannot.
static bool start(struct slot *slot) {
  if (!(slot->task.question ? start_asking(slot) : start_program(slot))) return false;
  slot->is_busy = true;
  slot->start = microseconds();
  return true;
}

// Frees a slot. What its task holds stays.
static void release(struct slot *slot) {
  slot->is_busy = false;
  if (slot->task.question) return;
  if (slot->lifeline >= 0) close(slot->lifeline);
  close(slot->words);
}

// Puts back the task of a slot.
static void abandon(struct slot *slot) {
  give_back(slot->task.id);
  release(slot);
  if (!slot->task.question) remove_tree(slot->folder);
  forget(&slot->task);
}

// Brings the worker of another free slot that can answer a slot's question to this one.
static void bring_worker(struct slot *slot) {
  if (!slot->task.question || can_answer(&slot->worker, &slot->task)) return;
  for (int index = 0; index < slot_count; index++) {
    struct slot *other = &slots[index];
    if (other == slot || other->is_busy || !can_answer(&other->worker, &slot->task)) continue;
    const struct worker worker = other->worker;
    other->worker = slot->worker;
    slot->worker = worker;
    return;
  }
}

// Whether a task whose limit is given may end before the pilot must leave: the limit, or twice the longest until now.
static bool fits(const struct task *task, long long end) {
  const long long limit = 1000 * task->limit_milliseconds;
  const long long expected = longest > 0 && 2 * longest < limit ? 2 * longest : limit;
  return microseconds() + expected < end;
}

// Takes the next task into a slot. 1: it runs; 0: there is none, or it does not fit; -1: the pilot must leave.
static int claim(struct slot *slot, long long end, bool *is_late) {
  static char **list;
  static int length, next;
  if (next >= length) {
    for (int index = 0; index < length; index++) free(list[index]);
    free(list);
    char path[PATH_MAX];
    path_to(path, "waiting", "");
    length = listed(path, &list);
    next = 0;
  }
  while (next < length) {
    const char *file = list[next++], *task = strchr(file, '~');
    if (!task) continue;
    task++;
    char from[PATH_MAX], to[PATH_MAX];
    path_to(from, "waiting", file);
    path_to_claim(to, task);
    bool is_mine = false;
    for (int index = 0; index < slot_count; index++)
      is_mine |= slots[index].is_busy && strcmp(slots[index].task.id, task) == 0;
    for (int index = 0; index < ended_count; index++) is_mine |= strcmp(ended[index].task.id, task) == 0;
    if (is_mine) {
      // It runs here, and was put back by mistake: only the claim is made again.
      rename(from, to);
      continue;
    }
    // A network disk may report an error for a rename that happened: then the claim is there.
    if (rename(from, to) < 0 && access(to, F_OK) < 0) continue;
    if (!read_task(to, task, &slot->task)) {
      // A damaged file is removed: the controller notices that its task is gone, and writes it again.
      unlink(to);
      continue;
    }
    if (!fits(&slot->task, end)) {
      give_back(task);
      forget(&slot->task);
      *is_late = true;
      return 0;
    }
    if (free_bytes() < FREE_BYTES) complaint = "the disk of the node is full";
    bring_worker(slot);
    if (!*complaint && start(slot)) return 1;
    if (!*complaint) complaint = "the node starts no further processes";
    give_back(task);
    if (!slot->task.question) remove_tree(slot->folder);
    forget(&slot->task);
    return -1;
  }
  return 0;
}

// Writes the result of an attempt that has ended; false if the disk does not take it now.
static bool deliver(const struct ended *one) {
  char path[PATH_MAX], beside[PATH_MAX], file[PATH_MAX];
  snprintf(file, sizeof file, "%.512s.%s", one->task.id, name);
  path_to(path, "results", one->task.id);
  path_to(beside, "results", file);
  if (!write_result(beside, name, one->status, free_bytes(), one->folder, &one->task)) {
    unlink(beside);
    return false;
  }
  // The first result stands. A rename that happened may be reported as an error; then the file beside is gone.
  if (access(path, F_OK) == 0)
    unlink(beside);
  else if (rename(beside, path) < 0 && access(beside, F_OK) == 0)
    return false;
  char claimed[PATH_MAX];
  path_to_claim(claimed, one->task.id);
  unlink(claimed);
  return true;
}

// Writes the results of the attempts that have ended. Those that the disk does not take stay.
static void deliver_all(void) {
  int left = 0;
  for (int index = 0; index < ended_count; index++) {
    if (!deliver(&ended[index])) {
      ended[left++] = ended[index];
      continue;
    }
    remove_tree(ended[index].folder);
    forget(&ended[index].task);
  }
  ended_count = left;
}

// Set once a signal has told the pilot to leave.
static bool is_leaving;

// Waits for a signal that tells the pilot to leave.
static bool is_told_to_leave(int milliseconds) {
  sigset_t endings;
  sigemptyset(&endings);
  sigaddset(&endings, SIGTERM);
  sigaddset(&endings, SIGUSR1);
  sigaddset(&endings, SIGINT);
  return sigtimedwait(&endings, NULL, &(struct timespec){.tv_nsec = milliseconds * 1000000L}) > 0;
}

// Whether the attempt of a slot has ended. One whose worker must be replaced has not, unless the node starts no other.
static bool has_ended(struct slot *slot) {
  if (!slot->task.question) return waitpid(slot->keeper, &slot->status, WNOHANG) == slot->keeper;
  const enum reply reply = attend(&slot->worker, &slot->task, &slot->status);
  if (reply == ASK_AGAIN && !start_asking(slot)) complaint = "the node starts no further processes";
  return reply == REPLIED;
}

// Takes note of attempts that have ended. Returns whether the pilot may stay.
static bool collect(void) {
  for (int index = 0; index < slot_count; index++) {
    struct slot *slot = &slots[index];
    if (!slot->is_busy) continue;
    if (!has_ended(slot)) {
      if (*complaint) return false;
      continue;
    }
    // A queue that ends the job signals all its processes, and the signal to the pilot may be the later one.
    if (slot->status != 0 && is_told_to_leave(200)) {
      abandon(slot);
      is_leaving = true;
      return false;
    }
    const long long ran = slot->task.microseconds = microseconds() - slot->start;
    done++;
    busy += ran;
    if (ran > longest) longest = ran;
    // What a full disk cut off is no output of the program.
    if (free_bytes() < FULL_BYTES) {
      complaint = "the disk of the node is full";
      abandon(slot);
      return false;
    }
    if (!slot->task.question) {
      char words[4096] = "";
      const ssize_t count = read(slot->words, words, sizeof words - 1);
      words[count < 0 ? 0 : count] = 0;
      slot->task.words = strdup(words);
    }
    release(slot);
    struct ended *one = &ended[ended_count++];
    one->status = slot->status;
    one->task = slot->task;
    snprintf(one->folder, sizeof one->folder, "%s", slot->task.question ? "" : slot->folder);
  }
  return true;
}

// Ends what runs, and gives it back.
static void leave(bool gives_back) {
  for (int index = 0; index < slot_count; index++) {
    struct slot *slot = &slots[index];
    if (slot->is_busy && !slot->task.question) {
      close(slot->lifeline);
      slot->lifeline = -1;
    }
    if (slot->worker.keeper) {
      close(slot->worker.questions);
      slot->worker.questions = -1;
    }
  }
  for (int index = 0; index < slot_count; index++) {
    struct slot *slot = &slots[index];
    end_worker(&slot->worker);
    if (!slot->is_busy) continue;
    if (!slot->task.question) waitpid(slot->keeper, &slot->status, 0);
    if (gives_back) abandon(slot);
  }
  if (gives_back) {
    deliver_all();
    for (int index = 0; index < ended_count; index++) give_back(ended[index].task.id);
  }
  beat("left");
  if (scratch[0]) remove_tree(scratch);
}

// Whether the controller wants no more pilots.
static bool is_stopped(void) {
  char path[PATH_MAX];
  path_to(path, "stop", "");
  if (access(path, F_OK) == 0) return true;
  return access(spool, F_OK) < 0 && errno == ENOENT;
}

// The instant at which the pilot must leave, on the monotonic clock: a little before its job is ended.
static long long end_of_job(long long seconds) {
  const char *end = getenv("SLURM_JOB_END_TIME");
  long long left = seconds;
  if (end && strtoll(end, NULL, 10) > time(NULL)) left = strtoll(end, NULL, 10) - time(NULL);
  const long long margin = left / 10 < 30 ? left / 10 : 30;
  return began + 1000000LL * (left - margin);
}

// Waits for a signal, for a worker that reads or says something, or for the end of a time.
static void wait_for_news(int signals, int milliseconds) {
  static struct pollfd sources[1 + 2 * MOST_SLOTS];
  int count = 0;
  sources[count++] = (struct pollfd){.fd = signals, .events = POLLIN};
  const long long now = microseconds();
  for (int index = 0; index < slot_count; index++) {
    const struct slot *slot = &slots[index];
    if (!slot->is_busy || !slot->task.question) continue;
    const struct worker *worker = &slot->worker;
    if (!worker->has_closed) sources[count++] = (struct pollfd){.fd = worker->answers, .events = POLLIN};
    if (worker->written <= slot->task.question_size)
      sources[count++] = (struct pollfd){.fd = worker->questions, .events = POLLOUT};
    const long long left = worker->limit - now;
    if (left < 1000LL * milliseconds) milliseconds = left < 0 ? 0 : left / 1000 + 1;
  }
  poll(sources, count, milliseconds);
}

int main(int count, char **values) {
  if (count < 7) {
    dprintf(STDERR_FILENO, "cohobate-pilot is part of cohobate, and is not run by hand.\n");
    return 2;
  }
  spool = values[1];
  slot_count = atoi(values[2]);
  if (slot_count < 1) slot_count = 1;
  if (slot_count > MOST_SLOTS) slot_count = MOST_SLOTS;
  const long long idle_limit = 1000000LL * atoll(values[3]), beat_interval = 1000LL * atoll(values[5]);
  began = microseconds();
  const long long end = end_of_job(atoll(values[4]));
  passed_variables = values + 7;

  const ssize_t length = readlink("/proc/self/exe", keeper, sizeof keeper - 32);
  char *slash = length > 0 ? strrchr(keeper, '/') : NULL;
  if (!slash) return 2;
  strcpy(slash, "/cohobate-keeper");

  sigset_t watched;
  sigemptyset(&watched);
  sigaddset(&watched, SIGCHLD);
  sigaddset(&watched, SIGTERM);
  sigaddset(&watched, SIGUSR1);
  sigaddset(&watched, SIGINT);
  sigprocmask(SIG_SETMASK, &watched, NULL);
  signal(SIGPIPE, SIG_IGN);
  const int signals = signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
  if (signals < 0) return 2;

  name_pilot();
  give_back_former();
  make_scratch(values[6]);
  beat("here");
  if (!scratch[0]) {
    leave(true);
    return 1;
  }

  long long idle_since = began, last_beat = began, last_look = began;
  int wait = 10;
  bool is_late = false;
  for (;;) {
    struct signalfd_siginfo signal;
    while (read(signals, &signal, sizeof signal) == sizeof signal) is_leaving |= signal.ssi_signo != SIGCHLD;
    // Before the attempts that have ended are looked at: the queue may have ended them too.
    if (is_leaving) {
      leave(true);
      return *complaint ? 1 : 0;
    }
    const bool may_stay = collect();
    const long long now = microseconds();
    if (now - last_look >= 200000) {
      last_look = now;
      if (is_stopped()) {
        leave(false);
        return 0;
      }
    }
    if (is_leaving || now >= end || !may_stay) {
      leave(true);
      return *complaint ? 1 : 0;
    }
    bool found = false, is_full = true;
    // The next attempts run while results are written. Not many wait for a disk that takes none.
    for (int index = 0; index < slot_count && !is_late && ended_count <= slot_count; index++) {
      if (slots[index].is_busy) continue;
      const int outcome = claim(&slots[index], end, &is_late);
      if (outcome < 0) {
        leave(true);
        return 1;
      }
      if (outcome == 0) {
        is_full = false;
        break;
      }
      found = true;
    }
    deliver_all();
    const int active = running() + ended_count;
    if (active > 0) idle_since = microseconds();
    if (active == 0 && (is_late || microseconds() - idle_since >= idle_limit)) {
      leave(true);
      return 0;
    }
    if (microseconds() - last_beat >= beat_interval) {
      last_beat = microseconds();
      beat("here");
    }
    // Looks for tasks often at first, then twice a second; a result that could not be written is tried again likewise.
    wait = found || is_full ? 10 : wait * 2 > 500 ? 500 : wait * 2;
    wait_for_news(signals, is_full ? 500 : wait);
  }
}
