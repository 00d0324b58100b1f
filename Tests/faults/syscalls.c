// Runs a command and lets one of its system calls go wrong, or something else happen while it stands there.
//
//   syscalls [OPTION…] -- COMMAND… [-- OTHER…]
//
//   --at N           the call, counted from 1 over all threads and children
//   --do WHAT        kill: the command's whole process group dies before the call; killed: behind it;
//                    error=NAME: the call fails (EIO, EINTR …) and is not done; late=NAME: it is done, and fails;
//                    short=COUNT: it is given room for so many bytes only;
//                    hold: the command stands there until OTHER has ended, or waits
//   --count K        how many calls from there on (1); 0: all of them
//   --calls NAMES    of those after the first, only calls of these names, parted by commas; `files`: those that concern files
//   --list FILE      gets every call: number, name, result, the path or the descriptor's, parted by tabs
//   --report FILE    gets how it ended, a key and its value a line
//   --other-at N     OTHER stands at that call of its own until the command has ended, or waits
//   --output FILE    where OTHER's output goes
//   --limit SECONDS  then everything is killed (10)
//
// Ends with 0 where the report says how it went, whatever the command's own end; 64 where it is called wrongly, 69 where
// the system does not allow it. Addresses are not random meanwhile, so that the same run has the same calls.
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/personality.h>
#include <sys/ptrace.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include <linux/ptrace.h>

enum { usage = 64, unavailable = 69 };

#include "calls.h"
#include "registers.h"

enum state { absent, running, parked };

// A thread or process that is traced.
struct tracee {
  enum state state;
  pid_t pid;
  int isOther;          // OTHER's, or a child of it
  int isBetween;        // between the entry of a call and its end
  int signal;           // that it gets once it is no longer parked
  int isNew;            // its first stop, which is of our making, is still to come
  int isOrphan;         // who its parent is, and whose it is, is not known yet
  long number;          // of its call
  long result;          // that it gets instead of its own, where `isFaked`
  int isFaked;
  int isChanged;        // whether an argument was, which it finds as it was
  int argument;
  long original;
  const struct call *call;
  char about[512];      // the path that it is about
};

static struct tracee tracees[256];
static pid_t command, companion;
static long count, otherCount, done;
static int isHeld, isOtherHeld, isBlocked, isStuck, isReached, isTracing = 1;
static int commandStatus = -1, companionStatus = -1;
static char reached[600];
static FILE *list;

static void killGroup(pid_t group) {
  if (group > 0) kill(-group, SIGKILL);
}

static void giveUp(int code, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fprintf(stderr, "syscalls: ");
  vfprintf(stderr, format, arguments);
  fprintf(stderr, "\n");
  va_end(arguments);
  killGroup(command);
  killGroup(companion);
  exit(code);
}

static struct tracee *tracee(pid_t pid, int isNew) {
  struct tracee *free = NULL;
  for (size_t place = 0; place < sizeof tracees / sizeof *tracees; place++) {
    if (tracees[place].state != absent && tracees[place].pid == pid) return &tracees[place];
    if (tracees[place].state == absent && free == NULL) free = &tracees[place];
  }
  if (free == NULL) giveUp(unavailable, "too many threads and children");
  *free = (struct tracee){.state = running, .pid = pid, .isNew = isNew, .isOrphan = isNew};
  return free;
}

#include "options.h"

// MARK: What happens

static void start(char **words, pid_t *pid, int isOther) {
  *pid = fork();
  if (*pid < 0) giveUp(unavailable, "fork: %s", strerror(errno));
  if (*pid == 0) {
    setpgid(0, 0);
    personality(ADDR_NO_RANDOMIZE);
    int output = isOther && wanted.output ? open(wanted.output, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    if (output >= 0) dup2(output, 1);
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) != 0) _exit(126);
    raise(SIGSTOP);
    execvp(words[0], words);
    _exit(127);
  }
  setpgid(*pid, *pid);
  struct tracee *one = tracee(*pid, 1);
  one->isOther = isOther;
  one->isOrphan = 0;
}

static void go(struct tracee *one, int signal) {
  int isFollowed = one->isOther ? !isBlocked : isTracing;
  one->state = running;
  ptrace(isFollowed ? PTRACE_SYSCALL : PTRACE_CONT, one->pid, 0, signal);
}

// Lets the command go on, or OTHER.
static void release(int isOther) {
  int *held = isOther ? &isOtherHeld : &isHeld;
  if (!*held) return;
  *held = 0;
  for (size_t place = 0; place < sizeof tracees / sizeof *tracees; place++)
    if (tracees[place].state == parked && tracees[place].isOther == isOther && !tracees[place].isOrphan)
      go(&tracees[place], tracees[place].signal);
}

