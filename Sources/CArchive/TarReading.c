#include "CArchive.h"
#include "Library.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

// libarchive does not check gzip's checksum, nor what follows the end of a tar, and takes bytes that end early for the
// end of the archive. So two of its readers stand behind one another, one that unpacks and one that reads the tar, and
// what goes from one to the other is measured on its way.
struct carchive_tar {
  struct archive *gzip, *tar;
  carchive_pull pull;
  void *context;
  uint8_t trailer[CARCHIVE_TRAILER];
  // Bytes that may be unpacked so far.
  uint64_t allowance;
  uint64_t unpacked;
  // Where the last byte that is not 0 ends.
  uint64_t end_of_content;
  uint32_t checksum;
  bool has_ended, is_too_large;
  // Bytes of the entry read so far, and how many its header tells.
  int64_t taken, size;
};

enum {
  TAR_BLOCK = 512,
  // What an entry may take in the tar beside its bytes: headers, a long name, filling.
  OVERHEAD = 4096,
  // The unpacker works ahead in steps of 64 KB; other programs fill a tar's end up to some KB.
  AHEAD = 1 << 18,
};

uint32_t carchive_checksum(uint32_t checksum, const uint8_t *bytes, size_t count) {
  static const uint32_t table[16] = {
      0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
      0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
  };
  checksum = ~checksum;
  for (size_t index = 0; index < count; index++) {
    checksum ^= bytes[index];
    checksum = checksum >> 4 ^ table[checksum & 15];
    checksum = checksum >> 4 ^ table[checksum & 15];
  }
  return ~checksum;
}

static uint32_t little_endian(const uint8_t *bytes) {
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

// What the unpacker calls for more.
static la_ssize_t packed(struct archive *archive, void *data, const void **block) {
  (void)archive;
  carchive_tar *tar = data;
  return (la_ssize_t)tar->pull(tar->context, block);
}

// What the tar's reader calls for more: the next bytes, 0 at the end, below 0 where they are damaged or too many.
static la_ssize_t pull(struct archive *archive, void *data, const void **block) {
  (void)archive;
  carchive_tar *tar = data;
  size_t count = 0;
  while (count == 0) {
    int64_t offset;
    if (tar->has_ended) return 0;
    int result = call_archive_read_data_block(tar->gzip, block, &count, &offset);
    if (result == ARCHIVE_EOF) tar->has_ended = true;
    else if (result != ARCHIVE_OK) return -1;
  }
  const uint8_t *bytes = *block;
  tar->checksum = carchive_checksum(tar->checksum, bytes, count);
  size_t content = count;
  while (content > 0 && bytes[content - 1] == 0) content--;
  if (content > 0) tar->end_of_content = tar->unpacked + content;
  tar->unpacked += count;
  tar->is_too_large = tar->unpacked > tar->allowance;
  return tar->is_too_large ? -1 : (la_ssize_t)count;
}

// Names in GNU's form and the plain one are given out as they stand. Those that pax has in UTF-8 the library turns into
// the locale's characters, and composes anew on the way; in this locale, what is not ASCII gives a warning instead.
static int next_header(struct archive *archive, struct archive_entry **entry) {
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  locale_t before = uselocale(plain);
  int result = call_archive_read_next_header(archive, entry);
  uselocale(before);
  if (plain != (locale_t)0) freelocale(plain);
  return result;
}

carchive_tar *carchive_tar_open(
    carchive_pull give, void *context, const uint8_t trailer[CARCHIVE_TRAILER], uint64_t limit) {
  if (!carchive_is_available()) return NULL;
  carchive_tar *tar = calloc(1, sizeof *tar);
  if (tar == NULL) return NULL;
  tar->pull = give;
  tar->context = context;
  memcpy(tar->trailer, trailer, CARCHIVE_TRAILER);
  tar->allowance = limit + AHEAD;
  tar->gzip = call_archive_read_new();
  tar->tar = call_archive_read_new();
  struct archive_entry *whole;
  if (tar->gzip != NULL && tar->tar != NULL &&
      // One filter by name: asked for the filter that fits, the library would unpack a gzip in a gzip as well.
      call_archive_read_append_filter(tar->gzip, ARCHIVE_FILTER_GZIP) == ARCHIVE_OK &&
      call_archive_read_support_format_raw(tar->gzip) == ARCHIVE_OK &&
      call_archive_read_open(tar->gzip, tar, NULL, packed, NULL) == ARCHIVE_OK &&
      call_archive_read_next_header(tar->gzip, &whole) == ARCHIVE_OK &&
      call_archive_read_support_format_tar(tar->tar) == ARCHIVE_OK &&
      call_archive_read_open(tar->tar, tar, NULL, pull, NULL) == ARCHIVE_OK)
    return tar;
  carchive_tar_close(tar);
  return NULL;
}

static enum carchive_step failure(const carchive_tar *tar) {
  return tar->is_too_large ? CARCHIVE_TOO_LARGE : CARCHIVE_DAMAGED;
}

// After the last entry: two blocks of zeros at least, nothing but zeros, and the length and checksum that gzip tells.
static enum carchive_step end(carchive_tar *tar) {
  const void *block;
  la_ssize_t count;
  while ((count = pull(NULL, tar, &block)) > 0) {}
  if (count < 0) return failure(tar);
  int64_t position = call_archive_read_header_position(tar->tar);
  bool is_whole = position >= 0 && tar->end_of_content <= (uint64_t)position &&
                  tar->unpacked >= (uint64_t)position + 2 * TAR_BLOCK && tar->unpacked % TAR_BLOCK == 0 &&
                  tar->checksum == little_endian(tar->trailer) &&
                  (uint32_t)tar->unpacked == little_endian(tar->trailer + 4);
  return is_whole ? CARCHIVE_END : CARCHIVE_DAMAGED;
}

enum carchive_step carchive_tar_next(carchive_tar *tar, carchive_tar_entry *told) {
  tar->allowance += OVERHEAD;
  struct archive_entry *entry;
  int result = next_header(tar->tar, &entry);
  if (result == ARCHIVE_EOF) return end(tar);
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN) return failure(tar);
  const char *name = call_archive_entry_pathname(entry);
  told->name = name != NULL ? name : "";
  told->is_plain = result == ARCHIVE_OK && name != NULL && call_archive_entry_filetype(entry) == AE_IFREG &&
                   call_archive_entry_hardlink(entry) == NULL;
  told->mode = call_archive_entry_perm(entry);
  told->size = call_archive_entry_size(entry);
  tar->taken = 0;
  tar->size = told->size;
  return told->size >= 0 ? CARCHIVE_MORE : CARCHIVE_DAMAGED;
}

enum carchive_step carchive_tar_read(carchive_tar *tar, const void **block, size_t *count) {
  int64_t offset;
  int result = call_archive_read_data_block(tar->tar, block, count, &offset);
  if (result == ARCHIVE_EOF) return tar->taken == tar->size ? CARCHIVE_END : CARCHIVE_DAMAGED;
  if (result != ARCHIVE_OK) return failure(tar);
  // Sparse files have holes, which would be left out here in silence.
  if (offset != tar->taken) return CARCHIVE_DAMAGED;
  tar->taken += (int64_t)*count;
  return CARCHIVE_MORE;
}

void carchive_tar_close(carchive_tar *tar) {
  if (tar->tar != NULL) call_archive_read_free(tar->tar);
  if (tar->gzip != NULL) call_archive_read_free(tar->gzip);
  free(tar);
}
