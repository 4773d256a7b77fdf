// Within tests only: two kiosks of one day centre and one of another, over the same line.
#pragma once

#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/testing/sync_fixture.h"

namespace aktiv::sync {

class Centre : public Sync {
 protected:
  struct Kiosk {
    Kiosk(Centre& at, const std::string& centre)
        : worker(
              outbox, at.line, of(centre), [&at] { return at.now; }, [] { return 0.5; }) {
      outbox.centre = fhir::centre_code(centre);
    }
    static WorkerSettings of(const std::string& centre) {
      WorkerSettings settings = Sync::settings();
      settings.centre = centre;
      return settings;
    }
    MemoryOutbox outbox;
    OutboxWorker worker;
  };

  static fhir::Traits sunflower(int hold_ms = 700) {
    fhir::Traits traits{{PictureId("signs/sunflower")}, {}};
    traits.access.hold_ms = hold_ms;
    return traits;
  }

  // Somebody whom a kiosk knows, and who kept something there.
  CitizenId keeps_something(Kiosk& at, unsigned number, const fhir::Traits& traits) {
    Submission said = fhir::example_pairs(number);
    said.citizen = CitizenId(fhir::example_uuid(3, number));
    at.outbox.citizens[said.citizen.value] = traits;
    at.outbox.keep(said);
    EXPECT_EQ(at.worker.step(), StepKind::arrived) << code_of(at.worker.state().why);
    return said.citizen;
  }

  void a_while() { now += Waits().look_ms; }
  StepKind look(Kiosk& kiosk) {
    a_while();
    return kiosk.worker.step();
  }

  Kiosk hall{*this, "Nord, Aalborg"};
  Kiosk kitchen{*this, "Nord, Aalborg"};
  Kiosk elsewhere{*this, "Syd"};
};

}  // namespace aktiv::sync
