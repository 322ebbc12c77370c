// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <vector>

#include "zhibu/organization/post.hpp"
#include "zhibu/organization/term.hpp"
#include "zhibu/regulation/election.hpp"

namespace zhibu {

// What a requirement may demand of posts and who holds them, of terms of office, and of elections.

// So many seats of each of these kinds of post.
struct PostCount {
  PostKind kind = PostKind::member;
  int least = 0;
  std::optional<int> most = {};
  friend bool operator==(const PostCount&, const PostCount&) = default;
};
struct PostsKept {
  std::vector<PostCount> posts;
  friend bool operator==(const PostsKept&, const PostsKept&) = default;
};

// Every seat of every post is taken.
struct SeatsTaken {
  friend bool operator==(const SeatsTaken&, const SeatsTaken&) = default;
};

// Who holds one of these posts is a full member, for at least so many years.
struct HolderStanding {
  std::vector<PostKind> posts;
  int years = 0;
  friend bool operator==(const HolderStanding&, const HolderStanding&) = default;
};

// Who was elected to a post could be: a full member whose rights were not suspended.
struct HolderElectable {
  friend bool operator==(const HolderElectable&, const HolderElectable&) = default;
};

// Posts are filled by whoever approved the unit, not by election; and no committee is elected.
struct HoldersAppointed {
  friend bool operator==(const HoldersAppointed&, const HoldersAppointed&) = default;
};
struct NoElection {
  friend bool operator==(const NoElection&, const NoElection&) = default;
};

// Who was elected to one of these posts has been filed with, or approved by, the higher
// organization: `least` or more.
struct ResultApproved {
  std::vector<PostKind> posts;
  Approval least = Approval::approved;
  friend bool operator==(const ResultApproved&, const ResultApproved&) = default;
};

// A term lasts from so many years to so many. It binds the terms that begin while it is in force;
// of several that do, the shortest.
struct TermLength {
  int least_years = 3;
  int most_years = 3;
  friend bool operator==(const TermLength&, const TermLength&) = default;
};

// The higher organization reminds so many months before the term ends.
struct TermReminder {
  int months = 6;
  friend bool operator==(const TermReminder&, const TermReminder&) = default;
};

// An election is held when the term ends; a later day is approved by the higher organization.
struct ElectedWhenDue {
  friend bool operator==(const ElectedWhenDue&, const ElectedWhenDue&) = default;
};

// An election is held earlier or later than the term ends by so many years at most.
struct TermShift {
  int years = 1;
  friend bool operator==(const TermShift&, const TermShift&) = default;
};

// Of an election: there are more candidates than seats by such a share; such a share of those due
// is present; and who is elected to one of these posts (empty: any) has the votes of such a share
// of the base.
struct CandidateSurplus {
  Ratio surplus;
  friend bool operator==(const CandidateSurplus&, const CandidateSurplus&) = default;
};
struct ElectionQuorum {
  Ratio ratio;
  friend bool operator==(const ElectionQuorum&, const ElectionQuorum&) = default;
};
struct ElectionMajority {
  Ratio ratio;
  Base base = Base::due;
  std::vector<PostKind> posts = {};
  friend bool operator==(const ElectionMajority&, const ElectionMajority&) = default;
};

}  // namespace zhibu
