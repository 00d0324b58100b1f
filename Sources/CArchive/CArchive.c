#include "CArchive.h"
#include "Library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>

#define LIBRARY "libarchive.so.13"

#define DEFINE_CALL(name) __typeof__(&name) call_##name;
EACH_FUNCTION(DEFINE_CALL)

static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  is_loaded = true;
#define FIND(name) \
  if ((call_##name = (__typeof__(&name))dlsym(library, #name)) == NULL) is_loaded = false;
  EACH_FUNCTION(FIND)
}

bool carchive_is_available(void) {
  pthread_once(&once, load);
  return is_loaded;
}

const char *carchive_library_name(void) { return LIBRARY; }

carchive_zip *carchive_open(const void *bytes, size_t count) {
  if (!carchive_is_available()) return NULL;
  struct archive *archive = call_archive_read_new();
  if (archive == NULL) return NULL;
  if (call_archive_read_support_format_zip_seekable(archive) != ARCHIVE_OK ||
      call_archive_read_open_memory(archive, bytes, count) != ARCHIVE_OK) {
    call_archive_read_free(archive);
    return NULL;
  }
  return (carchive_zip *)archive;
}

enum carchive_step carchive_next(carchive_zip *zip, const char **name, bool *is_encrypted) {
  struct archive_entry *entry;
  int result = call_archive_read_next_header((struct archive *)zip, &entry);
  if (result == ARCHIVE_EOF) return CARCHIVE_END;
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN) return CARCHIVE_DAMAGED;
  const char *path = call_archive_entry_pathname(entry);
  *name = path != NULL ? path : "";
  *is_encrypted = call_archive_entry_is_encrypted(entry) > 0;
  return CARCHIVE_MORE;
}

enum carchive_step carchive_read(carchive_zip *zip, const void **block, size_t *count) {
  int64_t offset;
  int result = call_archive_read_data_block((struct archive *)zip, block, count, &offset);
  if (result == ARCHIVE_EOF) return CARCHIVE_END;
  return result == ARCHIVE_OK ? CARCHIVE_MORE : CARCHIVE_DAMAGED;
}

void carchive_close(carchive_zip *zip) { call_archive_read_free((struct archive *)zip); }
