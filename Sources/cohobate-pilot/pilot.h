// What the pilot's files share: tasks, results, folders, keepers, workers.

#pragma once

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

// A task as it was read; the texts lie in `bytes`.
struct task {
  const char *id;
  char *bytes;
  size_t size;
  long long file_bytes, limit_milliseconds;
  const char *question;         // for a worker; NULL for a program that ends
  size_t question_size;
  unsigned long long command;   // a hash of the program's file, arguments and variables
  char *words;                  // what the keeper said, once the attempt has ended
  char *answer, *errors;        // what a worker said
  size_t answer_size, errors_size;
  long long microseconds;       // until then
};

// The time since some fixed moment, in microseconds.
long long microseconds(void);

// MARK: spool.c

// A field of a task: its name, its bytes and their number.
struct field {
  const char *name;
  char *bytes;
  size_t name_length, size;
};

// The field at a place, which is moved behind it; false at the end or where the form is wrong.
bool next_field(const struct task *task, size_t *place, struct field *field);

bool is_named(const struct field *field, const char *name);

// The FNV-1a hash of bytes after those of a hash.
unsigned long long hashed(unsigned long long hash, const char *bytes, size_t count);
extern const unsigned long long start_of_hash;

// The names in a folder in their order; returns their number. The caller frees them and the list.
int listed(const char *path, char ***list);

// Removes a folder with its contents.
void remove_tree(const char *path);

// The bytes of a file, which the caller frees; NULL if it cannot be read.
char *contents(const char *path, size_t *size);

// Reads a task; false if the file is damaged or gone.
bool read_task(const char *path, const char *id, struct task *task);

// Frees what a task holds.
void forget(struct task *task);

// Makes a folder with the task's files; false if that fails.
bool unpack(const struct task *task, const char *folder);

// Writes and syncs a result; false if the disk does not take it.
bool write_result(const char *path, const char *pilot, int status, unsigned long long free_bytes, const char *folder,
                  const struct task *task);

// MARK: keeper.c

// The path of cohobate-keeper.
extern char keeper[PATH_MAX];

// The names of the pilot's variables that programs see; ends with NULL.
extern char **passed_variables;

// Starts the task's program by the keeper in a folder. `input` is the keeper's lifeline, and a worker's standard input;
// `output` is a worker's standard output, and the keeper speaks to `words`. -1 if there can be no further process.
pid_t start_keeper(const struct task *task, const char *folder, int input, int output, int words);

// MARK: worker.c

// A program that stays running between tasks and answers their questions, one at a time.
struct worker {
  pid_t keeper;                 // 0 if there is none
  int questions, answers, words;
  unsigned long long command;   // of the tasks that it can answer
  bool has_answered;
  bool has_closed;              // nothing more can come from it
  size_t written;               // of the question, in bytes
  char *said;                   // of the answer
  size_t length, room;
  long long limit;              // the instant until which the answer must be there
  char folder[PATH_MAX];
};

// Whether a worker can be asked the question of a task: it was started for such, runs, and has said nothing unasked.
bool can_answer(const struct worker *worker, const struct task *task);

// Starts a worker for a task, in a folder of its own below `scratch`; false if the node cannot.
bool start_worker(struct worker *worker, const struct task *task, const char *scratch);

// Asks a worker the question of a task.
void ask(struct worker *worker, const struct task *task);

// What came of a question.
enum reply {
  NO_REPLY,    // until now
  REPLIED,     // the task has its answer, or what was said instead of one
  ASK_AGAIN,   // the worker had answered others, and has ended in silence or said what is no answer; it is gone
};

// Goes on with a question without waiting. `status` is as waitpid gives it, and 0 after an answer.
enum reply attend(struct worker *worker, struct task *task, int *status);

// Ends a worker, if there is one, and removes its folder.
void end_worker(struct worker *worker);
