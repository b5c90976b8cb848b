// Programs of tasks, each started by cohobate-keeper.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pilot.h"

char keeper[PATH_MAX];
char **passed_variables;

// A copy of a field's bytes as a text.
static char *text_of(const struct field *field) {
  char *text = malloc(field->size + 1);
  if (!text) _exit(127);
  memcpy(text, field->bytes, field->size);
  text[field->size] = 0;
  return text;
}

// The keeper's command line for a task. Called in the child that becomes the keeper.
static char **command_of(const struct task *task, const char *keeper) {
  size_t place = 0, count = 0;
  for (struct field field; next_field(task, &place, &field);) count += is_named(&field, "argument");
  char **command = calloc(count + 12, sizeof *command);
  if (!command) _exit(127);
  command[0] = (char *)keeper;
  command[7] = task->question ? "-" : access("stdin", F_OK) == 0 ? "stdin" : "/dev/null";
  command[8] = task->question ? "-" : "stdout";
  command[9] = "stderr";
  command[10] = "-";
  size_t next = 11;
  place = 0;
  for (struct field field; next_field(task, &place, &field);) {
    if (is_named(&field, "limits")) {
      int number = 1;
      char *rest = NULL;
      for (char *word = strtok_r(text_of(&field), " ", &rest); word && number < 7; word = strtok_r(NULL, " ", &rest))
        command[number++] = word;
    } else if (is_named(&field, "argument")) {
      command[next++] = text_of(&field);
    }
  }
  for (int number = 1; number < 7; number++)
    if (!command[number]) _exit(127);
  // The time limit is that of a question, and not of the worker.
  if (task->question) command[5] = "0";
  return command;
}

static bool is_set(char **variables, const char *name) {
  const size_t length = strlen(name);
  for (; *variables; variables++)
    if (strncmp(*variables, name, length) == 0 && (*variables)[length] == '=') return true;
  return false;
}

// The program's environment: the task's, HOME and TMPDIR, and the passed variables that the task does not set.
static char **environment_of(const struct task *task, const char *folder) {
  size_t place = 0, count = 3;
  for (struct field field; next_field(task, &place, &field);) count += is_named(&field, "variable");
  for (char **name = passed_variables; *name; name++) count++;
  char **variables = calloc(count, sizeof *variables);
  if (!variables) _exit(127);
  size_t next = 0;
  if (asprintf(&variables[next++], "HOME=%s", folder) < 0 || asprintf(&variables[next++], "TMPDIR=%s", folder) < 0)
    _exit(127);
  place = 0;
  for (struct field field; next_field(task, &place, &field);) {
    if (!is_named(&field, "variable")) continue;
    char *variable = text_of(&field);
    if (strncmp(variable, "HOME=", 5) != 0 && strncmp(variable, "TMPDIR=", 7) != 0) variables[next++] = variable;
  }
  for (char **name = passed_variables; *name; name++) {
    const char *value = getenv(*name);
    if (value && !is_set(variables, *name) && asprintf(&variables[next++], "%s=%s", *name, value) < 0) _exit(127);
  }
  return variables;
}

pid_t start_keeper(const struct task *task, const char *folder, int input, int output, int words) {
  const pid_t child = fork();
  if (child != 0) return child;
  // A session of its own, so that a signal to the job reaches the pilot alone.
  setsid();
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // The program shares the description of its ends of the pipes, and may expect to wait at them.
  fcntl(output, F_SETFL, 0);
  fcntl(words, F_SETFL, 0);
  if (chdir(folder) == 0 && dup2(input, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0
      && dup2(words, STDERR_FILENO) >= 0)
    execve(keeper, command_of(task, keeper), environment_of(task, folder));
  dprintf(STDERR_FILENO, "'%s' cannot be executed: %s\n", keeper, strerror(errno));
  _exit(127);
}
