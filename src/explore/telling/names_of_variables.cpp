#include "explore/telling/names_of_variables.h"

#include "python/compiler/opcodes.h"
#include "python/objects/brief.h"
#include "python/objects/operations.h"
#include "python/objects/str.h"
#include "python/vm/frame.h"
#include "python/vm/naming.h"

namespace threadbook::explore {

namespace {

// The key or index by which the instruction asks for an item.
python::Value key_of(const python::Frame& frame) {
  using python::Op;
  const python::Instruction& in = frame.code->original(frame.pc - 1);
  switch (in.op) {
    case Op::LoadItem: return frame.registers[in.c];
    case Op::StoreItem:
    case Op::DeleteItem:
    case Op::In:
    case Op::NotIn: return frame.registers[in.b];
    case Op::CallMethod: return frame.registers[in.a + 2];
    default: return python::Value::unbound();
  }
}

}  // namespace

std::string name_of_variable(python::ThreadState& state, const Touched& touched) {
  const Place& place = touched.place;
  if (place.line == 0) return "";  // the library's own affairs
  const std::string name = place.name != nullptr ? place.name->to_utf8() : "";
  if (!name.empty() && !place.is_attribute) return name;
  if (touched.of == nullptr) return "";
  const python::Value whole = python::Value::object(const_cast<python::Object*>(touched.of));
  std::string of = python::find_name(state, touched.of).name;
  if (place.is_attribute) return of + "." + name;
  const python::Value key = touched.part >= python::kFirstPart ? key_of(*state.frame) : python::Value::unbound();
  if (of.empty()) return (key.is_unbound() ? "a " : "an item of a ") + python::type_name(state, whole);
  return key.is_unbound() ? of : of + "[" + python::brief(state, key) + "]";
}

}  // namespace threadbook::explore
