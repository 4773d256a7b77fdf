// Opening, the letters, one frame, and what is shared by everything drawn.
#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>

#include "kiosk/ui/mentor/sheet_parts.h"

namespace aktiv::mentor {
namespace {

// Atkinson Hyperlegible Next: ascent 0.984 em, descent 0.316 em (its hhea table). ImGui sizes by
// their sum.
constexpr double line_per_em = 1.3;

// Latin with Danish, Polish, Turkish …, dashes, quotation marks, bullet, ellipsis.
constexpr ImWchar letters[] = {0x20,   0x17F,  0x218,  0x21B,  0x2010, 0x2015, 0x2018, 0x201E,
                               0x2022, 0x2022, 0x2026, 0x2026, 0x20AC, 0x20AC, 0};

}  // namespace

ImU32 packed(const ui::Colour& colour) {
  const auto byte = [](double part) { return static_cast<int>(std::lround(part * 255)); };
  return IM_COL32(byte(colour.r), byte(colour.g), byte(colour.b), 255);
}

Status build_fonts(Sheet::Inside& inside, const std::filesystem::path& fonts) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  const double share = inside.display.glass_share();
  const double legible = inside.look.theme.sizes.legible;
  const std::array<double, 4> ems = {legible, legible,
                                     std::max(legible, inside.look.heading * share),
                                     std::max(legible, inside.look.title * share)};
  for (size_t i = 0; i < ems.size(); ++i) {
    ImFontConfig config;
    config.PixelSnapH = true;
    const auto file = fonts / (i == 0 ? "AtkinsonHyperlegibleNext_400Regular.ttf"
                                      : "AtkinsonHyperlegibleNext_700Bold.ttf");
    if (!std::filesystem::exists(file))
      return Fault{"letters are missing", file.string(), "the fonts laid beside the programs"};
    const auto size =
        static_cast<float>(std::lround(ems[i] * line_per_em * inside.display.px_per_mm));
    inside.fonts[i] = atlas.AddFontFromFileTTF(file.c_str(), size, &config, letters);
  }
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsRGBA32(&pixels, &width, &height);
  if (pixels == nullptr) return Fault{"letters cannot be drawn", fonts.string(), "TrueType fonts"};
  atlas.SetTexID(inside.shelf.letters(pixels, width, height));
  atlas.ClearTexData();
  atlas.ClearInputData();
  return {};
}

Result<std::unique_ptr<Sheet>> Sheet::open(const std::filesystem::path& share, Look look,
                                           const Display& display,
                                           const ui::PictureBook& pictures) {
  auto inside = std::make_unique<Inside>(std::move(look), display, pictures);
  inside->context.reset(ImGui::CreateContext());
  ImGui::SetCurrentContext(inside->context.get());
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.DisplaySize = {static_cast<float>(display.width_px), static_cast<float>(display.height_px)};
  ImGuiStyle& style = ImGui::GetStyle();
  style.AntiAliasedLines = false;
  style.AntiAliasedFill = false;
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.TouchExtraPadding = {0, 0};
  const Status made = build_fonts(*inside, share / "fonts");
  if (!made) return made.error();
  return std::make_unique<Sheet>(std::move(inside));
}

Sheet::Sheet(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Sheet::~Sheet() = default;

void Sheet::set_say(Say say) {
  inside_->say = std::move(say);
}

void Sheet::begin_screen() {
  inside_->is_menu_open = false;
  inside_->paper.clear();
}

void Sheet::announce(std::vector<std::string> words) {
  inside_->notice = std::move(words);
}

void Sheet::begin_frame(const Finger& finger, const std::string& focused, bool chooses_focused) {
  inside_->elements.clear();
  inside_->names.clear();
  inside_->focused = focused;
  inside_->chooses_focused = chooses_focused;
  inside_->is_scrolled = false;
  ImGui::SetCurrentContext(inside_->context.get());
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = 1.0F / 60.0F;
  io.MousePos = {static_cast<float>(finger.x_px), static_cast<float>(finger.y_px)};
  io.MouseDown[0] = finger.is_on;
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(look().theme.colours.paper));
  ImGui::Begin("sheet", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse);
}

void Sheet::end_frame() {
  if (inside_->is_scrolled) ImGui::PopClipRect();
  inside_->notice.clear();
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::Render();
}

Status Sheet::paint(SDL_Surface* surface) {
  ImGui::SetCurrentContext(inside_->context.get());
  const ImDrawData* data = ImGui::GetDrawData();
  if (data == nullptr) return {};
  return inside_->paint.draw(*data, ImGui::GetIO().Fonts->TexUvWhitePixel, surface);
}

const std::vector<MentorElement>& Sheet::elements() const {
  return inside_->elements;
}
const Look& Sheet::look() const {
  return inside_->look;
}
double Sheet::width() const {
  return inside_->display.width_mm();
}
double Sheet::height() const {
  return inside_->display.height_mm();
}
double Sheet::gap() const {
  return look().theme.sizes.gap;
}
double Sheet::least() const {
  return look().theme.sizes.least_target;
}
RectMm Sheet::body() const {
  return inside_->body;
}

double Sheet::target() const {
  return std::max(least(), look().theme.sizes.target * inside_->display.glass_share());
}

double Sheet::pad() const {
  return look().pad * inside_->display.glass_share();
}

double Sheet::line(Face face) const {
  return inside_->font(face)->FontSize / inside_->display.px_per_mm;
}

double Sheet::em(Face face) const {
  return line(face) / line_per_em;
}

}  // namespace aktiv::mentor
