#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include "CCurses.h"
#include "Signals.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

// term.h takes these words for its own.
#undef columns
#undef lines

// Far from the numbers behind KEY_MAX, which curses gives to the keys that it finds in terminfo itself.
enum { PASTE_BEGIN = KEY_MAX + 0x1000, PASTE_END, STYLES = 32 };

static SCREEN *screen;
// The terminal is ours.
static volatile sig_atomic_t is_open;
// The shell has the terminal: the program was suspended and is to end without having gone on.
static bool is_away;
static bool is_cursor_shown;
// The colours can be shown.
static bool has_pairs;
static attr_t attributes[STYLES];
static short pairs[STYLES];

// ---- Giving the terminal back, from a signal handler too: only what may be called there.

static struct termios saved_modes;
static char farewell[512];
static int farewell_length;

static int keep(int character) {
  if (farewell_length < (int)sizeof farewell) farewell[farewell_length++] = (char)character;
  return character;
}

static void keep_capability(const char *name) {
  const char *text = tigetstr(name);
  if (text != NULL && text != (char *)-1) tputs(text, 1, keep);
}

static void keep_text(const char *text) {
  while (*text) keep(*text++);
}

// Whether the terminal is not some other job's at this time.
static bool is_in_front(void) {
  const pid_t front = tcgetpgrp(STDIN_FILENO);
  return front < 0 || front == getpgrp();
}

void signals_give_back(void) {
  if (!is_open) return;
  is_open = false;
  // From behind, the shell's own modes are left alone, and it is not to stop us at the last word.
  struct sigaction pass = {.sa_handler = SIG_IGN};
  sigemptyset(&pass.sa_mask);
  const bool in_front = is_in_front();
  if (!in_front) sigaction(SIGTTOU, &pass, NULL);
  // A terminal that takes nothing (^S, a line that hangs) does not keep us.
  const int flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  const ssize_t written = write(STDOUT_FILENO, farewell, (size_t)farewell_length);
  (void)written;
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags);
  if (in_front) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
}

// ---- Waiting.

int ccurses_wait(int milliseconds) {
  struct pollfd descriptors[2] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = signals_wake(), .events = POLLIN}};
  const int count = poll(descriptors, 2, milliseconds);
  if (count < 0) return errno == EINTR ? CCURSES_SIGNAL : CCURSES_GONE;
  if (count == 0) return CCURSES_TIME;
  if (descriptors[1].revents) return CCURSES_SIGNAL;
  return descriptors[0].revents & (POLLHUP | POLLERR | POLLNVAL) ? CCURSES_GONE : CCURSES_INPUT;
}

// ---- The screen.

// Curses counts in short integers and keeps a screen's cells twice; no window is that large, but a number may be.
enum { MOST_COLUMNS = 4096, MOST_ROWS = 2048 };

static bool told_size(int *columns, int *rows) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

// Pasted text comes between two marks where the terminal can say so; only terminals that speak ANSI are asked.
static bool speaks_ansi(void) {
  const char *move = tigetstr("cup");
  return move != NULL && move != (char *)-1 && strncmp(move, "\033[", 2) == 0;
}

static void say(const char *text) {
  const ssize_t written = write(STDOUT_FILENO, text, strlen(text));
  (void)written;
}

