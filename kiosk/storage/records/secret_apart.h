// "Jeg vil være hemmelig": sends a conversation without a citizen to a journal in memory, every
// other to the kept one. Owns neither; both must outlive it.
#pragma once

#include "kiosk/storage/journal.h"

namespace aktiv::storage {

class SecretApart : public Journal {
 public:
  SecretApart(Journal& kept, Journal& secret) : kept_(kept), secret_(secret) {}

  Status start(const ConversationId& id, const std::optional<CitizenId>& citizen) override;
  Status append(std::span<const Event> events) override;
  Result<std::optional<Conversation>> find(const ConversationId& id) override;
  Result<std::vector<KeptEvent>> load_events(const ConversationId& id) override;
  Status leave_unfinished(const ConversationId& id) override;
  Status take_up_again(const ConversationId& id) override;
  Result<std::vector<Conversation>> unfinished(const CitizenId& citizen) override;
  Result<bool> is_in_a_talk(const CitizenId& citizen) override;
  Status finish(const ConversationId& id, std::span<const Event> last_events,
                std::span<const NewSubmission> submissions) override;
  Status throw_away(const ConversationId& id) override;
  Result<int> purge_unfinished(int days) override;

 private:
  bool is_secret(const ConversationId& id);
  Journal& of(const ConversationId& id) { return is_secret(id) ? secret_ : kept_; }

  Journal& kept_;
  Journal& secret_;
};

}  // namespace aktiv::storage
