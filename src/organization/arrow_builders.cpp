// SPDX-License-Identifier: BSL-1.0

#include "organization/arrow_builders.hpp"

namespace zhibu {

namespace {

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

}  // namespace

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

void hold(ArrowArray& array, std::any owner) { parts_of(array).owners.push_back(std::move(owner)); }

void set_dictionary(ArrowArray& array, ArrowArray dictionary) {
  ArrayParts& parts = parts_of(array);
  parts.dictionary.push_back(dictionary);
  array.dictionary = parts.dictionary.data();
}

}  // namespace zhibu
