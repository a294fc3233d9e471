// What a run reads as standard input: bytes on their way from whoever has them (the command line, a page) to its
// threads.
//
// Nobody is asked for bytes before a thread wants some that are not here; who has them learns by wants_more(), and
// answers with give() or end(). An end is an answer like another: the read that meets it takes it away, and a later
// one asks again, as on a terminal after Ctrl-D. Each read is one step, so threads that read at once get whole lines.
// A read that has to wait is a Waitable of its own (InputRead), for each wants something else.
//
// Cost: bytes are copied in and out, and looked through again for a line each time more of it has come.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "python/vm/thread_state.h"
#include "runtime/small_mutex.h"
#include "runtime/waitable.h"

namespace threadbook::python {

// Thread safety: any thread.
class Input {
 public:
  static constexpr std::size_t kNoLimit = static_cast<std::size_t>(-1);

  // What a read wants.
  struct Need {
    enum class Until : std::uint8_t {
      Limit,       // all of it: as much as the limit says, or up to the end
      Here,        // at least one byte, whatever is here
      Newline,     // up to a '\n', that included
      AnyNewline,  // up to a '\n', '\r' or "\r\n"
    };
    Until until = Until::Limit;
    // The limit counts characters of UTF-8 (a byte that belongs to none counts as one), not bytes.
    bool characters = false;
    bool crlf_is_one = false;  // "\r\n" counts as one character
    std::size_t limit = kNoLimit;
  };

  // Without a `source` there is nothing to read: every read is at the end.
  explicit Input(bool has_source) : has_source_(has_source) {}

  // Takes what is needed to `out`, less where the end comes first; false if more must come (InputRead waits for that).
  bool try_take(const Need& need, std::string& out);

  // Does a thread wait for bytes that are not here?
  bool wants_more() const noexcept { return wants_more_.load(); }
  // Changes with each answer of wants_more(), also if it is the same again.
  std::uint32_t changes() const noexcept { return changes_.load(); }
  // The answers. Neither blocks for longer than the guard is held, also on a browser's main thread.
  void give(std::string_view bytes);
  void end();

  // Whom to wake when wants_more() has changed. Set before the run starts.
  runtime::Wakeable* reader = nullptr;

 private:
  friend class InputRead;

  // Takes what is needed into `out`, if it is here.
  bool take(const Need& need, std::string& out) REQUIRES(guard_);
  // How many bytes that is; false if more must come. `at_end`: it is less than needed, for this is all there is.
  bool measure(const Need& need, std::size_t& length, bool& at_end) const REQUIRES(guard_);
  bool measure_characters(const Need& need, std::size_t& length, bool& at_end) const REQUIRES(guard_);
  void answer(std::string_view bytes, bool is_end);
  void set_wants_more(bool wants) REQUIRES(guard_);
  void tell() const;  // best after the guard was released

  const bool has_source_;
  runtime::SmallMutex guard_;
  std::string bytes_ GUARDED_BY(guard_);  // those before begin_ have been taken
  std::size_t begin_ GUARDED_BY(guard_) = 0;
  bool ended_ GUARDED_BY(guard_) = false;  // nothing follows bytes_, for the read that comes there
  runtime::WaitQueue waiters_ GUARDED_BY(guard_);
  std::atomic<bool> wants_more_{false};    // written under guard_
  std::atomic<std::uint32_t> changes_{0};  // written under guard_
};

// A read that waits. Acquired, it has `taken` what it needs.
class InputRead final : public WaitMemory, public runtime::Waitable {
 public:
  InputRead(Input& input, const Input::Need& need) : input_(input), need_(need) {}

  bool try_or_enqueue(runtime::Waiter& waiter) override;
  bool withdraw(runtime::Waiter& waiter) override;
  bool is_ready() const noexcept override;

  std::string taken;

 private:
  Input& input_;
  const Input::Need need_;
};

}  // namespace threadbook::python
