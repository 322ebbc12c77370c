// SPDX-License-Identifier: BSL-1.0
//
// The C data interface and the C stream interface of Apache Arrow, by which tables are passed from
// library to library of one process without a copy and without linking Arrow: pyarrow, polars,
// DuckDB and pandas read and give them. The three structures are laid down, with the names of the
// macros around them, in "The Arrow C data interface" and "The Arrow C stream interface"
// (arrow.apache.org, Arrow Columnar Format).

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

extern "C" {

constexpr std::int64_t arrow_flag_dictionary_ordered = 1;
constexpr std::int64_t arrow_flag_nullable = 2;
constexpr std::int64_t arrow_flag_map_keys_sorted = 4;

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};
}

#endif  // ARROW_C_DATA_INTERFACE

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

extern "C" {

// A table that goes out, batch after batch, to pyarrow, polars, DuckDB and whatever else reads
// Arrow.
struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema* out);
  int (*get_next)(ArrowArrayStream*, ArrowArray* out);
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};
}

#endif  // ARROW_C_STREAM_INTERFACE

namespace zhibu {

// A table that is to be read, under its name: "records". It is opened when it is its turn, and
// once; whoever reads it releases the stream. What `open` throws passes through.
struct ArrowInput {
  std::string name;
  std::function<ArrowArrayStream()> open;
};

}  // namespace zhibu
