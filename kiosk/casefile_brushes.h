// What the case file's program draws with: the kiosk's own painter and sheet, so that a mentor sees
// what the citizen saw. Opened when something is first drawn; one drawing at a time.
#pragma once

#include <filesystem>
#include <memory>

#include "dialogue/content/content.h"
#include "kiosk/casefile/pages/papers.h"

namespace aktiv {

// content must outlive what is returned.
casefile::Papers papers_drawn_from(const std::filesystem::path& share, const Content& content);

}  // namespace aktiv
