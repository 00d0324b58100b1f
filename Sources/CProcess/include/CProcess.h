#ifndef DUBAN_CPROCESS_H
#define DUBAN_CPROCESS_H

#include <sys/types.h>

/// What a program may use up; beyond that the system stops it.
typedef struct {
  /// Seconds of processor time.
  unsigned long seconds;
  /// Bytes of memory of each of its processes.
  unsigned long memory;
  /// Bytes of each file that it writes.
  unsigned long file;
} cprocess_limits;

/// Starts a program in a process group of its own, with nothing on its input, its output in a file and its complaints
/// dropped, no signal blocked or ignored, within limits. It ends with the process that started it. (posix_spawn can do
/// neither of the last two.) `words` and `variables` end with NULL. Answers 0, or the error number.
int cprocess_start(
    pid_t *process, char *const words[], char *const variables[], const char *output, cprocess_limits limits);

#endif
