// SPDX-License-Identifier: BSL-1.0
//
// What archives of all kinds have in common. The columns of one are named by its kind and a slash:
// "roster/units/name", "records/held_on"; what one holds of another kind is a column that is an
// archive itself.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "container.hpp"
#include "steps.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

[[noreturn]] void refuse_archive(const std::string& found, const std::string& accepted);

// The bytes of a container, and the container as a file, of the columns that `write` puts into it,
// which is called twice for the bytes. What stood in the file stays until the new one is whole.
// Throws std::invalid_argument with the path where it cannot be written.
using WriteColumns = std::function<void(ContainerWriter&)>;
std::string archive_bytes(const WriteColumns& write, const Watch& watch = {});
void save_archive(const std::filesystem::path& file, const WriteColumns& write,
                  const Watch& watch = {});

// The container that these bytes are, which must outlive it, or that a file is. What throws says of
// what file it was.
ContainerReader archive_of(std::string_view bytes);
void load_archive(const std::filesystem::path& file,
                  const std::function<void(const ContainerReader&)>& read);

// The same, with steps: each byte is one twice, in the order in which they stand, and then column
// by column.
ContainerReader archive_of(std::string_view bytes, Steps& steps);
void load_archive(const std::filesystem::path& file,
                  const std::function<void(const ContainerReader&, Steps&)>& read,
                  const Watch& watch);

// Throws std::invalid_argument that says which kind it is, unless its columns are of this one.
void require_kind(const ContainerReader& archive, std::string_view kind);

// A column that must be there. Throws std::invalid_argument where it is not.
const ContainerColumn& column_of(const ContainerReader& archive, std::string_view name);

// The numbers of a column that must be there.
template <class T>
std::vector<T> numbers_of(const ContainerReader& archive, std::string_view name) {
  return archive.numbers<std::vector<T>>(column_of(archive, name));
}

// One number, as a column.
template <class T>
void put_number(ContainerWriter& to, std::string_view name, T number) {
  to.column(name, 1, std::span<const T>{&number, 1});
}
template <class T>
T number_of(const ContainerReader& archive, std::string_view name) {
  const std::vector<T> numbers = numbers_of<T>(archive, name);
  if (numbers.size() != 1)
    refuse_archive(std::to_string(numbers.size()) + " numbers in '" + std::string{name} + "'", "1");
  return numbers[0];
}

// Bytes, such as those of another archive.
void put_bytes(ContainerWriter& to, std::string_view name, std::string_view bytes);
std::string bytes_of(const ContainerReader& archive, std::string_view name);

// Texts, as their bytes and their lengths. Throws std::invalid_argument where what is read is not
// UTF-8.
void put_texts(ContainerWriter& to, const std::string& name,
               std::span<const std::string_view> texts);
std::vector<std::string> texts_of(const ContainerReader& archive, const std::string& name);

}  // namespace zhibu
