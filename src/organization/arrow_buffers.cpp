// SPDX-License-Identifier: BSL-1.0

#include "organization/arrow_buffers.hpp"

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

void hold(ArrowArray& array, std::any owner) { parts_of(array).owners.push_back(std::move(owner)); }

void set_dictionary(ArrowArray& array, ArrowArray dictionary) {
  ArrayParts& parts = parts_of(array);
  parts.dictionary.push_back(dictionary);
  array.dictionary = parts.dictionary.data();
}

}  // namespace zhibu
