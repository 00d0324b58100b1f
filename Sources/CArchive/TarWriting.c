#include "CArchive.h"
#include "Library.h"

#include <stdlib.h>
#include <string.h>

struct carchive_writer {
  struct archive *archive;
  int64_t seconds;
  uint8_t *bytes;
  size_t count, capacity;
};

static la_ssize_t push(struct archive *archive, void *data, const void *block, size_t count) {
  (void)archive;
  carchive_writer *writer = data;
  if (writer->capacity - writer->count < count) {
    size_t capacity = (writer->count + count) * 2;
    uint8_t *bytes = realloc(writer->bytes, capacity);
    if (bytes == NULL) return -1;
    writer->bytes = bytes;
    writer->capacity = capacity;
  }
  memcpy(writer->bytes + writer->count, block, count);
  writer->count += count;
  return (la_ssize_t)count;
}

carchive_writer *carchive_writer_open(int64_t seconds) {
  if (!carchive_is_available()) return NULL;
  carchive_writer *writer = calloc(1, sizeof *writer);
  if (writer == NULL) return NULL;
  writer->seconds = seconds;
  writer->archive = call_archive_write_new();
  // GNU's form: it takes names as bytes. Pax takes them from the locale's characters, and drops what is none.
  if (writer->archive != NULL && call_archive_write_set_format_gnutar(writer->archive) == ARCHIVE_OK &&
      call_archive_write_add_filter_gzip(writer->archive) == ARCHIVE_OK &&
      // Without the time of writing, and without zeros behind the end.
      call_archive_write_set_filter_option(writer->archive, "gzip", "timestamp", NULL) == ARCHIVE_OK &&
      call_archive_write_set_bytes_in_last_block(writer->archive, 1) == ARCHIVE_OK &&
      call_archive_write_open(writer->archive, writer, NULL, push, NULL) == ARCHIVE_OK)
    return writer;
  carchive_writer_close(writer);
  return NULL;
}

bool carchive_writer_add(
    carchive_writer *writer, const char *name, uint32_t mode, const void *bytes, size_t count) {
  struct archive_entry *entry = call_archive_entry_new();
  if (entry == NULL) return false;
  call_archive_entry_set_pathname(entry, name);
  call_archive_entry_set_mode(entry, AE_IFREG | (mode & 07777));
  call_archive_entry_set_size(entry, (int64_t)count);
  call_archive_entry_set_mtime(entry, writer->seconds, 0);
  int result = call_archive_write_header(writer->archive, entry);
  call_archive_entry_free(entry);
  if (result != ARCHIVE_OK) return false;
  for (size_t done = 0; done < count;) {
    la_ssize_t written = call_archive_write_data(writer->archive, (const uint8_t *)bytes + done, count - done);
    if (written <= 0) return false;
    done += (size_t)written;
  }
  return call_archive_write_finish_entry(writer->archive) == ARCHIVE_OK;
}

bool carchive_writer_finish(carchive_writer *writer, const void **bytes, size_t *count) {
  if (call_archive_write_close(writer->archive) != ARCHIVE_OK) return false;
  *bytes = writer->bytes;
  *count = writer->count;
  return true;
}

void carchive_writer_close(carchive_writer *writer) {
  if (writer->archive != NULL) call_archive_write_free(writer->archive);
  free(writer->bytes);
  free(writer);
}
