#include "kiosk/speech/speaker.h"

#include <algorithm>
#include <atomic>

#include "kiosk/speech/mailbox.h"
#include "kiosk/speech/mixer.h"
#include "kiosk/speech/narrator.h"
#include "kiosk/speech/opus.h"
#include "kiosk/speech/outlets.h"
#include "kiosk/speech/resample.h"
#include "kiosk/speech/tones.h"
#include "kiosk/speech/worker.h"

namespace aktiv::speech {
namespace {

constexpr size_t longest_recording_s = 120;

}  // namespace

class Speaker::Inside {
 public:
  Inside(SpeakerOptions options, std::function<void()> wake)
      : options_(std::move(options)),
        mail_(std::move(wake)),
        mixer_(options_.settings.fade_ms,
               [this](std::vector<Event> facts) { mail_.put(std::move(facts)); }),
        click_(std::make_shared<Pcm>(make_tone(options_.settings.click))),
        help_(std::make_shared<Pcm>(make_tone(options_.settings.help))) {
    as_configured();
    worker_ = std::make_unique<Worker>(life(), options_.outlet != Outlet::instant);
  }

  ~Inside() {
    mixer_.hush();  // whoever synthesizes now stops
    worker_.reset();
  }

  void say(Speech speech) {
    last_ = speech;
    const auto serial = ++serial_;
    mixer_.begin(serial, speech.token);
    worker_->post([this, serial, manner = manner_, speech = std::move(speech)] {
      perform(serial, speech, manner);
    });
  }

  void say_recording(uint64_t token, std::string opus, Route route) {
    const auto serial = ++serial_;
    mixer_.begin(serial, token);
    worker_->post([this, serial, opus = std::move(opus), route] {
      if (!mixer_.is_current(serial)) return;
      const bool is_heard = outlets_->take(route);
      auto sound = read_opus({opus.data(), opus.size()}, longest_recording_s);
      if (!sound) mail_.put({SoundFault{"", sound.error()}});
      if (sound) {
        Spoken spoken{std::make_shared<Pcm>(to_mono(*sound)), {}, !is_heard};
        mixer_.add(serial, 0, std::move(spoken), 0);
      }
      mixer_.close(serial);
      outlets_->stir();
    });
  }

  bool repeat(uint64_t token) {
    if (!last_) return false;
    auto again = *last_;
    again.token = token;
    say(std::move(again));
    return true;
  }

  void hush() { mixer_.hush(); }

  void play(Sound sound) {
    switch (sound) {
      case Sound::click:
        mixer_.play(click_);
        break;
      case Sound::help:
        mixer_.play(help_);
        break;
    }
    get_ready();
  }

  void get_ready() {
    worker_->post([this] { outlets_->stir(); });
  }

  void look_for_recordings() {
    worker_->post([this] {
      narrator_->look_again();
      ready_.next = 0;  // the new ones are unpacked too
    });
  }

  void do_spare() { worker_->do_spare(); }

  void begin_session() {
    mixer_.hush();
    last_.reset();
    as_configured();
    worker_->post([this] {
      narrator_->forget();
      outlets_->look_again();
    });
  }

  void set_volume(int percent) {
    volume_ = std::clamp(percent, 0, 100);
    mixer_.set_volume(volume_);
  }
  void set_rate(int wpm) {
    manner_.rate_wpm = std::clamp(wpm, options_.settings.lowest_wpm, options_.settings.highest_wpm);
  }
  void set_pitch(int pitch) { manner_.pitch = std::clamp(pitch, 0, 100); }
  void set_timbre(std::string name) { manner_.timbre = std::move(name); }
  void set_sentence_pause(int ms) { manner_.sentence_pause_ms = std::max(0, ms); }
  void set_route(Route route) { mixer_.set_mute(route == Route::silent); }

  bool has_headset() const { return !options_.headset_device.empty(); }
  int volume() const { return volume_; }
  std::vector<Event> drain() { return mail_.take(); }

  std::optional<Fault> silent_because() const {
    const auto* outlets = seen_outlets_.load();
    return outlets ? outlets->silent_because() : std::nullopt;
  }

  Pcm advance(int ms) {
    Pcm heard(static_cast<size_t>(frames_of(ms)));
    if (options_.outlet != Outlet::instant) return {};
    const auto step = static_cast<size_t>(options_.settings.buffer_frames);
    for (size_t at = 0; at < heard.size(); at += step)
      mixer_.render(heard.data() + at, static_cast<int>(std::min(step, heard.size() - at)));
    return heard;
  }

 private:
  void as_configured() {
    manner_ = {options_.settings.rate_wpm, options_.settings.pitch, {}, 0};
    set_volume(options_.settings.volume_percent);
    set_route(Route::aloud);
  }

  Worker::Life life() {
    Worker::Life life;
    life.begin = [this] { wake_up(); };
    life.spare = [this] { return lay_one_ready(); };
    life.when_quiet = [this] {
      if (mixer_.is_idle()) outlets_->rest();
    };
    life.is_calm = [this] { return outlets_->is_resting(); };
    life.end = [this] {
      seen_outlets_ = nullptr;
      outlets_.reset();
      narrator_.reset();
    };
    life.quiet_ms = options_.settings.rest_after_ms;
    return life;
  }

