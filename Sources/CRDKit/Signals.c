// Keeps RDKit away from Ctrl-C.
//
// From 2024.09 on, RDKit puts a handler on SIGINT while it embeds (ControlCHandler.h), ends the embedding with fewer conformers
// when the signal comes, and puts back the handler that it found, which with several threads is its own. The program that has
// loaded RDKit would miss the signal, and would take the conformers for all there are. The library calls signal(), and finds
// this one: the dynamic linker prefers a program's own functions. Everybody else uses sigaction(), or only SIG_IGN and SIG_DFL.

#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stddef.h>

typedef void (*Handler)(int);

// The handlers that were refused to this thread, and the disposition that it was given as the former one. What it puts back
// is refused too: the program may have chosen another disposition meanwhile.
static _Thread_local struct {
  unsigned count;
  Handler former;
} refused;

// Whether a handler of SIGINT is refused, if the disposition in force is `current`.
static int isRefused(Handler handler, Handler current) {
  if (refused.count > 0 && handler == refused.former) {
    refused.count--;
    return 1;
  }
  if (handler == SIG_DFL || handler == SIG_IGN) return 0;
  refused.count++;
  refused.former = current;
  return 1;
}

// Like the C library's signal(), which rejects SIG_ERR for every signal; a refused handler looks as if it had been accepted.
Handler signal(int number, Handler handler) {
  if (handler == SIG_ERR) {
    errno = EINVAL;
    return SIG_ERR;
  }
  struct sigaction former;
  if (number == SIGINT) {
    if (sigaction(number, NULL, &former) < 0) return SIG_ERR;
    if (isRefused(handler, former.sa_handler)) return former.sa_handler;
  }
  struct sigaction wanted = {.sa_handler = handler, .sa_flags = SA_RESTART};
  return sigaction(number, &wanted, &former) < 0 ? SIG_ERR : former.sa_handler;
}
