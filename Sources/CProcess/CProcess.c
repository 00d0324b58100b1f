#define _GNU_SOURCE
#include "CProcess.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static int limited(__rlimit_resource_t resource, rlim_t most) {
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return -1;
  if (limit.rlim_max < most) most = limit.rlim_max;
  limit.rlim_cur = most;
  limit.rlim_max = most;
  return setrlimit(resource, &limit);
}

static int opened(const char *path, int flags, int descriptor) {
  const int file = open(path, flags, 0600);
  if (file < 0) return -1;
  if (file == descriptor) return 0;
  const int result = dup2(file, descriptor);
  close(file);
  return result < 0 ? -1 : 0;
}

// In the new process, between fork and exec: nothing but system calls.
static int prepared(pid_t parent, const char *output, cprocess_limits limits) {
  if (setpgid(0, 0) != 0 || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return -1;
  if (getppid() != parent) return -1;
  if (opened("/dev/null", O_RDONLY, STDIN_FILENO) != 0 ||
      opened(output, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO) != 0 ||
      opened("/dev/null", O_WRONLY, STDERR_FILENO) != 0)
    return -1;
  if (limited(RLIMIT_CPU, limits.seconds) != 0 || limited(RLIMIT_DATA, limits.memory) != 0 ||
      limited(RLIMIT_FSIZE, limits.file) != 0 || limited(RLIMIT_CORE, 0) != 0)
    return -1;
  const struct sigaction plain = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) sigaction(number, &plain, NULL);
  sigset_t none;
  sigemptyset(&none);
  return sigprocmask(SIG_SETMASK, &none, NULL);
}

int cprocess_start(
    pid_t *process, char *const words[], char *const variables[], const char *output, cprocess_limits limits) {
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) return errno;
  const pid_t parent = getpid();
  *process = fork();
  if (*process == 0) {
    if (prepared(parent, output, limits) == 0) execve(words[0], words, variables);
    const int error = errno;
    const ssize_t written = write(report[1], &error, sizeof error);
    (void)written;
    _exit(127);
  }
  int error = *process < 0 ? errno : 0;
  close(report[1]);
  if (*process > 0) {
    ssize_t count;
    int told;
    while ((count = read(report[0], &told, sizeof told)) < 0 && errno == EINTR) {}
    if (count == (ssize_t)sizeof told) {
      error = told != 0 ? told : ECANCELED;
      while (waitpid(*process, NULL, 0) < 0 && errno == EINTR) {}
    }
  }
  close(report[0]);
  return error;
}
