// The system calls that programs make, by number: their names, and what they are about; and errors by their names.
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>
#include <stdint.h>

// What a call is about: the argument that is a path or a descriptor, whether it concerns memory.
enum kind { other, path0, path1, descriptor, memory, end };

#define CALL(name, kind) {SYS_##name, #name, kind}
static const struct call { long number; const char *name; enum kind kind; } calls[] = {
#ifdef SYS_open
  CALL(open, path0), CALL(creat, path0), CALL(stat, path0), CALL(lstat, path0), CALL(access, path0), CALL(unlink, path0),
  CALL(rename, path0), CALL(mkdir, path0), CALL(rmdir, path0), CALL(readlink, path0), CALL(chmod, path0),
  CALL(chown, path0), CALL(lchown, path0), CALL(link, path0), CALL(symlink, path0), CALL(utime, path0),
  CALL(getdents, descriptor), CALL(dup2, descriptor), CALL(poll, other), CALL(select, other), CALL(pipe, other),
  CALL(fork, other), CALL(vfork, other), CALL(arch_prctl, other), CALL(time, other), CALL(getpgrp, other),
#endif
  CALL(newfstatat, path1), CALL(renameat, path1),
  CALL(openat, path1), CALL(openat2, path1), CALL(statx, path1), CALL(faccessat, path1), CALL(faccessat2, path1),
  CALL(unlinkat, path1), CALL(renameat2, path1), CALL(mkdirat, path1), CALL(readlinkat, path1), CALL(fchmodat, path1),
  CALL(fchownat, path1), CALL(linkat, path1), CALL(symlinkat, path1), CALL(utimensat, path1), CALL(statfs, path0),
  CALL(truncate, path0), CALL(chdir, path0), CALL(getxattr, path0), CALL(setxattr, path0), CALL(listxattr, path0),
  CALL(lgetxattr, path0), CALL(lsetxattr, path0), CALL(llistxattr, path0), CALL(removexattr, path0), CALL(mount, path0),
  CALL(fstat, descriptor), CALL(read, descriptor), CALL(write, descriptor), CALL(pread64, descriptor),
  CALL(pwrite64, descriptor), CALL(readv, descriptor), CALL(writev, descriptor), CALL(preadv, descriptor),
  CALL(pwritev, descriptor), CALL(lseek, descriptor), CALL(close, descriptor), CALL(close_range, other),
  CALL(fsync, descriptor), CALL(fdatasync, descriptor), CALL(sync_file_range, descriptor), CALL(syncfs, descriptor),
  CALL(ftruncate, descriptor), CALL(fallocate, descriptor), CALL(fchmod, descriptor), CALL(fchown, descriptor),
  CALL(fgetxattr, descriptor), CALL(fsetxattr, descriptor), CALL(flistxattr, descriptor), CALL(fremovexattr, descriptor),
  CALL(fadvise64, descriptor), CALL(flock, descriptor), CALL(fcntl, descriptor), CALL(getdents64, descriptor),
  CALL(fstatfs, descriptor), CALL(ioctl, descriptor), CALL(dup, descriptor), CALL(dup3, descriptor),
  CALL(fchdir, descriptor), CALL(sendfile, descriptor), CALL(copy_file_range, descriptor), CALL(splice, descriptor),
  CALL(connect, descriptor), CALL(sendto, descriptor), CALL(recvfrom, descriptor), CALL(sendmsg, descriptor),
  CALL(recvmsg, descriptor), CALL(mmap, memory), CALL(munmap, memory), CALL(mremap, memory), CALL(mprotect, memory),
  CALL(brk, memory), CALL(madvise, memory), CALL(mlock, memory), CALL(memfd_create, memory), CALL(getcwd, other),
  CALL(umask, other), CALL(pipe2, other), CALL(socket, other), CALL(ppoll, other), CALL(pselect6, other),
  CALL(epoll_pwait, other), CALL(nanosleep, other), CALL(clock_nanosleep, other), CALL(clock_gettime, other),
  CALL(gettimeofday, other), CALL(times, other), CALL(getitimer, other), CALL(setitimer, other), CALL(futex, other),
  CALL(getpid, other), CALL(gettid, other), CALL(getppid, other), CALL(getuid, other), CALL(geteuid, other),
  CALL(getgid, other), CALL(getegid, other), CALL(getgroups, other), CALL(setpgid, other), CALL(setsid, other),
  CALL(getpgid, other), CALL(uname, other), CALL(sysinfo, other), CALL(prlimit64, other), CALL(getrlimit, other),
  CALL(setrlimit, other), CALL(getrusage, other), CALL(prctl, other), CALL(getrandom, other), CALL(rt_sigaction, other),
  CALL(rt_sigprocmask, other), CALL(rt_sigtimedwait, other), CALL(rt_sigsuspend, other), CALL(sigaltstack, other),
  CALL(kill, other), CALL(tgkill, other), CALL(wait4, other), CALL(waitid, other), CALL(clone, other),
  CALL(clone3, other), CALL(set_tid_address, other), CALL(set_robust_list, other), CALL(rseq, other),
  CALL(membarrier, other), CALL(sched_yield, other), CALL(sched_getaffinity, other), CALL(sched_setaffinity, other),
  CALL(pidfd_open, other), CALL(unshare, other), CALL(capget, other), CALL(restart_syscall, end), CALL(execve, end),
  CALL(execveat, end), CALL(rt_sigreturn, end), CALL(exit, end), CALL(exit_group, end),
};

