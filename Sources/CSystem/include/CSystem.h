#ifndef DUBAN_CSYSTEM_H
#define DUBAN_CSYSTEM_H

/// How many arguments the process was started with, its own name included; 0 where it was told none. (Swift reads them in
/// /proc, which a chroot or a sandbox need not have.)
int csystem_argument_count(void);

/// One of them, as bytes; NULL where there is none of that number.
const char *csystem_argument(int index);

/// Columns of the terminal behind a file descriptor, or 0 where there is none. (ioctl is variadic, which Swift
/// does not import.)
int csystem_terminal_columns(int descriptor);

/// The same of its rows.
int csystem_terminal_rows(int descriptor);

/// Makes the process's LC_CTYPE that of the environment. Returns its character set's name, as in "UTF-8" or "GB18030";
/// "UTF-8" where the locale is unset, C, POSIX or not installed.
const char *csystem_use_locale(void);

/// Makes sure that the process has a locale with a character set: C.UTF-8 where the environment names none that is
/// installed. Returns the set's name, as in "UTF-8"; "" where not even that is there.
const char *csystem_screen_locale(void);

/// What tells this program from any other build of it, as bytes: the linker's note, else what its file is like. Returns how
/// many they are; 0 where there is neither.
int csystem_build_id(unsigned char *bytes, int limit);

#endif
