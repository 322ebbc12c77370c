// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "zhibu/time/date.hpp"

namespace organization_benchmark {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinishStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

// A database of SQLite, and a statement prepared once. Whatever SQLite refuses is thrown as
// std::invalid_argument with its words.
class Statement;

class Database {
 public:
  explicit Database(const std::filesystem::path& file);
  void run(const char* sql);
  Statement prepare(const char* sql);

 private:
  std::unique_ptr<sqlite3, CloseDatabase> handle_;
};

class Statement {
 public:
  Statement(sqlite3* database, const char* sql);

  // Runs a statement that gives no rows.
  template <class... Values>
  void run(const Values&... values) {
    ask(values...);
    while (next()) {
    }
  }

  // Begins a query; next() goes to its next row, if there is one.
  template <class... Values>
  void ask(const Values&... values) {
    sqlite3_reset(handle_.get());
    int place = 0;
    (bind(++place, values), ...);
  }
  bool next();
  std::int64_t number(int column) const { return sqlite3_column_int64(handle_.get(), column); }

 private:
  void bind(int place, std::string_view text);
  void bind(int place, std::int64_t number);
  void bind(int place, std::uint32_t number) { bind(place, std::int64_t{number}); }
  void bind(int place, zhibu::Date day) { bind(place, std::int64_t{day.serial()}); }
  void bind(int place, std::optional<std::uint32_t> number);

  std::unique_ptr<sqlite3_stmt, FinishStatement> handle_;
};

inline Statement Database::prepare(const char* sql) { return {handle_.get(), sql}; }

}  // namespace organization_benchmark
