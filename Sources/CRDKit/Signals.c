// Keeps libraries away from Ctrl-C.
//
// From 2024.09 on, RDKit puts a handler on SIGINT while it embeds (ControlCHandler.h) and ends the embedding with fewer
// conformers when the signal comes. Some versions put back the handler that they found, which with several threads may be
// their own, and others put back nothing. The program that has loaded RDKit would miss the signal, and would take the
// conformers for all there are. The library calls signal(), and finds this one: the dynamic linker prefers a program's own
// functions. The program itself uses sigaction().

#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stddef.h>

typedef void (*Handler)(int);

// Like the C library's signal(), but it leaves SIGINT as it is. The caller is told the disposition in force, as if it had
// replaced it.
Handler signal(int number, Handler handler) {
  if (handler == SIG_ERR) {
    errno = EINVAL;
    return SIG_ERR;
  }
  struct sigaction wanted = {.sa_handler = handler, .sa_flags = SA_RESTART};
  struct sigaction former;
  return sigaction(number, number == SIGINT ? NULL : &wanted, &former) < 0 ? SIG_ERR : former.sa_handler;
}
