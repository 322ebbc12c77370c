// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/write.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "time/content_line.hpp"
#include "zhibu/names.hpp"

namespace zhibu {
namespace {

void require_full_rows(const Ledger& ledger) {
  for (std::size_t i = 0; i < ledger.rows.size(); ++i) {
    const std::size_t found = ledger.rows[i].cells.size();
    if (found == ledger.columns.size()) continue;
    throw std::invalid_argument("row " + std::to_string(i + 1) + " of the ledger '" + ledger.title +
                                "' has " + std::to_string(found) + " cells; accepted: " +
                                std::to_string(ledger.columns.size()) + ", one for each column");
  }
}

bool is_line_break(char c) { return c == '\n' || c == '\r'; }

// How many bytes the line break at `i` takes: CRLF is one break.
std::size_t line_break(std::string_view text, std::size_t i) {
  return text.substr(i, 2) == "\r\n" ? 2 : 1;
}

std::vector<std::string> column_names(const Ledger& ledger) {
  std::vector<std::string> names;
  for (const LedgerColumn& column : ledger.columns) names.push_back(column.name);
  return names;
}

// --- Markdown ---

std::string markdown(std::string_view text, std::string_view line_end) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_line_break(text[i])) {
      escaped += line_end;
      i += line_break(text, i) - 1;
      continue;
    }
    if (std::string_view{"\\|<`*_[]"}.find(text[i]) != std::string_view::npos) escaped += '\\';
    escaped += text[i];
  }
  return escaped;
}

std::string markdown_line(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + markdown(cell, "<br>") + " |";
  return line + "\n";
}

// The figures below the table, in one line.
std::string markdown_totals(const std::vector<LedgerTotal>& totals) {
  std::string line;
  for (const LedgerTotal& total : totals)
    line +=
        (line.empty() ? "\n" : " · ") + markdown(total.name, " ") + " **" + to_string(total) + "**";
  return line.empty() ? line : line + "\n";
}

// --- CSV ---

bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const auto digits = [](std::string_view s) {
    return !s.empty() && s.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return digits(whole) && (point == std::string_view::npos || digits(text.substr(point + 1)));
}

// Spreadsheets of East Asian locales take the full-width signs for the plain ones.
bool starts_formula(std::string_view cell) {
  constexpr std::array<std::string_view, 11> signs{"=",  "+",  "-",  "@",  "\t", "\r",
                                                   "\n", "＝", "＋", "－", "＠"};
  for (const std::string_view sign : signs)
    if (cell.starts_with(sign)) return !is_number(cell);
  return false;
}

std::string csv_cell(const std::string& text) {
  const std::string cell = starts_formula(text) ? "'" + text : text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + csv_cell(cells[i]);
  return line + "\r\n";
}

// --- iCalendar ---

// TEXT of RFC 5545, 3.3.11, which has no control characters but the tab.
std::string icalendar_text(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_line_break(c)) {
      escaped += "\\n";
      i += line_break(text, i) - 1;
    } else if (c == '\\' || c == ';' || c == ',') {
      escaped += {'\\', c};
    } else {
      escaped += (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f ? ' ' : c;
    }
  }
  return escaped;
}

// FNV-1a of 64 bits, in hexadecimal.
std::string fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(hash >> shift) & 15];
  return digits;
}

std::string description(const Ledger& ledger, const LedgerRow& row) {
  std::string text;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].empty()) continue;
    text += (text.empty() ? "" : "\n") + ledger.columns[i].name + ": " + row.cells[i];
  }
  return text;
}

std::string event(const Ledger& ledger, const LedgerRow& row, int nth) {
  const std::string uid =
      fingerprint(ledger.title + '\n' + row.summary + '\n' + std::to_string(nth)) + "@zhibu";
  std::string out = "BEGIN:VEVENT\r\n";
  out += content_line("UID:" + uid);
  out += content_line("DTSTAMP:" + basic(ledger.as_of) + "T000000Z");
  out += content_line("DTSTART;VALUE=DATE:" + basic(*row.day));
  out += content_line("DTEND;VALUE=DATE:" + basic(*row.day + 1));
  out += content_line("SUMMARY:" + icalendar_text(row.summary));
  out += content_line("DESCRIPTION:" + icalendar_text(description(ledger, row)));
  return out + "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
}

// --- files ---

std::string in_form(const Ledger& ledger, const std::string& ending) {
  if (ending == ".md") return to_markdown(ledger);
  if (ending == ".csv") return to_csv(ledger, true);
  if (ending == ".ics") return to_icalendar(ledger);
  constexpr std::array<std::string_view, 3> accepted{".md", ".csv", ".ics"};
  throw_unknown("form of a ledger", ending, accepted);
}

}  // namespace

std::string to_markdown(const Ledger& ledger) {
  require_full_rows(ledger);
  std::string out = "# " + markdown(ledger.title, " ") + "\n\n" + to_string(ledger.as_of) + "\n\n";
  out += markdown_line(column_names(ledger));
  out += markdown_line(std::vector<std::string>(ledger.columns.size(), "---"));
  for (const LedgerRow& row : ledger.rows) out += markdown_line(row.cells);
  return out + markdown_totals(ledger.totals);
}

std::string to_csv(const Ledger& ledger, bool with_bom) {
  require_full_rows(ledger);
  std::string out = with_bom ? "\xEF\xBB\xBF" : "";
  out += csv_line(column_names(ledger));
  for (const LedgerRow& row : ledger.rows) out += csv_line(row.cells);
  return out;
}

std::string to_icalendar(const Ledger& ledger) {
  require_full_rows(ledger);
  std::string out =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//zhibu//zhibu//ZH\r\nCALSCALE:GREGORIAN\r\n";
  out += content_line("X-WR-CALNAME:" + icalendar_text(ledger.title));
  std::map<std::string_view, int> seen;
  for (const LedgerRow& row : ledger.rows) {
    const int nth = ++seen[row.summary];
    if (row.day) out += event(ledger, row, nth);
  }
  return out + "END:VCALENDAR\r\n";
}

void write(const Ledger& ledger, const std::filesystem::path& file) {
  const std::string text = in_form(ledger, file.extension().string());
  std::error_code failed;
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), failed);
  std::ofstream out{file, std::ios::binary};
  out << text << std::flush;
  if (!out)
    throw std::invalid_argument(file.string() +
                                ": cannot be written; accepted: a file in a folder "
                                "that may be written to");
}

}  // namespace zhibu
