#define _GNU_SOURCE 1
#include "Signals.h"
#include "CCurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

// ---- Signals: a flag, and a byte in a pipe that ends the waiting.

enum { NOTED = 7 };
static const int numbers[NOTED] = {SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT, SIGQUIT};
static const int ENDING = CCURSES_HUP | CCURSES_TERM | CCURSES_INT | CCURSES_QUIT;
static volatile sig_atomic_t pending[NOTED];
// The signal that the program is to end for.
static volatile sig_atomic_t ending;
static int wake[2] = {-1, -1};
// What was done with signals before, by number.
static struct sigaction previous[NSIG];

// Another program has the terminal.
static volatile sig_atomic_t is_lent;

// Seconds that the program has to end by itself once it is told to.
enum { GRACE = 2 };

static void noted(int number) {
  const int error = errno;
  for (int i = 0; i < NOTED; i++)
    if (numbers[i] == number) {
      pending[i] = 1;
      if (ENDING & 1 << i) {
        ending = number;
        // Whoever has the terminal is waited for.
        if (!is_lent) alarm(GRACE);
      }
    }
  const ssize_t written = write(wake[1], "", 1);
  (void)written;
  errno = error;
}

static void trapped(int number) {
  (void)number;
  signals_give_back();
  static const char words[] = "duban: internal error, please report it; nothing that was saved is lost\n";
  const ssize_t written = write(STDERR_FILENO, words, sizeof words - 1);
  (void)written;
  _exit(70);
}

// It was told to end, and a terminal that takes nothing keeps it. What was being typed is in its file by then.
static void overdue(int number) {
  signals_give_back();
  _exit(128 + (ending != 0 ? ending : number));
}

// Whatever else ends a program: it does, when this handler returns.
static void died(int number) {
  const int error = errno;
  signals_give_back();
  raise(number);
  errno = error;
}

static bool is_trap(int number) {
  const int traps[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
  for (size_t i = 0; i < sizeof traps / sizeof *traps; i++)
    if (traps[i] == number) return true;
  return false;
}

static bool is_noted(int number) {
  for (int i = 0; i < NOTED; i++)
    if (numbers[i] == number) return true;
  return false;
}

static bool is_ending(int number) {
  for (int i = 0; i < NOTED; i++)
    if (numbers[i] == number) return (ENDING & 1 << i) != 0;
  return false;
}

// Signals that end no program unless it asks for them, or that nobody can catch.
static bool is_harmless(int number) {
  const int harmless[] = {SIGKILL, SIGSTOP, SIGTTIN, SIGTTOU, SIGCHLD, SIGURG};
  for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
    if (harmless[i] == number) return true;
  return false;
}

// Before curses opens the screen: it puts handlers of its own where there are none.
void signals_remember(void) {
  for (int number = 1; number < NSIG; number++)
    if (sigaction(number, NULL, &previous[number]) != 0) previous[number].sa_handler = SIG_ERR;
}

void signals_restore(void) {
  for (int number = 1; number < NSIG; number++)
    if (previous[number].sa_handler != SIG_ERR && !is_trap(number) && !is_harmless(number))
      sigaction(number, &previous[number], NULL);
}

bool signals_catch(void) {
  is_lent = 0;
  if (wake[0] < 0 && pipe2(wake, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  // A stack of its own, so that a stack that overflowed does not keep the terminal.
  static char stack[32768];
  const stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
  struct sigaction note = {.sa_handler = noted, .sa_flags = SA_RESTART};
  struct sigaction trap = {.sa_handler = trapped, .sa_flags = SA_ONSTACK | SA_RESETHAND};
  struct sigaction end = {.sa_handler = died, .sa_flags = SA_RESETHAND};
  // Writing that blocks is not taken up again where the program is to end.
  struct sigaction finish = {.sa_handler = noted}, late = {.sa_handler = overdue};
  sigemptyset(&finish.sa_mask);
  sigemptyset(&late.sa_mask);
  sigemptyset(&note.sa_mask);
  sigemptyset(&trap.sa_mask);
  sigemptyset(&end.sa_mask);
  for (int number = 1; number < NSIG; number++) {
    if (is_ending(number)) sigaction(number, &finish, NULL);
    else if (is_noted(number)) sigaction(number, &note, NULL);
    else if (number == SIGALRM) sigaction(number, &late, NULL);
    else if (is_trap(number)) sigaction(number, &trap, NULL);
    else if (!is_harmless(number) && previous[number].sa_handler == SIG_DFL) sigaction(number, &end, NULL);
  }
  return true;
}

void signals_lend(void) {
  is_lent = 1;
  struct sigaction ignored = {.sa_handler = SIG_IGN}, ordinary = {.sa_handler = SIG_DFL};
  sigemptyset(&ignored.sa_mask);
  sigemptyset(&ordinary.sa_mask);
  sigaction(SIGINT, &ignored, NULL);
  sigaction(SIGQUIT, &ignored, NULL);
  sigaction(SIGTSTP, &ordinary, NULL);
}

void signals_drain(void) {
  char drained[64];
  while (read(wake[0], drained, sizeof drained) > 0) {}
}

// Signals that came, taken off where they are among `wanted`.
int signals_taken(int wanted) {
  int bits = 0;
  for (int i = 0; i < NOTED; i++)
    if (pending[i] && wanted & 1 << i) {
      pending[i] = 0;
      bits |= 1 << i;
    }
  return bits;
}

bool signals_ending(void) {
  for (int i = 0; i < NOTED; i++)
    if (pending[i] && ENDING & 1 << i) return true;
  return false;
}

int signals_wake(void) { return wake[0]; }

int ccurses_signals(void) {
  signals_drain();
  return signals_taken(~0);
}
