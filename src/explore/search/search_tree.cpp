#include "explore/search/search_tree.h"

#include <utility>

namespace threadbook::explore {

namespace {

bool leads_to_known(const SearchTree::Branch& branch) {
  const SearchTree::Branch* at = &branch;
  while (at->is_known && !at->then.empty()) at = &at->then.front();
  return at->is_known;
}

}  // namespace

bool SearchTree::Node::take_next(Fork& fork) {
  if (open == 0 || unknown != 0) return false;
  std::uint32_t next = 0;
  while (branches[next].is_taken) ++next;
  if ((is_linked || done < next) && !leads_to_known(branches[next])) return false;
  --open;
  branches[next].is_taken = true;
  branches[next].is_leaf = branches[next].then.empty() && branches[next].is_known;
  branches[next].paths = 1;
  if (!branches[next].is_known) ++unknown;
  fork.taken = next;
  fork.thread = branches[next].thread;
  return true;
}

void SearchTree::Node::leave(const Fork& fork, Left& left) {
  if (fork.taken == Fork::kNone) return;
  --branches[fork.taken].paths;
  unlink_done(fork.node, left);
}

void SearchTree::Node::unlink_done(const std::shared_ptr<Node>& itself, Left& left) {
  if (is_linked) return;
  for (; done < branches.size(); ++done) {
    Branch& branch = branches[done];
    if (branch.behind != nullptr) {
      const std::size_t before = left.open.size();
      {
        runtime::Guard guard(branch.behind->mutex);
        branch.behind->is_linked = false;
        branch.behind->unlink_done(branch.behind, left);
        if (branch.behind->open != 0) left.open.push_back({{branch.behind}});
      }
      for (std::size_t i = before; i < left.open.size(); ++i) {
        left.open[i].push_back({itself, done, branch.thread});
        ++branch.paths;
      }
      left.dropped.push_back(std::move(branch.behind));
    }
    if (!branch.is_taken || branch.paths != 0) return;
  }
}

SearchTree::Path SearchTree::copy(const Path& path, std::size_t last) {
  Path copied(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  for (std::size_t i = 0; i < last; ++i) {
    runtime::Guard guard(copied[i].node->mutex);
    ++copied[i].node->branches[copied[i].taken].paths;
  }
  copied.back().taken = Fork::kNone;
  return copied;
}

SearchTree::SearchTree(std::size_t searchers) : count_(searchers), seats_(new Seat[searchers]) {}
SearchTree::~SearchTree() = default;

// A few are to lie ready, so that nobody waits for the end of another's execution.
void SearchTree::count_asked() {
  const auto wanted = searchers_ > 1 ? static_cast<std::int64_t>(searchers_) : 0;
  asked_.store(wanted - static_cast<std::int64_t>(offers_.size()), std::memory_order_relaxed);
}

void SearchTree::join() {
  runtime::Guard guard(mutex_);
  ++searchers_;
  ++working_;
  count_asked();
}

void SearchTree::offer(Path&& path, std::uint64_t beginning) {
  {
    runtime::Guard guard(mutex_);
    if (beginning != this->beginning()) return;
    offers_.push_back(std::move(path));
    count_asked();
  }
  tell();
}

bool SearchTree::take(Path& path, std::uint64_t& beginning) {
  bool is_over = false, has_one = false;
  const auto try_take = [&] {
    runtime::Guard guard(mutex_);
    has_one = !offers_.empty();
    is_over = !has_one && working_ == 0;
    if (!has_one) return is_over;
    path = std::move(offers_.front());
    offers_.erase(offers_.begin());
    count_asked();
    {
      runtime::Guard guard_of_node(path.back().node->mutex);
      --path.back().node->offered;
      (void)path.back().node->take_next(path.back());
    }
    ++working_;
    beginning = this->beginning();
    return true;
  };
  {
    runtime::Guard guard(mutex_);
    --working_;
  }
  if (!try_take()) wait(try_take);
  if (is_over) tell();
  return has_one && !is_stopped();
}

std::uint64_t SearchTree::begin_anew() {
  runtime::Guard guard(mutex_);
  offers_.clear();
  count_asked();
  return ++beginning_;
}

void SearchTree::stop() noexcept {
  is_stopped_.store(true);
  tell();
}

SearchTree::Seat& SearchTree::sit_down() {
  for (std::size_t i = 0;; i = (i + 1) % count_) {
    if (seats_[i].is_taken.exchange(true)) continue;
    seats_[i].parker.store(&runtime::this_thread_parker());
    ++waiting_;  // from here on tell() finds it
    return seats_[i];
  }
}

void SearchTree::stand_up(Seat& seat) {
  --waiting_;
  seat.parker.store(nullptr);
  seat.is_taken.store(false);
}

// Adds nothing, but so that it is before or after whoever sits down: one of the two sees the other.
void SearchTree::tell() noexcept {
  if (waiting_.fetch_add(0) == 0) return;
  for (std::size_t i = 0; i < count_; ++i) {
    if (runtime::Parker* parker = seats_[i].parker.load()) parker->unpark();
  }
}

}  // namespace threadbook::explore
