/*
 * uWebSockets: the program that RTCOMM_BENCH_UWS names, built by whoever has uWebSockets and uSockets (C++20, with
 * LIBUS_USE_OPENSSL for TLS). The routes are those of the other servers: see docs/benchmarks.md.
 *
 * BENCH_TLS=FILE: TLS with FILE.pem and FILE.key. BENCH_DEFLATE=1: compression with the shared compressor.
 * --features prints what else than plain WebSocket it can do.
 */
#include "App.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_set>

#ifdef LIBUS_NO_SSL
static const char features[] = "streams deflate";
#else
static const char features[] = "streams deflate tls";
#endif

struct Nothing {
};

template <bool SSL> struct Site {
    using App = uWS::TemplatedApp<SSL>;
    using Behavior = typename App::template WebSocketBehavior<Nothing>;

    std::unordered_set<uWS::HttpResponse<SSL> *> streams;
    bool deflate = std::getenv("BENCH_DEFLATE") != nullptr;

    Behavior behavior() const
    {
        Behavior made;

        made.compression = deflate
            ? uWS::CompressOptions(uWS::SHARED_COMPRESSOR | uWS::SHARED_DECOMPRESSOR)
            : uWS::DISABLED;
        made.maxPayloadLength = 1 << 20;
        made.maxBackpressure = 1 << 24;
        made.idleTimeout = 120;
        return made;
    }

    Behavior echo() const
    {
        Behavior made = behavior();

        made.message = [deflate = deflate](auto *ws, std::string_view data, uWS::OpCode code) {
            ws->send(data, code, deflate);
        };
        return made;
    }

    Behavior chat() const
    {
        Behavior made = behavior();

        made.open = [](auto *ws) { ws->subscribe("chat"); };
        made.message = [deflate = deflate](auto *ws, std::string_view data, uWS::OpCode code) {
            ws->publish("chat", data, code, deflate);
        };
        return made;
    }

    Behavior publish()
    {
        Behavior made = behavior();

        /* Only one socket is corked at a time, and in a handler that is the publisher. */
        made.message = [this](auto *, std::string_view data, uWS::OpCode) {
            uWS::Loop::get()->defer([this, event = "data: " + std::string(data) + "\n\n"] {
                for (auto *stream : streams) {
                    stream->cork([stream, &event] { stream->write(event); });
                }
            });
        };
        return made;
    }

    void serve(uWS::SocketContextOptions options, int port)
    {
        App app(options);

        app.template ws<Nothing>("/echo", echo());
        app.template ws<Nothing>("/chat", chat());
        app.template ws<Nothing>("/publish", publish());
        app.get("/feed/news", [this](auto *response, auto *) {
            response->writeHeader("Content-Type", "text/event-stream");
            response->write(": hello\n\n");
            response->onAborted([this, response] { streams.erase(response); });
            streams.insert(response);
        });
        app.listen("127.0.0.1", port, [](auto *socket) {
            if (socket == nullptr) {
                std::exit(1);
            }
            std::puts("loop: epoll");
            std::fflush(stdout);
        });
        app.run();
    }
};

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fputs("usage: uws --features | PORT\n", stderr);
        return 2;
    }
    if (std::string_view(argv[1]) == "--features") {
        std::puts(features);
        return 0;
    }
    const char *files = std::getenv("BENCH_TLS");
    int port = std::atoi(argv[1]);
    if (files == nullptr) {
        Site<false>().serve({}, port);
    } else {
        std::string key = std::string(files) + ".key";
        std::string certificate = std::string(files) + ".pem";
        uWS::SocketContextOptions options;

        options.key_file_name = key.c_str();
        options.cert_file_name = certificate.c_str();
        Site<true>().serve(options, port);
    }
    return 1;
}
