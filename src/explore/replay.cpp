#include "explore/replay.h"

#include <memory>
#include <utility>
#include <vector>

#include "explore/executor/deterministic_executor.h"
#include "python/run.h"

namespace threadbook::explore {

namespace {

// Of executions that end as `scheduler` says and otherwise by themselves. What it is told goes on to `inner`.
class Listener final : public Scheduler {
 public:
  explicit Listener(Scheduler& inner) : inner_(inner) {}
  std::size_t next(std::span<const Candidate> ready) override { return inner_.next(ready); }
  [[nodiscard]] std::uint32_t goes_on_to() const override { return inner_.goes_on_to(); }
  void done(Step&& step, std::span<const ThreadNumber> woken) override { inner_.done(std::move(step), woken); }
  void ended(End how, std::span<const Step> pending) override {
    end = how;
    inner_.ended(how, pending);
  }
  void started(ThreadNumber parent, ThreadNumber child) override { inner_.started(parent, child); }

  End end = End::Stopped;

 private:
  Scheduler& inner_;
};

Execution finish(python::Run& run, End end) {
  run.wait();
  Execution execution{end, run.status(), {}, {}};
  std::vector<python::OutputChunk> chunks;
  while (run.take_output(chunks)) {
  }
  for (const python::OutputChunk& chunk : chunks) {
    (chunk.stream == python::Stream::Out ? execution.out : execution.err) += chunk.text;
  }
  return execution;
}

}  // namespace

python::RunOptions replaying(python::RunOptions run, const Schedule& schedule) {
  struct Order {
    explicit Order(const std::vector<Turn>& turns) : replay(turns, names) {}
    ThreadNames names;
    Replay replay;
  };
  DeterministicOptions options;
  options.granularity = schedule.gil ? Granularity::SharedGil : Granularity::Shared;
  options.keeps_durations = schedule.keeps_durations;
  run.executor = [turns = schedule.turns,
                  options](python::Interpreter& interpreter) mutable -> std::unique_ptr<python::Executor> {
    const auto order = std::make_shared<Order>(turns);
    options.names = &order->names;
    const std::shared_ptr<Scheduler> scheduler(order, &order->replay);
    return std::make_unique<DeterministicExecutor>(interpreter, scheduler, options);
  };
  return run;
}

Execution replay(std::string_view source, python::RunOptions run, const Schedule& schedule, std::uint64_t seed) {
  ThreadNames names;
  Replay again(schedule.turns, names);
  Listener listener(again);
  DeterministicOptions options;
  options.seed = seed;
  options.granularity = Granularity::Shared;  // the schedule's places are where the GIL could change hands
  options.keeps_durations = schedule.keeps_durations;
  options.ends_deadlocks = true;
  options.names = &names;
  const std::unique_ptr<python::Run> started = python::Run::start(source, driven_by(listener, std::move(run), options));
  Execution execution = finish(*started, End::Finished);
  execution.end = listener.end;
  return execution;
}

}  // namespace threadbook::explore
