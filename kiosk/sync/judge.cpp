#include "kiosk/sync/case_file.h"

namespace aktiv::sync {
namespace {

Outcome judge_silence(NoReply no_reply) {
  switch (no_reply) {
    case NoReply::unreachable:
      return {Verdict::again, Why::no_network, "", true};
    case NoReply::timed_out:
      return {Verdict::again, Why::timed_out, "", false};
    case NoReply::cut_off:
      return {Verdict::again, Why::cut_off, "", false};
    case NoReply::certificate:
      return {Verdict::again, Why::certificate, "", true};
  }
  return strange_answer();
}

Outcome judge_status(int status, const std::string& retry_after) {
  switch (status) {
    case 408:
    case 409:
      return {Verdict::again, Why::busy, retry_after, false};
    case 429:
      return {Verdict::again, Why::busy, retry_after, true};
    case 503:
      return {Verdict::again, Why::busy, retry_after, !retry_after.empty()};
    case 401:
    case 403:
      return {Verdict::pause, Why::refused_access, "", true};
    case 404:
    case 405:
      return {Verdict::pause, Why::no_case_file, "", true};
    case 412:
      return {Verdict::quarantine, Why::several_matches, "", false};
  }
  if (status >= 500 && status < 600) return {Verdict::again, Why::busy, retry_after, false};
  if (status >= 400 && status < 500) return {Verdict::quarantine, Why::refused_content, "", false};
  return strange_answer();
}

}  // namespace

Outcome strange_answer() {
  return {Verdict::again, Why::strange_answer, "", false};
}

Outcome own_store_refused() {
  return {Verdict::again, Why::cannot_be_kept, "", true};
}

Outcome judge(const HttpResult& result) {
  if (const auto* no_reply = std::get_if<NoReply>(&result)) return judge_silence(*no_reply);
  const auto& reply = std::get<HttpReply>(result);
  return judge_status(reply.status, reply.header("retry-after"));
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (is_plain) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += digits[static_cast<unsigned char>(c) >> 4];
      encoded += digits[static_cast<unsigned char>(c) & 15];
    }
  }
  return encoded;
}

}  // namespace aktiv::sync
