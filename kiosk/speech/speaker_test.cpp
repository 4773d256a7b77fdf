// One Speaker at a time: espeak-ng allows no more in one program.
#include "kiosk/speech/speaker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <chrono>
#include <condition_variable>
#include <cstdlib>

#include "kiosk/files/content_files.h"
#include "kiosk/speech/testing.h"
#include "kiosk/speech/words.h"

using namespace aktiv::speech;
using aktiv::Utterance;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

namespace {

const std::string baking = "Vil du helst bage, eller vil du helst passe dyr?";

SpeakerOptions in_memory() {
  SpeakerOptions options;
  options.settings = *read_settings(shipped_sounds());
  options.outlet = Outlet::instant;
  return options;
}

Speech speech(std::vector<std::string> texts, std::string language = "da", uint64_t token = 7) {
  Speech speech;
  speech.token = token;
  speech.language = std::move(language);
  for (auto& text : texts) speech.utterances.push_back({"", std::move(text), {}});
  return speech;
}

template <class T>
std::vector<T> only(const std::vector<Event>& events) {
  std::vector<T> found;
  for (const auto& event : events)
    if (const auto* fact = std::get_if<T>(&event)) found.push_back(*fact);
  return found;
}

double seconds_heard(const Pcm& pcm) {
  const auto last = std::find_if(pcm.rbegin(), pcm.rend(), [](int16_t s) { return s != 0; }).base();
  return static_cast<double>(last - pcm.begin()) / rate_hz;
}

struct Room {
  explicit Room(SpeakerOptions options = in_memory())
      : speaker(std::move(options), [this] { ++wakes; }) {}
  int wakes = 0;
  Speaker speaker;
};

}  // namespace

