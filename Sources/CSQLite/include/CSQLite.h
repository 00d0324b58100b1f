#ifndef DUBAN_CSQLITE_H
#define DUBAN_CSQLITE_H

#include <sqlite3.h>

// What Swift does not import: macros that are pointers.

/// Binds bytes that SQLite copies. Answers SQLite's code.
int csqlite_bind_bytes(sqlite3_stmt *statement, int place, const void *bytes, int count);
/// Binds a text that SQLite copies. Answers SQLite's code.
int csqlite_bind_text(sqlite3_stmt *statement, int place, const char *text, int count);

#endif
