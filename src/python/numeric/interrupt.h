// How a long computation learns that it should end early. A run must stop within 100 ms whatever it
// does, and a multiplication of two numbers of ten million digits takes longer than that; so every
// operation whose cost can exceed about 10 ms splits its work into pieces of a few milliseconds and
// asks this hook between them. When the hook says yes the operation gives up, frees what it had and
// returns ErrorKind::Interrupted; nothing it was given has changed.
//
// Thread safety: the hook is called on the thread that called the operation; `requested` typically
// loads the thread's flag word. A default-made Interrupt never asks for anything. Costs two words
// by value.
#pragma once

namespace threadbook::python {

struct Interrupt {
  bool (*requested)(void* context) noexcept = nullptr;
  void* context = nullptr;

  bool operator()() const noexcept { return requested != nullptr && requested(context); }
};

}  // namespace threadbook::python
