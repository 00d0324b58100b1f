#ifndef DUBAN_SIGNALS_H
#define DUBAN_SIGNALS_H

#include <stdbool.h>

// Between the two files of this target only.

/// Gives the terminal back where it is ours; may be called from a signal handler.
void signals_give_back(void);
/// Keeps what is done with signals now. To be called before curses puts handlers of its own.
void signals_remember(void);
/// Catches signals from here on; false where there is no pipe for it.
bool signals_catch(void);
/// Makes signals do again what they did.
void signals_restore(void);
/// Leaves ^C, ^\\ and ^Z to a program that has the terminal: the first two are not for us, the last one stops us with it.
/// Until signals are caught again.
void signals_lend(void);
/// Signals that came among those wanted, as bits; they count as told.
int signals_taken(int wanted);
/// Whether a signal came that is to end the program, and was not told yet.
bool signals_ending(void);
/// The descriptor that can be read when a signal came.
int signals_wake(void);
/// Empties it.
void signals_drain(void);

#endif
