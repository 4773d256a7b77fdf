// A citizen's goals as they said them, and beside each what the mentor writes: SMART, the kind of
// goal, and which of the municipality's goals it belongs to. Empty fields are open, and stop
// nobody.
#include <algorithm>
#include <array>

#include "dialogue/model/words.h"
#include "kiosk/ui/mentor/goals.h"
#include "kiosk/ui/mentor/keyboard.h"
#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

struct PlanField {
  const char* name;
  std::string GoalPlan::*text;
};

constexpr std::array fields = {
    PlanField{"specific", &GoalPlan::specific}, PlanField{"measurable", &GoalPlan::measurable},
    PlanField{"realistic", &GoalPlan::realistic}, PlanField{"time_bound", &GoalPlan::time_bound},
    PlanField{"intervention_goal", &GoalPlan::intervention_goal}};

constexpr std::array kinds = {GoalKind::develop, GoalKind::keep, GoalKind::limit_loss};

std::string label_key(const PlanField& field) {
  return std::string("staff.goal.") + field.name;
}

std::string kind_key(GoalKind kind) {
  return "staff.goal.kind." + std::string(word(kind));
}

class Goals final : public Screen {
 public:
  explicit Goals(Work& shared) : Screen(shared) { read(); }

  std::string name() const override { return written_ ? "goal_write" : "goals"; }
  bool writes() const override { return written_ != nullptr; }
  void type(std::string_view utf8) override {
    field_.type(utf8);
    keep_draft();
  }
  void edit(EditKey key) override {
    field_.edit(key);
    keep_draft();
  }

  void show(Sheet& sheet) override {
    const auto pressed = sheet.page(
        work.say("staff.goal.title", {{"sign", work.label(*work.citizen)}}), {}, actions());
    if (left(pressed)) return;
    if (pressed == "back") {
      if (!written_) return work.go(citizen_screen(work));
      written_ = nullptr;
    }
    if (pressed == "save") save();
    if (pressed == "next_goal") at_ = (at_ + 1) % goals_.size();
    if (written_) return show_writing(sheet);
    if (goals_.empty()) return show_none(sheet);
    show_goal(sheet);
  }

 private:
  const GoalInWords& goal() const { return goals_[at_]; }
  std::pair<MentorId, SubmissionId> draft() const { return {work.mentor->id, goal().id}; }

  GoalPlan kept() const { return plan_of(goal().id, observations_); }
  GoalPlan plan() const {
    const auto drafted = work.plans->find(draft());
    return drafted != work.plans->end() ? drafted->second : kept();
  }
  bool is_changed() const { return !goals_.empty() && plan() != kept(); }
  void change(const std::function<void(GoalPlan&)>& work_on) {
    GoalPlan changed = plan();
    work_on(changed);
    (*work.plans)[draft()] = changed;
    note_.clear();
  }
  void keep_draft() {
    if (written_) change([&](GoalPlan& plan) { plan.*(written_->text) = field_.text; });
  }

  std::vector<Action> actions() const {
    std::vector<Action> all = {back_to_citizen(), {"back", work.say("staff.back")}};
    if (written_) return {back_to_citizen(), {"back", work.say("staff.goal.written"), true}};
    if (goals_.size() > 1) all.push_back({"next_goal", work.say("staff.goal.next")});
    if (!goals_.empty())
      all.push_back({"save", work.say("staff.goal.save"), true, is_changed() && !is_saving_});
    return all;
  }

  void read() {
    const auto id = work.citizen->id;
    work.desk().submissions(id, here<Result<std::vector<SavedSubmission>>>([this](auto kept) {
                              is_read_ = true;
                              if (kept)
                                goals_ = goals_in_words(work.content(), work.language, *kept);
                              else
                                note_ = work.say("staff.fault.answers");
                            }));
    work.desk().observations(id, here<Result<std::vector<Observation>>>([this](auto found) {
                               if (found) observations_ = *found;
                             }));
  }

