// A case file full of made-up citizens, for eyes and for measuring: talks held by invented
// responders with the real engine, over years, handed in as kiosks hand them in.
//
//   aktiv-sample-folder DIR [CITIZENS [YEARS [TALKS_A_YEAR [NEWCOMERS]]]]
//
// Every fifty citizens have a day centre of their own, with a kiosk and a mentor who administers,
// too. Prints their sign-in names and one-time passwords; DIR/load.json has these, the kiosks'
// credentials and the newcomers' Patients, for tests/bench/casefile_load. Nobody in it is a person.
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "dialogue/engine/engine.h"
#include "dialogue/responders/hold.h"
#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/casefile.h"
#include "kiosk/casefile/offers/register.h"
#include "kiosk/casefile/staff/records.h"
#include "kiosk/casefile/store/kiosks.h"
#include "kiosk/files/content_files.h"
#include "kiosk/sync/fhir/example.h"

namespace aktiv::casefile {
namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t day_ms = 86'400'000;
constexpr int64_t last_ms = 1'795'344'000'000;  // 2026-11-22
constexpr const char* centre_name = "Dagcenter Nord";
constexpr int citizens_a_centre = 50;
constexpr int kiosks_a_centre = 12;
constexpr int talks_a_note = 26;

struct TalkPlan {
  const char* tool;
  int way;
};
// A path of about eight meetings, and round again.
constexpr std::array path = {
    TalkPlan{"to_billeder", 2},    TalkPlan{"kan_lide", 2},        TalkPlan{"min_droem", 3},
    TalkPlan{"det_vigtigste", 2},  TalkPlan{"saadan_var_det", 2},  TalkPlan{"det_kan_jeg", 2},
    TalkPlan{"saadan_bedst", 2},   TalkPlan{"to_billeder", 2},     TalkPlan{"mine_mennesker", 2},
    TalkPlan{"saadan_var_det", 2}, TalkPlan{"min_trappe", 4},      TalkPlan{"min_hverdag", 3},
    TalkPlan{"kan_lide", 2},       TalkPlan{"hvordan_gaar_det", 3}};

struct Asked {
  std::string directory;
  int citizens = 3;
  int years = 2;
  int talks_a_year = 26;
  int newcomers = 0;
};

struct SampleCentre {
  std::string id;
  std::string sign_in;
  std::string password;
  std::vector<std::string> kiosks;  // their credentials
  std::vector<std::string> newcomers;
};

class Filler {
 public:
  Filler(const Asked& asked, const Content& content, const std::string& share)
      : asked_(asked), engine_(content), forms_(*read_forms(share)) {
    const auto no_picture = [](const std::string& id, int) -> Result<std::string> {
      return Fault{"not drawn here", id, "the program that serves"};
    };
    auto opened =
        CaseFile::open(asked.directory, [this] { return now_ms_; },
                       {content, share, no_picture, "da", std::string(32, '\1'), least_work()});
    if (!opened) throw std::runtime_error(to_text(opened.error()));
    file_ = std::move(*opened);
    open_centre();
  }

  const std::vector<SampleCentre>& centres() const { return centres_; }

  // One for every theme, and a café.
  void add_offers() {
    const auto done = file_->database().write([&](Connection& db) -> Status {
      OfferWriting writing{db, file_->vault(), centres_.back().id, now_ms_};
      size_t number = 0;
      for (const Card& theme : engine_.content().deck("themes")->cards) {
        Offer offer;
        offer.name = "Sted " + std::to_string(++number);
        offer.text = "Et sted, der er opfundet.";
        offer.provider = provider_kinds[number % provider_kinds.size()];
        offer.forms = {number % 2 == 0 ? "praktik" : "frivilligt"};
        offer.themes = {theme.ref.id};
        for (const Card& job : engine_.content().deck("jobs")->cards)
          if (job.theme == theme.ref.id && offer.cards.size() < 2)
            offer.cards.push_back(job.ref.id);
        offer.conditions = {{"lyd", number % 2 == 0 ? "a" : "b"}, {"andre", "both"}};
        offer.place = "Vestbyen, bus 12";
        offer.contact = "Den daglige leder";
        offer.confirmed = "2026-11-03";
        if (const auto kept = write_offer(writing, offer); !kept)
          return Fault{kept.problem().what, "offer", kept.problem().expected};
      }
      return {};
    });
    if (!done) throw std::runtime_error(to_text(done.error()));
  }