TEST(Speaker, SaysADanishSentenceWordByWord) {
  Room room;
  room.speaker.say(speech({baking}));
  const auto heard = room.speaker.advance(10'000);

  EXPECT_GT(loudest(heard), 3000);
  EXPECT_GT(seconds_heard(heard), 2.5);
  EXPECT_LT(seconds_heard(heard), 6.0);
  const auto events = room.speaker.drain();
  const auto words = only<WordSpoken>(events);
  ASSERT_EQ(words.size(), words_of(baking).size());
  for (size_t i = 0; i < words.size(); ++i)
    EXPECT_EQ(words[i], (WordSpoken{7, 0, static_cast<int>(i)}));
  EXPECT_EQ(events.back(), Event(SpeechEnded{7, Ending::completed}));
  EXPECT_THAT(only<SoundFault>(events), IsEmpty());
  EXPECT_GT(room.wakes, 0);
}

TEST(Speaker, AWordLightsWhenItIsHeardNotWhenItIsMade) {
  Room room;
  room.speaker.say(speech({baking}));
  room.speaker.advance(40);
  EXPECT_THAT(only<WordSpoken>(room.speaker.drain()), SizeIs(1));
  room.speaker.advance(1000);
  const auto after_a_second = only<WordSpoken>(room.speaker.drain());
  EXPECT_GE(after_a_second.size(), 2u);
  EXPECT_LE(after_a_second.size(), 6u);
}

TEST(Speaker, EveryTextOfTheScreenHasAllItsWords) {
  Room room;
  const std::vector<std::string> texts = {"Jeg vil gerne arbejde 27 timer – i en have.",
                                          "Du kan trykke på »Stop« når som helst. Så stopper vi.",
                                          "Kl. 9.30, ca. 2 km herfra",
                                          "Pause",
                                          "   ",
                                          "…"};
  room.speaker.say(speech(texts));
  room.speaker.advance(40'000);
  const auto events = room.speaker.drain();
  EXPECT_THAT(only<UtteranceBegan>(events), SizeIs(texts.size()));
  for (size_t u = 0; u < texts.size(); ++u) {
    int next = 0;
    for (const auto& word : only<WordSpoken>(events)) {
      if (word.utterance != static_cast<int>(u)) continue;
      EXPECT_EQ(word.word, next++);
    }
    EXPECT_EQ(static_cast<size_t>(next), words_of(texts[u]).size()) << texts[u];
  }
  EXPECT_EQ(events.back(), Event(SpeechEnded{7, Ending::completed}));
}

TEST(Speaker, SlowerIsLonger) {
  Room room;
  room.speaker.say(speech({baking}));
  const auto ordinary = seconds_heard(room.speaker.advance(15'000));
  room.speaker.set_rate(80);
  room.speaker.say(speech({baking}));
  EXPECT_GT(seconds_heard(room.speaker.advance(15'000)), ordinary * 1.3);
}

TEST(Speaker, RestsBetweenSentencesForWhoeverNeedsTheTime) {
  const std::string two = "Du bestemmer selv. Vi hjælper dig.";
  Room room;
  room.speaker.say(speech({two}));
  const auto ordinary = seconds_heard(room.speaker.advance(15'000));
  room.speaker.drain();
  room.speaker.set_sentence_pause(1500);
  room.speaker.say(speech({two}));
  EXPECT_GT(seconds_heard(room.speaker.advance(15'000)), ordinary + 1.0);
  const auto words = only<WordSpoken>(room.speaker.drain());
  ASSERT_THAT(words, SizeIs(words_of(two).size()));
  for (size_t i = 0; i < words.size(); ++i) EXPECT_EQ(words[i].word, static_cast<int>(i));
  room.speaker.begin_session();
  room.speaker.say(speech({two}));
  EXPECT_NEAR(seconds_heard(room.speaker.advance(15'000)), ordinary, 0.01) << "for nobody else";
}

// The tone of a voice: of its loud pieces of 40 ms, the repetition that fits each best; their
// median.
double median_hertz(const Pcm& pcm) {
  constexpr size_t piece = rate_hz / 25;
  std::vector<double> found;
  for (size_t at = 0; at + 2 * piece <= pcm.size(); at += piece) {
    const auto likeness = [&](size_t lag) {
      double sum = 0;
      for (size_t i = at; i < at + piece; i += 4) sum += 1.0 * pcm[i] * pcm[i + lag];
      return sum;
    };
    const double loudness = likeness(0);
    if (loudness < piece / 4 * 800.0 * 800.0) continue;
    size_t best = rate_hz / 400;
    for (size_t lag = best; lag < rate_hz / 60; ++lag)
      if (likeness(lag) > likeness(best)) best = lag;
    if (likeness(best) > loudness / 2) found.push_back(double{rate_hz} / static_cast<double>(best));
  }
  if (found.empty()) return 0;
  std::ranges::nth_element(found, found.begin() + static_cast<long>(found.size() / 2));
  return found[found.size() / 2];
}

// A man speaks at about 110 Hz and a woman at about 200: what is called lighter has to be heard so.
TEST(Speaker, SpeaksLighterAndDeeperAndAsItIsAgain) {
  Room room;
  const auto hertz_of = [&](const char* timbre) {
    room.speaker.set_timbre(timbre);
    room.speaker.say(speech({baking}));
    return median_hertz(room.speaker.advance(10'000));
  };
  const double plain = hertz_of("plain");
  EXPECT_GT(hertz_of("lighter"), plain * 1.4);
  EXPECT_LT(hertz_of("deeper"), plain * 0.95);
  EXPECT_NEAR(hertz_of("plain"), plain, plain * 0.02);
  EXPECT_THAT(only<SoundFault>(room.speaker.drain()), IsEmpty());
}

TEST(Speaker, ATouchSilencesTheVoiceWithTheNextBuffer) {
  Room room;
  room.speaker.say(speech({baking}));
  room.speaker.advance(500);
  room.speaker.drain();

  room.speaker.hush();

  EXPECT_EQ(room.speaker.drain().back(), Event(SpeechEnded{7, Ending::interrupted}));
  const auto after = room.speaker.advance(100);
  const auto fade = frames_of(in_memory().settings.fade_ms);
  EXPECT_TRUE(std::all_of(after.begin() + fade, after.end(), [](int16_t s) { return s == 0; }));
  EXPECT_THAT(room.speaker.drain(), IsEmpty());
}

TEST(Speaker, HearsTheLastAgain) {
  Room room;
  EXPECT_FALSE(room.speaker.repeat(1));
  room.speaker.say(speech({"Pause"}));
  room.speaker.hush();
  EXPECT_TRUE(room.speaker.repeat(8));
  EXPECT_GT(loudest(room.speaker.advance(2000)), 3000);
  EXPECT_EQ(room.speaker.drain().back(), Event(SpeechEnded{8, Ending::completed}));
}

TEST(Speaker, ClicksTheSameAfterEveryAnswer) {
  Room room;
  room.speaker.play(Sound::click);
  const auto first = room.speaker.advance(60);
  room.speaker.play(Sound::click);
  EXPECT_GT(loudest(first), 1000);
  EXPECT_EQ(first, room.speaker.advance(60));
}

TEST(Speaker, AHumanVoiceComesBeforeTheSynthetic) {
  const TempFolder pack;
  pack.write_wav("da/t1_q.spoken.wav", 4000, 900);
  auto options = in_memory();
  options.packs = {pack.path()};
  options.settings.volume_percent = 100;
  Room room(std::move(options));
  auto question = speech({"Hvad vil du helst?"});
  question.utterances[0].key = "t1_q.spoken";

  room.speaker.say(question);
  const auto heard = room.speaker.advance(2000);

  EXPECT_EQ(loudest(heard), 4000);
  EXPECT_NEAR(seconds_heard(heard), 0.9, 0.01);
  EXPECT_THAT(only<WordSpoken>(room.speaker.drain()), SizeIs(4));
}

TEST(Speaker, ABrokenRecordingIsToldToStaffAndTheWordsAreStillHeard) {
  const TempFolder pack;
  pack.write("da/t1_q.spoken.opus", "not opus at all");
  auto options = in_memory();
  options.packs = {pack.path()};
  Room room(std::move(options));
  auto question = speech({"Hvad vil du helst?"});
  question.utterances[0].key = "t1_q.spoken";

  room.speaker.say(question);
  EXPECT_GT(loudest(room.speaker.advance(3000)), 3000);
  room.speaker.say(question);

  const auto events = room.speaker.drain();
  const auto faults = only<SoundFault>(events);
  ASSERT_THAT(faults, SizeIs(1)) << "once is enough for staff";
  EXPECT_EQ(faults[0].key, "staff.sound.recording");
  EXPECT_THAT(faults[0].fault.where, HasSubstr("t1_q.spoken.opus"));
  EXPECT_FALSE(faults[0].fault.expected.empty());
}

TEST(Speaker, ALanguageItDoesNotHaveIsRefusedAndNotSpokenInAnother) {
  Room room;
  room.speaker.say(speech({"Hej"}));
  room.speaker.advance(2000);
  room.speaker.drain();

  room.speaker.say(speech({"Maxaad jeceshahay inaad samayso?"}, "so"));

  EXPECT_THAT(room.speaker.advance(8000), Each(0)) << "Somali read by a Danish voice helps nobody";
  const auto events = room.speaker.drain();
  const auto faults = only<SoundFault>(events);
  ASSERT_THAT(faults, SizeIs(1));
  EXPECT_EQ(faults[0].key, "staff.sound.language");
  EXPECT_THAT(faults[0].fault.what, HasSubstr("\"so\""));
  EXPECT_THAT(only<WordSpoken>(events), SizeIs(4)) << "the words still light, in reading time";
  EXPECT_EQ(events.back(), Event(SpeechEnded{7, Ending::completed}));
}

TEST(Speaker, AVoiceNamedForAnotherLanguageIsNotBelieved) {
  auto options = in_memory();
  options.settings.voices["so"] = "da";
  Room room(std::move(options));
  room.speaker.say(speech({"Maxaad jeceshahay?"}, "so"));
  EXPECT_THAT(room.speaker.advance(4000), Each(0));
}

TEST(Speaker, EnglishAndDanishTakeTurns) {
  Room room;
  for (const auto* language : {"da", "en", "da", "en"}) {
    room.speaker.say(speech({"Stop"}, language));
    EXPECT_GT(loudest(room.speaker.advance(2000)), 3000) << language;
  }
  EXPECT_THAT(only<SoundFault>(room.speaker.drain()), IsEmpty());
}

TEST(Speaker, SpeaksEveryLanguageThatCitizensCanChooseAndLightsItsWords) {
  Room room;
  const aktiv::Texts texts = aktiv::read_content(AKTIV_BINARY_DIR "/share/aktiv").content.texts;
  EXPECT_THAT(texts.languages(), SizeIs(8));
  for (const std::string& language : texts.languages()) {
    const std::string& text = texts.get(language, "f1_hej.spoken");
    room.speaker.say(speech({text}, language));
    EXPECT_GT(loudest(room.speaker.advance(20'000)), 3000) << language;
    const auto events = room.speaker.drain();
    EXPECT_THAT(only<SoundFault>(events), IsEmpty()) << language;
    EXPECT_THAT(only<WordSpoken>(events), SizeIs(words_of(text).size()))
        << language << ": " << text;
  }
}

TEST(Speaker, SaysOneWordInALanguageOfItsOwn) {
  Room room;
  Speech both = speech({"Hvilket sprog vil du bruge?", "Deutsch."});
  both.utterances[1].language = "so";
  room.speaker.say(both);
  room.speaker.advance(10'000);
  const auto faults = only<SoundFault>(room.speaker.drain());
  ASSERT_THAT(faults, SizeIs(1)) << "the second alone";
  EXPECT_THAT(faults[0].fault.what, HasSubstr("\"so\""));
}

TEST(Speaker, OneAfterAnotherSpeaksAndEnds) {
  for (int i = 0; i < 3; ++i) {  // espeak-ng 1.51 waits for ever when it is ended twice
    Room room;
    room.speaker.say(speech({"Stop"}));
    EXPECT_GT(loudest(room.speaker.advance(2000)), 3000);
  }
}

TEST(Speaker, ASecondAtTheSameTimeSaysWhyItIsSilent) {
  Room first, second;
  second.speaker.say(speech({"Stop"}));
  EXPECT_THAT(second.speaker.advance(2000), Each(0));
  EXPECT_THAT(only<SoundFault>(second.speaker.drain()), SizeIs(1));
}

TEST(Speaker, WithoutVoiceDataTheWordsStillGoOn) {
  auto options = in_memory();
  options.espeak_data = "/nowhere";
  Room room(std::move(options));
  room.speaker.say(speech({baking}));
  room.speaker.advance(10'000);
  const auto events = room.speaker.drain();
  EXPECT_THAT(only<SoundFault>(events),
              Contains(testing::Field(&SoundFault::key, "staff.sound.no_voice")));
  EXPECT_THAT(only<WordSpoken>(events), SizeIs(words_of(baking).size()));
  EXPECT_EQ(events.back(), Event(SpeechEnded{7, Ending::completed}));
}

TEST(Speaker, SilentIsSilentAndStillInTime) {
  Room room;
  auto own = speech({"Du valgte at bage."});
  own.route = Route::silent;
  room.speaker.say(own);
  EXPECT_THAT(room.speaker.advance(5000), Each(0));
  EXPECT_THAT(only<WordSpoken>(room.speaker.drain()), SizeIs(4));
}

TEST(Speaker, WithoutAHeadsetPrivateWordsAreNotSaidAloud) {
  Room room;
  EXPECT_FALSE(room.speaker.has_headset());
  auto own = speech({"Du valgte at bage."});
  own.route = Route::headset;
  room.speaker.say(own);
  EXPECT_THAT(room.speaker.advance(5000), Each(0));
  EXPECT_THAT(only<SoundFault>(room.speaker.drain()),
              Contains(testing::Field(&SoundFault::key, "staff.sound.headset")));
}

TEST(Speaker, TheNextConversationBeginsAsConfigured) {
  Room room;
  room.speaker.set_volume(100);
  room.speaker.set_route(Route::silent);
  room.speaker.say(speech({"Du valgte at bage."}));
  room.speaker.begin_session();
  EXPECT_EQ(room.speaker.volume(), 70);
  EXPECT_FALSE(room.speaker.repeat(9)) << "nothing of the one before is heard again";
  room.speaker.play(Sound::click);
  EXPECT_GT(loudest(room.speaker.advance(60)), 1000);
}

TEST(Speaker, LouderIsLouder) {
  Room room;
  room.speaker.set_volume(30);
  room.speaker.say(speech({"Stop"}));
  const int quiet = loudest(room.speaker.advance(2000));
  room.speaker.set_volume(100);
  room.speaker.say(speech({"Stop"}));
  EXPECT_GT(loudest(room.speaker.advance(2000)), quiet * 5);
}

TEST(Speaker, AnotherVoiceIsAProgram) {
  const TempFolder folder;
  const auto wav = folder.write_wav("voice.wav", 6000, 800);
  auto options = in_memory();
  options.settings.volume_percent = 100;
  options.voice_command.argv = {folder.write_program(
      "voice", "cat >> " + folder.path().string() + "/read.txt; cat " + wav.string())};
  Room room(std::move(options));

  room.speaker.say(speech({"Hej med dig"}));
  EXPECT_EQ(loudest(room.speaker.advance(2000)), 6000);
  room.speaker.repeat(8);
  EXPECT_EQ(loudest(room.speaker.advance(2000)), 6000);

  EXPECT_EQ(text_of(folder.path() / "read.txt"), "Hej med dig\n")
      << "the second time it is remembered";
  EXPECT_THAT(only<WordSpoken>(room.speaker.drain()), SizeIs(6));
}

TEST(Speaker, WhatEverybodyHearsLiesReadyInTheOtherVoice) {
  const TempFolder folder;
  const auto wav = folder.write_wav("voice.wav", 6000, 800);
  const auto read = folder.path() / "read.txt";
  auto options = in_memory();
  options.shelf = folder.path() / "spoken";
  options.fixed["da"] = {{"ui.hej.spoken", "Hej med dig", {}}, {"ui.tak.spoken", "Tak", {}}};
  options.voice_command.argv = {
      folder.write_program("voice", "cat >> " + read.string() + "; cat " + wav.string())};
  {
    Room room(options);
    room.speaker.do_spare();
    EXPECT_EQ(text_of(read), "") << "in no language before one is heard";
    room.speaker.say(speech({"Du valgte at bage"}));
    room.speaker.do_spare();
  }
  EXPECT_EQ(text_of(read), "Du valgte at bage\nHej med dig\nTak\n");
  {
    Room again(options);
    again.speaker.say(speech({"Hej med dig"}));
    EXPECT_GT(loudest(again.speaker.advance(2000)), 2000);
    again.speaker.do_spare();
    EXPECT_EQ(text_of(read), "Du valgte at bage\nHej med dig\nTak\n") << "kept from the day before";
    again.speaker.say(speech({"Du valgte at bage"}));
    EXPECT_EQ(text_of(read), "Du valgte at bage\nHej med dig\nTak\nDu valgte at bage\n")
        << "an answer lies in no file";
    again.speaker.set_rate(100);
    again.speaker.say(speech({"Hej med dig"}));
    EXPECT_THAT(text_of(read), testing::EndsWith("bage\nHej med dig\n")) << "at another rate";
  }
}

TEST(Speaker, ARecordingThatIsLaidThereIsHeardFromTheNextSpeechOn) {
  const TempFolder pack;
  auto options = in_memory();
  options.packs = {pack.path()};
  options.settings.volume_percent = 100;
  Room room(std::move(options));
  auto hello = speech({"Hej"});
  hello.utterances[0].key = "ui.hej.spoken";
  room.speaker.say(hello);
  EXPECT_NE(loudest(room.speaker.advance(2000)), 4321);
  pack.write_wav("da/ui.hej.spoken.wav", 4321, 300);
  room.speaker.look_for_recordings();
  room.speaker.say(hello);
  EXPECT_EQ(loudest(room.speaker.advance(2000)), 4321);
}

TEST(Speaker, ARecordingLiesReadyUntilItIsReadAnew) {
  const TempFolder folder;
  auto options = in_memory();
  options.settings.volume_percent = 100;
  options.packs = {folder.path() / "pack"};
  options.shelf = folder.path() / "spoken";
  options.fixed["da"] = {{"ui.hej.spoken", "Hej", {}}};
  auto hello = speech({"Hej"});
  hello.utterances[0].key = "ui.hej.spoken";
  const auto file = folder.write_wav("pack/da/ui.hej.spoken.wav", 4321, 300);
  {
    Room room(options);
    room.speaker.say(hello);
    room.speaker.do_spare();
  }
  EXPECT_THAT(std::distance(std::filesystem::directory_iterator(options.shelf), {}), 1);
  Room room(options);
  room.speaker.say(hello);
  EXPECT_EQ(loudest(room.speaker.advance(2000)), 4321);
  const auto before = std::filesystem::last_write_time(file);
  folder.write_wav("pack/da/ui.hej.spoken.wav", 1234, 300);
  std::filesystem::last_write_time(file, before + std::chrono::seconds(2));
  room.speaker.look_for_recordings();
  room.speaker.say(hello);
  EXPECT_EQ(loudest(room.speaker.advance(2000)), 1234);
  room.speaker.do_spare();
  EXPECT_THAT(std::distance(std::filesystem::directory_iterator(options.shelf), {}), 2);
}

TEST(Speaker, AVoiceThatTakesTooLongIsReplacedAndTold) {
  const TempFolder folder;
  auto options = in_memory();
  options.voice_command.argv = {folder.write_program("voice", "sleep 600")};
  options.voice_command.time_out_ms = 50;
  Room room(std::move(options));
  room.speaker.say(speech({"Hej med dig"}));
  EXPECT_GT(loudest(room.speaker.advance(3000)), 3000);
  const auto faults = only<SoundFault>(room.speaker.drain());
  ASSERT_THAT(faults, SizeIs(1));
  EXPECT_EQ(faults[0].key, "staff.sound.voice_command");
  EXPECT_EQ(faults[0].fault.what, "it took too long");
}

TEST(Speaker, AnotherVoiceCanSpeakSomali) {
  const TempFolder folder;
  const auto wav = folder.write_wav("voice.wav", 6000, 800);
  auto options = in_memory();
  options.voice_command.argv = {folder.write_program("voice", "cat " + wav.string())};
  options.voice_command.languages = {"so"};
  Room room(std::move(options));
  room.speaker.say(speech({"Maxaad jeceshahay?"}, "so"));
  EXPECT_GT(loudest(room.speaker.advance(2000)), 2000);
  EXPECT_THAT(only<SoundFault>(room.speaker.drain()), IsEmpty());
}

namespace {

// The loop's side of a Speaker with threads: sleeps until it is woken, as the app does.
class Loop {
 public:
  explicit Loop(SpeakerOptions options) : speaker_(std::move(options), [this] { wake(); }) {}
  Speaker& speaker() { return speaker_; }

  std::vector<Event> until_speech_ends() {
    std::vector<Event> all;
    std::unique_lock lock(mutex_);
    while (only<SpeechEnded>(all).empty()) {
      if (!woken_.wait_for(lock, std::chrono::seconds(20), [this] { return is_woken_; })) break;
      is_woken_ = false;
      lock.unlock();
      for (auto& event : speaker_.drain()) all.push_back(event);
      lock.lock();
    }
    return all;
  }

 private:
  void wake() {
    {
      const std::lock_guard lock(mutex_);
      is_woken_ = true;
    }
    woken_.notify_one();
  }
  std::mutex mutex_;
  std::condition_variable woken_;
  bool is_woken_ = false;
  Speaker speaker_;
};

}  // namespace

TEST(Speaker, NoSoundDeviceIsAFactAndTheConversationGoesOn) {
  setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
  auto options = in_memory();
  options.outlet = Outlet::device;
  Loop loop(std::move(options));
  loop.speaker().say(speech({"Ja"}));
  const auto events = loop.until_speech_ends();
  EXPECT_EQ(events.back(), Event(SpeechEnded{7, Ending::completed}));
  EXPECT_THAT(only<WordSpoken>(events), SizeIs(1));
  EXPECT_THAT(only<SoundState>(events), SizeIs(1));
  EXPECT_THAT(only<SoundFault>(events), IsEmpty()) << "a fact, not a failure";
  ASSERT_TRUE(loop.speaker().silent_because());
  EXPECT_EQ(loop.speaker().silent_because()->where, "the default sound device");
}

TEST(Speaker, WhatWouldHaveBeenHeardIsInTheFile) {
  const TempFolder folder;
  const auto file = folder.path() / "heard.wav";
  {
    auto options = in_memory();
    options.outlet = Outlet::wav;
    options.wav_file = file;
    Loop loop(std::move(options));
    loop.speaker().say(speech({"Ja"}));
    const auto events = loop.until_speech_ends();
    EXPECT_EQ(events.back(), Event(SpeechEnded{7, Ending::completed}));
  }
  const auto heard = read_wav(text_of(file));
  ASSERT_TRUE(heard) << aktiv::to_text(heard.error());
  EXPECT_GT(loudest(heard->samples), 3000);
}

TEST(Speaker, ATouchStopsAVoiceThatIsStillBeingMade) {
  const TempFolder folder;
  auto options = in_memory();
  options.outlet = Outlet::null;
  options.voice_command.argv = {folder.write_program("voice", "sleep 600")};
  options.voice_command.time_out_ms = 600'000;
  Loop loop(std::move(options));
  loop.speaker().say(speech({"Hej"}));
  loop.speaker().hush();
  EXPECT_EQ(loop.until_speech_ends().back(), Event(SpeechEnded{7, Ending::interrupted}));
}  // and its end does not wait ten minutes
