#include "kiosk/storage/keys/key_file.h"

#include <sodium.h>

#include <array>

#include "kiosk/storage/records/bytes.h"

namespace aktiv::storage {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view magic = "AKTIVKEY";
constexpr uint64_t format_version = 1;
constexpr size_t header_bytes = 24;
constexpr size_t name_bytes = 16;

std::string header(uint64_t generation) {
  return std::string(magic) + Writer().number(format_version).number(generation).take();
}

const unsigned char* raw(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string table_of(const KeyRing& ring) {
  std::string table;
  table.reserve(ring.size() *
                (name_bytes + key_bytes));  // so that growing leaves no copies of keys
  for (const KeyId& id : ring.ids()) {
    std::array<unsigned char, name_bytes> name{};
    sodium_hex2bin(name.data(), name.size(), id.data(), id.size(), nullptr, nullptr, nullptr);
    table.append(reinterpret_cast<const char*>(name.data()), name.size());
    table.append(reinterpret_cast<const char*>(ring.of(id).data()), key_bytes);
  }
  return table;
}

void add_all(KeyRing& ring, std::string_view table) {
  for (; table.size() >= name_bytes + key_bytes; table.remove_prefix(name_bytes + key_bytes)) {
    std::array<char, name_bytes * 2 + 1> name{};
    sodium_bin2hex(name.data(), name.size(), raw(table), name_bytes);
    ring.add(name.data(), KeyView(raw(table) + name_bytes, key_bytes));
  }
}

}  // namespace

KeyFile::KeyFile(fs::path dir, LockedBytes secret, BeforeSync before_sync)
    : dir_(std::move(dir)), secret_(std::move(secret)), before_sync_(std::move(before_sync)) {}

KeyFile KeyFile::make(const fs::path& dir, LockedBytes secret, BeforeSync before_sync) {
  KeyFile keys(dir, std::move(secret), std::move(before_sync));
  keys.make_layer(keys.generation_);
  keys.write(keys.generation_);
  return keys;
}

KeyFile KeyFile::open(const fs::path& dir, LockedBytes secret, BeforeSync before_sync) {
  KeyFile keys(dir, std::move(secret), std::move(before_sync));
  keys.read();
  keys.shred_other_layers();
  return keys;
}

fs::path KeyFile::layer_file(uint64_t generation) const {
  return dir_ / ("layer-" + std::to_string(generation) + ".key");
}

void KeyFile::make_layer(uint64_t generation) {
  std::string layer(key_bytes, '\0');
  randombytes_buf(layer.data(), layer.size());
  write_durably(layer_file(generation), layer, before_sync_);
  wipe(layer);
}

LockedBytes KeyFile::kiosk_key(uint64_t generation) const {
  const fs::path file = layer_file(generation);
  if (!fs::exists(file))
    trouble("the layer key that this key file needs is gone", file.string(),
            "a key file that is not older than the last erasing; erased answers stay erased");
  std::string layer = read_whole(file);
  if (layer.size() != key_bytes)
    trouble("the layer key is damaged", file.string(),
            "32 bytes; copy the folder aside, change nothing");
  std::string message = "AKTIV-dialog kiosk key 1" + layer;
  LockedBytes key(key_bytes);
  crypto_generichash(key.data(), key.size(), raw(message), message.size(), secret_.data(),
                     secret_.size());
  wipe(message);
  wipe(layer);
  return key;
}

void KeyFile::write(uint64_t generation) {
  const LockedBytes key = kiosk_key(generation);
  const std::string head = header(generation);
  std::string table = table_of(ring_);
  const std::string sealed = seal(KeyView(key.data(), key_bytes), table, head);
  wipe(table);
  write_durably(file(), head + sealed, before_sync_);
}

void KeyFile::read() {
  const std::string bytes = read_whole(file());
  const std::string_view view = bytes;
  if (view.size() < header_bytes || view.substr(0, magic.size()) != magic)
    trouble("is not a key file, or is damaged", file().string(),
            "the key file that belongs to this journal; copy the folder aside, change nothing");
  Reader reader(view.substr(magic.size()));
  if (const uint64_t version = reader.number(); version != format_version)
    trouble("the key file has format " + std::to_string(version), file().string(),
            "format 1, or a newer program");
  generation_ = reader.number();
  const LockedBytes key = kiosk_key(generation_);
  auto table =
      unseal(KeyView(key.data(), key_bytes), view.substr(header_bytes), header(generation_));
  if (!table || table->size() % (name_bytes + key_bytes) != 0)
    trouble("the key file does not open with this kiosk's key", file().string(),
            "the kiosk key it was made with, and an undamaged file; copy the folder aside, change "
            "nothing");
  add_all(ring_, *table);
  wipe(*table);
}

void KeyFile::shred_other_layers() {
  std::vector<fs::path> others;
  for (const auto& entry : fs::directory_iterator(dir_)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("layer-") && entry.path() != layer_file(generation_))
      others.push_back(entry.path());
  }
  for (const auto& other : others) shred(other, before_sync_);
}

KeyId KeyFile::add_fresh() {
  const KeyId id = ring_.add_fresh();
  try {
    write(generation_);
  } catch (...) {
    ring_.forget(id);
    throw;
  }
  return id;
}

void KeyFile::destroy(const std::vector<KeyId>& ids) {
  for (const KeyId& id : ids) ring_.forget(id);
  const uint64_t next = generation_ + 1;
  make_layer(next);
  write(next);
  const uint64_t former = generation_;
  generation_ = next;
  shred(layer_file(former), before_sync_);
}

}  // namespace aktiv::storage
