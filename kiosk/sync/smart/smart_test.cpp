// A kiosk signs in at somebody else's FHIR server.
#include <gtest/gtest.h>
#include <jwt.h>

#include <deque>
#include <nlohmann/json.hpp>

#include "kiosk/sync/case_file.h"
#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/smart/assertion.h"
#include "kiosk/sync/smart/configuration.h"
#include "kiosk/sync/smart/device_key.h"
#include "kiosk/sync/smart/token_transport.h"

namespace aktiv::sync::smart {
namespace {

using Json = nlohmann::json;

constexpr int64_t noon = 1'795'360'000'000;

std::string from_base64url(std::string text) {
  for (char& c : text) c = c == '-' ? '+' : c == '_' ? '/' : c;
  while (text.size() % 4 != 0) text += '=';
  return fhir::from_base64(text).value_or("");
}

// Head, claims and signature.
std::vector<std::string> parts_of(const std::string& token) {
  const auto first = token.find('.'), second = token.rfind('.');
  return {from_base64url(token.substr(0, first)),
          from_base64url(token.substr(first + 1, second - first - 1)),
          from_base64url(token.substr(second + 1))};
}

const std::string& key_of(Algorithm algorithm) {
  static const std::string es = *make_device_key(Algorithm::es384);
  static const std::string rs = *make_device_key(Algorithm::rs384);
  return algorithm == Algorithm::es384 ? es : rs;
}

class DeviceKey : public testing::TestWithParam<Algorithm> {};

TEST_P(DeviceKey, SignsWhatItsPublicHalfCanCheckAndSaysUnderWhichNameItIsFound) {
  const std::string& pem = key_of(GetParam());
  const Json set = Json::parse(*public_key_set(pem));
  ASSERT_EQ(set["keys"].size(), 1u);
  EXPECT_EQ(set["keys"][0]["alg"], name_of(GetParam()));
  EXPECT_EQ(set["keys"][0]["kid"], *key_id(pem));
  for (const char* secret : {"d", "p", "q", "dp", "dq", "qi"})
    EXPECT_FALSE(set["keys"][0].contains(secret)) << "the public half alone";

  const auto token = signed_assertion({"kiosk-7", "https://a/token", "once", noon}, pem);
  ASSERT_TRUE(token) << to_text(token.error());
  const auto parts = parts_of(*token);
  const Json head = Json::parse(parts[0]), claims = Json::parse(parts[1]);
  EXPECT_EQ(head["alg"], name_of(GetParam()));
  EXPECT_EQ(head["kid"], *key_id(pem));
  EXPECT_EQ(claims["iss"], "kiosk-7");
  EXPECT_EQ(claims["sub"], "kiosk-7");
  EXPECT_EQ(claims["aud"], "https://a/token");
  EXPECT_EQ(claims["jti"], "once");
  EXPECT_EQ(claims["exp"], noon / 1000 + 300);
  EXPECT_EQ(parts[2].size(), GetParam() == Algorithm::es384 ? 96u : 384u) << "raw r and s, not DER";
}

INSTANTIATE_TEST_SUITE_P(Both, DeviceKey, testing::Values(Algorithm::es384, Algorithm::rs384),
                         [](const auto& param) { return name_of(param.param); });

TEST(DeviceKeys, EachIsFoundUnderANameOfItsOwn) {
  EXPECT_EQ(*key_id(key_of(Algorithm::es384)), *key_id(key_of(Algorithm::es384)));
  EXPECT_NE(*key_id(key_of(Algorithm::es384)), *key_id(key_of(Algorithm::rs384)));
  EXPECT_EQ(key_id(key_of(Algorithm::es384))->size(), 43u);
}

TEST(DeviceKeys, WhatIsNoKeyIsRefusedAndNeverQuoted) {
  for (const char* odd : {"", "secret words", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n"}) {
    const auto set = public_key_set(odd);
    ASSERT_FALSE(set);
    EXPECT_EQ(to_text(set.error()).find("secret"), std::string::npos);
    EXPECT_FALSE(signed_assertion({"kiosk-7", "https://a/token", "once", noon}, odd));
  }
}

// What the server and its token endpoint were asked, and answer.
class Scripted : public HttpTransport {
 public:
  HttpResult send(const HttpRequest& request) override {
    asked.push_back(request);
    if (answers.empty()) return HttpReply{200, {}, "{}"};
    HttpResult next = answers.front();
    answers.pop_front();
    return next;
  }
  std::string last_authorization() const {
    for (const auto& [name, value] : asked.back().headers)
      if (name == "Authorization") return value;
    return "";
  }
  std::vector<HttpRequest> asked;
  std::deque<HttpResult> answers;
};

HttpReply token(const std::string& text, int64_t holds_s = 300) {
  const Json said{{"access_token", text}, {"token_type", "Bearer"}, {"expires_in", holds_s}};
  return {200, {}, said.dump()};
}

class Tokens : public testing::Test {
 protected:
  Tokens()
      : transport(
            server, endpoint,
            {"kiosk-7", "https://login.example/oauth/token", "system/Patient.crus",
             key_of(Algorithm::es384)},
            [this] { return now; }, [this] { return "id" + std::to_string(++ids); }) {}

  HttpResult get() { return transport.send({"GET", "/fhir/Patient", "", "", {}}); }

  // Of the last request for a token.
  Json claims() const {
    const std::string& form = endpoint.asked.back().body;
    const std::string name = "client_assertion=";
    return Json::parse(parts_of(form.substr(form.rfind(name) + name.size()))[1]);
  }

  int64_t now = noon;
  int ids = 0;
  Scripted server, endpoint;
  TokenTransport transport;
};

TEST_F(Tokens, OneIsFetchedOnceAndPutOnEveryRequest) {
  endpoint.answers = {token("t1")};
  (void)get();
  EXPECT_EQ(server.last_authorization(), "Bearer t1");
  (void)get();
  EXPECT_EQ(server.asked.size(), 2u);
  ASSERT_EQ(endpoint.asked.size(), 1u);
  EXPECT_EQ(endpoint.asked[0].path, "/oauth/token");
  EXPECT_EQ(endpoint.asked[0].content_type, "application/x-www-form-urlencoded");
  EXPECT_TRUE(endpoint.asked[0].body.starts_with(
      "grant_type=client_credentials&scope=system%2FPatient.crus&client_assertion_type="
      "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion="));
  EXPECT_EQ(claims()["aud"], "https://login.example/oauth/token");
}

TEST_F(Tokens, ANewOneIsThereBeforeTheOldOneEnds) {
  endpoint.answers = {token("t1", 300), token("t2", 300)};
  (void)get();
  now += 284'000;
  (void)get();
  EXPECT_EQ(server.last_authorization(), "Bearer t1");
  now += 2'000;
  (void)get();
  EXPECT_EQ(server.last_authorization(), "Bearer t2");
  EXPECT_EQ(claims()["jti"], "id2") << "no name twice";
}

TEST_F(Tokens, OneThatHoldsForAMomentIsGoodForItsOwnRequest) {
  endpoint.answers = {token("t1", 0), token("t2", 0)};
  (void)get();
  EXPECT_EQ(server.last_authorization(), "Bearer t1");
  now += 1;
  (void)get();
  EXPECT_EQ(server.last_authorization(), "Bearer t2");
}

TEST_F(Tokens, ARefusedOneIsReplacedAndTheSameRequestGoesOnceMore) {
  endpoint.answers = {token("t1"), token("t2")};
  (void)get();
  server.answers = {HttpReply{401, {}, ""}, HttpReply{200, {}, "found"}};
  const HttpResult result = get();
  EXPECT_EQ(std::get<HttpReply>(result).body, "found");
  EXPECT_EQ(server.last_authorization(), "Bearer t2");
  EXPECT_EQ(server.asked[1].path, server.asked[2].path);
}

TEST_F(Tokens, ARefusedNewOneIsAnAnswerAndNotAskedForAgain) {
  endpoint.answers = {token("t1")};
  server.answers = {HttpReply{401, {}, ""}};
  EXPECT_EQ(std::get<HttpReply>(get()).status, 401);
  EXPECT_EQ(endpoint.asked.size(), 1u);
}

TEST_F(Tokens, WhoIsNotLetInPausesAndSendsNothing) {
  for (const int status : {400, 401, 403}) {
    endpoint.answers = {HttpReply{status, {}, R"({"error":"invalid_client"})"}};
    EXPECT_EQ(judge(get()).why, Why::refused_access);
  }
  EXPECT_TRUE(server.asked.empty());
}

TEST_F(Tokens, TheTokenEndpointsTroubleIsTheServersTrouble) {
  endpoint.answers = {NoReply::unreachable, HttpReply{503, {{"retry-after", "7"}}, ""},
                      HttpReply{200, {}, "<html>"}, token("with space"),
                      HttpReply{200, {}, R"({"access_token":"t","token_type":"mac"})"}};
  EXPECT_EQ(judge(get()).why, Why::no_network);
  EXPECT_EQ(judge(get()).retry_after, "7");
  for (int odd = 0; odd < 3; ++odd) EXPECT_EQ(judge(get()).why, Why::strange_answer);
  EXPECT_TRUE(server.asked.empty());
}

TEST_F(Tokens, AKioskWhoseClockStoppedSignsByTheServersClock) {
  now = http_date_ms("Sun, 22 Nov 2026 08:00:00 GMT");
  const HttpReply refused{400, {{"date", "Sun, 29 Nov 2026 08:00:00 GMT"}}, ""};
  endpoint.answers = {refused, token("t1"), token("t2")};
  (void)get();
  EXPECT_EQ(server.last_authorization(), "Bearer t1");
  EXPECT_EQ(claims()["iat"], http_date_ms("Sun, 29 Nov 2026 08:00:00 GMT") / 1000);
  EXPECT_EQ(claims()["jti"], "id2");
  (void)get();
  EXPECT_EQ(server.last_authorization(), "Bearer t1") << "it holds as long by this kiosk's clock";
}

TEST_F(Tokens, WhoIsRefusedWithTheRightTimeIsNotAskedTwice) {
  now = http_date_ms("Sun, 29 Nov 2026 08:00:00 GMT");
  endpoint.answers = {HttpReply{401, {{"date", "Sun, 29 Nov 2026 08:00:05 GMT"}}, ""}};
  EXPECT_EQ(judge(get()).why, Why::refused_access);
  EXPECT_EQ(endpoint.asked.size(), 1u);
}

TEST(Configuration, SaysWhereTokensAreGiven) {
  Scripted server;
  server.answers = {HttpReply{200, {}, R"({"token_endpoint":"https://login.example/oauth/token",
      "token_endpoint_auth_methods_supported":["private_key_jwt"],
      "token_endpoint_auth_signing_alg_values_supported":["RS384","ES384"]})"}};
  EXPECT_EQ(*read_token_url(server, "/r4", Algorithm::es384), "https://login.example/oauth/token");
  EXPECT_EQ(server.asked[0].path, "/r4/.well-known/smart-configuration");
}

TEST(Configuration, AServerThatCannotBeUsedIsRefusedInWords) {
  const struct {
    const char* body;
    const char* says;
  } cases[] = {
      {"{}", "does not say where it gives tokens"},
      {R"({"token_endpoint":"http://plain/token"})", "not an address"},
      {R"({"token_endpoint":"https://a/t","token_endpoint_auth_methods_supported":["client_secret_basic"]})",
       "takes no clients that sign"},
      {R"({"token_endpoint":"https://a/t","token_endpoint_auth_signing_alg_values_supported":["RS384"]})",
       "does not know this kiosk's kind of key"},
  };
  for (const auto& odd : cases) {
    Scripted server;
    server.answers = {HttpReply{200, {}, odd.body}};
    const auto url = read_token_url(server, "", Algorithm::es384);
    ASSERT_FALSE(url);
    EXPECT_NE(to_text(url.error()).find(odd.says), std::string::npos) << to_text(url.error());
  }
  Scripted silent;
  silent.answers = {NoReply::unreachable};
  EXPECT_FALSE(read_token_url(silent, "", Algorithm::es384));
}

TEST(Configuration, AnAddressIsTakenApart) {
  EXPECT_EQ(read_url("https://a.dk:8443/fhir/r4")->origin, "https://a.dk:8443");
  EXPECT_EQ(read_url("https://a.dk:8443/fhir/r4")->path, "/fhir/r4");
  EXPECT_EQ(read_url("https://a.dk")->path, "/");
  for (const char* odd : {"", "https://", "http://a.dk/x", "https://a.dk/x?y", "https://u@a.dk/",
                          "https://a.dk/x y", "https:///x"})
    EXPECT_FALSE(read_url(odd)) << odd;
}

}  // namespace
}  // namespace aktiv::sync::smart