  void wake_up() {
    outlets_ = std::make_unique<Outlets>(options_, mixer_,
                                         [this](Event event) { mail_.put({std::move(event)}); });
    seen_outlets_ = outlets_.get();
    NarratorOptions voices{options_.settings.voices,
                           options_.settings.timbres,
                           options_.espeak_data,
                           options_.packs,
                           options_.voice_command,
                           options_.shelf,
                           int64_t{options_.settings.shelf_mb} << 20,
                           options_.fixed};
    narrator_ = std::make_unique<Narrator>(
        std::move(voices), [this](SoundFault fault) { mail_.put({std::move(fault)}); });
  }

  void perform(uint64_t serial, const Speech& speech, const Manner& manner) {
    if (!mixer_.is_current(serial)) return;
    ready_.turn_to(speech.language, manner);
    const bool is_heard = outlets_->take(speech.route);
    const auto count = static_cast<int>(speech.utterances.size());
    const int gap_ms = std::max(options_.settings.gap_ms, manner.sentence_pause_ms);
    for (int i = 0; i < count; ++i) {
      const Utterance& said = speech.utterances[static_cast<size_t>(i)];
      auto spoken =
          narrator_->narrate(said, said.language.empty() ? speech.language : said.language, manner,
                             [&] { return !mixer_.is_current(serial); });
      if (!mixer_.is_current(serial)) return;
      spoken.is_mute = spoken.is_mute || !is_heard;
      mixer_.add(serial, i, std::move(spoken), i + 1 < count ? gap_ms : 0);
      outlets_->stir();
    }
    mixer_.close(serial);
    outlets_->stir();
  }

  // The next text that everybody hears, in the language and manner that are heard now. False: all
  // of them lie ready.
  bool lay_one_ready() {
    const auto found = options_.fixed.find(ready_.language);
    if (found == options_.fixed.end()) return false;
    while (ready_.next < found->second.size()) {
      if (worker_->has_jobs()) return true;
      const auto& text = found->second[ready_.next];
      const bool has_worked = narrator_->lay_ready(text, ready_.language, ready_.manner,
                                                   [this] { return worker_->has_jobs(); });
      if (!worker_->has_jobs()) ++ready_.next;  // else it was broken off, perhaps
      if (has_worked) return true;
    }
    return false;
  }

  struct Ready {
    std::string language;
    Manner manner;
    size_t next = 0;

    void turn_to(const std::string& other, const Manner& in) {
      if (other == language && in == manner) return;
      *this = {other, in, 0};
    }
  };

  const SpeakerOptions options_;
  Mailbox mail_;
  Mixer mixer_;
  const SharedPcm click_;
  const SharedPcm help_;
  Manner manner_;
  int volume_ = 0;
  uint64_t serial_ = 0;
  std::optional<Speech> last_;
  Ready ready_;                                         // the worker's
  std::unique_ptr<Outlets> outlets_;                    // the worker's
  std::atomic<const Outlets*> seen_outlets_ = nullptr;  // for silent_because()
  std::unique_ptr<Narrator> narrator_;                  // the worker's
  std::unique_ptr<Worker> worker_;                      // last: its end uses all the others
};

Speaker::Speaker(SpeakerOptions options, std::function<void()> wake)
    : inside_(std::make_unique<Inside>(std::move(options), std::move(wake))) {}
Speaker::~Speaker() = default;

void Speaker::say(Speech speech) {
  inside_->say(std::move(speech));
}
void Speaker::say_recording(uint64_t token, std::string opus, Route route) {
  inside_->say_recording(token, std::move(opus), route);
}
bool Speaker::repeat(uint64_t token) {
  return inside_->repeat(token);
}
void Speaker::hush() {
  inside_->hush();
}
void Speaker::play(Sound sound) {
  inside_->play(sound);
}
void Speaker::get_ready() {
  inside_->get_ready();
}
void Speaker::look_for_recordings() {
  inside_->look_for_recordings();
}
void Speaker::set_volume(int percent) {
  inside_->set_volume(percent);
}
void Speaker::set_rate(int words_a_minute) {
  inside_->set_rate(words_a_minute);
}
void Speaker::set_pitch(int pitch) {
  inside_->set_pitch(pitch);
}
void Speaker::set_timbre(std::string name) {
  inside_->set_timbre(std::move(name));
}
void Speaker::set_sentence_pause(int ms) {
  inside_->set_sentence_pause(ms);
}
void Speaker::set_route(Route route) {
  inside_->set_route(route);
}
void Speaker::begin_session() {
  inside_->begin_session();
}
bool Speaker::has_headset() const {
  return inside_->has_headset();
}
int Speaker::volume() const {
  return inside_->volume();
}
std::optional<Fault> Speaker::silent_because() const {
  return inside_->silent_because();
}
std::vector<Event> Speaker::drain() {
  return inside_->drain();
}
void Speaker::do_spare() {
  inside_->do_spare();
}
Pcm Speaker::advance(int ms) {
  return inside_->advance(ms);
}

}  // namespace aktiv::speech
