// Where a stopped thread has the number of its call, its arguments and its result: the only thing that differs between machines.
#include <elf.h>
#include <stddef.h>
#include <sys/ptrace.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/user.h>

#if !defined(__x86_64__) && !defined(__aarch64__)
#error "the registers of x86_64 and aarch64 are known here: say where yours are"
#endif

#ifdef __x86_64__
static void poke(pid_t pid, size_t place, long value) {
  ptrace(PTRACE_POKEUSER, pid, place, value);
}
static void setCall(pid_t pid, long number) { poke(pid, offsetof(struct user_regs_struct, orig_rax), number); }
static void setResult(pid_t pid, long result) { poke(pid, offsetof(struct user_regs_struct, rax), result); }
static void setArgument(pid_t pid, int place, long value) {
  static const size_t places[] = {offsetof(struct user_regs_struct, rdi), offsetof(struct user_regs_struct, rsi),
                                  offsetof(struct user_regs_struct, rdx)};
  poke(pid, places[place], value);
}
static void restoreArgument(pid_t pid, int place, long value) { setArgument(pid, place, value); }
#else
static void setCall(pid_t pid, long number) {
  int call = (int)number;
  struct iovec part = {&call, sizeof call};
  ptrace(PTRACE_SETREGSET, pid, NT_ARM_SYSTEM_CALL, &part);
}
static void setArgument(pid_t pid, int place, long value) {
  struct user_regs_struct registers;
  struct iovec part = {&registers, sizeof registers};
  ptrace(PTRACE_GETREGSET, pid, NT_PRSTATUS, &part);
  registers.regs[place] = (unsigned long)value;
  ptrace(PTRACE_SETREGSET, pid, NT_PRSTATUS, &part);
}
static void setResult(pid_t pid, long result) { setArgument(pid, 0, result); }
// The result stands where the first argument did.
static void restoreArgument(pid_t pid, int place, long value) {
  if (place != 0) setArgument(pid, place, value);
}
#endif
