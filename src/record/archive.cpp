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

Records read(const ContainerReader& from, Steps& steps) {
  require_kind(from, "records");
  RecordsImage image;
  each_part(image, ColumnsReader<RecordsImage>{from, image, steps});
  return RecordsArchive::records(image, steps);
}

}  // namespace

void save(const std::filesystem::path& file, const Records& records, const Watch& watch) {
  Steps steps{watch, 2 * records.size() + 1};
  const RecordsImage image = RecordsArchive::image(records, steps);
  save_archive(file, columns_of(image), steps.share(records.size() + 1));
}

Records load_records(const std::filesystem::path& file, const Watch& watch) {
  Records records;
  load_archive(
      file, [&](const ContainerReader& from, Steps& steps) { records = read(from, steps); }, watch);
  return records;
}

std::string to_bytes(const Records& records, const Watch& watch) {
  Steps steps{watch, 2 * records.size() + 1};
  const RecordsImage image = RecordsArchive::image(records, steps);
  return archive_bytes(columns_of(image), steps.share(records.size() + 1));
}

Records records_from_bytes(std::string_view bytes, const Watch& watch) {
  Steps steps{watch, 2 * bytes.size()};
  Records records = read(archive_of(bytes, steps), steps);
  steps.finish();
  return records;
}

bool operator==(const Records& a, const Records& b) { return to_bytes(a) == to_bytes(b); }

}  // namespace zhibu