// Whether a call is one in which a command waits for the other one, which is held.
static int isWaiting(long number, const uint64_t *arguments) {
  switch (number) {
  case SYS_nanosleep: case SYS_clock_nanosleep: return 1;
  case SYS_flock: return (arguments[1] & LOCK_NB) == 0 && (arguments[1] & LOCK_UN) == 0;
  case SYS_fcntl: return arguments[1] == F_SETLKW || arguments[1] == F_OFD_SETLKW;
  default: return 0;
  }
}

static void change(struct tracee *one, int argument, long value, const uint64_t *arguments) {
  one->isChanged = 1;
  one->argument = argument;
  one->original = (long)arguments[argument];
  setArgument(one->pid, argument, value);
}

// The entry of a call. Says whether the thread goes on.
static int entry(struct tracee *one, const struct __ptrace_syscall_info *said) {
  one->isBetween = 1;
  one->isFaked = one->isChanged = 0;
  long number = (long)said->entry.nr;
  const uint64_t *arguments = said->entry.args;
  if (one->isOther) {
    otherCount++;
    if (isWaiting(number, arguments)) isBlocked = 1;
    else if (otherCount != wanted.otherAt) return 1;
    else isOtherHeld = 1;
    release(0);
    if (isOtherHeld) one->state = parked;
    return !isOtherHeld;
  }
  if (isOtherHeld && isWaiting(number, arguments)) release(1);
  const struct call *call = one->call = find(number);
  one->number = ++count;
  if (list || count == wanted.at) describe(one->pid, call, arguments, one->about, sizeof one->about);
  if (count < wanted.at || wanted.what == nothing) return 1;
  if (count == wanted.at) {
    isReached = 1;
    snprintf(reached, sizeof reached, "%s\t%s", call->name, one->about);
  } else if (!concerns(call, wanted.calls) || (wanted.count != 0 && done >= wanted.count)) {
    return 1;
  }
  done++;
  // What only one call is asked for need not be looked for any more.
  if (wanted.count == 1 && !list && wanted.otherAt == 0) isTracing = 0;
  switch (wanted.what) {
  case nothing: break;
  case killBefore: killGroup(command); break;
  case killBehind: isTracing = 1; break;
  case hold:
    isHeld = 1;
    one->state = parked;
    start(otherWords, &companion, 1);
    return 0;
  case failing: case late:
    isTracing = 1;
    if (call->kind == end) break;
    one->isFaked = 1;
    one->result = -wanted.value;
    if (number == SYS_brk) {
      // It does not fail: it says where memory ends.
      change(one, 0, 0, arguments);
      one->isFaked = 0;
    } else if (wanted.what == failing && number != SYS_close) {
      // A descriptor is closed even where that fails.
      setCall(one->pid, -1);
    }
    break;
  case shortened:
    if (concerns(call, "read,write,pread64,pwrite64,getdents64")) {
      // Where it goes on for several calls, half of each. A name must fit.
      long room = wanted.count == 1 ? wanted.value : (long)(arguments[2] / 2), least = number == SYS_getdents64 ? 64 : 1;
      isTracing = 1;
      if (room < least) room = least;
      if (room < (long)arguments[2]) change(one, 2, room, arguments);
    }
    break;
  }
  return 1;
}

static void leaving(struct tracee *one, const struct __ptrace_syscall_info *said) {
  // Of a program or a child that has just begun, the call that made it.
  int isOwn = one->isBetween && !one->isOther;
  one->isBetween = 0;
  if (!isOwn) return;
  long result = (long)said->exit.rval;
  if (one->isChanged) restoreArgument(one->pid, one->argument, one->original);
  if (one->isFaked) {
    setResult(one->pid, one->result);
    result = one->result;
  }
  if (list) fprintf(list, "%ld\t%s\t%ld\t%s\n", one->number, one->call->name, result, one->about);
  if (wanted.what == killBehind && one->number == wanted.at) killGroup(command);
  if ((one->isFaked || one->isChanged) && wanted.count == 1 && !list) isTracing = 0;
}

// MARK: Waiting

static void gone(pid_t pid, int status) {
  struct tracee *one = tracee(pid, 0);
  // The end of a process has no end of a call.
  if (list && !one->isOther && one->isBetween && one->number > 0)
    fprintf(list, "%ld\t%s\t?\t%s\n", one->number, one->call->name, one->about);
  one->state = absent;
  if (pid == command) {
    commandStatus = status;
    release(1);
  }
  if (pid == companion) {
    companionStatus = status;
    release(0);
  }
}

