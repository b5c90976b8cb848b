// Tasks and results as files. Both are a list of fields, each `NAME SIZE`, a line end, SIZE bytes and a line end. The
// last field, `end`, has the FNV-1a hash of all bytes before it in 16 hexadecimal digits.
//
// A task's fields: `limits` (the keeper's six numbers: file, folder and memory bytes, open files, time limit and grace
// in milliseconds); `argument`, the program first; `variable` (NAME=VALUE); `file` (NAME, a zero byte, contents);
// `collect`, the names of files to bring back whatever their size; `program`, the size and time of the program's file. A
// file of the name `stdin` is the standard input. With `question`, a line, the program is a worker that is asked it.
//
// A result's fields: `task`, `pilot`; `status`, as waitpid gives it; `words`, what the keeper said; `free`, the bytes that the
// node's disk has left; `file-limit`, the greatest file that the node's session allows, or 0; and `file`, the regular
// files of the folder: stdout, stderr and those to collect up to the limit on files, the others up to 1 MiB. That of a
// question has its answer as stdout, and `time`, the microseconds until then.

#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pilot.h"

enum { OTHER_BYTES = 1 << 20 };

unsigned long long hashed(unsigned long long hash, const char *bytes, size_t count) {
  for (size_t index = 0; index < count; index++) hash = (hash ^ (unsigned char)bytes[index]) * 0x100000001b3ULL;
  return hash;
}

const unsigned long long start_of_hash = 0xcbf29ce484222325ULL;

// MARK: Folders

static int by_name(const void *first, const void *second) {
  return strcmp(*(char *const *)first, *(char *const *)second);
}

int listed(const char *path, char ***list) {
  int count = 0, room = 0;
  *list = NULL;
  DIR *folder = opendir(path);
  for (struct dirent *entry; folder && (entry = readdir(folder));) {
    if (entry->d_name[0] == '.') continue;
    if (count == room) {
      room = room ? 2 * room : 64;
      char **more = realloc(*list, room * sizeof **list);
      if (!more) break;
      *list = more;
    }
    if (!((*list)[count] = strdup(entry->d_name))) break;
    count++;
  }
  if (folder) closedir(folder);
  if (count) qsort(*list, count, sizeof **list, by_name);
  return count;
}

static int removed(const char *path, const struct stat *, int, struct FTW *) {
  remove(path);
  return 0;
}

void remove_tree(const char *path) { nftw(path, removed, 16, FTW_DEPTH | FTW_PHYS); }

// MARK: Reading

char *contents(const char *path, size_t *size) {
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (file < 0) return NULL;
  char *bytes = fstat(file, &status) == 0 ? malloc(status.st_size + 1) : NULL;
  *size = 0;
  while (bytes) {
    const ssize_t count = read(file, bytes + *size, status.st_size - *size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    *size += count;
  }
  close(file);
  return bytes;
}

bool next_field(const struct task *task, size_t *place, struct field *field) {
  char *line = task->bytes + *place, *end = task->bytes + task->size;
  char *line_end = memchr(line, '\n', end - line);
  char *space = line_end ? memchr(line, ' ', line_end - line) : NULL;
  if (!space) return false;
  unsigned long long size = 0;
  for (char *digit = space + 1; digit < line_end; digit++) {
    if (*digit < '0' || *digit > '9' || size > task->size) return false;
    size = 10 * size + (*digit - '0');
  }
  if (size >= (size_t)(end - line_end - 1) || line_end[1 + size] != '\n') return false;
  *field = (struct field){.name = line, .bytes = line_end + 1, .name_length = space - line, .size = size};
  *place = line_end + 2 + size - task->bytes;
  return true;
}

bool is_named(const struct field *field, const char *name) {
  return field->name_length == strlen(name) && memcmp(field->name, name, field->name_length) == 0;
}

bool read_task(const char *path, const char *id, struct task *task) {
  *task = (struct task){0};
  task->bytes = contents(path, &task->size);
  task->id = strdup(id);
  if (!task->bytes || !task->id) {
    forget(task);
    return false;
  }
  size_t place = 0, before = 0;
  bool is_whole = false, is_started = false;
  task->command = start_of_hash;
  for (struct field field; next_field(task, &place, &field); before = place) {
    if (is_named(&field, "end")) {
      char expected[17];
      snprintf(expected, sizeof expected, "%016llx", hashed(start_of_hash, task->bytes, before));
      is_whole = field.size == 16 && memcmp(expected, field.bytes, 16) == 0;
    }
    if (is_named(&field, "argument")) is_started = true;
    if (is_named(&field, "question")) {
      task->question = field.bytes;
      task->question_size = field.size;
    }
    if (is_named(&field, "argument") || is_named(&field, "variable") || is_named(&field, "program")) {
      task->command = hashed(task->command, field.name, field.name_length + 1);
      task->command = hashed(task->command, field.bytes, field.size + 1);
    }
    long long numbers[6];
    if (is_named(&field, "limits")
        && sscanf(field.bytes, "%lld %lld %lld %lld %lld %lld", &numbers[0], &numbers[1], &numbers[2], &numbers[3],
                  &numbers[4], &numbers[5]) == 6) {
      task->file_bytes = numbers[0];
      task->limit_milliseconds = numbers[4];
    }
  }
  if (is_whole && is_started) return true;
  forget(task);
  return false;
}

void forget(struct task *task) {
  free((char *)task->id);
  free(task->bytes);
  free(task->words);
  free(task->answer);
  free(task->errors);
  *task = (struct task){0};
}

// MARK: Unpacking

static bool write_all(int file, const char *bytes, size_t size) {
  for (size_t done = 0; done < size;) {
    const ssize_t count = write(file, bytes + done, size - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    done += count;
  }
  return true;
}

bool unpack(const struct task *task, const char *folder) {
  remove_tree(folder);
  if (mkdir(folder, 0777) < 0) return false;
  size_t place = 0;
  for (struct field field; next_field(task, &place, &field);) {
    if (!is_named(&field, "file")) continue;
    const char *zero = memchr(field.bytes, 0, field.size);
    char path[PATH_MAX];
    // Names have no folders.
    if (!zero || strchr(field.bytes, '/')) return false;
    snprintf(path, sizeof path, "%s/%s", folder, field.bytes);
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) return false;
    const bool is_whole = write_all(file, zero + 1, field.bytes + field.size - zero - 1);
    if (close(file) < 0 || !is_whole) return false;
  }
  return true;
}

// MARK: Results

// A file that is being written, with the hash of what was.
struct writing {
  FILE *file;
  unsigned long long hash;
};

static void put(struct writing *writing, const void *bytes, size_t size) {
  fwrite(bytes, 1, size, writing->file);
  writing->hash = hashed(writing->hash, bytes, size);
}

static void put_head(struct writing *writing, const char *name, size_t size) {
  char head[64];
  const int length = snprintf(head, sizeof head, "%s %zu\n", name, size);
  put(writing, head, length);
}

static void put_text(struct writing *writing, const char *name, const char *text) {
  put_head(writing, name, strlen(text));
  put(writing, text, strlen(text));
  put(writing, "\n", 1);
}

static void put_contents(struct writing *writing, const char *name, const char *bytes, size_t size) {
  const size_t length = strlen(name) + 1;
  put_head(writing, "file", length + size);
  put(writing, name, length);
  put(writing, bytes, size);
  put(writing, "\n", 1);
}

// Writes a file of the attempt's folder, as far as `most` bytes. What is no regular file is left out.
static void put_file(struct writing *writing, const char *folder, const char *name, size_t most) {
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%.3000s/%.255s", folder, name);
  const int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat status;
  if (file < 0) return;
  char *bytes = NULL;
  size_t size = 0;
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
    const size_t wanted = (size_t)status.st_size < most ? (size_t)status.st_size : most;
    bytes = malloc(wanted + 1);
    while (bytes && size < wanted) {
      const ssize_t count = read(file, bytes + size, wanted - size);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) break;
      size += count;
    }
  }
  close(file);
  if (!bytes) return;
  put_contents(writing, name, bytes, size);
  free(bytes);
}

