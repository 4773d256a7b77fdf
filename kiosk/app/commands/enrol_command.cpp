#include "kiosk/app/commands/enrol_command.h"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>

#include "kiosk/app/commands/kit.h"
#include "kiosk/app/link_parts.h"
#include "kiosk/files/content_files.h"
#include "kiosk/files/share_dir.h"
#include "kiosk/storage/store.h"
#include "kiosk/sync/questionnaires/questionnaires.h"
#include "kiosk/sync/smart/device_key.h"
#include "kiosk/ui/pictures/pictures.h"

namespace aktiv::app {
namespace {

using sync::smart::Algorithm;

storage::OpenOptions store_in(const std::filesystem::path& data) {
  storage::OpenOptions where;
  where.data_dir = data;
  if (const char* credentials = std::getenv("CREDENTIALS_DIRECTORY"))
    where.credentials_dir = credentials;
  return where;
}

Fault no_chance() {
  return {"libsodium cannot start", "", "a machine with a source of chance"};
}

Status connect(CaseFileLink& link, const EnrolOptions& options) {
  if (options.client.empty()) {
    const auto centre = link.enrol(options.code, options.address, options.name);
    return centre ? Status() : Status(centre.error());
  }
  sync::smart::SignUp request;
  request.base_url = options.address;
  request.client = options.client;
  request.centre = options.centre;
  if (!options.scope.empty()) request.scope = options.scope;
  return link.sign_up(request);
}

// Our case file has them by itself.
Status publish(CaseFileLink& link, const std::filesystem::path& share) {
  const Loaded loaded = read_content(share);
  if (!loaded.faults.empty()) return loaded.faults.front();
  auto book = ui::PictureBook::open(share);
  if (!book) return book.error();
  const auto bundles = questionnaire_bundles(
      loaded.content,
      [&](const std::string& id, int size_px) { return book->png(PictureId(id), size_px); });
  if (!bundles) return bundles.error();
  return link.publish(*bundles);
}

Result<std::string> kept_key(storage::House& house, const std::string& algorithm, bool is_anew) {
  const auto there = house.device_key();
  if (!there) return there.error();
  const auto kind =
      there->empty() ? Result<Algorithm>(Algorithm::es384) : sync::smart::algorithm_of(*there);
  if (!kind) return kind.error();
  const Algorithm wanted = algorithm.empty()      ? *kind
                           : algorithm == "RS384" ? Algorithm::rs384
                                                  : Algorithm::es384;
  if (!there->empty() && !is_anew) {
    if (wanted == *kind) return *there;
    return Fault{"this kiosk has a key of another kind", sync::smart::name_of(*kind),
                 "--anew, which shuts the old one out, or no --algorithm"};
  }
  auto made = sync::smart::make_device_key(wanted);
  if (!made) return made.error();
  if (const Status kept = house.put_device_key(*made); !kept) return kept.error();
  return made;
}

}  // namespace

int enrol(const EnrolOptions& options) {
  if (sodium_init() < 0) return print({no_chance()});
  if (options.code.empty() == options.client.empty())
    return print({{"how this kiosk comes in is not clear", "--code, --client-id",
                   "one of them: our case file's code, or a client id of another server"}});
  auto share = share_dir();
  if (!share) return print({share.error()});
  const auto where = store_in(options.data);
  storage::StoreThread store([where] { return storage::open_store(where); }, [] {});
  auto parts = link_parts(store, *share, nullptr, [] {});
  if (!parts) return print({parts.error()});
  parts->authorities = options.authorities;
  CaseFileLink link(std::move(*parts));
  if (const Status connected = connect(link, options); !connected)
    return print({connected.error()});
  std::printf("enrolled with %s\n", options.address.c_str());
  if (options.client.empty()) return 0;
  if (const Status published = publish(link, *share); !published) return print({published.error()});
  std::printf("the questionnaires are there\n");
  return 0;
}

int key(const std::filesystem::path& data, const std::string& algorithm, bool is_anew) {
  if (sodium_init() < 0) return print({no_chance()});
  const auto store = storage::open_store(store_in(data));
  if (!store) return print({store.error()});
  const auto pem = kept_key((*store)->house(), algorithm, is_anew);
  if (!pem) return print({pem.error()});
  const auto shown = sync::smart::public_key_set(*pem);
  if (!shown) return print({shown.error()});
  std::printf("%s\n", shown->c_str());
  return 0;
}

}  // namespace aktiv::app
