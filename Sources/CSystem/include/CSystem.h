#ifndef DUBAN_CSYSTEM_H
#define DUBAN_CSYSTEM_H

/// Columns of the terminal behind a file descriptor, or 0 where there is none. (ioctl is variadic, which Swift
/// does not import.)
int csystem_terminal_columns(int descriptor);

/// Makes the process's LC_CTYPE that of the environment. Returns its character set's name, as in "UTF-8" or "GB18030";
/// "UTF-8" where the locale is unset, C, POSIX or not installed.
const char *csystem_use_locale(void);

#endif
