// A desk in memory for tests, previews and benches: answers at once, keeps what it was asked. Not
// in a kiosk in use.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "kiosk/photos/refusal.h"
#include "kiosk/ui/mentor/desk.h"

namespace aktiv::mentor {

// A stick of made-up photos. A file whose name says so is refused.
class FakePhotos final : public PhotoDesk {
 public:
  std::vector<photos::Place> plugged;
  std::map<std::filesystem::path, std::vector<photos::Place>> folders;
  std::map<CitizenId, SmallPhotos> photos;
  std::vector<double> kept_along;
  double aspect = 1.5;  // of every picture
  bool is_full = false;

  void kept(const CitizenId& whose, Then<SmallPhotos> then) override { then(photos[whose]); }
  void sticks(Then<std::vector<photos::Place>> then) override { then(plugged); }
  void open(const std::filesystem::path& folder, Then<std::vector<photos::Place>> then) override {
    if (!folders.contains(folder)) return then(Fault{"gone", folder.string(), ""});
    then(folders[folder]);
  }
  void look_at(const std::filesystem::path& file, int, photos::Crop crop,
               Then<photos::Square> then) override {
    if (file.extension() == ".heic")
      return then(photos::refused(photos::Refusal::other_kind, file.string()));
    then(square(crop.along));
  }
  void look_away() override {}
  void keep(const PhotoPlace& place, const std::filesystem::path&, photos::Crop crop,
            Done then) override {
    if (is_full) return then(photos::refused(photos::Refusal::not_kept, "data"));
    kept_along.push_back(crop.along);
    photos[place.whose][place.in_place_of] = square(crop.along);
    then({});
  }
  void take_away(const PhotoPlace& place, Done then) override {
    photos[place.whose].erase(place.in_place_of);
    then({});
  }

 private:
  // A sky over a field, so that a preview shows which way is up.
  photos::Square square(double along) const {
    photos::Square out{64, {}, aspect};
    for (int y = 0; y < 64; ++y)
      for (int x = 0; x < 64; ++x)
        out.pixels.push_back(y < 40 ? 0x7cb3e0 + static_cast<uint32_t>(along * 24) : 0x5d8a4a);
    return out;
  }
};

// A microphone that hears what the story says, and a few texts to read.
class FakeVoices final : public VoiceDesk {
 public:
  std::map<std::string, std::vector<VoicedText>> known = {
      {"da",
       {{"f1_hej.spoken", "Hej og velkommen. Vi øver os lidt først.", false, false},
        {"f1_rolig.spoken", "Du har god tid. Du kan altid høre det igen.", true, false},
        {"jobs.bage.inf", "at bage brød og kager", false, true},
        {"jobs.bage.spoken", "Du bager brød og kager.", false, false},
        {"t1_q.shown", "Hvad vil du helst?", false, false},
        {"ui.pause.spoken", "Vi holder pause.", false, false}}},
      {"en",
       {{"f1_hej.spoken", "Hello and welcome. First we practise a little.", false, false},
        {"f1_rolig.spoken", "You have plenty of time. You can always hear it again.", true, false},
        {"t1_q.shown", "What would you rather do?", false, false}}}};
  bool has_microphone = true;
  bool is_full = false;
  double heard = 0.6;
  Reading reads = {2400, 300, 2000, ReadingLevel::good, words()};
  bool listens = false;
  std::vector<std::string> played;
  std::vector<std::pair<int, int>> kept_parts;
  int forgotten = 0;

  void texts(const std::string& language, Then<std::vector<VoicedText>> then) override {
    then(known[language]);
  }
  Status begin_reading() override {
    if (!has_microphone) return Fault{"there is no microphone", "sound", "one"};
    listens = true;
    return {};
  }
  bool is_reading() const override { return listens; }
  double level() const override { return heard; }
  Reading end_reading() override {
    listens = false;
    return reads;
  }
  Reading cut(int from_ms, int to_ms) override {
    reads.from_ms = std::clamp(from_ms, 0, reads.ms);
    reads.to_ms = std::clamp(to_ms, reads.from_ms, reads.ms);
    return reads;
  }
  void forget_reading() override {
    listens = false;
    ++forgotten;
  }
  void play_reading() override { played.push_back("reading"); }
  void play_kept(const std::string&, const std::string& key) override { played.push_back(key); }
  void keep(const std::string& language, const std::string& key, Done then) override {
    if (is_full) return then(Fault{"the disk is full", "data", "some room"});
    kept_parts.emplace_back(reads.from_ms, reads.to_ms);
    of(language, key).is_here = true;
    then({});
  }
  void take_away(const std::string& language, const std::string& key, Done then) override {
    of(language, key).is_here = false;
    then({});
  }

