// What is said aloud, and what the voice tells of itself.
#include "kiosk/app/kiosk_app.h"

#include "kiosk/speech/heard_texts.h"

namespace aktiv::app {
namespace {

constexpr const char* spoken_name = "spoken";  // within the data folder: sounds that lie ready

void lay_fixed_texts(const Texts& texts, speech::SpeakerOptions& voice) {
  for (const auto& language : texts.languages())
    for (auto& heard : speech::heard_texts(texts, language))
      voice.fixed[language].push_back({std::move(heard.key), std::move(heard.text), {}});
}

}  // namespace

void KioskApp::open_voice() {
  const RunOptions& options = parts_.options;
  speech::SpeakerOptions voice;
  auto settings = speech::read_settings(parts_.kit.share / "sounds/sounds.toml");
  if (settings)
    voice.settings = house_voice_ = *settings;
  else
    tell_staff(settings.error());
  if (options.sound == "null") voice.outlet = speech::Outlet::null;
  if (options.sound.starts_with("wav:")) {
    voice.outlet = speech::Outlet::wav;
    voice.wav_file = options.sound.substr(4);
  }
  voice.device = options.sound_device;
  voice.headset_device = options.headset_device;
  voice.packs = laid_packs();
  const auto own = options.data / own_voices_name;
  std::error_code error;  // a pack that is not there is told by the voice
  std::filesystem::create_directories(own, error);
  voice.packs.insert(voice.packs.begin(), own);
  voice.voice_command.argv = options.voice_command;
  lay_fixed_texts(parts_.kit.content->texts, voice);
  voice.shelf = options.data / spoken_name;
  if (trace_)
    voice.tap = [trace = trace_.get()](const int16_t* samples, int frames) {
      trace->heard(samples, frames);
    };
  speaker_ =
      std::make_unique<speech::Speaker>(std::move(voice), [bell = &parts_.bell] { bell->ring(); });
}

std::vector<std::filesystem::path> KioskApp::laid_packs() const {
  const RunOptions& options = parts_.options;
  auto packs = options.voice_packs;
  packs.insert(packs.end(), options.own_decks.begin(), options.own_decks.end());
  return packs;
}

void KioskApp::open_studio() {
  voices_ = std::make_unique<VoiceStudio>(VoiceStudio::Parts{
      .own = parts_.options.data / own_voices_name,
      .packs = laid_packs(),
      .texts = parts_.kit.content->texts,
      .rules = house_voice_.take,
      .may_listen = parts_.options.sound != "null",
      .wake = [bell = &parts_.bell] { bell->ring(); },
      .play =
          [this](std::string opus) {
            speaker_->say_recording(++speech_token_, std::move(opus), speech::Route::aloud);
          },
      .hush = [this] { speaker_->hush(); },
      .changed = [this] { speaker_->look_for_recordings(); },
      .tell_staff = [this](const Fault& fault) { tell_staff(fault); }});
}

// The scan waits until it has ended.
uint64_t KioskApp::begin_speech() {
  input_.wait_for_voice(true, steady_ms());
  return ++speech_token_;
}

void KioskApp::speak(std::vector<Utterance> utterances, bool is_scene, bool is_for_one_ear) {
  std::erase_if(utterances, [](const Utterance& utterance) { return utterance.text.empty(); });
  state_.word.reset();
  state_.lit = {};
  if (utterances.empty()) return;
  speech::Speech speech;
  speech.token = begin_speech();
  speech.language = session_.talk.id.empty() ? session_.language : session_.talk.language;
  speech.utterances = std::move(utterances);
  speech.route = is_for_one_ear ? speech::Route::headset : route_;
  scene_token_ = is_scene ? speech.token : 0;
  speaker_->say(std::move(speech));
}

void KioskApp::take_voice(const speech::Event& event) {
  if (const auto* began = std::get_if<speech::UtteranceBegan>(&event)) {
    if (began->token != speech_token_) return;
    const auto at = static_cast<size_t>(began->utterance);
    state_.lit = scene_token_ != began->token ? spoken_element_
                 : at < scene_.speech.size()  ? scene_.speech[at].about
                                              : ElementId{};
  } else if (const auto* spoken = std::get_if<speech::WordSpoken>(&event)) {
    if (spoken->token != speech_token_ || scene_token_ != spoken->token) return;
    state_.word =
        ui::LitWord{static_cast<size_t>(spoken->utterance), static_cast<size_t>(spoken->word)};
  } else if (const auto* ended = std::get_if<speech::SpeechEnded>(&event)) {
    if (ended->token != speech_token_) return;
    input_.wait_for_voice(false, steady_ms());
    state_.word.reset();
    state_.lit = {};
  } else if (const auto* fault = std::get_if<speech::SoundFault>(&event)) {
    tell_staff(fault->fault);
  } else if (const auto* sound = std::get_if<speech::SoundState>(&event)) {
    if (sound->is_silent) tell_staff(sound->because);
  }
}

}  // namespace aktiv::app