  // Who is new, and has said nothing yet, at a day centre of their own, which is the last: for
  // talks that are handed in while the others' pages are measured.
  void add_newcomers(int count) {
    if (count > 0) open_centre();
    for (int number = 0; number < count; ++number)
      centres_.back().newcomers.push_back(
          add_patient(CitizenId(fhir::example_uuid(4, static_cast<unsigned>(number))), number));
  }

  void add_citizen(int number) {
    if (number > 0 && number % citizens_a_centre == 0) open_centre();
    Draws chance(Seed{11, static_cast<uint64_t>(number)});
    now_ms_ = last_ms - asked_.years * 365 * day_ms;
    const CitizenId citizen(fhir::example_uuid(3, static_cast<unsigned>(number)));
    const std::string id = add_patient(citizen, number);
    Wishes wishes = drawn_wishes(engine_.content(), chance);
    const int talks = asked_.years * asked_.talks_a_year;
    for (int talk = 0; talk < talks; ++talk) {
      // Wishes move a little from talk to talk.
      for (int moved = 0; moved < 12; ++moved) {
        const size_t from = chance.below(wishes.order.size());
        std::swap(wishes.order[from], wishes.order[from > 30 ? from - 30 : 0]);
      }
      now_ms_ = last_ms - (talks - talk) * (asked_.years * 365 * day_ms / talks) + number * 60'000;
      hold(citizen, id, wishes, number, talk);
      if (talk % talks_a_note == 0) note(id);
    }
  }

 private:
  void open_centre() {
    SampleCentre centre;
    const std::string number = std::to_string(centres_.size() + 1);
    for (int kiosk = 0; kiosk < kiosks_a_centre; ++kiosk) centre.kiosks.push_back(random_token());
    const auto kept = file_->database().write([&](Connection& db) -> Status {
      centre.id =
          create_centre(db, centre_name + (centres_.empty() ? "" : " " + number), now_ms_)->id;
      for (size_t kiosk = 0; kiosk < centre.kiosks.size(); ++kiosk)
        keep_kiosk(db,
                   {random_uuid(), centre.id, "Nord-" + std::to_string(kiosk + 1), now_ms_, 0, 0},
                   secret_hash(centre.kiosks[kiosk]));
      return {};
    });
    if (!kept) throw std::runtime_error(to_text(kept.error()));
    Account account;
    account.sign_in = centres_.empty() ? "mentor" : "mentor-" + number;
    account.name = "Mentor";
    account.centre = centre.id;
    account.role = StaffRole::mentor;
    account.is_administrator = true;
    account.is_leader = true;
    bool is_taken = false;
    centre.sign_in = account.sign_in;
    centre.password = *file_->door().create(account, is_taken);
    centres_.push_back(std::move(centre));
  }

  std::string add_patient(const CitizenId& citizen, int number) {
    const auto& signs = engine_.content().deck("signs")->cards;
    const Json patient = {
        {"resourceType", "Patient"},
        {"identifier", {{{"system", "urn:aktiv-dialog:citizen"}, {"value", citizen.value}}}},
        {"extension",
         {{{"url", "urn:aktiv-dialog:sign"},
           {"valueString",
            signs[1 + static_cast<size_t>(number) % (signs.size() - 1)].ref.text()}}}}};
    return Json::parse(post("/fhir/Patient", patient.dump()))["id"];
  }

  // What a mentor writes beside it.
  void note(const std::string& patient) {
    Record record;
    record.form = "note";
    record.values = {
        {"heading", "dreams"}, {"whose", "mentor"}, {"text", "Vi talte om det på vejen hjem."}};
    const auto done = file_->database().write([&](Connection& db) -> Status {
      Statement row(db, "SELECT person FROM pseudonym WHERE patient = ?", patient);
      row.step();
      const auto person = find_person(db, file_->vault(), row.text(0), centres_.back().id);
      StaffWriting writing{db, file_->vault(), forms_, **person, "", now_ms_};
      if (const auto written = write_record(writing, record); !written)
        return Fault{written.problem().what, "note", written.problem().expected};
      return {};
    });
    if (!done) throw std::runtime_error(to_text(done.error()));
  }

  std::string post(const std::string& path_of, const std::string& body) {
    HttpRequest request;
    request.method = "POST";
    request.path = path_of;
    request.headers["authorization"] = "Bearer " + centres_.back().kiosks.front();
    request.headers["content-type"] = "application/fhir+json";
    request.headers["host"] = "casefile.example";
    request.body = body;
    request.remote = "192.0.2." + std::to_string(1 + now_ms_ / day_ms % 250);
    const HttpResponse response = file_->handle(request);
    if (response.status >= 300) throw std::runtime_error(response.body);
    return response.body;
  }

