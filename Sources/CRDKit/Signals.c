// Keeps RDKit away from Ctrl-C.
//
// From 2024.09 on, RDKit puts a handler on SIGINT while it embeds (ControlCHandler.h), ends the embedding with fewer conformers
// when the signal comes, and puts back the handler that it found, which with several threads is its own. The program that has
// loaded RDKit would miss the signal, and would take the conformers for all there are. The library calls signal(), and finds
// this one: the dynamic linker prefers a program's own functions. Everybody else uses sigaction(), or only SIG_IGN and SIG_DFL.

#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>

void (*signal(int number, void (*handler)(int)))(int) {
  if (number == SIGINT && handler != SIG_DFL && handler != SIG_IGN) {
    errno = EINVAL;
    return SIG_ERR;
  }
  struct sigaction wanted = {.sa_handler = handler, .sa_flags = SA_RESTART};
  struct sigaction former;
  return sigaction(number, &wanted, &former) < 0 ? SIG_ERR : former.sa_handler;
}
