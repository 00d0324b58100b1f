#ifndef DUBAN_CARCHIVE_H
#define DUBAN_CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

// What Swift asks of libarchive: reading a zip in memory. The library is loaded on first use, not with the program:
// it brings libxml2 and ICU, which would cost every start milliseconds.

/// A zip being read.
typedef struct carchive_zip carchive_zip;

/// What a step gave.
enum carchive_step { CARCHIVE_MORE, CARCHIVE_END, CARCHIVE_DAMAGED };

/// Whether the library is there. Loads it the first time.
bool carchive_is_available(void);
/// The file that is loaded.
const char *carchive_library_name(void);
/// Opens a zip; the bytes must stay where they are until it is closed. NULL where it is none or is cut off.
carchive_zip *carchive_open(const void *bytes, size_t count);
/// Goes to the next entry. Its name is valid until the next step, and empty where it is not in ASCII.
enum carchive_step carchive_next(carchive_zip *zip, const char **name, bool *is_encrypted);
/// The next block of the entry, unpacked; valid until the next step.
enum carchive_step carchive_read(carchive_zip *zip, const void **block, size_t *count);
/// Closes it.
void carchive_close(carchive_zip *zip);

#endif