 private:
  // Three words between two silences.
  static std::vector<double> words() {
    std::vector<double> loudness(120, 0.03);
    for (size_t i = 15; i < 100; ++i)
      if (i % 30 > 6) loudness[i] = 0.3 + 0.5 * (double((i * 7) % 11) / 11);
    return loudness;
  }
  VoicedText& of(const std::string& language, const std::string& key) {
    return *std::ranges::find(known[language], key, &VoicedText::key);
  }
};

class FakeDesk final : public Desk {
 public:
  struct Known {
    MentorSign sign;
    std::string pin;
    int failures = 0;
    int64_t open_at_ms = 0;
  };

  std::vector<Known> known;
  std::vector<CitizenSign> people;
  std::vector<CitizenId> lock_of;     // who chooses a lock on their own screen
  std::vector<CitizenId> fitting_of;  // who says by pictures how they want the kiosk
  std::map<CitizenId, std::vector<SavedSubmission>> saved;
  std::map<CitizenId, std::vector<UnfinishedConversation>> left;
  std::vector<Observation> seen;
  std::vector<SessionPrepared> started;
  std::vector<EvaluationOpened> evaluated;
  std::vector<RehearsalOrder> rehearsed;
  std::vector<ConversationId> taken_up;
  std::vector<CitizenId> answers_of;
  std::vector<StaffMessage> told;
  std::optional<OngoingConversation> held;
  SyncView view;
  FakePhotos pictures;
  FakeVoices readings;
  std::map<CitizenId, std::string> meetings;
  std::map<CitizenId, AccessProfile> uses;  // of the kiosk
  std::string enrolled_code;
  bool has_printer = true;
  std::vector<ConversationId> printed;
  int tries_now = 0;
  int times_left = 0;
  bool loses_writes = false;
  int64_t now_ms = 0;