bool ccurses_open(bool colours) {
  if (is_open || tcgetattr(STDIN_FILENO, &saved_modes) != 0) return false;
  signals_remember();
  int columns, rows;
  // Curses would take the size as it is told; without that it begins with the terminal's usual one.
  if (told_size(&columns, &rows) && (columns > MOST_COLUMNS || rows > MOST_ROWS)) use_env(FALSE);
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) {
    // The terminal is as it was, and whatever the program does in place of a screen ends as any program does.
    signals_restore();
    return false;
  }
  const bool is_ready =
      signals_catch() && raw() == OK && noecho() == OK && nonl() == OK && keypad(stdscr, TRUE) == OK;
  set_escdelay(25);
  curs_set(0);
  is_cursor_shown = false;
  has_pairs = colours && has_colors() && start_color() == OK && use_default_colors() == OK;
  for (short colour = 1; has_pairs && colour < 8; colour++) has_pairs = init_pair(colour, colour, -1) == OK;

  farewell_length = 0;
  if (speaks_ansi()) {
    define_key("\033[200~", PASTE_BEGIN);
    define_key("\033[201~", PASTE_END);
    // Every terminal that speaks so sends this for Shift-Tab; terminfo gives some of them another text.
    if (key_defined("\033[Z") != KEY_BTAB) define_key("\033[Z", KEY_BTAB);
    say("\033[?2004h");
    keep_text("\033[?2004l");
  }
  const char *last[] = {"sgr0", "op", "rmkx", "cnorm", "rmcup"};
  for (size_t i = 0; i < sizeof last / sizeof *last; i++) keep_capability(last[i]);
  keep_text("\r");
  is_open = true;
  if (!is_ready) ccurses_close();
  return is_ready;
}

void ccurses_close(void) {
  if (!is_open && !is_away) return;
  if (is_open && is_in_front()) {
    if (speaks_ansi()) say("\033[?2004l");
    endwin();
  } else {
    signals_give_back();
  }
  is_open = is_away = false;
  // A signal that comes from here on ends the program in the ordinary way, and no handler of curses is left.
  alarm(0);
  signals_restore();
  delscreen(screen);
  screen = NULL;
}

// Stops the whole group, as ^Z does: whoever started the program waits for the shell too.
static void stop(int number) {
  struct sigaction ordinary = {.sa_handler = SIG_DFL}, ours;
  sigemptyset(&ordinary.sa_mask);
  sigaction(number, &ordinary, &ours);
  kill(0, number);
  sigaction(number, &ours, NULL);
}

// Takes the terminal back from the shell, once that lets us have it; false where the program is to end instead. Whoever
// touches a terminal of the shell's is stopped, and would be stopped for ever where it is told to end at that time.
static bool take_back(void) {
  while (true) {
    if (signals_ending()) return false;
    if (is_in_front()) break;
    stop(SIGTTOU);
    // Where nothing can stop us, since nobody could make us go on, the terminal is waited for.
    signals_drain();
    struct pollfd descriptor = {.fd = signals_wake(), .events = POLLIN};
    if (!signals_ending()) poll(&descriptor, 1, 100);
  }
  signals_drain();
  signals_taken(CCURSES_CONT | CCURSES_TSTP | CCURSES_WINCH);
  reset_prog_mode();
  if (speaks_ansi()) say("\033[?2004h");
  is_open = true;
  ccurses_resize();
  clearok(curscr, TRUE);
  return true;
}

bool ccurses_suspend(void) {
  if (!is_open) return !is_away;
  if (speaks_ansi()) say("\033[?2004l");
  endwin();
  is_open = false;
  stop(SIGTSTP);
  is_away = !take_back();
  return !is_away;
}

bool ccurses_lend(void) {
  if (!is_open) return false;
  if (speaks_ansi()) say("\033[?2004l");
  endwin();
  is_open = false;
  signals_lend();
  return true;
}

bool ccurses_take_back(void) {
  // Whoever had it may have died and left it as it was then.
  if (is_in_front()) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  signals_catch();
  is_away = !take_back();
  return !is_away;
}

bool ccurses_resume(void) {
  if (!is_open) return !is_away;
  // The shell that stopped us made the terminal its own.
  is_open = false;
  is_away = !take_back();
  return !is_away;
}

void ccurses_size(int *columns, int *rows) {
  if (told_size(columns, rows)) {
    if (*columns > MOST_COLUMNS) *columns = MOST_COLUMNS;
    if (*rows > MOST_ROWS) *rows = MOST_ROWS;
  } else {
    *columns = COLS > 0 ? COLS : 80;
    *rows = LINES > 0 ? LINES : 24;
  }
}

void ccurses_resize(void) {
  if (!is_open) return;
  int columns, rows;
  ccurses_size(&columns, &rows);
  if (columns != COLS || rows != LINES) resizeterm(rows, columns);
}