  void save() {
    is_saving_ = true;
    Observation about;
    about.conversation = goal().conversation;
    about.citizen = work.citizen->id;
    about.mentor = work.mentor->id;
    about.present = {Present::mentor};
    about.plan = plan();
    work.desk().save_observation(
        about, here<Status>([this](Status done) {
          is_saving_ = false;
          note_ = work.say(done ? "staff.goal.saved" : "staff.fault.not_saved");
          if (!done) return;
          work.plans->erase(draft());
          read();
        }));
  }

  void show_none(Sheet& sheet) {
    const auto& words = work.say("staff.goal.none");
    const RectMm room =
        sheet.scroll("goals", [&](double w) { return sheet.text_height(words, Face::body, w); });
    if (is_read_) sheet.text("no_goals", room, note_.empty() ? words : note_);
  }

  void show_writing(Sheet& sheet) {
    RectMm room = sheet.body();
    keyboard_.take_bottom_of(sheet, room, field_, work.say("staff.key.space"));
    keep_draft();
    show_field(sheet, room, field_, work.say(label_key(*written_) + ".about"),
               work.say("staff.goal.open_field"));
  }

  std::vector<std::string> said_words() const {
    const auto& texts = work.at.content.texts;
    const auto day = day_words(texts, work.language, goal().at_ms);
    std::vector<std::string> lines;
    lines.push_back(work.say(goal().accepted == Accepted::mine        ? "staff.goal.accepted"
                             : goal().accepted == Accepted::change_it ? "staff.goal.change_it"
                                                                      : "staff.goal.not_asked",
                             {{"day", day}, {"who", work.say(pressed_by_key(goal().pressed_by))}}));
    for (size_t i = 0; i < goal().steps.size(); ++i) {
      const GoalStep& step = goal().steps[i];
      std::string line = std::to_string(i + 1) + ". " + step.words;
      for (const auto* part : {&step.helper, &step.when, &step.state})
        if (!part->empty()) line += " · " + *part;
      lines.push_back(line);
    }
    if (goal().steps.empty()) lines.push_back(work.say("staff.goal.no_steps"));
    for (const CardRef& step : kept().steps)
      lines.push_back(
          work.say("staff.goal.suggested", {{"step", card_words(texts, work.language, step)}}));
    return lines;
  }

  std::string goal_words() const {
    return goal().words.empty() ? work.say("staff.goal.without") : "“" + goal().words + "”";
  }

  double said_height(const Sheet& sheet, double whole) const {
    const double w = whole - sheet.pad() * 2;
    const double note = note_.empty() ? 0 : note_height(sheet, note_, w) + sheet.gap();
    return sheet.pad() * 2 + note + heading_height(sheet, work.say("staff.goal.said"), w) +
           sheet.text_height(goal_words(), Face::bold, w) + sheet.gap() +
           paragraphs_height(sheet, w, said_words());
  }

  // Labels stand beside their fields, or above them where they would take too much of the line.
  double label_width(const Sheet& sheet) const {
    double widest = 0;
    for (const PlanField& field : fields)
      widest = std::max(widest, sheet.text_width(work.say(label_key(field)), Face::bold));
    return widest + sheet.gap() * 2;
  }
  bool has_labels_beside(const Sheet& sheet, double w) const {
    return label_width(sheet) < w * 0.4;
  }
  // As high as what is written in it.
  double field_height(const Sheet& sheet, double w, const std::string& written) const {
    const bool is_beside = has_labels_beside(sheet, w);
    const double above = is_beside ? 0 : sheet.line(Face::bold) + sheet.gap() / 2;
    const double inside = (is_beside ? w - label_width(sheet) : w) - sheet.gap() * 3;
    return above + std::max(sheet.least(),
                            sheet.text_height(written, Face::body, inside) + sheet.gap() * 2.2);
  }
  double fields_height_at(const Sheet& sheet, double w) const {
    const GoalPlan now = plan();
    double h = 0;
    for (const PlanField& field : fields)
      h += field_height(sheet, w, now.*(field.text)) + sheet.gap();
    return h;
  }

  std::vector<std::string> kind_labels() const {
    std::vector<std::string> labels;
    for (const auto kind : kinds) labels.push_back(work.say(kind_key(kind)));
    return labels;
  }

