#define _GNU_SOURCE
#include "CSystem.h"
#include <elf.h>
#include <langinfo.h>
#include <link.h>
#include <locale.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

static int count;
static char **values;

__attribute__((constructor)) static void take(int argc, char **argv) {
  count = argc;
  values = argv;
}

int csystem_argument_count(void) { return count; }

const char *csystem_argument(int index) { return index >= 0 && index < count ? values[index] : NULL; }

int csystem_terminal_columns(int descriptor) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

int csystem_terminal_rows(int descriptor) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_row;
}

const char *csystem_use_locale(void) {
  const char *name = setlocale(LC_CTYPE, "");
  if (name == NULL || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0) return "UTF-8";
  return nl_langinfo(CODESET);
}

const char *csystem_screen_locale(void) {
  const char *name = setlocale(LC_CTYPE, NULL);
  if (name == NULL || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0) {
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL && setlocale(LC_CTYPE, "en_US.UTF-8") == NULL) return "";
  }
  return nl_langinfo(CODESET);
}

struct build_id {
  unsigned char *bytes;
  int limit;
  int count;
};

// The linker's note about what it linked. The first object that is told of is the program itself.
static int find_build_id(struct dl_phdr_info *info, size_t size, void *data) {
  (void)size;
  struct build_id *found = data;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    if (info->dlpi_phdr[i].p_type != PT_NOTE) continue;
    const char *note = (const char *)(info->dlpi_addr + info->dlpi_phdr[i].p_vaddr);
    const char *end = note + info->dlpi_phdr[i].p_memsz;
    while (note + sizeof(ElfW(Nhdr)) <= end) {
      const ElfW(Nhdr) *head = (const ElfW(Nhdr) *)note;
      const char *name = note + sizeof *head;
      const char *body = name + ((head->n_namesz + 3u) & ~3u);
      if (body + head->n_descsz > end) break;
      if (head->n_type == NT_GNU_BUILD_ID && head->n_namesz == 4 && memcmp(name, "GNU", 4) == 0) {
        found->count = (int)head->n_descsz < found->limit ? (int)head->n_descsz : found->limit;
        memcpy(found->bytes, body, (size_t)found->count);
        return 1;
      }
      note = body + ((head->n_descsz + 3u) & ~3u);
    }
  }
  return 1;
}

int csystem_build_id(unsigned char *bytes, int limit) {
  struct build_id found = {.bytes = bytes, .limit = limit, .count = 0};
  dl_iterate_phdr(find_build_id, &found);
  if (found.count > 0) return found.count;
  // Without a note the program's file has to do.
  struct stat file;
  const char *path = (const char *)getauxval(AT_EXECFN);
  if (path == NULL || stat(path, &file) != 0) return 0;
  long long parts[] = {file.st_size, file.st_mtim.tv_sec, file.st_mtim.tv_nsec};
  found.count = (int)sizeof parts < limit ? (int)sizeof parts : limit;
  memcpy(bytes, parts, (size_t)found.count);
  return found.count;
}