static const struct { int number; const char *name; } errors[] = {
  {EIO, "EIO"}, {EINTR, "EINTR"}, {ENOMEM, "ENOMEM"}, {ENOSPC, "ENOSPC"}, {EACCES, "EACCES"}, {EPERM, "EPERM"},
  {EAGAIN, "EAGAIN"}, {EMFILE, "EMFILE"}, {ENFILE, "ENFILE"}, {EROFS, "EROFS"}, {EDQUOT, "EDQUOT"}, {EINVAL, "EINVAL"},
  {ENOENT, "ENOENT"}, {ESTALE, "ESTALE"}, {ENOLCK, "ENOLCK"}, {ENOSYS, "ENOSYS"}, {EBADF, "EBADF"}, {EFBIG, "EFBIG"},
};

static const struct call *find(long number) {
  static struct call unknown = {0, "?", other};
  for (size_t place = 0; place < sizeof calls / sizeof *calls; place++)
    if (calls[place].number == number) return &calls[place];
  return &unknown;
}

// Whether a call is one of those names, parted by commas; `files`: one that concerns files; NULL: any.
static int concerns(const struct call *call, const char *names) {
  if (names == NULL) return call->kind != end;
  if (strcmp(names, "files") == 0) return call->kind == path0 || call->kind == path1 || call->kind == descriptor;
  size_t length = strlen(call->name);
  for (const char *rest = names; (rest = strstr(rest, call->name)) != NULL; rest += length)
    if ((rest == names || rest[-1] == ',') && (rest[length] == 0 || rest[length] == ',')) return 1;
  return 0;
}

static void readText(pid_t pid, uint64_t place, char *text, size_t room) {
  size_t length = 0;
  while (length + sizeof(long) < room) {
    errno = 0;
    long word = ptrace(PTRACE_PEEKDATA, pid, place + length, 0);
    if (errno != 0) break;
    memcpy(text + length, &word, sizeof word);
    if (memchr(&word, 0, sizeof word) != NULL) return;
    length += sizeof word;
  }
  text[length] = 0;
}

// The path that a call names, or that its descriptor is of.
static void describe(pid_t pid, const struct call *call, const uint64_t *arguments, char *about, size_t room) {
  about[0] = 0;
  if (call->kind == path0 || call->kind == path1) readText(pid, arguments[call->kind == path1], about, room);
  // newfstatat without a name is about an open file, too.
  if (call->kind == descriptor || (call->kind == path1 && about[0] == 0)) {
    char link[64];
    snprintf(link, sizeof link, "/proc/%d/fd/%d", pid, (int)arguments[0]);
    ssize_t length = readlink(link, about, room - 1);
    about[length < 0 ? 0 : length] = 0;
  }
  for (char *letter = about; *letter != 0; letter++)
    if ((unsigned char)*letter < ' ') *letter = '?';
}
