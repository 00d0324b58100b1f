#ifndef DUBAN_CFILES_H
#define DUBAN_CFILES_H

#include <stdbool.h>
#include <stddef.h>

// System calls on files that Swift does not import, since they are variadic or not in POSIX. Each answers 0, or -1 with
// errno.

/// Puts a file under a name that nothing has; EEXIST where it is taken.
int cfiles_rename_new(const char *path, const char *target);
/// Takes a write lock on an open file, for this opening of it alone; EAGAIN where another one has it. Who may only read
/// the file cannot take it.
int cfiles_lock(int descriptor);
/// Gives an open file the access list of the file at a path; does nothing where that has none, or there is none.
int cfiles_copy_access(const char *path, int descriptor);
/// Whether cfiles_sync_all tells of every failure: since Linux 5.8.
bool cfiles_sync_all_tells(void);
/// Makes all content durable of the file system that an open folder lies on.
int cfiles_sync_all(int descriptor);

/// Whether some bytes stand among others.
bool cfiles_contains(const void *bytes, size_t count, const void *wanted, size_t size);
/// Whether a path lies on a network file system.
bool cfiles_is_remote(const char *path);

#endif