static bool is_collected(const struct task *task, const char *name) {
  if (strcmp(name, "stdout") == 0 || strcmp(name, "stderr") == 0) return true;
  size_t place = 0;
  for (struct field field; next_field(task, &place, &field);)
    if (is_named(&field, "collect") && field.size == strlen(name) && memcmp(field.bytes, name, field.size) == 0)
      return true;
  return false;
}

static void put_files(struct writing *writing, const char *folder, const struct task *task) {
  char **names;
  const int count = listed(folder, &names);
  for (int index = 0; index < count; index++) {
    char path[PATH_MAX];
    struct stat status;
    snprintf(path, sizeof path, "%.3000s/%.255s", folder, names[index]);
    if (is_collected(task, names[index]))
      put_file(writing, folder, names[index], task->file_bytes);
    else if (lstat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= OTHER_BYTES)
      put_file(writing, folder, names[index], OTHER_BYTES);
    free(names[index]);
  }
  free(names);
}

bool write_result(const char *path, const char *pilot, int status, unsigned long long free_bytes, const char *folder,
                  const struct task *task) {
  struct writing writing = {.file = fopen(path, "we"), .hash = start_of_hash};
  if (!writing.file) return false;
  char number[32];
  struct rlimit limit;
  put_text(&writing, "task", task->id);
  put_text(&writing, "pilot", pilot);
  snprintf(number, sizeof number, "%d", status);
  put_text(&writing, "status", number);
  put_text(&writing, "words", task->words ? task->words : "");
  snprintf(number, sizeof number, "%llu", free_bytes);
  put_text(&writing, "free", number);
  const bool is_limited = getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_max != RLIM_INFINITY;
  snprintf(number, sizeof number, "%llu", is_limited ? (unsigned long long)limit.rlim_max : 0ULL);
  put_text(&writing, "file-limit", number);
  if (task->question) {
    snprintf(number, sizeof number, "%lld", task->microseconds);
    put_text(&writing, "time", number);
    put_contents(&writing, "stdout", task->answer ? task->answer : "", task->answer_size);
    put_contents(&writing, "stderr", task->errors ? task->errors : "", task->errors_size);
  } else {
    put_files(&writing, folder, task);
  }
  fprintf(writing.file, "end 16\n%016llx\n", writing.hash);
  bool is_whole = fflush(writing.file) == 0 && !ferror(writing.file) && fsync(fileno(writing.file)) == 0;
  is_whole = fclose(writing.file) == 0 && is_whole;
  return is_whole;
}
