// What `syscalls` is asked for, as its words say it.
enum what { nothing, killBefore, killBehind, failing, late, shortened, hold };

static struct {
  long at, otherAt, count;
  enum what what;
  long value;
  const char *calls, *list, *report, *output;
  double limit;
} wanted = {.count = 1, .limit = 10};

static char **commandWords, **otherWords;

static void parseWhat(const char *text) {
  const char *value = strchr(text, '=');
  if (strcmp(text, "kill") == 0) wanted.what = killBefore;
  else if (strcmp(text, "killed") == 0) wanted.what = killBehind;
  else if (strcmp(text, "hold") == 0) wanted.what = hold;
  else if (strncmp(text, "short=", 6) == 0) {
    wanted.what = shortened;
    wanted.value = atol(value + 1);
  } else if (strncmp(text, "error=", 6) == 0 || strncmp(text, "late=", 5) == 0) {
    wanted.what = text[0] == 'e' ? failing : late;
    for (size_t place = 0; place < sizeof errors / sizeof *errors; place++)
      if (strcmp(errors[place].name, value + 1) == 0) wanted.value = errors[place].number;
    if (wanted.value == 0) giveUp(usage, "no error %s", value + 1);
  } else giveUp(usage, "no --do %s", text);
}

static void parse(int number, char **words) {
  int place = 1;
  for (; place < number && strcmp(words[place], "--") != 0; place += 2) {
    const char *name = words[place], *value = place + 1 < number ? words[place + 1] : NULL;
    if (value == NULL) giveUp(usage, "%s needs a value", name);
    if (strcmp(name, "--at") == 0) wanted.at = atol(value);
    else if (strcmp(name, "--other-at") == 0) wanted.otherAt = atol(value);
    else if (strcmp(name, "--do") == 0) parseWhat(value);
    else if (strcmp(name, "--count") == 0) wanted.count = atol(value);
    else if (strcmp(name, "--calls") == 0) wanted.calls = value;
    else if (strcmp(name, "--list") == 0) wanted.list = value;
    else if (strcmp(name, "--report") == 0) wanted.report = value;
    else if (strcmp(name, "--output") == 0) wanted.output = value;
    else if (strcmp(name, "--limit") == 0) wanted.limit = atof(value);
    else giveUp(usage, "no option %s", name);
  }
  commandWords = words + place + 1;
  for (place++; place < number && strcmp(words[place], "--") != 0; place++) {}
  if (place < number) {
    words[place] = NULL;
    otherWords = words + place + 1;
  }
  if (commandWords >= words + number || commandWords[0] == NULL) giveUp(usage, "a command is needed behind --");
  if (wanted.what == hold && (otherWords == NULL || otherWords[0] == NULL)) giveUp(usage, "hold needs another command");
  if ((wanted.what == nothing) != (wanted.at == 0)) giveUp(usage, "--at and --do belong together");
}
