// Strong names for things, so that a citizen is never passed where a conversation belongs.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace aktiv {

template <class Tag>
struct Id {
  std::string value;

  Id() = default;
  explicit Id(std::string text) : value(std::move(text)) {}
  bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

using CitizenId = Id<struct CitizenTag>;            // a random pseudonym (UUID); never a CPR number
using MentorId = Id<struct MentorTag>;              // random UUID
using ConversationId = Id<struct ConversationTag>;  // UUID
using SubmissionId = Id<struct SubmissionTag>;      // UUID, minted when a tool is finished
using EventId = Id<struct EventTag>;                // UUID
using ToolId = Id<struct ToolTag>;                  // "to_billeder", "kan_lide"
using ElementId = Id<struct ElementTag>;  // "card:jobs/bage", "out:none", "fixed:stop", "next"
using PictureId =
    Id<struct PictureTag>;  // "job/bage", "ui/next"; empty where words alone are right

// A card in a deck: list "jobs", id "bage". Its element is "card:jobs/bage".
struct CardRef {
  std::string list;
  std::string id;

  auto operator<=>(const CardRef&) const = default;
  bool empty() const { return id.empty(); }
  std::string text() const { return list + "/" + id; }
  ElementId element() const { return ElementId("card:" + list + "/" + id); }
  // "jobs/bage" -> {jobs, bage}; without a slash the list stays empty.
  static CardRef parse(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return {"", std::string(text)};
    return {std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))};
  }
};

}  // namespace aktiv

template <class Tag>
struct std::hash<aktiv::Id<Tag>> {
  size_t operator()(const aktiv::Id<Tag>& id) const { return std::hash<std::string>{}(id.value); }
};
