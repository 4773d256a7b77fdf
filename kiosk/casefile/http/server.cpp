#include "kiosk/casefile/http/server.h"

#include <httplib.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <semaphore>
#include <thread>

namespace aktiv::casefile {

struct Server::Parts {
  explicit Parts(const ServerOptions& options)
      : server(options.certificate.c_str(), options.key.c_str()),
        kiosks(options.kiosks_at_once),
        readers(options.readers_at_once) {}
  httplib::SSLServer server;
  std::counting_semaphore<> kiosks;
  std::counting_semaphore<> readers;
  HttpHandler handler;
  int port = 0;
  std::atomic<bool> is_serving{false};
  std::atomic<bool> is_stopping{false};
};

namespace {

constexpr size_t longest_target = 2048;

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// A form with a file in it comes to the pages like any other form.
std::string encoded(const httplib::MultipartFormDataMap& parts,
                    std::map<std::string, std::string>& headers) {
  std::string body;
  for (const auto& [name, part] : parts)
    body += (body.empty() ? "" : "&") + percent_encode(name) + "=" + percent_encode(part.content);
  headers["content-type"] = "application/x-www-form-urlencoded";
  return body;
}

HttpRequest to_request(const httplib::Request& source) {
  HttpRequest request;
  request.method = source.method == "HEAD" ? "GET" : source.method;
  const size_t mark = std::min(source.target.find('?'), source.target.size());
  request.path = percent_decode(source.target.substr(0, mark), false);
  if (mark < source.target.size()) request.query = decode_fields(source.target.substr(mark + 1));
  for (const auto& [name, value] : source.headers) request.headers.emplace(lower_case(name), value);
  request.body = source.body;
  if (source.is_multipart_form_data()) request.body = encoded(source.files, request.headers);
  request.remote = source.remote_addr;
  return request;
}

void to_reply(HttpResponse&& source, httplib::Response& reply) {
  reply.status = source.status;
  for (const auto& [name, value] : source.headers) reply.set_header(name.c_str(), value);
  if (source.content_type.empty()) return;
  if (source.body.empty()) return reply.set_content("", source.content_type.c_str());
  // Given by a provider, for the library compresses all other text, on its slowest setting; and a
  // page that was compressed with what somebody searched for lets the length tell what else stands
  // in it (BREACH).
  const auto body = std::make_shared<const std::string>(std::move(source.body));
  reply.set_content_provider(body->size(), source.content_type,
                             [body](size_t offset, size_t length, httplib::DataSink& sink) {
                               return sink.write(body->data() + offset, length);
                             });
}

// Only the first part of an address: what follows may be a citizen's pseudonym.
std::string loggable(const std::string& path) {
  const auto parts = path_segments(path);
  if (parts.empty()) return "/";
  const bool is_fhir = parts.size() > 1 && parts[0] == "fhir";
  const std::string shown = "/" + parts[0] + (is_fhir ? "/" + parts[1] : "");
  const bool is_plain = std::all_of(shown.begin(), shown.end(), [](unsigned char c) {
    return std::isalpha(c) != 0 || c == '/' || c == '-' || c == '.';
  });
  return is_plain && shown.size() < 60 ? shown : "/?";
}

void answer_with(const HttpHandler& handler, RefusalHandler refusal, const httplib::Request& source,
                 httplib::Response& reply) {
  const auto begun = std::chrono::steady_clock::now();
  try {
    to_reply(handler(to_request(source)), reply);
  } catch (const std::exception& error) {
    spdlog::error("a request failed: {}", error.what());
    to_reply(refusal(500, source.path), reply);
  }
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begun;
  spdlog::info("{} {} {} {:.1f} ms", source.method, loggable(source.path), reply.status,
               taken.count());
}

void set_routes(httplib::SSLServer& server, const HttpHandler& handler, RefusalHandler refusal) {
  const auto answer = [&handler, refusal](const httplib::Request& request,
                                          httplib::Response& reply) {
    answer_with(handler, refusal, request, reply);
  };
  const char* const everything = R"((?:.|\n)*)";
  server.Get(everything, answer);
  server.Post(everything, answer);
  server.Put(everything, answer);
  server.Patch(everything, answer);
  server.Delete(everything, answer);
  server.Options(everything, answer);
  // Routing runs a regular expression over the path, and that needs stack for every character.
  server.set_pre_routing_handler(
      [refusal](const httplib::Request& request, httplib::Response& reply) {
        if (request.target.size() <= longest_target)
          return httplib::Server::HandlerResponse::Unhandled;
        to_reply(refusal(414, "/"), reply);
        return httplib::Server::HandlerResponse::Handled;
      });
  server.set_error_handler([refusal](const httplib::Request& request, httplib::Response& reply) {
    const bool is_answered = reply.has_header("Content-Type");  // by the handler, in its own words
    if (is_answered) return;
    to_reply(refusal(reply.status, request.path), reply);
  });
}

void set_limits(httplib::SSLServer& server, const ServerOptions& options) {
  SSL_CTX_set_min_proto_version(server.ssl_context(), TLS1_2_VERSION);
  server.set_payload_max_length(options.largest_body);
  server.set_keep_alive_timeout(options.keep_alive_s);
  server.set_keep_alive_max_count(1000);
  server.set_read_timeout(10);
  server.set_write_timeout(10);
  server.set_tcp_nodelay(true);
  const auto connections = static_cast<size_t>(options.connections);
  server.new_task_queue = [connections] { return new httplib::ThreadPool(connections); };
}

struct Turn {
  explicit Turn(std::counting_semaphore<>& all) : turns(all) { turns.acquire(); }
  ~Turn() { turns.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  std::counting_semaphore<>& turns;
};

HttpHandler in_turn(HttpHandler handler, std::counting_semaphore<>& kiosks,
                    std::counting_semaphore<>& readers) {
  return [handler = std::move(handler), &kiosks, &readers](const HttpRequest& request) {
    const Turn turn(request.path.starts_with("/fhir") ? kiosks : readers);
    return handler(request);
  };
}

}  // namespace

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, HttpHandler handler,
                                              RefusalHandler refusal) {
  auto parts = std::make_unique<Parts>(options);
  if (!parts->server.is_valid())
    return Fault{"the certificate and its key cannot be used", options.certificate,
                 "PEM files that belong together: " + options.key};
  parts->handler = in_turn(std::move(handler), parts->kiosks, parts->readers);
  set_limits(parts->server, options);
  set_routes(parts->server, parts->handler, refusal);
  const std::string address = options.host + ":" + std::to_string(options.port);
  if (options.port == 0)
    parts->port = parts->server.bind_to_any_port(options.host.c_str());
  else
    parts->port =
        parts->server.bind_to_port(options.host.c_str(), options.port) ? options.port : -1;
  if (parts->port <= 0)
    return Fault{"cannot listen there", address, "a free port and an address of this machine"};
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() {
  stop();
}
int Server::port() const {
  return parts_->port;
}

void Server::run() {
  parts_->is_serving = true;
  if (!parts_->is_stopping) parts_->server.listen_after_bind();
  parts_->is_serving = false;
}

// httplib forgets a stop that comes before it listens: a service stopped at once would serve for
// ever.
void Server::stop() {
  parts_->is_stopping = true;
  while (parts_->is_serving && !parts_->server.is_running())
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  parts_->server.stop();
}

}  // namespace aktiv::casefile
