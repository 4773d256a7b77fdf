// A citizen's sheet without a printer, and with one later: over a real store in memory.
#include "kiosk/app/sheet_office.h"

#include <gmock/gmock.h>

#include <condition_variable>

#include "kiosk/files/content_files.h"

namespace aktiv::app {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

const std::filesystem::path share = AKTIV_BINARY_DIR "/share/aktiv";
const ConversationId talk("22222222-2222-4222-8222-222222222222");

// Takes pages while somebody has turned it on.
struct Stue {
  bool is_on = false;
  std::vector<std::string> paper = {};
};

class StuePrinter final : public report::Printer {
 public:
  explicit StuePrinter(Stue& stue) : stue_(stue) {}
  Status print(const std::string& pdf) override {
    if (!stue_.is_on) return Fault{"there is no printer", "CUPS", ""};
    stue_.paper.push_back(pdf);
    return {};
  }

 private:
  Stue& stue_;
};

struct SheetsOfACentre : ::testing::Test {
  void SetUp() override {
    Status done = in_store([this](storage::Store& open) -> Status {
      if (Status added = open.people().add_citizen({sun, PictureId("signs/sun"), {}, "", false});
          !added)
        return added;
      if (Status started = open.journal().start(talk, sun); !started) return started;
      const std::vector<storage::NewSubmission> said{{SubmissionId("s"), "said"}};
      return open.journal().finish(talk, {}, said);
    });
    ASSERT_TRUE(done) << to_text(done.error());
  }

  Status in_store(std::function<Status(storage::Store&)> work) {
    return *store.call<Status>([&](storage::Store& open) -> Result<Status> { return work(open); });
  }

  std::optional<std::string> kept() {
    return *store.call<std::optional<std::string>>(
        [](storage::Store& open) { return open.sheets().find(talk); });
  }

  // Until it is on paper or kept.
  Status print(const std::string& card = "bage") {
    std::optional<Status> ended;
    const PrintSheet order{
        talk, "da", {PictureId("signs/sun")}, {{ToolId("kan_lide"), {{"jobs", card}}}}, {}};
    office.print(order, sun, [&](Status done) { ended = std::move(done); });
    while (!ended) {
      std::unique_lock lock(mutex);
      bell.wait(lock, [this] { return is_rung; });
      is_rung = false;
      lock.unlock();
      store.drain([](const storage::Recorded&) {});
      office.drain();
    }
    return *ended;
  }

  void ring() {
    const std::lock_guard lock(mutex);
    is_rung = true;
    bell.notify_all();
  }

  const CitizenId sun{"11111111-1111-4111-8111-111111111111"};
  Content content = read_content(share).content;
  std::mutex mutex;
  std::condition_variable bell;
  bool is_rung = false;
  Stue stue;
  std::vector<Fault> told;
  storage::StoreThread store{[] { return Result(storage::memory_store()); }, [this] { ring(); }};
  SheetOffice office{
      {.store = store,
       .press = {share, content,
                 [this](std::stop_token) { return std::make_unique<StuePrinter>(stue); },
                 [this] { ring(); }},
       .tell_staff = [this](const Fault& fault) { told.push_back(fault); }}};
};

TEST_F(SheetsOfACentre, WithoutAPrinterThePageIsKeptAndOncePrintedItIsNot) {
  const Status first = print();
  ASSERT_FALSE(first);
  EXPECT_EQ(first.error().what, "there is no printer");
  const auto page = kept();
  ASSERT_TRUE(page);
  EXPECT_THAT(*page, StartsWith("%PDF"));
  stue.is_on = true;
  EXPECT_TRUE(print("passe_dyr"));
  ASSERT_THAT(stue.paper, SizeIs(1));
  EXPECT_EQ(stue.paper[0], *page) << "the one that was asked for, and no newer one";
  EXPECT_FALSE(kept());
  EXPECT_THAT(told, IsEmpty());
}

TEST_F(SheetsOfACentre, APrinterThatTakesItLeavesNothingBehind) {
  stue.is_on = true;
  EXPECT_TRUE(print());
  EXPECT_THAT(stue.paper, SizeIs(1));
  EXPECT_FALSE(kept());
}

TEST_F(SheetsOfACentre, AfterATakingBackNothingOfItIsPrintedFromWhatWasKept) {
  ASSERT_FALSE(print());
  ASSERT_TRUE(kept());
  ASSERT_TRUE(
      in_store([](storage::Store& open) { return open.outbox().take_back(SubmissionId("s")); }));
  EXPECT_FALSE(kept());
  EXPECT_FALSE(print());
  EXPECT_FALSE(kept()) << "nothing of this talk is kept any more, so no page of it either";
  EXPECT_THAT(told, SizeIs(1)) << "staff are told that it could not be kept";
}

}  // namespace
}  // namespace aktiv::app
