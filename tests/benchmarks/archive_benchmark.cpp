// SPDX-License-Identifier: BSL-1.0
//
// How quickly a roster is saved and loaded, beside the same bytes written and read raw.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include "zhibu/organization/archive.hpp"

namespace {

using namespace zhibu;

constexpr int persons = 2'000'000;
constexpr int persons_a_branch = 22;

const std::filesystem::path file = std::filesystem::temp_directory_path() /
                                   ("zhibu_archive_benchmark." + std::to_string(getpid()));

std::string numbered(std::string_view letter, int number) {
  return std::string{letter} + std::to_string(number);
}

std::string name_of(std::uint32_t number) {
  constexpr const char* characters[] = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵",
                                        "伟", "芳", "秀", "英", "敏", "静", "丽", "强",
                                        "国", "建", "文", "明", "志", "海", "春", "玉"};
  std::string name;
  for (int i = 0; i < 3; ++i, number /= 24) name += characters[number % 24];
  return name;
}

// Branches under committees of ten, each with its members and a secretary.
Roster generated() {
  Roster roster;
  const Period always = since(Date{2000, 1, 1});
  const UnitId top = roster.add(
      Unit{.code = "U", .name = "党委", .kind = UnitKind::committee, .standing = always});
  UnitId committee = top;
  UnitId branch = top;
  for (int i = 0; i < persons; ++i) {
    if (i % (10 * persons_a_branch) == 0)
      committee = roster.add(Unit{.code = numbered("C", i),
                                  .name = numbered("党委", i),
                                  .kind = UnitKind::committee,
                                  .parent = top,
                                  .standing = always});
    if (i % persons_a_branch == 0)
      branch = roster.add(Unit{.code = numbered("B", i),
                               .name = numbered("党支部", i),
                               .parent = committee,
                               .standing = always});
    const std::uint32_t random = static_cast<std::uint32_t>(i) * 2654435761u;
    const PersonId person =
        roster.add(Person{.code = numbered("P", i),
                          .name = name_of(random >> 8),
                          .sex = random & 1 ? Sex::male : Sex::female,
                          .born_on = Date{1940, 1, 1} + static_cast<int>(random % 20000),
                          .admitted_on = Date{1990, 7, 1} + i % 9000,
                          .full_member_on = Date{1991, 7, 1} + i % 9000});
    roster.add(Membership{person, branch, MembershipKind::home, always});
    if (i % persons_a_branch == 0) {
      const PostId post =
          roster.add(Post{.code = numbered("S", i), .unit = branch, .kind = PostKind::secretary});
      roster.add(Appointment{.post = post, .person = person, .period = always});
    }
    if (i % 20 == 0) roster.transfer(person, top, Date{2015, 1, 1});
  }
  return roster;
}

const Roster& roster() {
  static const Roster made = generated();
  return made;
}

const std::string& bytes() {
  static const std::string made = to_bytes(roster());
  return made;
}

void count(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes().size()));
}

void raw_write(benchmark::State& state) {
  bytes();
  for (auto _ : state) {
    const int to = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    for (std::size_t at = 0; at < bytes().size();)
      at += static_cast<std::size_t>(write(to, bytes().data() + at, bytes().size() - at));
    fsync(to);
    close(to);
  }
  count(state);
}

void save(benchmark::State& state) {
  bytes();
  for (auto _ : state) zhibu::save(file, roster());
  count(state);
}

void raw_read(benchmark::State& state) {
  zhibu::save(file, roster());
  for (auto _ : state) {
    std::vector<char> into(bytes().size());
    const int from = open(file.c_str(), O_RDONLY);
    for (std::size_t at = 0; at < into.size();)
      at += static_cast<std::size_t>(read(from, into.data() + at, into.size() - at));
    close(from);
    benchmark::DoNotOptimize(into.data());
  }
  count(state);
}

void load(benchmark::State& state) {
  zhibu::save(file, roster());
  for (auto _ : state) benchmark::DoNotOptimize(zhibu::load(file));
  count(state);
}

// Goes with the program.
struct WrittenFile {
  ~WrittenFile() { std::filesystem::remove(file); }
} const written;

BENCHMARK(raw_write)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(save)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(raw_read)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(load)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
