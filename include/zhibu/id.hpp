// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <compare>
#include <cstdint>

namespace zhibu {

// A handle of four bytes, issued by the collection that keeps the thing: passing a PersonId for a
// UnitId does not compile.
//
// The handles of one collection count up from 0 in the order in which its things were added. A
// handle means nothing to any other collection.
template <class Tag>
struct Id {
  std::uint32_t index = 0;
  friend constexpr auto operator<=>(Id, Id) = default;
};

using UnitId = Id<struct UnitTag>;
using PersonId = Id<struct PersonTag>;
using PostId = Id<struct PostTag>;
using ClusterId = Id<struct ClusterTag>;
using WorkplaceId = Id<struct WorkplaceTag>;
using TermId = Id<struct TermTag>;
using EventId = Id<struct EventTag>;
using ProvisionId = Id<struct ProvisionTag>;
using RequirementId = Id<struct RequirementTag>;
using UndecidedId = Id<struct UndecidedTag>;
using FaultId = Id<struct FaultTag>;
using ObligationId = Id<struct ObligationTag>;
using RecordId = Id<struct RecordTag>;
using CampaignId = Id<struct CampaignTag>;
using FundId = Id<struct FundTag>;
using OpinionId = Id<struct OpinionTag>;
using TaskId = Id<struct TaskTag>;

}  // namespace zhibu
