// SPDX-License-Identifier: BSL-1.0

#include "organization/arrow_out.hpp"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <new>

namespace zhibu {

namespace {

struct SchemaParts {
  std::string format;
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
  std::vector<ArrowSchema> dictionary;  // one or none
};

void release_schema(ArrowSchema* schema) {
  const std::unique_ptr<SchemaParts> parts{static_cast<SchemaParts*>(schema->private_data)};
  release_all(parts->children);
  release_all(parts->dictionary);
  schema->release = nullptr;
}

ArrowSchema schema_of(std::string format, std::string name, bool nullable,
                      std::vector<ArrowSchema> children = {},
                      std::vector<ArrowSchema> dictionary = {}) {
  auto parts = std::make_unique<SchemaParts>(SchemaParts{
      std::move(format), std::move(name), std::move(children), {}, std::move(dictionary)});
  parts->pointers = pointers_to(parts->children);
  ArrowSchema schema{};
  schema.format = parts->format.c_str();
  schema.name = parts->name.c_str();
  schema.flags = nullable ? arrow_flag_nullable : 0;
  schema.n_children = static_cast<std::int64_t>(parts->children.size());
  schema.children = parts->pointers.data();
  schema.dictionary = parts->dictionary.empty() ? nullptr : parts->dictionary.data();
  schema.release = release_schema;
  schema.private_data = parts.release();
  return schema;
}

ArrowSchema schema_of(const ArrowColumn& column) {
  std::vector<ArrowSchema> items, dictionary;
  if (!column.item_format.empty()) items.push_back(schema_of(column.item_format, "item", true));
  if (column.labels) dictionary.push_back(schema_of("u", "", false));
  return schema_of(column.format, column.name, column.nullable, std::move(items),
                   std::move(dictionary));
}

// What a stream keeps; each batch holds it too.
struct Stream {
  std::shared_ptr<const ArrowTable> table;
  std::size_t at = 0;
  bool begun = false;
  std::string error = {};
};

ArrowArray dictionary_of(const std::vector<std::string>& labels) {
  ArrowTexts texts{labels.size()};
  for (const std::string& label : labels) texts.push_back(label);
  return texts.finish();
}

ArrowArray batch_of(const std::shared_ptr<const ArrowTable>& table, std::size_t begin,
                    std::size_t count) {
  std::vector<ArrowArray> columns;
  for (const ArrowColumn& column : table->columns) {
    columns.push_back(column.rows(begin, count));
    hold(columns.back(), table);  // a consumer may keep the one column only
    if (column.labels) set_dictionary(columns.back(), dictionary_of(*column.labels));
  }
  return array_of(count, 0, {ArrowBuffer{}}, std::move(columns));
}

// Exceptions do not cross the border of C.
template <class Act>
int guarded(ArrowArrayStream* stream, Act act) {
  auto& kept = *static_cast<Stream*>(stream->private_data);
  try {
    act(kept);
    return 0;
  } catch (const std::bad_alloc&) {
    kept.error = "out of memory";
    return ENOMEM;
  } catch (const std::exception& e) {
    kept.error = e.what();
    return EINVAL;
  }
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  return guarded(stream, [out](const Stream& kept) {
    std::vector<ArrowSchema> columns;
    for (const ArrowColumn& column : kept.table->columns) columns.push_back(schema_of(column));
    *out = schema_of("+s", "", false, std::move(columns));
  });
}

// A table without rows is one batch without rows.
int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  return guarded(stream, [out](Stream& kept) {
    const std::size_t left = kept.table->rows - kept.at;
    if (left == 0 && kept.begun) {
      *out = {};
      return;
    }
    if (kept.table->require_same) kept.table->require_same();
    const std::size_t count = std::min(left, arrow_batch_rows);
    *out = batch_of(kept.table, kept.at, count);
    kept.at += count;
    kept.begun = true;
  });
}

const char* get_last_error(ArrowArrayStream* stream) {
  const std::string& error = static_cast<Stream*>(stream->private_data)->error;
  return error.empty() ? nullptr : error.c_str();
}

void release_stream(ArrowArrayStream* stream) {
  delete static_cast<Stream*>(stream->private_data);
  stream->release = nullptr;
}

}  // namespace

ArrowArrayStream stream_of(ArrowTable table) {
  auto stream =
      std::make_unique<Stream>(Stream{std::make_shared<const ArrowTable>(std::move(table))});
  return {get_schema, get_next, get_last_error, release_stream, stream.release()};
}

}  // namespace zhibu
