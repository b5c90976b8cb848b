// Programs that stay running between tasks and answer questions of a line each. A worker is treated as on one machine
// (Worker.swift and WorkerPool.swift in Sources/Calculation/Executors/Local): it is ended unless it answers with one line in
// time, with the question's `id` if it has one.
//
// The pipe of its questions is its keeper's lifeline, so that it ends with the pilot.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pilot.h"

// MARK: Starting and ending

bool start_worker(struct worker *worker, const struct task *task, const char *scratch) {
  static int started;
  *worker = (struct worker){0};
  snprintf(worker->folder, sizeof worker->folder, "%.2000s/worker-%d", scratch, ++started);
  int pipes[3][2];
  int made = 0;
  if (unpack(task, worker->folder))
    while (made < 3 && pipe2(pipes[made], O_CLOEXEC | O_NONBLOCK) == 0) made++;
  if (made == 3) {
    // The program waits for its questions.
    fcntl(pipes[0][0], F_SETFL, 0);
    worker->keeper = start_keeper(task, worker->folder, pipes[0][0], pipes[1][1], pipes[2][1]);
  }
  const bool is_started = worker->keeper > 0;
  for (int index = 0; index < made; index++) {
    close(pipes[index][index == 0 ? 0 : 1]);
    if (!is_started) close(pipes[index][index == 0 ? 1 : 0]);
  }
  if (!is_started) {
    remove_tree(worker->folder);
    worker->keeper = 0;
    return false;
  }
  worker->questions = pipes[0][1];
  worker->answers = pipes[1][0];
  worker->words = pipes[2][0];
  worker->command = task->command;
  return true;
}

// Closes and removes all of a worker whose keeper has ended.
static void clear(struct worker *worker) {
  if (worker->questions >= 0) close(worker->questions);
  close(worker->answers);
  close(worker->words);
  remove_tree(worker->folder);
  free(worker->said);
  *worker = (struct worker){0};
}

// Stops a worker, and waits until its keeper has ended.
static void stop(struct worker *worker) {
  if (worker->questions >= 0) close(worker->questions);
  worker->questions = -1;
  while (waitpid(worker->keeper, NULL, 0) < 0 && errno == EINTR) {}
}

void end_worker(struct worker *worker) {
  if (!worker->keeper) return;
  stop(worker);
  clear(worker);
}

// MARK: Questions

bool can_answer(const struct worker *worker, const struct task *task) {
  if (!worker->keeper || worker->command != task->command) return false;
  struct pollfd answers = {.fd = worker->answers, .events = POLLIN};
  return poll(&answers, 1, 0) == 0;
}

static void path_to_errors(char *path, const struct worker *worker) {
  snprintf(path, PATH_MAX, "%.3000s/stderr", worker->folder);
}

void ask(struct worker *worker, const struct task *task) {
  worker->written = worker->length = 0;
  worker->limit = microseconds() + 1000 * task->limit_milliseconds;
  char path[PATH_MAX];
  path_to_errors(path, worker);
  // Before the first question there may be none yet.
  if (truncate(path, 0) < 0) return;
}

// Writes as much of the question as the pipe takes. One that ended reads none of it.
static void write_question(struct worker *worker, const struct task *task) {
  while (worker->written <= task->question_size) {
    const bool is_whole = worker->written == task->question_size;
    const ssize_t count =
      write(worker->questions, is_whole ? "\n" : task->question + worker->written, is_whole ? 1 : task->question_size - worker->written);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return;
    worker->written = count < 0 ? task->question_size + 1 : worker->written + count;
  }
}

// Reads what has arrived, up to the end of a line or a little more than `most` bytes. Returns the end of the line, or NULL.
static const char *read_answer(struct worker *worker, size_t most) {
  while (!worker->has_closed && worker->length <= most) {
    if (worker->room - worker->length < 1 << 16) {
      char *more = realloc(worker->said, 2 * worker->room + (1 << 17));
      if (!more) return NULL;
      worker->said = more;
      worker->room = 2 * worker->room + (1 << 17);
    }
    char *new = worker->said + worker->length;
    const ssize_t count = read(worker->answers, new, 1 << 16);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return NULL;
    if (count <= 0) worker->has_closed = true;
    if (count <= 0) return NULL;
    worker->length += count;
    const char *line_end = memchr(new, '\n', count);
    if (line_end) return line_end;
  }
  return NULL;
}

// MARK: JSON

static bool is_space(char letter) { return memchr(" \t\r\n", letter, 4); }

static const char *behind_spaces(const char *text, const char *end) {
  while (text < end && is_space(*text)) text++;
  return text;
}

