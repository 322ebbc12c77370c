// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/archive.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "archive.hpp"
#include "organization/archive_any.hpp"
#include "organization/archive_columns_read.hpp"
#include "organization/archive_columns_write.hpp"
#include "zhibu/record/archive.hpp"
#include "zhibu/schedule/archive.hpp"

namespace zhibu {

namespace {

// What an archive has of a finding: how many records count towards it and how many do not, which
// stand in columns of their own.
struct KeptFinding {
  Standing standing = Standing::upcoming;
  int done = 0;
  std::int64_t paid_fen = 0;
  int evidence = 0;
  int discounted = 0;
  std::optional<int> waiver = {};
};

}  // namespace

template <>
struct Fields<KeptFinding> {
  static constexpr std::tuple fields{Field{"standing", &KeptFinding::standing, required},
                                     Field{"done", &KeptFinding::done, required},
                                     Field{"paid_fen", &KeptFinding::paid_fen, required},
                                     Field{"evidence", &KeptFinding::evidence, required},
                                     Field{"discounted", &KeptFinding::discounted, required},
                                     RareField{Field{"waiver", &KeptFinding::waiver}}};
};

template <>
struct Fields<Discounted> {
  static constexpr std::tuple fields{Field{"record", &Discounted::record, required},
                                     Field{"why", &Discounted::why, required},
                                     RareField{Field{"rule", &Discounted::rule}}};
};

namespace {

struct FindingsImage {
  AnyHandles things;
  std::string obligations;
  std::string waivers;
  RowColumns<KeptFinding> rows;
  std::vector<std::uint32_t> evidence;
  RowColumns<Discounted> discounted;
};

void require(bool holds, const char* found, const char* accepted) {
  if (!holds) refuse_archive(found, accepted);
}

void require_sound(const KeptFinding& row, const Records& waivers) {
  require(row.done >= 0 && row.paid_fen >= 0, "less than nothing done or paid", "0 or more");
  require(row.evidence >= 0 && row.discounted >= 0, "fewer than no records", "0 or more");
  require(!row.waiver ||
              (*row.waiver >= 0 && static_cast<std::size_t>(*row.waiver) < waivers.waiver_count()),
          "a waiver that there is not", "one that there is");
  require(row.waiver.has_value() == (row.standing == Standing::waived),
          "a finding that is waived without a waiver, or has one and is not", "both or neither");
}

}  // namespace

// Reads and makes findings, which only an audit does otherwise.
class FindingsArchive {
 public:
  static FindingsImage image(const Findings& findings, Steps& steps) {
    FindingsImage image;
    image.obligations = to_bytes(findings.obligations_, steps.share(findings.size()));
    image.waivers = to_bytes(findings.waivers_);
    std::uint32_t evidence = 0, discounted = 0;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const auto counted = [](std::uint32_t& before, std::uint32_t end) {
        return static_cast<int>(end - std::exchange(before, end));
      };
      const auto waiver = findings.waiver_[i];
      image.rows.push({findings.standing_[i], findings.done_[i], findings.paid_fen_[i],
                       counted(evidence, findings.evidence_end_[i]),
                       counted(discounted, findings.discounted_end_[i]),
                       waiver ? std::optional{static_cast<int>(*waiver)} : std::nullopt},
                      image.things.texts);
      steps.pause();
    }
    for (const RecordId record : findings.evidence_) image.evidence.push_back(record.index);
    for (const Discounted& row : findings.discounted_)
      image.discounted.push(row, image.things.texts);
    return image;
  }

  static void put(ContainerWriter& to, const Findings& findings, const FindingsImage& image) {
    put_bytes(to, "findings/obligations", image.obligations);
    put_bytes(to, "findings/waivers", image.waivers);
    put_day(to, "findings/as_of", findings.as_of_);
    put_day(to, "findings/known_on", findings.known_on_);
    ColumnsWriter{to}("findings/rows", image.rows);
    to.column("findings/evidence", image.evidence.size(), std::span{image.evidence});
    ColumnsWriter{to}("findings/discounted", image.discounted);
  }

