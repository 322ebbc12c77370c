// SPDX-License-Identifier: BSL-1.0

#include "organization/arrow_in.hpp"

#include <charconv>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace zhibu {

namespace {

constexpr std::int64_t seconds_a_day = 86400;

bool is_set(const void* bits, std::size_t at) {
  return (static_cast<const std::uint8_t*>(bits)[at / 8] >> (at % 8) & 1) != 0;
}

template <class T>
std::string& write(T number, std::string& scratch) {
  char digits[24];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
  return scratch.assign(digits, end);
}

std::int64_t parts_a_second(char unit) {
  if (unit == 'm') return 1000;
  if (unit == 'u') return 1000000;
  return unit == 'n' ? 1000000000 : 1;
}

}  // namespace

ArrowCells::ArrowCells(const ArrowType& type, const ArrowArray& array, std::size_t first)
    : type_{&type}, array_{&array}, first_{first + static_cast<std::size_t>(array.offset)} {
  if (type.labels) labels_ = std::make_shared<const ArrowCells>(*type.labels, *array.dictionary, 0);
  if (type.inner) items_ = std::make_shared<const ArrowCells>(*type.inner, *array.children[0], 0);
}

bool ArrowCells::is_null(std::size_t row) const {
  if (type_->kind == ArrowKind::nothing) return true;
  if (array_->null_count == 0 || array_->buffers[0] == nullptr) return false;
  return !is_set(array_->buffers[0], at(row));
}

std::int64_t ArrowCells::integer(std::size_t row) const {
  const std::size_t i = at(row);
  switch (type_->format.front()) {
    case 'c':
      return buffer<std::int8_t>(1)[i];
    case 'C':
      return buffer<std::uint8_t>(1)[i];
    case 's':
      return buffer<std::int16_t>(1)[i];
    case 'S':
      return buffer<std::uint16_t>(1)[i];
    case 'i':
      return buffer<std::int32_t>(1)[i];
    case 'I':
      return buffer<std::uint32_t>(1)[i];
    default:
      return buffer<std::int64_t>(1)[i];
  }
}

double ArrowCells::fraction(std::size_t row) const {
  return type_->format == "f" ? static_cast<double>(buffer<float>(1)[at(row)])
                              : buffer<double>(1)[at(row)];
}

// A view: its length, and up to twelve bytes of text or the place of more.
std::string_view ArrowCells::view(std::size_t row) const {
  const char* const entry = buffer<char>(1) + 16 * at(row);
  std::int32_t numbers[4];
  std::memcpy(numbers, entry, sizeof numbers);
  const auto length = static_cast<std::size_t>(numbers[0]);
  if (length <= 12) return {entry + 4, length};
  return {buffer<char>(2 + static_cast<std::size_t>(numbers[2])) + numbers[3], length};
}

std::string_view ArrowCells::words(std::size_t row) const {
  const std::size_t i = at(row);
  if (type_->format == "vu") return view(row);
  if (type_->format == "u") {
    const auto* const ends = buffer<std::int32_t>(1);
    return {buffer<char>(2) + ends[i], static_cast<std::size_t>(ends[i + 1] - ends[i])};
  }
  const auto* const ends = buffer<std::int64_t>(1);
  return {buffer<char>(2) + ends[i], static_cast<std::size_t>(ends[i + 1] - ends[i])};
}

// Of 128 bits, as far as 64 hold it.
std::string& ArrowCells::write_decimal(std::size_t row, std::string& scratch) const {
  const auto* const words = buffer<std::int64_t>(1) + 2 * at(row);
  const std::int64_t number = words[0];
  if (words[1] != (number < 0 ? -1 : 0)) return scratch = "a decimal beyond 18 digits";
  const auto magnitude =
      number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
  write(magnitude, scratch);
  const auto scale = static_cast<std::size_t>(type_->scale);
  if (scratch.size() <= scale) scratch.insert(0, scale + 1 - scratch.size(), '0');
  if (scale > 0) scratch.insert(scratch.size() - scale, ".");
  while (scale > 2 && scratch.ends_with('0') && scratch.size() - scratch.find('.') > 3)
    scratch.pop_back();
  if (number < 0) scratch.insert(0, "-");
  return scratch;
}

// A moment at midnight is a day; of another, the time is written so that nobody takes it for one.
std::string& ArrowCells::write_moment(std::size_t row, std::string& scratch) const {
  const std::int64_t parts = parts_a_second(type_->format[2]) * seconds_a_day;
  const std::int64_t moment = buffer<std::int64_t>(1)[at(row)];
  const std::int64_t days = moment / parts - (moment % parts < 0 ? 1 : 0);
  const std::int64_t rest = (moment - days * parts) / (parts / seconds_a_day);
  scratch = days < Date::first().serial() || days > Date::last().serial()
                ? "a day beyond the calendar"
                : to_string(Date::from_serial(static_cast<std::int32_t>(days)));
  if (moment != days * parts) {
    const auto two = [](std::int64_t n) { return std::to_string(100 + n).substr(1); };
    scratch += "T" + two(rest / 3600) + ":" + two(rest / 60 % 60) + ":" + two(rest % 60);
  }
  return scratch;
}

