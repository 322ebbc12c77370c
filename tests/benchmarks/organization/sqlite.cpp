// SPDX-License-Identifier: BSL-1.0

#include "sqlite.hpp"

#include <stdexcept>
#include <string>

namespace organization_benchmark {

namespace {

void require(bool well, sqlite3* database) {
  if (!well) throw std::invalid_argument{std::string{"SQLite: "} + sqlite3_errmsg(database)};
}

}  // namespace

Database::Database(const std::filesystem::path& file) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open(file.c_str(), &handle);
  handle_.reset(handle);
  require(code == SQLITE_OK, handle);
}

void Database::run(const char* sql) {
  require(sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK, handle_.get());
}

Statement::Statement(sqlite3* database, const char* sql) {
  sqlite3_stmt* handle = nullptr;
  const int code = sqlite3_prepare_v2(database, sql, -1, &handle, nullptr);
  handle_.reset(handle);
  require(code == SQLITE_OK, database);
}

bool Statement::next() {
  const int code = sqlite3_step(handle_.get());
  require(code == SQLITE_ROW || code == SQLITE_DONE, sqlite3_db_handle(handle_.get()));
  return code == SQLITE_ROW;
}

void Statement::bind(int place, std::string_view text) {
  sqlite3_bind_text(handle_.get(), place, text.data(), static_cast<int>(text.size()),
                    SQLITE_STATIC);
}

void Statement::bind(int place, std::int64_t number) {
  sqlite3_bind_int64(handle_.get(), place, number);
}

void Statement::bind(int place, std::optional<std::uint32_t> number) {
  if (number)
    bind(place, *number);
  else
    sqlite3_bind_null(handle_.get(), place);
}

}  // namespace organization_benchmark
