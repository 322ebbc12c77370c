// SPDX-License-Identifier: BSL-1.0

#include "organization/arrow_builders.hpp"

namespace zhibu {

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

}  // namespace zhibu