  void mentors(Then<std::vector<MentorSign>> then) override {
    std::vector<MentorSign> signs;
    for (const auto& one : known) signs.push_back(one.sign);
    then(signs);
  }
  void add_mentor(const NewMentor& mentor, Then<MentorId> then) override {
    if (loses_writes) return then(full());
    const MentorId id("mentor-" + std::to_string(known.size() + 1));
    known.push_back({{id, mentor.sign, mentor.name}, mentor.pin});
    then(id);
  }
  void check_pin(const MentorId& id, const std::string& pin, Then<LockAnswer> then) override {
    auto& mentor = of(id);
    if (mentor.open_at_ms > now_ms) return then(LockAnswer{false, 1, mentor.open_at_ms - now_ms});
    if (mentor.pin == pin) {
      mentor.failures = 0;
      return then(LockAnswer{true, free_tries, 0});
    }
    ++mentor.failures;
    if (mentor.failures >= free_tries) mentor.open_at_ms = now_ms + 30'000;
    then(LockAnswer{false, std::max(1, free_tries - mentor.failures),
                    std::max<int64_t>(0, mentor.open_at_ms - now_ms)});
  }
  void pin_state(const MentorId& id, Then<LockAnswer> then) override {
    const auto& mentor = of(id);
    then(LockAnswer{false, free_tries - mentor.failures,
                    std::max<int64_t>(0, mentor.open_at_ms - now_ms)});
  }
  void set_pin(const MentorId& id, const std::string& pin, Done then) override {
    if (loses_writes) return then(full());
    of(id).pin = pin;
    then({});
  }
  void citizens(Then<std::vector<CitizenSign>> then) override {
    auto known_here = people;
    for (auto& one : known_here)
      if (uses.contains(one.id)) one.access = uses[one.id];
    then(known_here);
  }
  void create_citizen(const PictureId& first, const PictureId& second,
                      Then<CitizenId> then) override {
    for (const auto& one : people)
      if (one.first == first && one.second == second)
        return then(Fault{"these pictures are taken", "people", "another pair"});
    const CitizenId id("citizen-" + std::to_string(people.size() + 1));
    people.push_back({id, first, second, false});
    then(id);
  }
  void set_access(const CitizenId& id, const AccessProfile& access, Done then) override {
    if (loses_writes) return then(full());
    uses[id] = access;
    then({});
  }
  void remove_lock(const CitizenId& id, Done then) override {
    if (loses_writes) return then(full());
    for (auto& one : people)
      if (one.id == id) one.has_lock = false;
    then({});
  }
  void erase_citizen(const CitizenId& id, Done then) override {
    if (loses_writes) return then(full());
    std::erase_if(people, [&](const CitizenSign& one) { return one.id == id; });
    saved.erase(id);
    then({});
  }
  void submissions(const CitizenId& id, Then<std::vector<SavedSubmission>> then) override {
    then(saved[id]);
  }
  void unfinished(const CitizenId& id, Then<std::vector<UnfinishedConversation>> then) override {
    then(left[id]);
  }
  void observations(const CitizenId& id, Then<std::vector<Observation>> then) override {
    std::vector<Observation> of_one;
    for (const auto& one : seen)
      if (one.citizen == id) of_one.push_back(one);
    then(of_one);
  }
  void save_observation(const Observation& observation, Done then) override {
    if (loses_writes) return then(full());
    seen.push_back(observation);
    seen.back().id = "observation-" + std::to_string(seen.size());
    then({});
  }
  PhotoDesk& photos() override { return pictures; }
  VoiceDesk& voices() override { return readings; }
  void next_meeting(const CitizenId& id, Then<std::string> then) override { then(meetings[id]); }
  void set_next_meeting(const CitizenId& id, const std::string& words, Done then) override {
    if (loses_writes) return then(full());
    meetings[id] = words;
    then({});
  }
  void sync_view(Then<SyncView> then) override { then(view); }
  void try_now() override { ++tries_now; }
  void send_again(const SubmissionId& id, Done then) override {
    for (auto& [citizen, all] : saved)
      for (auto& one : all)
        if (one.submission.id == id) one.whereabouts = Whereabouts::waiting;
    then({});
  }
  void print_sheet(const Submission& said, Done then) override {
    for (auto& [citizen, all] : saved)
      for (auto& one : all)
        if (one.submission.conversation == said.conversation) one.has_sheet_waiting = !has_printer;
    if (!has_printer) return then(Fault{"there is no printer", "CUPS", ""});
    printed.push_back(said.conversation);
    then({});
  }
  void enrol(const std::string& address, const std::string& code, Done then) override {
    if (loses_writes) return then(Fault{"the code is used", address, "a new code"});
    enrolled_code = code;
    view.link = Link::rests;
    view.server = address;
    then({});
  }
  void unenrol(Done then) override {
    view = {};
    then({});
  }
  std::vector<StaffMessage> messages() const override { return told; }
  void dismiss(const std::string& id) override {
    std::erase_if(told, [&](const StaffMessage& one) { return one.id == id; });
  }
  std::optional<OngoingConversation> ongoing() const override { return held; }
  void change_hands(PressedBy pressed_by, const std::vector<Present>& present) override {
    if (held) held->pressed_by = pressed_by, held->present = present;
  }
  void put_away() override { held.reset(); }
  void take_up(const CitizenId&, const ConversationId& conversation) override {
    taken_up.push_back(conversation);
  }
  void show_answers(const CitizenId& citizen) override { answers_of.push_back(citizen); }
  void choose_lock(const CitizenId& citizen) override { lock_of.push_back(citizen); }
  void fit_together(const CitizenId& citizen) override { fitting_of.push_back(citizen); }
  void start(const SessionPrepared& prepared) override { started.push_back(prepared); }
  void evaluate(const EvaluationOpened& opened) override { evaluated.push_back(opened); }
  void rehearse(const RehearsalOrder& order) override { rehearsed.push_back(order); }
  void leave() override { ++times_left; }

 private:
  static constexpr int free_tries = 5;
  static Fault full() { return {"the disk is full", "data", "some room"}; }
  Known& of(const MentorId& id) {
    return *std::find_if(known.begin(), known.end(),
                         [&](const Known& one) { return one.sign.id == id; });
  }
};

}  // namespace aktiv::mentor
