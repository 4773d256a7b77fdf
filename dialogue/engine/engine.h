// The whole dialogue as one pure step. Thread: the loop's; holds nothing that changes. Cannot fail:
// what cannot be done leaves the session as it was.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/engine/effect.h"
#include "dialogue/engine/intent.h"
#include "dialogue/engine/session.h"
#include "dialogue/scene/scene.h"
#include "dialogue/tools/catalogue.h"

namespace aktiv {

struct Step {
  Session session;
  std::vector<Effect> effects;  // in the order in which they must begin
};

class Engine {
 public:
  // `content` was loaded without a fault and outlives the engine.
  explicit Engine(const Content& content);

  // The first screen: welcome, nothing personal. most_a_page: choices_a_page() of the glass; longer
  // lists come in pages; 0 = the way's own number alone.
  Session start(std::string language, int most_a_page = 0) const;

  [[nodiscard]] Step update(Session session, const Stamped& stamped) const;
  [[nodiscard]] Scene describe(const Session& session) const;
  // The same screen in another language, for whoever looks at all of them.
  [[nodiscard]] Scene describe_in(Session session, const std::string& language) const;
  // What is heard of one element alone; nullopt for one that is not there, has no words or is a
  // lock's.
  std::optional<Utterance> name(const Session& session, const ElementId& element) const;

  // What the present or last tool found; nullopt before a tool began.
  std::optional<Findings> findings(const Session& session) const;

  const Content& content() const { return content_; }
  const Catalogue& catalogue() const { return catalogue_; }

 private:
  const Content& content_;
  Catalogue catalogue_;
};

// The submissions of a conversation: one for each tool in which something was answered.
std::vector<Submission> submissions_of(const Conversation& talk, const std::vector<Event>& events,
                                       const Catalogue& catalogue, const Content& content);

}  // namespace aktiv
