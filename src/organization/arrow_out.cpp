// SPDX-License-Identifier: BSL-1.0

#include "organization/arrow_out.hpp"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <new>

namespace zhibu {

namespace {

// Children that a consumer has not moved away are released with what they belong to.
template <class T>
void release_all(std::vector<T>& children) {
  for (T& child : children)
    if (child.release != nullptr) child.release(&child);
}

template <class T>
std::vector<T*> pointers_to(std::vector<T>& children) {
  std::vector<T*> pointers;
  for (T& child : children) pointers.push_back(&child);
  return pointers;
}

struct ArrayParts {
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  std::vector<ArrowArray> dictionary;  // one or none
  std::vector<std::any> owners;
};

void release_array(ArrowArray* array) {
  const std::unique_ptr<ArrayParts> parts{static_cast<ArrayParts*>(array->private_data)};
  release_all(parts->children);
  release_all(parts->dictionary);
  array->release = nullptr;
}

ArrayParts& parts_of(const ArrowArray& array) {
  return *static_cast<ArrayParts*>(array.private_data);
}

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
    ArrowArray array = column.rows(begin, count);
    ArrayParts& parts = parts_of(array);
    parts.owners.emplace_back(table);  // a consumer may keep the one column only
    if (column.labels) {
      parts.dictionary.push_back(dictionary_of(*column.labels));
      array.dictionary = parts.dictionary.data();
    }
    columns.push_back(array);
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

ArrowArray array_of(std::size_t length, std::size_t nulls, std::vector<ArrowBuffer> buffers,
                    std::vector<ArrowArray> children) {
  auto parts = std::make_unique<ArrayParts>();
  for (ArrowBuffer& buffer : buffers) {
    parts->buffers.push_back(buffer.data);
    parts->owners.push_back(std::move(buffer.owner));
  }
  parts->children = std::move(children);
  parts->pointers = pointers_to(parts->children);
  ArrowArray array{};
  array.length = static_cast<std::int64_t>(length);
  array.null_count = static_cast<std::int64_t>(nulls);
  array.n_buffers = static_cast<std::int64_t>(parts->buffers.size());
  array.n_children = static_cast<std::int64_t>(parts->children.size());
  array.buffers = parts->buffers.data();
  array.children = parts->pointers.data();
  array.release = release_array;
  array.private_data = parts.release();
  return array;
}

void ArrowBits::push_back(bool bit) {
  if (size_ % 8 == 0) bytes_.push_back(0);
  if (bit) bytes_.back() = static_cast<std::uint8_t>(bytes_.back() | 1U << (size_ % 8));
  ++size_;
}

void ArrowValidity::push_back(bool there) {
  if (!there && nulls_++ == 0)
    for (std::size_t row = 0; row < size_; ++row) bits_.push_back(true);
  if (nulls_ > 0) bits_.push_back(there);
  ++size_;
}

ArrowBuffer ArrowValidity::finish() { return nulls_ == 0 ? ArrowBuffer{} : bits_.finish(); }

void ArrowDecimals::push_back(std::int64_t number) {
  words_.push_back(number);
  words_.push_back(number < 0 ? -1 : 0);
  validity_.push_back(true);
}

void ArrowDecimals::push_null() {
  words_.insert(words_.end(), {0, 0});
  validity_.push_back(false);
}

ArrowArray ArrowDecimals::finish() {
  return array_of(validity_.size(), validity_.nulls(),
                  {validity_.finish(), buffer_of(std::move(words_))});
}

void ArrowTruths::push_back(bool value) {
  bits_.push_back(value);
  validity_.push_back(true);
}

void ArrowTruths::push_null() {
  bits_.push_back(false);
  validity_.push_back(false);
}

ArrowArray ArrowTruths::finish() {
  return array_of(validity_.size(), validity_.nulls(), {validity_.finish(), bits_.finish()});
}

ArrowTexts::ArrowTexts(std::size_t rows) { ends_.reserve(rows + 1); }

void ArrowTexts::push_back(std::string_view text) {
  bytes_.insert(bytes_.end(), text.begin(), text.end());
  ends_.push_back(static_cast<std::int32_t>(bytes_.size()));
  validity_.push_back(!text.empty());
}

ArrowArray ArrowTexts::finish() {
  return array_of(validity_.size(), validity_.nulls(),
                  {validity_.finish(), buffer_of(std::move(ends_)), buffer_of(std::move(bytes_))});
}

void ArrowTextLists::push_back(const std::vector<std::string_view>& texts) {
  for (const std::string_view text : texts) items_.push_back(text);
  ends_.push_back(ends_.back() + static_cast<std::int32_t>(texts.size()));
}

ArrowArray ArrowTextLists::finish() {
  const std::size_t rows = ends_.size() - 1;
  return array_of(rows, 0, {ArrowBuffer{}, buffer_of(std::move(ends_))}, {items_.finish()});
}

}  // namespace zhibu
