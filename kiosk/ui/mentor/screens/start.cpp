// Agreeing on a conversation with the citizen: tool and way, then cards, then who is there.
#include "kiosk/ui/mentor/screens/start_steps.h"

namespace aktiv::mentor {
namespace {

class Start final : public Screen {
 public:
  explicit Start(Work& shared) : Screen(shared), preparing_{shared, {}} {
    auto& prepared = preparing_.prepared;
    prepared.citizen = work.citizen->id;
    prepared.language = work.at.language;
    prepared.present = {Present::mentor};
    prepared.wants_practice = true;
    if (!work.content().tools.empty()) preparing_.choose(work.content().tools.front());
  }

  std::string name() const override {
    return step_ == 0 ? "start_tool" : step_ == 1 ? "start_cards" : "start_who";
  }

  void show(Sheet& sheet) override {
    const bool is_last = step_ == 2;
    const auto pressed =
        sheet.page(work.say("staff.start.title", {{"sign", work.label(*work.citizen)}}), {},
                   {back_to_citizen(),
                    {"back", work.say("staff.back")},
                    {is_last ? "begin" : "go_on",
                     work.say(is_last ? "staff.start.begin" : "staff.go_on"), true, may_go_on()}});
    if (left(pressed)) return;
    if (pressed == "back") {
      if (step_ == 0) return work.go(citizen_screen(work));
      --step_;
    }
    if (pressed == "go_on") ++step_;
    if (pressed == "begin") {
      preparing_.prepared.started_by = work.mentor->id;
      work.desk().start(preparing_.prepared);
      return work.leave();
    }
    if (step_ == 0) show_tool(sheet);
    if (step_ == 1) cards_.show(sheet, preparing_);
    if (step_ == 2) hands_.show(sheet, preparing_);
  }

 private:
  bool may_go_on() const {
    if (preparing_.tool() == nullptr) return false;
    return step_ != 1 || preparing_.has_fitting_cards();
  }

  void show_tool(Sheet& sheet) {
    const ToolId before = preparing_.prepared.setup.tool;
    tool_.show(sheet, preparing_);
    if (preparing_.prepared.setup.tool != before) cards_.forget();
  }

  Preparing preparing_;
  int step_ = 0;
  ToolStep tool_;
  CardStep cards_;
  HandsStep hands_;
};

}  // namespace

ScreenPtr start_screen(Work& work) {
  return std::make_unique<Start>(work);
}

}  // namespace aktiv::mentor
