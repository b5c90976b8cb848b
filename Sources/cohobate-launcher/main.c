// cohobate-launcher: starts a program of a bundle by the bundle's own loader, so that nothing of the machine is linked.
//
// In a bundle it is the file bin/NAME of each program that needs libraries. The program itself is programs/NAME:
//
//   bin/NAME  →  libraries/loader --argv0 /…/bin/NAME --library-path /…/libraries /…/programs/NAME [ARGUMENT]...
//
// The place of the libraries is an argument, and not a variable of the environment, because the programs that NAME starts
// must not inherit it: they are the machine's. The loader is what the kernel started, so /proc/self/exe of NAME leads to
// it; NAME learns the folder of the bundle from its own name, which is the launcher's path.

#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// Cuts off the last part of a path, and returns it.
static char *cut(char *path) {
  char *slash = strrchr(path, '/');
  *slash = '\0';
  return slash + 1;
}

int main(int count, char **values) {
  char launcher[PATH_MAX];
  const ssize_t length = readlink("/proc/self/exe", launcher, sizeof launcher - 1);
  if (length <= 0) {
    dprintf(STDERR_FILENO, "error: '/proc' is not mounted, which cohobate needs to run; mount it ('mount -t proc proc /proc').\n");
    return 1;
  }
  launcher[length] = '\0';
  char root[PATH_MAX];
  memcpy(root, launcher, sizeof root);
  const char *name = cut(root);
  cut(root);
  char loader[PATH_MAX + 32], libraries[PATH_MAX + 32], program[PATH_MAX + NAME_MAX];
  snprintf(loader, sizeof loader, "%s/libraries/loader", root);
  snprintf(libraries, sizeof libraries, "%s/libraries", root);
  snprintf(program, sizeof program, "%s/programs/%s", root, name);

  char *arguments[count + 8];
  int next = 0;
  arguments[next++] = loader;
  arguments[next++] = "--argv0";
  arguments[next++] = launcher;
  arguments[next++] = "--inhibit-cache";
  arguments[next++] = "--library-path";
  arguments[next++] = libraries;
  arguments[next++] = program;
  for (int index = 1; index < count; index++) arguments[next++] = values[index];
  arguments[next] = NULL;
  execv(loader, arguments);
  dprintf(STDERR_FILENO, "error: '%s' cannot be started: %s; unpack the whole bundle again.\n", loader, strerror(errno));
  return 1;
}
