#include "CArchive.h"
#include "Library.h"

#include <stdlib.h>

struct carchive_writer {
  struct archive *archive;
  int64_t seconds;
  carchive_put put;
  void *context;
};

static la_ssize_t push(struct archive *archive, void *data, const void *block, size_t count) {
  (void)archive;
  carchive_writer *writer = data;
  return writer->put(writer->context, block, count) ? (la_ssize_t)count : -1;
}

carchive_writer *carchive_writer_open(int64_t seconds, carchive_put put, void *context) {
  if (!carchive_is_available()) return NULL;
  carchive_writer *writer = calloc(1, sizeof *writer);
  if (writer == NULL) return NULL;
  writer->seconds = seconds;
  writer->put = put;
  writer->context = context;
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

bool carchive_writer_begin(carchive_writer *writer, const char *name, uint32_t mode, int64_t size) {
  struct archive_entry *entry = call_archive_entry_new();
  if (entry == NULL) return false;
  call_archive_entry_set_pathname(entry, name);
  call_archive_entry_set_mode(entry, AE_IFREG | (mode & 07777));
  call_archive_entry_set_size(entry, size);
  call_archive_entry_set_mtime(entry, writer->seconds, 0);
  int result = call_archive_write_header(writer->archive, entry);
  call_archive_entry_free(entry);
  return result == ARCHIVE_OK;
}

bool carchive_writer_add(carchive_writer *writer, const void *bytes, size_t count) {
  for (size_t done = 0; done < count;) {
    la_ssize_t written = call_archive_write_data(writer->archive, (const uint8_t *)bytes + done, count - done);
    if (written <= 0) return false;
    done += (size_t)written;
  }
  return true;
}

bool carchive_writer_end(carchive_writer *writer) {
  return call_archive_write_finish_entry(writer->archive) == ARCHIVE_OK;
}

bool carchive_writer_finish(carchive_writer *writer) {
  return call_archive_write_close(writer->archive) == ARCHIVE_OK;
}

void carchive_writer_close(carchive_writer *writer) {
  if (writer->archive != NULL) call_archive_write_free(writer->archive);
  free(writer);
}
