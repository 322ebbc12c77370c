// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <string>

#include "zhibu/export.hpp"
#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {

// The rulebook as the text of a file, which its parse() reads as an equal one: documents,
// provisions, requirements and undecided rules, each in its order.
//
//   Rulebook::parse(to_toml(rules), "rules.toml") == rules;  // true
//
// A document is called by its title, since a rulebook does not keep how its file called it; nor
// does it keep comments.
ZHIBU_EXPORT std::string to_toml(const Rulebook& rulebook);

// Writes that text to a file. What stood there stays until the new file is whole and on the disk.
// Throws std::invalid_argument with the path and the reason where it cannot be written, and then
// nothing has changed.
ZHIBU_EXPORT void write(const Rulebook& rulebook, const std::filesystem::path& file);

}  // namespace zhibu
