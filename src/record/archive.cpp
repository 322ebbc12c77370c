// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/archive.hpp"

#include "archive.hpp"
#include "organization/archive_columns_read.hpp"
#include "organization/archive_columns_write.hpp"
#include "record/archive_image.hpp"

namespace zhibu {

namespace {

WriteColumns columns_of(const RecordsImage& image) {
  return [&](ContainerWriter& to) { each_part(image, ColumnsWriter{to}); };
}

Records read(const ContainerReader& from) {
  require_kind(from, "records");
  RecordsImage image;
  Steps unwatched;
  each_part(image, ColumnsReader<RecordsImage>{from, image, unwatched});
  return RecordsArchive::records(image);
}

}  // namespace

void save(const std::filesystem::path& file, const Records& records) {
  save_archive(file, columns_of(RecordsArchive::image(records)));
}

Records load_records(const std::filesystem::path& file) {
  Records records;
  load_archive(file, [&](const ContainerReader& from) { records = read(from); });
  return records;
}

std::string to_bytes(const Records& records) {
  return archive_bytes(columns_of(RecordsArchive::image(records)));
}

Records records_from_bytes(std::string_view bytes) { return read(archive_of(bytes)); }

bool operator==(const Records& a, const Records& b) { return to_bytes(a) == to_bytes(b); }

}  // namespace zhibu