std::optional<Date> ArrowCells::day(std::size_t row) const {
  if (type_->kind != ArrowKind::day || is_null(row)) return std::nullopt;
  const std::int64_t serial = type_->format == "tdD"
                                  ? buffer<std::int32_t>(1)[at(row)]
                                  : buffer<std::int64_t>(1)[at(row)] / (seconds_a_day * 1000);
  if (serial < Date::first().serial() || serial > Date::last().serial()) return std::nullopt;
  return Date::from_serial(static_cast<std::int32_t>(serial));
}

std::optional<std::int64_t> ArrowCells::whole(std::size_t row) const {
  if (type_->kind != ArrowKind::integer || is_null(row)) return std::nullopt;
  return integer(row);
}

std::optional<bool> ArrowCells::truth(std::size_t row) const {
  if (type_->kind != ArrowKind::truth || is_null(row)) return std::nullopt;
  return is_set(array_->buffers[1], at(row));
}

std::optional<std::size_t> ArrowCells::label(std::size_t row) const {
  if (!labels_ || is_null(row)) return std::nullopt;
  const std::int64_t number = integer(row);
  if (number < 0 || number >= labels_->array_->length) return std::nullopt;
  return static_cast<std::size_t>(number);
}

ArrowCells::Items ArrowCells::items(std::size_t row) const {
  if (type_->kind != ArrowKind::list || is_null(row)) return {};
  const std::size_t i = at(row);
  if (type_->format == "+l")
    return {static_cast<std::size_t>(buffer<std::int32_t>(1)[i]),
            static_cast<std::size_t>(buffer<std::int32_t>(1)[i + 1])};
  return {static_cast<std::size_t>(buffer<std::int64_t>(1)[i]),
          static_cast<std::size_t>(buffer<std::int64_t>(1)[i + 1])};
}

std::string_view ArrowCells::write_number(std::size_t row, std::string& scratch) const {
  if (type_->format == "L") return write(buffer<std::uint64_t>(1)[at(row)], scratch);
  if (type_->kind == ArrowKind::integer) return write(integer(row), scratch);
  const double number = fraction(row);
  if (std::isnan(number)) return {};
  const bool whole = number == std::trunc(number) && std::abs(number) < 1e15;
  return whole ? write(static_cast<std::int64_t>(number), scratch) : write(number, scratch);
}

std::string_view ArrowCells::write_list(std::size_t row, std::string& scratch) const {
  const Items these = items(row);
  std::string joined, item;
  for (std::size_t i = these.begin; i < these.end; ++i)
    joined += (i == these.begin ? "" : ";") + std::string{items_->text(i, item)};
  return scratch = std::move(joined);
}

std::string_view ArrowCells::written_label(std::size_t row, std::string& scratch) const {
  const std::optional<std::size_t> number = label(row);
  return number ? labels_->text(*number, scratch) : "a number without a label";
}

std::string_view ArrowCells::text(std::size_t row, std::string& scratch) const {
  if (is_null(row)) return {};
  switch (type_->kind) {
    case ArrowKind::truth:
      return is_set(array_->buffers[1], at(row)) ? "yes" : "no";
    case ArrowKind::integer:
    case ArrowKind::fraction:
      return write_number(row, scratch);
    case ArrowKind::text:
      return labels_ ? written_label(row, scratch) : words(row);
    case ArrowKind::decimal:
      return write_decimal(row, scratch);
    case ArrowKind::day: {
      const std::optional<Date> found = day(row);
      return scratch = found ? to_string(*found) : "a day beyond the calendar";
    }
    case ArrowKind::moment:
      return write_moment(row, scratch);
    case ArrowKind::list:
      return write_list(row, scratch);
    default:
      return {};
  }
}

ArrowReader::ArrowReader(ArrowArrayStream stream) : stream_{stream} {
  if (stream_.release == nullptr)
    throw std::invalid_argument("was read before; accepted: a new one");
  ArrowSchema schema{};
  if (stream_.get_schema(&stream_, &schema) != 0) fail("cannot be read");
  if (std::string_view{schema.format} == "+s")
    for (std::int64_t i = 0; i < schema.n_children; ++i)
      columns_.push_back({schema.children[i]->name, arrow_type(*schema.children[i])});
  const bool is_table = std::string_view{schema.format} == "+s";
  schema.release(&schema);
  if (!is_table) fail("no table; accepted: a stream of batches of columns");
}

ArrowReader::~ArrowReader() {
  for (ArrowArray& batch : batches_) batch.release(&batch);
  end();
}

void ArrowReader::end() {
  if (stream_.release != nullptr) stream_.release(&stream_);
  stream_.release = nullptr;
}

void ArrowReader::fail(const char* what) {
  const char* const error = stream_.get_last_error(&stream_);
  fault_ = what + (error != nullptr ? ": " + std::string{error} : "");
  end();
  throw std::invalid_argument(fault_);
}

const ArrowArray* ArrowReader::next() {
  if (at_ < batches_.size()) return &batches_[at_++];
  if (!fault_.empty()) throw std::invalid_argument(fault_);
  if (stream_.release == nullptr) return nullptr;
  ArrowArray batch{};
  if (stream_.get_next(&stream_, &batch) != 0) fail("cannot be read to its end");
  if (batch.release == nullptr) {
    end();  // whoever gave it may wait for that before they give the next
    return nullptr;
  }
  batches_.push_back(batch);
  return &batches_[at_++];
}

ArrowCells ArrowReader::cells(const ArrowArray& batch, std::size_t column) const {
  return {columns_[column].type, *batch.children[column], static_cast<std::size_t>(batch.offset)};
}

}  // namespace zhibu