  // The same six cards each time, so that it can be seen how they moved.
  std::vector<CardRef> cards_for(const std::string& tool, int number, int talk) const {
    const auto& jobs = engine_.content().deck("jobs")->cards;
    const auto card = [&](int i) {
      return jobs[static_cast<size_t>(number * 3 + i) % jobs.size()].ref;
    };
    std::vector<CardRef> cards;
    if (tool == "to_billeder")
      for (int i = 0; i < 4; ++i) cards.push_back(card(i));
    if (tool == "kan_lide")
      for (int i = 0; i < 12; ++i) cards.push_back(card(i));
    if (tool == "saadan_var_det") cards.push_back(card(talk % 4));
    return cards;
  }

  void hold(const CitizenId& citizen, const std::string& patient, const Wishes& wishes, int number,
            int talk) {
    const TalkPlan& plan = path[static_cast<size_t>(talk) % path.size()];
    ToolSetup setup;
    setup.tool = ToolId(plan.tool);
    setup.way = plan.way;
    setup.cards = cards_for(plan.tool, number, talk);
    Sitting sitting;
    sitting.conversation = ConversationId(random_uuid());
    sitting.citizen = citizen;
    sitting.present = {Present::mentor};
    sitting.began_ms = now_ms_;
    auto said = hold_and_keep(
        engine_, setup, {Habit::steady, 0.05}, wishes,
        Seed{static_cast<uint64_t>(number) + 1, static_cast<uint64_t>(talk) + 1}, sitting);
    if (!said) throw std::runtime_error(to_text(said.error()));
    said->id = SubmissionId(random_uuid());
    if (talk % 3 != 2) said->readers = {"raadgiver", "soesk"};  // F2: most is shared, some is not
    now_ms_ = said->finished_ms + 1000;
    fhir::SendContext context = fhir::example_context();
    context.patient = patient;
    const auto bundles = fhir::build_bundles(*said, context);
    if (!bundles) throw std::runtime_error(to_text(bundles.error()));
    for (const std::string& bundle : *bundles) post("/fhir", bundle);
  }

  Asked asked_;
  Engine engine_;
  Forms forms_;
  int64_t now_ms_ = last_ms;
  std::unique_ptr<CaseFile> file_;
  std::vector<SampleCentre> centres_;
};

void write_load(const Asked& asked, const std::vector<SampleCentre>& centres) {
  Json load;
  for (const SampleCentre& centre : centres) {
    std::cout << "sign-in " << centre.sign_in << " " << centre.password << "\n";
    load["centres"].push_back({{"sign_in", centre.sign_in},
                               {"password", centre.password},
                               {"kiosks", centre.kiosks},
                               {"newcomers", centre.newcomers}});
  }
  std::ofstream(std::filesystem::path(asked.directory) / "load.json") << load.dump(1);
}

int run(const Asked& asked) {
  const std::string share = AKTIV_BINARY_DIR "/share/aktiv";
  const Loaded loaded = read_content(share);
  if (!loaded.faults.empty()) {
    std::cerr << to_text(loaded.faults.front()) << "\n";
    return 1;
  }
  Filler filler(asked, loaded.content, share);
  filler.add_offers();
  for (int number = 0; number < asked.citizens; ++number) filler.add_citizen(number);
  filler.add_newcomers(asked.newcomers);
  write_load(asked, filler.centres());
  return 0;
}

}  // namespace
}  // namespace aktiv::casefile

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "aktiv-sample-folder DIR [CITIZENS [YEARS [TALKS_A_YEAR [NEWCOMERS]]]]\n";
    return 2;
  }
  aktiv::casefile::Asked asked;
  asked.directory = argv[1];
  if (argc > 2) asked.citizens = std::stoi(argv[2]);
  if (argc > 3) asked.years = std::stoi(argv[3]);
  if (argc > 4) asked.talks_a_year = std::stoi(argv[4]);
  if (argc > 5) asked.newcomers = std::stoi(argv[5]);
  try {
    return aktiv::casefile::run(asked);
  } catch (const std::exception& fault) {
    std::cerr << "aktiv-sample-folder: " << fault.what() << "\n";
    return 1;
  }
}