void ccurses_style(int style, int wanted, int colour) {
  if (style < 0 || style >= STYLES) return;
  attributes[style] = (wanted & CCURSES_BOLD ? A_BOLD : 0) | (wanted & CCURSES_DIM ? A_DIM : 0) |
                      (wanted & CCURSES_REVERSE ? A_REVERSE : 0) | (wanted & CCURSES_UNDERLINE ? A_UNDERLINE : 0);
  pairs[style] = has_pairs ? (short)colour : 0;
}

int ccurses_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

bool ccurses_row(int row, const uint32_t *text, const uint8_t *styles, int count) {
  cchar_t *cells = calloc((size_t)count + 1, sizeof *cells);
  if (cells == NULL) return false;
  bool is_whole = true;
  for (int i = 0; i < count; i++) {
    wchar_t characters[CCURSES_CELL];
    for (int j = 0; j < CCURSES_CELL; j++) characters[j] = (wchar_t)text[i * CCURSES_CELL + j];
    characters[CCURSES_CELL - 1] = L'\0';
    const int style = styles[i] < STYLES ? styles[i] : 0;
    if (setcchar(&cells[i], characters, attributes[style], pairs[style], NULL) != OK &&
        setcchar(&cells[i], L"?", attributes[style], pairs[style], NULL) != OK)
      is_whole = false;
  }
  if (mvadd_wchnstr(row, 0, cells, count) != OK) is_whole = false;
  free(cells);
  return is_whole;
}

bool ccurses_show(int row, int column, bool visible) {
  if (!is_open) return false;
  if (is_cursor_shown != visible) curs_set(visible ? 1 : 0);
  is_cursor_shown = visible;
  const bool is_there = move(row, column) == OK;
  return refresh() == OK && is_there;
}

void ccurses_spoil(int row) { wredrawln(stdscr, row, 1); }

void ccurses_erase(void) { erase(); }

void ccurses_repaint(void) { clearok(curscr, TRUE); }

// ---- Keys.

static uint32_t key_of(wint_t code) {
  switch (code) {
  case KEY_UP: return CCURSES_UP;
  case KEY_DOWN: return CCURSES_DOWN;
  case KEY_LEFT: return CCURSES_LEFT;
  case KEY_RIGHT: return CCURSES_RIGHT;
  case KEY_HOME: case KEY_A1: return CCURSES_HOME;
  case KEY_END: case KEY_C1: return CCURSES_END;
  case KEY_PPAGE: case KEY_A3: return CCURSES_PAGE_UP;
  case KEY_NPAGE: case KEY_C3: return CCURSES_PAGE_DOWN;
  case KEY_BACKSPACE: return CCURSES_BACKSPACE;
  case KEY_DC: return CCURSES_DELETE;
  case KEY_BTAB: return CCURSES_BACK_TAB;
  case KEY_ENTER: return CCURSES_ENTER;
  case KEY_RESIZE: return CCURSES_RESIZED;
  case PASTE_BEGIN: return CCURSES_PASTE_BEGIN;
  case PASTE_END: return CCURSES_PASTE_END;
  default: break;
  }
  if (code > KEY_F0 && code <= KEY_F(12)) return CCURSES_F0 + (code - KEY_F0);
  return CCURSES_OTHER;
}

int64_t ccurses_milliseconds(void) {
  struct timespec now = {0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int waiting_bytes(void) {
  int count = 0;
  return ioctl(STDIN_FILENO, FIONREAD, &count) == 0 ? count : 0;
}

int ccurses_read(uint32_t *code) {
  struct pollfd descriptor = {.fd = STDIN_FILENO, .events = POLLIN};
  const int before = waiting_bytes();
  // The bytes of one character may come apart: only where some came already is it worth waiting for the rest.
  wtimeout(stdscr, poll(&descriptor, 1, 0) > 0 ? 50 : 0);
  wint_t value = 0;
  switch (wget_wch(stdscr, &value)) {
  case OK: *code = (uint32_t)value; return CCURSES_CHARACTER;
  case KEY_CODE_YES: *code = key_of(value); return CCURSES_KEY;
  default: return waiting_bytes() < before ? CCURSES_PIECE : CCURSES_NOTHING;
  }
}
