// A store over a shelf, with secret conversations apart: those are held in memory, whatever the
// shelf.
#pragma once

#include <memory>

#include "kiosk/storage/records/memory_shelf.h"
#include "kiosk/storage/records/secret_apart.h"
#include "kiosk/storage/records/shelf_evaluations.h"
#include "kiosk/storage/records/shelf_house.h"
#include "kiosk/storage/records/shelf_journal.h"
#include "kiosk/storage/records/shelf_outbox.h"
#include "kiosk/storage/records/shelf_people.h"
#include "kiosk/storage/records/shelf_sheets.h"
#include "kiosk/storage/store.h"

namespace aktiv::storage {

class ShelfStore : public Store {
 public:
  ShelfStore(std::unique_ptr<Shelf> shelf, Clock clock)
      : shelf_(std::move(shelf)),
        kept_(*shelf_, clock),
        secret_(secret_shelf_, clock),
        journal_(kept_, secret_),
        outbox_(*shelf_),
        people_(*shelf_, clock),
        house_(*shelf_),
        evaluations_(*shelf_),
        sheets_(*shelf_) {}

  // What a start after any ending needs: open conversations become unfinished, waits go on.
  // Trouble.
  void begin() {
    kept_.close_open_ones();
    people_.anchor_waits();
  }

  Journal& journal() override { return journal_; }
  Outbox& outbox() override { return outbox_; }
  People& people() override { return people_; }
  House& house() override { return house_; }
  Evaluations& evaluations() override { return evaluations_; }
  Sheets& sheets() override { return sheets_; }
  const std::vector<Fault>& damage() const override { return shelf_->damage(); }

 private:
  std::unique_ptr<Shelf> shelf_;
  MemoryShelf secret_shelf_;
  ShelfJournal kept_;
  ShelfJournal secret_;
  SecretApart journal_;
  ShelfOutbox outbox_;
  ShelfPeople people_;
  ShelfHouse house_;
  ShelfEvaluations evaluations_;
  ShelfSheets sheets_;
};

}  // namespace aktiv::storage
