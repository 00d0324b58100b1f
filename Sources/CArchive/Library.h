#ifndef DUBAN_CARCHIVE_LIBRARY_H
#define DUBAN_CARCHIVE_LIBRARY_H

#include <archive.h>
#include <archive_entry.h>

// The functions, with the types that the library's own header gives them.
#define EACH_FUNCTION(apply) \
  apply(archive_read_new) apply(archive_read_support_format_zip_seekable) apply(archive_read_open_memory) \
  apply(archive_read_next_header) apply(archive_read_data_block) apply(archive_read_free) \
  apply(archive_entry_pathname) apply(archive_entry_is_encrypted) \
  apply(archive_read_append_filter) apply(archive_read_support_format_raw) apply(archive_read_support_format_tar) \
  apply(archive_read_open) apply(archive_read_header_position) \
  apply(archive_entry_filetype) apply(archive_entry_hardlink) apply(archive_entry_perm) apply(archive_entry_size) \
  apply(archive_write_new) apply(archive_write_set_format_gnutar) apply(archive_write_add_filter_gzip) \
  apply(archive_write_set_filter_option) apply(archive_write_set_bytes_in_last_block) apply(archive_write_open) \
  apply(archive_write_header) apply(archive_write_data) apply(archive_write_finish_entry) \
  apply(archive_write_close) apply(archive_write_free) \
  apply(archive_entry_new) apply(archive_entry_free) apply(archive_entry_set_pathname) \
  apply(archive_entry_set_mode) apply(archive_entry_set_size) apply(archive_entry_set_mtime)

#define DECLARE_CALL(name) extern __typeof__(&name) call_##name __attribute__((visibility("hidden")));
EACH_FUNCTION(DECLARE_CALL)

#endif