// The place behind a value, or behind the spaces after a number; NULL if the text ends before.
static const char *behind_value(const char *text, const char *end) {
  bool is_string = false;
  for (int depth = 0; text < end; text++) {
    if (is_string) {
      if (*text == '\\') text++;
      else if (*text == '"' && depth == 0) return text + 1;
      else if (*text == '"') is_string = false;
    } else if (*text == '"') {
      is_string = true;
    } else if (*text == '{' || *text == '[') {
      depth++;
    } else if (*text == '}' || *text == ']') {
      if (depth <= 1) return text + depth;
      depth--;
    } else if (*text == ',' && depth == 0) {
      return text;
    }
  }
  return NULL;
}

struct text {
  const char *start, *end;
};

// Whether a text is a JSON object, as far as its form at the top shows. `id` is the value of its key `id`, or NULL.
static bool read_id(const char *text, size_t size, struct text *id) {
  const char *end = text + size;
  *id = (struct text){0};
  text = behind_spaces(text, end);
  if (text == end || *text != '{') return false;
  text = behind_spaces(text + 1, end);
  if (text < end && *text == '}') return behind_spaces(text + 1, end) == end;
  for (;;) {
    const char *key = behind_spaces(text, end);
    const char *key_end = key < end && *key == '"' ? behind_value(key, end) : NULL;
    if (!key_end) return false;
    const char *colon = behind_spaces(key_end, end);
    if (colon == end || *colon != ':') return false;
    const char *value = behind_spaces(colon + 1, end), *value_end = behind_value(value, end);
    if (!value_end || value_end == value) return false;
    text = behind_spaces(value_end, end);
    while (is_space(value_end[-1])) value_end--;
    if (key_end - key == 4 && memcmp(key, "\"id\"", 4) == 0) *id = (struct text){value, value_end};
    if (text == end || (*text != ',' && *text != '}')) return false;
    if (*text++ == '}') return behind_spaces(text, end) == end;
  }
}

static bool is_answer(const char *line, size_t size, const struct task *task) {
  struct text asked, answered;
  if (!read_id(task->question, task->question_size, &asked) || !asked.start) return true;
  if (!read_id(line, size, &answered)) return false;
  if (!answered.start) return true;
  const size_t length = answered.end - answered.start;
  return (length == 4 && memcmp(answered.start, "null", 4) == 0)
         || (length == (size_t)(asked.end - asked.start) && memcmp(answered.start, asked.start, length) == 0);
}

// MARK: Replies

// Gives a task what the worker said.
static void reply(struct worker *worker, struct task *task, size_t size) {
  char path[PATH_MAX];
  path_to_errors(path, worker);
  task->errors = contents(path, &task->errors_size);
  if (!task->errors) task->errors_size = 0;
  if (task->errors_size > (size_t)task->file_bytes) task->errors_size = task->file_bytes;
  task->answer = malloc(size + 1);
  task->answer_size = task->answer ? size : 0;
  if (task->answer && size > 0) memcpy(task->answer, worker->said, size);
}

// What a keeper would say of a program that ended after the time that the question took.
static void say(struct task *task, const char *reason) {
  if (asprintf(&task->words, "ended 0 %s 0 bytes 0 files\n", reason) < 0) task->words = NULL;
}

enum reply attend(struct worker *worker, struct task *task, int *status) {
  const size_t most = task->file_bytes;
  // Looked at before the output, so that what it said before its end is not missed.
  const bool has_ended = waitpid(worker->keeper, status, WNOHANG) == worker->keeper;
  const long long now = microseconds();
  write_question(worker, task);
  const char *line_end = read_answer(worker, most);
  const size_t size = line_end ? (size_t)(line_end - worker->said) : worker->length < most ? worker->length : most;
  if (!line_end && !has_ended && worker->length <= most && now < worker->limit) return NO_REPLY;

  char words[4096] = "";
  if (!line_end && has_ended) {
    const ssize_t count = read(worker->words, words, sizeof words - 1);
    words[count < 0 ? 0 : count] = 0;
  }
  const bool is_right = is_answer(worker->said ? worker->said : "", size, task);
  const bool ended_by_itself = !line_end && has_ended && !strstr(words, " folder ");
  if (worker->has_answered
      && ((line_end && !is_right) || (ended_by_itself && (size == 0 || (*status == 0 && !is_right))))) {
    if (has_ended) clear(worker);
    else end_worker(worker);
    return ASK_AGAIN;
  }
  const bool stays = line_end && !has_ended && is_right && line_end == worker->said + worker->length - 1;
  if (!stays && !has_ended) stop(worker);
  reply(worker, task, size);
  if (line_end || !has_ended) *status = 0;
  if (line_end || (!has_ended && worker->length > most)) say(task, "itself");
  else if (has_ended) task->words = strdup(words);
  else say(task, "limit");
  worker->has_answered = true;
  if (!stays) clear(worker);
  return REPLIED;
}
