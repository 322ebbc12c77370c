// SPDX-License-Identifier: BSL-1.0

#include "archive.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <numeric>
#include <stdexcept>

#include "disk_file.hpp"
#include "encoding.hpp"
#include "file.hpp"
#include "quote.hpp"

namespace zhibu {

namespace {

std::uint64_t bytes_of(const WriteColumns& write) {
  ContainerWriter nowhere;
  write(nowhere);
  nowhere.head();
  return nowhere.size();
}

// Each byte is a step.
std::array<char, container_head_bytes> write_to(const ContainerWriter::Put& put,
                                                const WriteColumns& write, Steps& steps) {
  ContainerWriter to{[&](std::string_view bytes) {
    put(bytes);
    steps(bytes.size());
  }};
  write(to);
  return to.head();
}

using Fetch = ContainerReader::Fetch;

Fetch in_steps(Fetch fetch, Steps& steps) {
  return [&steps, fetch = std::move(fetch)](std::uint64_t from, std::span<char> into) {
    constexpr std::size_t piece_bytes = std::size_t{1} << 20;
    while (!into.empty()) {
      const std::span<char> piece = into.first(std::min(into.size(), piece_bytes));
      fetch(from, piece);
      from += piece.size();
      into = into.subspan(piece.size());
      steps(piece.size());
    }
  };
}

Fetch fetch_of(std::string_view bytes) {
  return [bytes](std::uint64_t at, std::span<char> into) {
    std::memcpy(into.data(), bytes.data() + at, into.size());
  };
}

}  // namespace

void refuse_archive(const std::string& found, const std::string& accepted) {
  throw std::invalid_argument(found + "; accepted: " + accepted);
}

std::string archive_bytes(const WriteColumns& write, const Watch& watch) {
  const std::uint64_t size = bytes_of(write);
  Steps steps{watch, size};
  std::string to;
  to.reserve(size);
  const auto head = write_to([&](std::string_view bytes) { to += bytes; }, write, steps);
  std::ranges::copy(head, to.begin());
  steps.finish();
  return to;
}

void save_archive(const std::filesystem::path& file, const WriteColumns& write,
                  const Watch& watch) {
  Steps steps{watch, watch ? bytes_of(write) : 1};
  try {
    NewFile to{file};
    const auto head = write_to([&](std::string_view bytes) { to.append(bytes); }, write, steps);
    to.overwrite_begin({head.data(), head.size()});
    steps.finish();
    to.commit();
  } catch (const std::invalid_argument& fault) {
    if (steps.stopped()) throw;
    throw std::invalid_argument(shown(file) + ": " + fault.what());
  }
}

ContainerReader archive_of(std::string_view bytes) { return {bytes.size(), fetch_of(bytes)}; }

ContainerReader archive_of(std::string_view bytes, Steps& steps) {
  return {bytes.size(), in_steps(fetch_of(bytes), steps)};
}

void load_archive(const std::filesystem::path& file,
                  const std::function<void(const ContainerReader&)>& read) {
  load_archive(file, [&](const ContainerReader& from, Steps&) { read(from); }, {});
}

void load_archive(const std::filesystem::path& file,
                  const std::function<void(const ContainerReader&, Steps&)>& read,
                  const Watch& watch) {
  Steps steps{watch, 2 * expected_bytes(file)};
  try {
    const SourceFile from{file};
    const auto fetch = [&](std::uint64_t at, std::span<char> into) { from.read(at, into); };
    read(ContainerReader{from.size(), in_steps(fetch, steps)}, steps);
    steps.finish();
  } catch (const std::invalid_argument& fault) {
    if (steps.stopped()) throw;
    throw std::invalid_argument(shown(file) + ": " + fault.what());
  }
}

void require_kind(const ContainerReader& archive, std::string_view kind) {
  std::string_view found;
  for (const ContainerColumn& column : archive.columns()) {
    found = std::string_view{column.name}.substr(0, column.name.find('/'));
    if (found == kind) return;
  }
  refuse_archive("an archive of " + (found.empty() ? "nothing" : quote(found)),
                 "one of " + quote(kind));
}

const ContainerColumn& column_of(const ContainerReader& archive, std::string_view name) {
  const ContainerColumn* const column = archive.find(name);
  if (column == nullptr)
    refuse_archive("an archive without " + quote(name), "all that zhibu writes");
  return *column;
}

void put_bytes(ContainerWriter& to, std::string_view name, std::string_view bytes) {
  to.begin(name, 1, 1, bytes.size());
  to.add(bytes);
}

std::string bytes_of(const ContainerReader& archive, std::string_view name) {
  const auto bytes = numbers_of<char>(archive, name);
  return {bytes.begin(), bytes.end()};
}

void put_texts(ContainerWriter& to, const std::string& name,
               std::span<const std::string_view> texts) {
  std::vector<std::uint32_t> lengths;
  for (const std::string_view text : texts)
    lengths.push_back(static_cast<std::uint32_t>(text.size()));
  to.column(name + ".length", texts.size(), std::span<const std::uint32_t>{lengths});
  to.begin(name, 1, texts.size(), std::reduce(lengths.begin(), lengths.end(), std::uint64_t{0}));
  for (const std::string_view text : texts) to.add(text);
}

std::vector<std::string> texts_of(const ContainerReader& archive, const std::string& name) {
  const auto lengths = numbers_of<std::uint32_t>(archive, name + ".length");
  const std::string bytes = bytes_of(archive, name);
  if (std::reduce(lengths.begin(), lengths.end(), std::uint64_t{0}) != bytes.size())
    refuse_archive("texts of other lengths in " + quote(name), "bytes as many as the lengths say");
  std::vector<std::string> texts;
  std::size_t at = 0;
  for (const std::uint32_t length : lengths) {
    texts.push_back(bytes.substr(at, length));
    at += length;
    if (!is_utf8(texts.back())) refuse_archive("a text that is not UTF-8", "UTF-8");
  }
  return texts;
}

}  // namespace zhibu