// Nothing of a command goes on while it is held.
static void proceed(struct tracee *one, int signal) {
  if (!one->isOrphan && !(one->isOther ? isOtherHeld : isHeld)) {
    go(one, signal);
    return;
  }
  one->state = parked;
  one->signal = signal;
}

// The first stop of a thread or process.
static void begin(struct tracee *one) {
  one->isNew = 0;
  if (one->pid != command && one->pid != companion) {
    proceed(one, 0);
    return;
  }
  long children = PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK;
  long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL | PTRACE_O_TRACEEXEC | children;
  if (ptrace(PTRACE_SETOPTIONS, one->pid, 0, options) != 0) giveUp(unavailable, "ptrace: %s", strerror(errno));
  // It is still ours: its calls count from the new program on.
  ptrace(PTRACE_CONT, one->pid, 0, 0);
}

// A thread or process was made by another one, and may have stopped before that was told.
static void born(pid_t pid, const struct tracee *parent) {
  struct tracee *one = tracee(pid, 1);
  one->isOther = parent->isOther;
  one->isOrphan = 0;
  if (one->state == parked) proceed(one, one->signal);
}

static void stopped(pid_t pid, int status) {
  struct tracee *one = tracee(pid, 1);
  int signal = WSTOPSIG(status);
  int event = status >> 16;
  if (one->isNew && signal == SIGSTOP) {
    begin(one);
    return;
  }
  if (signal == SIGTRAP && event != 0) {
    unsigned long child = 0;
    if (event == PTRACE_EVENT_EXEC) one->isBetween = 0;
    else if (ptrace(PTRACE_GETEVENTMSG, pid, 0, &child) == 0) born((pid_t)child, one);
    proceed(one, 0);
    return;
  }
  if (signal == (SIGTRAP | 0x80)) {
    struct __ptrace_syscall_info said;
    memset(&said, 0, sizeof said);
    if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof said, &said) <= 0) {
      if (errno != ESRCH) giveUp(unavailable, "ptrace: %s; Linux 5.3 is needed", strerror(errno));
      return;
    }
    if (said.op == PTRACE_SYSCALL_INFO_ENTRY) {
      if (!entry(one, &said)) return;
    } else if (said.op == PTRACE_SYSCALL_INFO_EXIT) {
      leaving(one, &said);
    }
    signal = 0;
  }
  proceed(one, signal);
}

static void tick(int signal) {
  (void)signal;
  isStuck = 1;
  killGroup(command);
  killGroup(companion);
}

static void run(void) {
  struct sigaction action = {.sa_handler = tick};
  sigaction(SIGALRM, &action, NULL);
  struct itimerval time = {.it_value = {(time_t)wanted.limit, (suseconds_t)((wanted.limit - (double)(time_t)wanted.limit) * 1e6)}};
  // Again, should a child be born in between.
  time.it_interval = (struct timeval){1, 0};
  setitimer(ITIMER_REAL, &time, NULL);
  start(commandWords, &command, 0);
  while (commandStatus < 0 || (companion > 0 && companionStatus < 0)) {
    int status;
    pid_t pid = waitpid(-1, &status, __WALL);
    if (pid < 0) {
      if (errno == EINTR) continue;
      break;
    }
    if (WIFSTOPPED(status)) stopped(pid, status);
    else gone(pid, status);
  }
  killGroup(command);
  killGroup(companion);
}

// MARK: The end

static void sayEnd(FILE *file, const char *name, int status) {
  if (status < 0) return;
  if (WIFSIGNALED(status)) fprintf(file, "%s %d\n", name, -WTERMSIG(status));
  else fprintf(file, "%s %d\n", name, WEXITSTATUS(status));
}

int main(int number, char **words) {
  parse(number, words);
  if (wanted.list && (list = fopen(wanted.list, "we")) == NULL) giveUp(usage, "%s: %s", wanted.list, strerror(errno));
  run();
  if (list && fclose(list) != 0) giveUp(unavailable, "%s: %s", wanted.list, strerror(errno));
  if (commandStatus >= 0 && WIFEXITED(commandStatus) && WEXITSTATUS(commandStatus) == 126 && count == 0)
    giveUp(unavailable, "ptrace is not allowed here");
  FILE *report = wanted.report ? fopen(wanted.report, "we") : stdout;
  if (report == NULL) giveUp(usage, "%s: %s", wanted.report, strerror(errno));
  fprintf(report, "calls %ld\n", count);
  if (isReached) fprintf(report, "reached %s\n", reached);
  sayEnd(report, "end", commandStatus);
  sayEnd(report, "other", companionStatus);
  fprintf(report, "other-calls %ld\nblocked %d\nstuck %d\n", otherCount, isBlocked, isStuck);
  return 0;
}
