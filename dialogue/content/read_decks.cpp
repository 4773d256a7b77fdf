#include <utility>

#include "dialogue/content/draft.h"
#include "dialogue/content/fields.h"

namespace aktiv {
namespace {

constexpr int highest_version = 1'000'000;

void read_words(const SourceFile& file, const SourceNode& words, const CardRef& ref, Draft& draft) {
  for (const auto& [lang, node] : words.members) {
    const auto where = at_line(file, node.line);
    if (node.kind != SourceNode::Kind::table || !is_id(lang)) {
      draft.fault("the words of " + ref.text() + " hold '" + lang + "'", where,
                  "[card.words.da] with label, spoken and inf");
      continue;
    }
    Fields fields(file, node, "card's words", draft.faults);
    for (const char* name : {"label", "spoken", "inf"}) {
      const auto text = fields.text_or(name, "");
      if (text.empty()) continue;
      draft.words.push_back(
          {lang, ref.list + "." + ref.id + "." + name, text, fields.where(name), true});
    }
    fields.refuse_unread();
  }
}

// A photo lies beside its deck: a name that leads elsewhere is not read.
bool is_photo_name(const std::string& name) {
  const bool has_ending =
      name.ends_with(".jpg") || name.ends_with(".jpeg") || name.ends_with(".png");
  return has_ending && !name.starts_with('.') && name.find('/') == std::string::npos;
}

// What a card shows: a drawing of the house, or a photo of the day centre's own.
void read_look(Fields& fields, Card& card, Draft& draft) {
  card.photo = fields.text_or("photo", "");
  if (card.photo.empty()) {
    card.picture = PictureId(fields.text("picture"));
    return;
  }
  card.picture = PictureId(card.ref.text());
  if (!fields.text_or("picture", "").empty())
    draft.fault("the card " + card.ref.text() + " has a picture and a photo",
                fields.where("picture"), "one of the two");
  if (!is_photo_name(card.photo))
    draft.fault("'" + card.photo + "' is not the name of a photo", fields.where("photo"),
                "photo = \"pil.jpg\": a JPEG or PNG file in the deck's own folder");
}

Card read_card(const SourceFile& file, const SourceNode& node, const std::string& list,
               Draft& draft) {
  Fields fields(file, node, "card", draft.faults);
  Card card;
  card.where = fields.where();
  card.ref = {list, fields.id("id")};
  read_look(fields, card, draft);
  card.theme = fields.text_or("theme", "");
  card.tags = fields.texts("tags");
  card.nearest_form = fields.text_or("nearest_form", "");
  card.is_sensitive = fields.flag_or("sensitive", false);
  card.value = fields.number_or("value", 0, 10, 0);
  if (const auto* words = fields.table("words")) read_words(file, *words, card.ref, draft);
  fields.refuse_unread();
  return card;
}

// "apple" is a card of the same deck, "buttons/ved_ikke" of another.
CardRef near_card(const std::string& text, const std::string& list) {
  auto ref = CardRef::parse(text);
  if (ref.list.empty() && !ref.id.empty()) ref.list = list;
  return ref;
}

PracticeItem read_item(const SourceFile& file, const SourceNode& node, const std::string& list,
                       Draft& draft) {
  Fields fields(file, node, "practice item", draft.faults);
  PracticeItem item;
  item.where = fields.where();
  item.id = fields.id("id");
  for (const auto& option : fields.texts("options"))
    item.options.push_back(near_card(option, list));
  item.right = near_card(fields.text_or("right", ""), list);
  item.picture = PictureId(fields.text_or("picture", ""));
  item.is_read_alone = fields.flag_or("read_alone", false);
  item.is_free = fields.flag_or("free", false);
  if (item.is_free == !item.right.empty()) {
    draft.fault("practice item '" + item.id + "' must say what it asks for", item.where,
                "right = \"…\", or free = true, and not both");
  }
  fields.refuse_unread();
  return item;
}

void read_deck(const SourceFile& file, const SourceNode& root, Draft& draft) {
  Fields fields(file, root, "deck", draft.faults);
  Deck deck;
  deck.where = fields.where("id");
  deck.id = fields.id("id");
  deck.version = fields.number("version", 1, highest_version);
  for (const auto& tool : fields.texts("tools"))
    draft.offers.push_back({deck.id, tool, fields.where("tools")});
  for (const auto* card : fields.tables("card"))
    deck.cards.push_back(read_card(file, *card, deck.id, draft));
  for (const auto* item : fields.tables("item"))
    draft.content.practice.push_back(read_item(file, *item, deck.id, draft));
  if (deck.cards.empty())
    fields.fault(root.line, "the deck '" + deck.id + "' has no cards", "at least one [[card]]");
  fields.refuse_unread();
  draft.content.decks.push_back(std::move(deck));
}

void read_tags(const SourceFile& file, const SourceNode& root, Draft& draft) {
  Fields fields(file, root, "list of tags", draft.faults);
  for (auto& tag : fields.texts("tags")) draft.tags.push_back(std::move(tag));
  fields.refuse_unread();
}

}  // namespace

void read_decks(const std::vector<SourceFile>& files, Draft& draft) {
  for (const auto& file : files) {
    const auto root = parse_toml(file);
    if (!root) {
      draft.faults.push_back(root.error());
    } else if (root->find("tags") != nullptr) {
      read_tags(file, *root, draft);
    } else {
      read_deck(file, *root, draft);
    }
  }
}

}  // namespace aktiv
