#ifndef DUBAN_CARCHIVE_H
#define DUBAN_CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What Swift asks of libarchive: reading a zip, reading and writing a tar.gz. The library is loaded on
// first use, not with the program: it brings libxml2 and ICU, which would cost every start milliseconds.

/// A zip being read.
typedef struct carchive_zip carchive_zip;

/// What a step gave.
enum carchive_step { CARCHIVE_MORE, CARCHIVE_END, CARCHIVE_DAMAGED, CARCHIVE_TOO_LARGE };

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

/// A tar, compressed with gzip, being read.
typedef struct carchive_tar carchive_tar;

/// What a tar tells of an entry.
typedef struct {
  /// Its bytes as they stand there, in no known encoding; valid until the next step.
  const char *name;
  /// Whether it is a regular file whose name is certain: no link, folder, device or pipe, no name in need of
  /// conversion.
  bool is_plain;
  /// Permission bits.
  uint32_t mode;
  /// Its size in bytes; CARCHIVE_END from reading it says that they all came.
  int64_t size;
} carchive_tar_entry;

/// Gives the next bytes of an archive, which stay where they are until it is called again: how many, 0 at the end, below 0
/// where they cannot be had.
typedef ptrdiff_t (*carchive_pull)(void *context, const void **block);

/// How many bytes at an archive's end say what it must come to: gzip's checksum and size.
enum { CARCHIVE_TRAILER = 8 };

/// Opens a tar.gz that ends in those bytes. Unpacking ends at the limit, in bytes: what headers and filling need comes on
/// top. NULL where it is none.
carchive_tar *carchive_tar_open(
    carchive_pull pull, void *context, const uint8_t trailer[CARCHIVE_TRAILER], uint64_t limit);
/// Goes to the next entry. CARCHIVE_END only where the tar has its end, nothing follows, and gzip's checksum fits.
enum carchive_step carchive_tar_next(carchive_tar *tar, carchive_tar_entry *entry);
/// The next block of the entry; valid until the next step.
enum carchive_step carchive_tar_read(carchive_tar *tar, const void **block, size_t *count);
/// Closes it.
void carchive_tar_close(carchive_tar *tar);

/// The checksum that gzip keeps (CRC-32), going on from that of the bytes before; 0 at the beginning.
uint32_t carchive_checksum(uint32_t checksum, const uint8_t *bytes, size_t count);

/// A tar, compressed with gzip, being written.
typedef struct carchive_writer carchive_writer;

/// Takes the next bytes of an archive; false where it cannot.
typedef bool (*carchive_put)(void *context, const void *bytes, size_t count);

/// Begins one; all its files have that time, in seconds since 1970, and owner and group 0. NULL where there is no
/// memory.
carchive_writer *carchive_writer_open(int64_t seconds, carchive_put put, void *context);
/// Begins a regular file of so many bytes. False where there is no memory, or the bytes were not taken.
bool carchive_writer_begin(carchive_writer *writer, const char *name, uint32_t mode, int64_t size);
/// Its next bytes.
bool carchive_writer_add(carchive_writer *writer, const void *bytes, size_t count);
/// Its end.
bool carchive_writer_end(carchive_writer *writer);
/// Ends the archive.
bool carchive_writer_finish(carchive_writer *writer);
/// Closes it.
void carchive_writer_close(carchive_writer *writer);

#endif
