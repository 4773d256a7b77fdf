// A citizen's sheet from order to paper: asked for by the citizen at the goodbye, or by the mentor
// later. What no printer took is kept sealed with its conversation and printed the next time; a
// sheet that is kept no longer, or never was, is drawn from the answers. Thread: the loop's;
// answers come in StoreThread::drain and in drain().
#pragma once

#include "dialogue/engine/effect.h"
#include "dialogue/model/submission.h"
#include "kiosk/app/sheet_press.h"
#include "kiosk/storage/store_thread.h"

namespace aktiv {
class Engine;
}

namespace aktiv::app {

class SheetOffice {
 public:
  struct Parts {
    storage::StoreThread& store;  // outlives it
    SheetPress::Parts press;
    ui::PhotoFiles photos = {};
    std::function<void(const Fault&)> tell_staff =
        {};  // a sheet could be neither kept nor forgotten
  };
  explicit SheetOffice(Parts parts) : parts_(std::move(parts)), press_(parts_.press) {}

  // A Fault says why it is not on paper, for staff; it holds nothing of the sheet. By then it is
  // kept.
  void print(PrintSheet order, const CitizenId& whose, std::function<void(Status)> then);
  void drain() { press_.drain(); }

 private:
  struct Known;
  static Result<Known> known_of(storage::Store& store, const ConversationId& conversation,
                                const CitizenId& whose);
  void put_away(const ConversationId& conversation, std::vector<SubmissionId> of, Pressed pressed,
                std::function<void(Status)> then);

  Parts parts_;
  SheetPress press_;
};

// The order for a talk that is kept: `talk` is what was submitted of one conversation, the first
// first. `citizens` are those the kiosk knows. Fails: an answer does not read, or nothing was said
// back.
Result<PrintSheet> sheet_of(const std::vector<Submission>& talk, const Engine& engine,
                            const std::vector<CitizenSign>& citizens);

}  // namespace aktiv::app
