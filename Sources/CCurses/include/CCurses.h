#ifndef DUBAN_CCURSES_H
#define DUBAN_CCURSES_H

#include <stdbool.h>
#include <stdint.h>

// What Swift asks of ncurses and of signals: a screen that is always given back. Swift never sees curses' macros.

/// Unicode scalars that one cell can hold: a character and its combining marks, then 0.
#define CCURSES_CELL 6

/// Keys that are no characters.
enum ccurses_key {
  CCURSES_UP = 1, CCURSES_DOWN, CCURSES_LEFT, CCURSES_RIGHT, CCURSES_HOME, CCURSES_END, CCURSES_PAGE_UP,
  CCURSES_PAGE_DOWN, CCURSES_BACKSPACE, CCURSES_DELETE, CCURSES_BACK_TAB, CCURSES_ENTER, CCURSES_PASTE_BEGIN,
  CCURSES_PASTE_END, CCURSES_RESIZED, CCURSES_OTHER, CCURSES_F0 = 100
};

/// What a read gave. A piece is bytes that make no character.
enum ccurses_read { CCURSES_NOTHING, CCURSES_CHARACTER, CCURSES_KEY, CCURSES_PIECE };

/// What waiting ended with.
enum ccurses_wait { CCURSES_TIME, CCURSES_INPUT, CCURSES_SIGNAL, CCURSES_GONE };

/// Signals that came, as bits.
enum ccurses_signal {
  CCURSES_WINCH = 1, CCURSES_TSTP = 2, CCURSES_CONT = 4, CCURSES_HUP = 8, CCURSES_TERM = 16,
  CCURSES_INT = 32, CCURSES_QUIT = 64
};

/// Parts of a style, as bits.
enum ccurses_attribute { CCURSES_BOLD = 1, CCURSES_DIM = 2, CCURSES_REVERSE = 4, CCURSES_UNDERLINE = 8 };

/// Opens the screen on standard input and output. False where the terminal is not known to terminfo, or cannot be read
/// key by key; signals are then as they were. Else they are caught from here on; whatever traps gives the terminal back first and exits with 70, and
/// whatever else kills the program gives it back too.
bool ccurses_open(bool colours);
/// Gives the terminal back and frees the screen. Does nothing where it is not open.
void ccurses_close(void);
/// Gives the terminal to the shell and stops the process group; comes back when it goes on. False where it is to end
/// instead: the terminal stays the shell's, and nothing may be shown any more.
bool ccurses_suspend(void);
/// Gives the terminal to a program that is run next: what its keys mean is its own affair, ^C and ^Z too. False where it is
/// not ours to give.
bool ccurses_lend(void);
/// Takes it back. False as above.
bool ccurses_take_back(void);
/// Takes the terminal back after somebody else stopped the program and it goes on. False as above.
bool ccurses_resume(void);
/// Columns and rows of the terminal, as the kernel says.
void ccurses_size(int *columns, int *rows);
/// Makes curses know the size of the terminal, where that is another.
void ccurses_resize(void);

/// Says how a style looks: attributes, and a colour from 1 to 7, or 0 for none.
void ccurses_style(int style, int attributes, int colour);
/// Columns that the C library gives a character in this locale; -1 where it cannot be shown.
int ccurses_width(uint32_t scalar);
/// Puts cells into a row, from its first column on. The right half of a wide character is not passed. False where not all
/// of it could be put there: no memory, or no such row.
bool ccurses_row(int row, const uint32_t *text, const uint8_t *styles, int count);
/// Sends what changed since the last time, with the cursor at a place. False where that could not be.
bool ccurses_show(int row, int column, bool visible);
/// Forgets what a row on the terminal shows: the next time it is sent whole.
void ccurses_spoil(int row);
/// Makes all blank; nothing is sent yet.
void ccurses_erase(void);
/// The next time everything is sent anew.
void ccurses_repaint(void);

/// Waits for input or a signal, at most so many milliseconds.
int ccurses_wait(int milliseconds);
/// Signals that came since the last time.
int ccurses_signals(void);
/// Milliseconds of a clock that nobody sets.
int64_t ccurses_milliseconds(void);
/// Reads one key; `code` is a Unicode scalar or one of `ccurses_key`.
int ccurses_read(uint32_t *code);

#endif
