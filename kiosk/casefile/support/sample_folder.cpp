// A case file full of made-up citizens, for eyes and for measuring: talks held by invented
// responders with the real engine, over years, handed in as kiosks hand them in.
//
//   aktiv-sample-folder DIR [CITIZENS [YEARS [TALKS_A_YEAR]]]
//
// Prints a sign-in name and its one-time password: a mentor of the centre who administers, too.
// Nobody in it is a person.
#include <array>
#include <iostream>
#include <nlohmann/json.hpp>

#include "dialogue/engine/engine.h"
#include "dialogue/responders/hold.h"
#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/casefile.h"
#include "kiosk/casefile/offers/register.h"
#include "kiosk/casefile/store/kiosks.h"
#include "kiosk/files/content_files.h"
#include "kiosk/sync/fhir/example.h"

namespace aktiv::casefile {
namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t day_ms = 86'400'000;
constexpr int64_t last_ms = 1'795'344'000'000;  // 2026-11-22
constexpr const char* centre_name = "Dagcenter Nord";

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
};

class Filler {
 public:
  Filler(const Asked& asked, const Content& content, const std::string& share)
      : asked_(asked), engine_(content) {
    const auto no_picture = [](const std::string& id, int) -> Result<std::string> {
      return Fault{"not drawn here", id, "the program that serves"};
    };
    auto opened =
        CaseFile::open(asked.directory, [this] { return now_ms_; },
                       {content, share, no_picture, "da", std::string(32, '\1'), least_work()});
    if (!opened) throw std::runtime_error(to_text(opened.error()));
    file_ = std::move(*opened);
    enrol();
  }

  std::string make_mentor() {
    Account account;
    account.sign_in = "mentor";
    account.name = "Mentor";
    account.centre = centre_;
    account.is_administrator = true;
    bool is_taken = false;
    return *file_->door().create(account, is_taken);
  }

  // One for every theme, and a café.
  void add_offers() {
    const auto done = file_->database().write([&](Connection& db) -> Status {
      OfferWriting writing{db, file_->vault(), centre_, now_ms_};
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

  void add_citizen(int number) {
    Draws chance(Seed{11, static_cast<uint64_t>(number)});
    const CitizenId citizen(fhir::example_uuid(3, static_cast<unsigned>(number)));
    now_ms_ = last_ms - asked_.years * 365 * day_ms;
    const auto& signs = engine_.content().deck("signs")->cards;
    const Json patient = {
        {"resourceType", "Patient"},
        {"identifier", {{{"system", "urn:aktiv-dialog:citizen"}, {"value", citizen.value}}}},
        {"extension",
         {{{"url", "urn:aktiv-dialog:sign"},
           {"valueString",
            signs[1 + static_cast<size_t>(number) % (signs.size() - 1)].ref.text()}}}}};
    const std::string id = Json::parse(post("/fhir/Patient", patient.dump()))["id"];
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
    }
  }

 private:
  void enrol() {
    credential_ = random_token();
    const auto kept = file_->database().write([&](Connection& db) -> Status {
      auto centre = centre_named(db, centre_name);
      if (!centre) centre = create_centre(db, centre_name, now_ms_);
      centre_ = centre->id;
      keep_kiosk(db, {random_uuid(), centre->id, "Nord-1", now_ms_, 0, 0},
                 secret_hash(credential_));
      return {};
    });
    if (!kept) throw std::runtime_error(to_text(kept.error()));
  }

  std::string post(const std::string& path_of, const std::string& body) {
    HttpRequest request;
    request.method = "POST";
    request.path = path_of;
    request.headers["authorization"] = "Bearer " + credential_;
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
    now_ms_ = said->finished_ms + 1000;
    fhir::SendContext context = fhir::example_context();
    context.patient = patient;
    const auto bundles = fhir::build_bundles(*said, context);
    if (!bundles) throw std::runtime_error(to_text(bundles.error()));
    for (const std::string& bundle : *bundles) post("/fhir", bundle);
  }

  Asked asked_;
  Engine engine_;
  int64_t now_ms_ = last_ms;
  std::unique_ptr<CaseFile> file_;
  std::string credential_;
  std::string centre_;
};

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
  std::cout << "sign-in mentor " << filler.make_mentor() << "\n";
  return 0;
}

}  // namespace
}  // namespace aktiv::casefile

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "aktiv-sample-folder DIR [CITIZENS [YEARS [TALKS_A_YEAR]]]\n";
    return 2;
  }
  aktiv::casefile::Asked asked;
  asked.directory = argv[1];
  if (argc > 2) asked.citizens = std::stoi(argv[2]);
  if (argc > 3) asked.years = std::stoi(argv[3]);
  if (argc > 4) asked.talks_a_year = std::stoi(argv[4]);
  try {
    return aktiv::casefile::run(asked);
  } catch (const std::exception& fault) {
    std::cerr << "aktiv-sample-folder: " << fault.what() << "\n";
    return 1;
  }
}
