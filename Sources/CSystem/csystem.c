#include "CSystem.h"
#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/ioctl.h>

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
