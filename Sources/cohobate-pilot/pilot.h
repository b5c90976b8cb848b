// What the pilot's files share: tasks, results, folders.

#pragma once

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

// A task as it was read; the texts lie in `bytes`.
struct task {
  const char *id;
  char *bytes;
  size_t size;
  long long limit_milliseconds;
  char *words;  // what the keeper said, once the attempt has ended
};

// The time since some fixed moment, in microseconds.
long long microseconds(void);

// The names in a folder in their order; returns their number. The caller frees them and the list.
int listed(const char *path, char ***list);

// Removes a folder with its contents.
void remove_tree(const char *path);

// Reads a task; false if the file is damaged or gone.
bool read_task(const char *path, const char *id, struct task *task);

// Frees what a task holds.
void forget(struct task *task);

// Makes a folder with the task's files; false if that fails.
bool unpack(const struct task *task, const char *folder);

// The keeper's command line for a task. Called in the child that becomes the keeper.
char **command_of(const struct task *task, const char *keeper);

// The program's environment: the task's, HOME and TMPDIR, and the passed variables that the task does not set.
char **environment_of(const struct task *task, const char *folder);

// The names of the pilot's variables that programs see; ends with NULL.
extern char **passed_variables;

// Writes and syncs a result; false if the disk does not take it.
bool write_result(const char *path, const char *pilot, int status, unsigned long long free_bytes, const char *folder,
                  const struct task *task);