  double fields_height(const Sheet& sheet, double whole) const {
    const double w = whole - sheet.pad() * 2;
    return sheet.pad() * 2 + heading_height(sheet, work.say("staff.goal.mentor"), w) +
           fields_height_at(sheet, w) + sheet.line(Face::bold) + sheet.gap() +
           Choices(sheet, w, kind_labels()).height();
  }

  static constexpr double said_share = 0.42;

  void show_goal(Sheet& sheet) {
    const double gap = sheet.gap() * 2;
    const RectMm room = sheet.scroll("goals", [&](double w) {
      if (sheet.is_narrow()) return said_height(sheet, w) + gap + fields_height(sheet, w);
      return std::max(said_height(sheet, (w - gap) * said_share),
                      fields_height(sheet, (w - gap) * (1 - said_share)));
    });
    if (!sheet.is_narrow()) {
      const auto [said, beside] = split(room, said_share, gap);
      show_said(sheet, said);
      return show_fields(sheet, beside);
    }
    RectMm rest = room;
    show_said(sheet, take_top(rest, said_height(sheet, room.w), gap));
    show_fields(sheet, rest);
  }

  void show_said(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    if (!note_.empty())
      sheet.band("note", take_top(room, note_height(sheet, note_, room.w), sheet.gap()), note_,
                 PillKind::kept);
    heading(sheet, room, "said", work.say("staff.goal.said"));
    const double h = sheet.text("goal", room, goal_words(), Face::bold);
    take_top(room, h, sheet.gap());
    paragraphs(sheet, room, "step", said_words());
  }

  void show_fields(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    heading(sheet, room, "mentor", work.say("staff.goal.mentor"));
    const GoalPlan now = plan();
    for (const PlanField& field : fields) {
      RectMm line = take_top(room, field_height(sheet, room.w, now.*(field.text)), sheet.gap());
      show_label(sheet, line, field);
      if (sheet.field(std::string("field:") + field.name, line, now.*(field.text), 0, false,
                      work.say("staff.goal.open_field")))
        write(field, now.*(field.text));
    }
    sheet.text("label:kind", take_top(room, sheet.line(Face::bold), sheet.gap()),
               work.say("staff.goal.kind"), Face::bold);
    const auto labels = kind_labels();
    const Choices cells(sheet, room.w, labels);
    for (size_t i = 0; i < kinds.size(); ++i)
      if (sheet.choice("kind:" + std::string(word(kinds[i])), cells.at(room, static_cast<int>(i)),
                       labels[i], now.kind == kinds[i]))
        change([&](GoalPlan& plan) {
          plan.kind = plan.kind == kinds[i] ? GoalKind::undecided : kinds[i];
        });
  }

  // Leaves of the line what is the field's.
  void show_label(Sheet& sheet, RectMm& line, const PlanField& field) const {
    const auto& label = work.say(label_key(field));
    RectMm at{line.x, line.y, line.w, sheet.line(Face::bold)};
    if (has_labels_beside(sheet, line.w)) {
      const double w = label_width(sheet);
      at = {line.x, line.y + (line.h - at.h) / 2, w, at.h};
      line.x += w;
      line.w -= w;
    } else {
      take_top(line, at.h, sheet.gap() / 2);
    }
    sheet.text(std::string("label:") + field.name, at, label, Face::bold);
  }

  void write(const PlanField& field, const std::string& text) {
    written_ = &field;
    field_ = Field{field.name, FieldKind::words, 600};
    field_.set(text);
  }

  std::vector<GoalInWords> goals_;
  std::vector<Observation> observations_;
  size_t at_ = 0;
  const PlanField* written_ = nullptr;
  Field field_{"specific", FieldKind::words, 600};
  Keyboard keyboard_;
  std::string note_;
  bool is_read_ = false;
  bool is_saving_ = false;
};

}  // namespace

ScreenPtr goals_screen(Work& work) {
  return std::make_unique<Goals>(work);
}

}  // namespace aktiv::mentor
