// What a run reads: asked for when a thread wants it, and given from outside.
#include "python/vm/input.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "python/run.h"

using namespace threadbook::python;

namespace {

// A run with somebody at its input.
struct Session {
  explicit Session(std::string_view source, bool gil = true) {
    RunOptions options;
    options.gil = gil;
    options.has_input = true;
    run = Run::start(source, options);
  }

  void take() {
    std::vector<OutputChunk> chunks;
    run->take_output(chunks);
    for (const OutputChunk& chunk : chunks) (chunk.stream == Stream::Out ? out : err) += chunk.text;
  }
  // Until the program asks for input; what it has printed so far.
  std::string& until_it_asks() {
    while (!run->wants_input()) {
      REQUIRE(!run->finished());
      run->wait_for_news();
    }
    take();
    return out;
  }
  std::string& until_the_end() {
    while (!run->finished()) {
      run->wait_for_news();
      take();
    }
    take();
    return out;
  }

  std::unique_ptr<Run> run;
  std::string out, err;
};

}  // namespace

TEST_CASE("input: nobody is asked before a thread wants some, and the prompt is there by then") {
  for (const bool gil : {true, false}) {
    Session session("print('before')\nname = input('name? ')\nprint('hello', name)\nprint(input())\n", gil);
    CHECK(session.until_it_asks() == "before\nname? ");
    session.run->give_input("a");
    CHECK(session.until_it_asks() == "before\nname? ");
    session.run->give_input("nn\nmore\n");
    CHECK(session.until_the_end() == "before\nname? hello ann\nmore\n");
    CHECK(session.run->status() == 0);
  }
  Session silent("print('nothing read')\n");
  silent.until_the_end();
  CHECK(!silent.run->wants_input());
}

TEST_CASE("input: an end is met once, and later reads ask again") {
  Session session(
      "import sys\n"
      "print(repr(sys.stdin.readline()), repr(sys.stdin.read()))\n"
      "try: input()\n"
      "except EOFError as error: print(error)\n"
      "print(input())\n");
  session.until_it_asks();
  session.run->give_input("no newline");
  session.until_it_asks();
  session.run->end_input();
  session.until_it_asks();
  session.run->end_input();
  CHECK(session.until_it_asks() == "'no newline' ''\n");
  session.run->end_input();
  CHECK(session.until_it_asks() == "'no newline' ''\nEOF when reading a line\n");
  session.run->give_input("again\n");
  CHECK(session.until_the_end() == "'no newline' ''\nEOF when reading a line\nagain\n");
}

TEST_CASE("input: without anybody to ask, every read is at the end") {
  auto run = Run::start(
      "import sys\nprint(repr(sys.stdin.read()), sys.stdin.readlines(), repr(sys.stdin.readline()))\ninput('? ')\n",
      {});
  run->wait();
  std::vector<OutputChunk> chunks;
  run->take_output(chunks);
  REQUIRE(chunks.size() == 2);
  CHECK(chunks[0].text == "'' [] ''\n? ");
  CHECK(chunks[1].text.find("EOFError: EOF when reading a line") != std::string::npos);
  CHECK(run->status() == 1);
}

TEST_CASE("input: other threads run on while one waits for it") {
  for (const bool gil : {true, false}) {
    Session session(
        "import threading\n"
        "def count():\n"
        "    for _ in range(100000): pass\n"
        "    print('counted', flush=True)\n"
        "    done.set()\n"
        "done = threading.Event()\n"
        "threading.Thread(target=lambda: print(input())).start()\n"
        "threading.Thread(target=count).start()\n"
        "done.wait()\n",
        gil);
    while (session.out.find("counted\n") == std::string::npos) {
      session.run->wait_for_news();
      session.take();
    }
    CHECK(session.until_it_asks() == "counted\n");
    session.run->give_input("typed\n");
    CHECK(session.until_the_end() == "counted\ntyped\n");
  }
}

TEST_CASE("input: threads that wait at once get whole lines, in whatever pieces they come") {
  for (const bool gil : {true, false}) {
    Session session(
        "import sys, threading\n"
        "lines = []\n"
        "def by_line():\n"
        "    while line := sys.stdin.readline(): lines.append(line)\n"
        "def by_input():\n"
        "    try:\n"
        "        while True: lines.append(input() + '\\n')\n"
        "    except EOFError: pass\n"
        "threads = [threading.Thread(target=read) for read in (by_line, by_input, by_line, by_input)]\n"
        "for thread in threads: thread.start()\n"
        "for thread in threads: thread.join()\n"
        "print(sorted(lines) == [f'{i:05}\\n' for i in range(3000)])\n",
        gil);
    std::string all;
    for (int i = 0; i < 3000; ++i) all += std::to_string(100000 + i).substr(1) + "\n";
    std::size_t given = 0;
    while (!session.run->finished()) {
      session.run->wait_for_news();
      if (!session.run->wants_input()) continue;
      const std::string piece = all.substr(given, 1 + given % 97);
      given += piece.size();
      if (piece.empty()) {
        session.run->end_input();
      } else {
        session.run->give_input(piece);
      }
    }
    CHECK(session.until_the_end() == "True\n");
  }
}

TEST_CASE("input: an interrupt or a stop ends a thread that waits for it, and nobody is asked any more") {
  for (const bool gil : {true, false}) {
    Session session(
        "try:\n"
        "    input('? ')\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted')\n"
        "print(input())\n",
        gil);
    session.until_it_asks();
    session.run->interrupt();
    while (session.out.find("interrupted") == std::string::npos) {
      session.run->wait_for_news();
      session.take();
    }
    session.until_it_asks();
    session.run->give_input("later\n");
    CHECK(session.until_the_end() == "? interrupted\nlater\n");

    Session stopped("import threading\nthreading.Thread(target=input).start()\ninput()\n", gil);
    stopped.until_it_asks();
    stopped.run->stop();
    stopped.until_the_end();
    CHECK(stopped.run->status() == kStoppedStatus);
    CHECK(!stopped.run->wants_input());
  }
}

TEST_CASE("input: a daemon that waits for it does not keep the program") {
  Session session("import threading\nthreading.Thread(target=input, daemon=True).start()\nprint('over')\n");
  CHECK(session.until_the_end() == "over\n");
  CHECK(session.run->status() == 0);
}