  static Findings read(const ContainerReader& from, Steps& steps) {
    require_kind(from, "findings");
    FindingsImage image;
    ColumnsReader<AnyHandles> columns{from, image.things, steps};
    columns("findings/rows", image.rows);
    columns("findings/discounted", image.discounted);
    image.evidence = numbers_of<std::uint32_t>(from, "findings/evidence");
    const Records waivers = records_from_bytes(bytes_of(from, "findings/waivers"));
    require(waivers.empty(), "findings with records of their own", "only the waivers of them");
    const std::string obligations = bytes_of(from, "findings/obligations");
    Findings made = audit(obligations_from_bytes(obligations, steps.share(0)), waivers,
                          one_day_of(from, "findings/as_of"), day_of(from, "findings/known_on"),
                          steps.share(0));
    fill(made, image, steps);
    return made;
  }

 private:
  // Puts what the image has in place of what the audit of no records found.
  static void fill(Findings& made, const FindingsImage& image, Steps& steps) {
    require(image.rows.size() == made.size(), "findings of other obligations", "one of each");
    fill_lists(made, image, steps);
    std::uint64_t evidence = 0, discounted = 0;
    for (std::size_t i = 0; i < made.size(); ++i) {
      const KeptFinding row = image.rows.row(i, image.things.texts);
      require_sound(row, made.waivers_);
      steps.pause();
      evidence += static_cast<std::uint64_t>(row.evidence);
      discounted += static_cast<std::uint64_t>(row.discounted);
      require(evidence <= made.evidence_.size() && discounted <= made.discounted_.size(),
              "more records of a finding than there are", "as many as there are");
      made.standing_[i] = row.standing;
      made.done_[i] = row.done;
      made.paid_fen_[i] = row.paid_fen;
      made.evidence_end_[i] = static_cast<std::uint32_t>(evidence);
      made.discounted_end_[i] = static_cast<std::uint32_t>(discounted);
      made.waiver_[i] =
          row.waiver ? std::optional{static_cast<std::uint32_t>(*row.waiver)} : std::nullopt;
    }
    require(evidence == made.evidence_.size() && discounted == made.discounted_.size(),
            "records of no finding", "none");
  }

  static void fill_lists(Findings& made, const FindingsImage& image, Steps& steps) {
    made.evidence_.clear();
    for (const std::uint32_t record : image.evidence) made.evidence_.push_back({record});
    made.discounted_.clear();
    for (std::size_t i = 0; i < image.discounted.size(); ++i) {
      made.discounted_.push_back(image.discounted.row(i, image.things.texts));
      steps.pause();
      if (const auto rule = made.discounted_.back().rule) made.obligations_.rulebook()[*rule];
    }
  }
};

void save(const std::filesystem::path& file, const Findings& findings, const Watch& watch) {
  Steps steps{watch, 2 * findings.size() + 1};
  const FindingsImage image = FindingsArchive::image(findings, steps);
  save_archive(
      file, [&](ContainerWriter& to) { FindingsArchive::put(to, findings, image); },
      steps.share(findings.size() + 1));
}

std::string to_bytes(const Findings& findings, const Watch& watch) {
  Steps steps{watch, 2 * findings.size() + 1};
  const FindingsImage image = FindingsArchive::image(findings, steps);
  return archive_bytes([&](ContainerWriter& to) { FindingsArchive::put(to, findings, image); },
                       steps.share(findings.size() + 1));
}

Findings load_findings(const std::filesystem::path& file, const Watch& watch) {
  std::optional<Findings> read;
  load_archive(
      file,
      [&](const ContainerReader& from, Steps& steps) { read = FindingsArchive::read(from, steps); },
      watch);
  return std::move(*read);
}

Findings findings_from_bytes(std::string_view bytes, const Watch& watch) {
  Steps steps{watch, 2 * bytes.size()};
  Findings findings = FindingsArchive::read(archive_of(bytes, steps), steps);
  steps.finish();
  return findings;
}

bool operator==(const Findings& a, const Findings& b) { return to_bytes(a) == to_bytes(b); }

}  // namespace zhibu
