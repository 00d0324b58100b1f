#define _GNU_SOURCE
#include "CFiles.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

int cfiles_rename_new(const char *path, const char *target) {
  if (renameat2(AT_FDCWD, path, AT_FDCWD, target, RENAME_NOREPLACE) == 0) return 0;
  // Not every file system knows it. A second name for the file says the same.
  if (errno != EINVAL && errno != ENOSYS) return -1;
  if (link(path, target) == 0) return unlink(path);
  if (errno != EPERM && errno != EOPNOTSUPP) return -1;
  // Nor that: whoever writes holds the lock.
  if (access(target, F_OK) == 0) errno = EEXIST;
  return errno == ENOENT ? rename(path, target) : -1;
}

int cfiles_lock(int descriptor) {
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  return fcntl(descriptor, F_OFD_SETLK, &lock);
}

bool cfiles_sync_all_tells(void) {
  struct utsname system;
  int major = 0, minor = 0;
  if (uname(&system) != 0 || sscanf(system.release, "%d.%d", &major, &minor) != 2) return false;
  return major > 5 || (major == 5 && minor >= 8);
}

int cfiles_sync_all(int descriptor) { return syncfs(descriptor); }

int cfiles_copy_access(const char *path, int descriptor) {
  static const char name[] = "system.posix_acl_access";
  char list[4096];
  ssize_t size = getxattr(path, name, list, sizeof list);
  if (size < 0) return errno == ENODATA || errno == EOPNOTSUPP || errno == ENOENT ? 0 : -1;
  return fsetxattr(descriptor, name, list, (size_t)size, 0);
}

bool cfiles_is_remote(const char *path) {
  struct statfs about;
  if (statfs(path, &about) != 0) return false;
  switch ((unsigned long)about.f_type & 0xFFFFFFFFul) {
  case 0x6969:     // NFS
  case 0xFF534D42: // CIFS
  case 0xFE534D42: // SMB2
  case 0x517B:     // SMB
  case 0x65735546: // FUSE: sshfs and others
  case 0x01021997: // 9P
  case 0x5346414F: // AFS
  case 0x00C36400: // Ceph
  case 0x0BD00BD0: // Lustre
  case 0x47504653: // GPFS
  case 0x01161970: // GFS2
  case 0x7461636F: // OCFS2
    return true;
  default:
    return false;
  }
}

bool cfiles_contains(const void *bytes, size_t count, const void *wanted, size_t size) {
  return memmem(bytes, count, wanted, size) != NULL;
}
