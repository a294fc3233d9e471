#include "python/vm/vm.h"

#include "python/objects/generator.h"
#include "python/objects/instance.h"
#include "python/objects/operations.h"
#include "python/vm/attributes.h"
#include "python/vm/calls.h"
#include "python/vm/class_builder.h"
#include "python/vm/import.h"
#include "python/vm/inline_cache.h"
#include "python/vm/instructions.h"
#include "python/vm/interpreter.h"
#include "python/vm/pattern_matching.h"
#include "python/vm/unwind.h"

namespace threadbook::python {

namespace {

// Attribute `index` of an object whose shape has it.
inline Slot* slot_at(Object* object, std::uint16_t index) {
  if (object->kind == Kind::Instance && index < object->flags) [[likely]] {
    return &static_cast<Instance*>(object)->slots[index];
  }
  return attribute_slot(object, index);
}

// Gives an instance the attribute by which the shape `wider_id` is wider than its own, if there is room
// for it in the instance.
inline bool add_attribute(ThreadState& thread, Instance* instance, ShapeId wider_id, Value value) {
  const Shape* wider = thread.interpreter.shapes.get(wider_id);
  std::size_t index = wider->names.size() - 1;
  if (index >= instance->flags) return false;
  ObjectLock lock(instance, thread.parallel);
  if (instance->shape.load(std::memory_order_relaxed) != wider->parent) return false;
  instance->slots[index].store(value);
  instance->shape.store(wider_id, std::memory_order_release);
  return true;
}

// The loop proper. Local copies of what every instruction needs; frame->pc is brought up to date
// before anything that may raise, call, wait or collect.
Outcome run(ThreadState& thread, bool raising) {
  Interpreter& interpreter = thread.interpreter;
  Frame* frame = thread.frame;
  const Instruction* pc = frame->pc;
  Value* R = frame->registers;
  Status status = Status::Ok;
  bool again = false;
  std::uint32_t epoch = interpreter.epoch.load(std::memory_order_acquire);

#define SAVE() (frame->pc = pc)
#define RELOAD() (frame = thread.frame, pc = frame->pc, R = frame->registers)
// After `status` of an operation whose result belongs into register `reg`.
#define FINISH(reg, result)                               \
  do {                                                    \
    if (status == Status::Ok) [[likely]] {                \
      R[reg] = (result);                                  \
      break;                                              \
    }                                                     \
    goto not_ok;                                          \
  } while (false)
#define LIBRARY(reg, name, ...)                                                                 \
  do {                                                                                          \
    if (status == Status::Fallback) {                                                           \
      status = call_library(thread, name, {__VA_ARGS__}, {ReturnAction::Store, (reg), {}}, out); \
    }                                                                                           \
    FINISH(reg, out);                                                                           \
  } while (false)
#define SAFE_POINT()                                                                    \
  do {                                                                                  \
    if (interpreter.flags.load(std::memory_order_relaxed) != 0) [[unlikely]] {          \
      SAVE();                                                                           \
      return Outcome::SafePoint;                                                        \
    }                                                                                   \
  } while (false)

  if (raising) {
    if (!unwind(thread, false)) return Outcome::Raised;
    RELOAD();
  }
  for (;;) {
    const Instruction in = *pc++;
    switch (in.op) {
      // ---- moves and variables ----
      case Op::LoadConst: R[in.a] = frame->code->constants[in.b]; continue;
      case Op::Move: R[in.a] = R[in.b]; continue;
      case Op::LoadLocal:
        if (R[in.b].is_unbound()) [[unlikely]] {
          SAVE();
          raise_unbound_local(thread, frame->code->names[in.c]);
          goto raised;
        }
        R[in.a] = R[in.b];
        continue;
      case Op::DeleteLocal:
        if (in.b != kNone && R[in.a].is_unbound()) {
          SAVE();
          raise_unbound_local(thread, frame->code->names[in.b]);
          goto raised;
        }
        R[in.a] = Value::unbound();
        continue;
      case Op::MakeCell: {
        SAVE();
        auto* cell = thread.heap.make<Cell>(Kind::Cell, interpreter.shape(BuiltinClass::Cell), 0);
        cell->value.initialize(R[in.a]);
        R[in.a] = Value::object(cell);
        continue;
      }
      case Op::LoadCell: {
        Value value = static_cast<Cell*>(R[in.b].as_object())->value.load();
        if (value.is_unbound()) [[unlikely]] {
          SAVE();
          raise_unbound_cell(thread, frame, in.b, frame->code->names[in.c]);
          goto raised;
        }
        R[in.a] = value;
        continue;
      }
      case Op::StoreCell: static_cast<Cell*>(R[in.a].as_object())->value.store(R[in.b]); continue;
      case Op::DeleteCell: {
        auto* cell = static_cast<Cell*>(R[in.a].as_object());
        if (cell->value.load().is_unbound()) {
          SAVE();
          raise_unbound_cell(thread, frame, in.a, frame->code->names[in.b]);
          goto raised;
        }
        cell->value.store(Value::unbound());
        continue;
      }
      case Op::LoadGlobal: {
        Value value = frame->code->globals[in.b]->value.load();
        if (value.is_unbound()) {
          Cell* builtin = frame->code->builtins[in.b].load(std::memory_order_acquire);
          value = builtin != nullptr ? builtin->value.load() : Value::unbound();
          if (value.is_unbound()) [[unlikely]] {
            SAVE();
            if (!load_builtin(thread, frame->code, in.b, value)) goto raised;
          }
        }
        R[in.a] = value;
        continue;
      }
      case Op::StoreGlobal: frame->code->globals[in.b]->value.store(R[in.a]); continue;
      case Op::DeleteGlobal: {
        Cell* cell = frame->code->globals[in.b];
        if (cell->value.load().is_unbound()) {
          SAVE();
          raise_undefined(thread, frame->code->global_names[in.b]);
          goto raised;
        }
        cell->value.store(Value::unbound());
        continue;
      }
      case Op::LoadName:
      case Op::LoadNameOrCell: {
        SAVE();
        Value out;
        status = load_name(thread, frame, in.b, frame->code->names[in.c], in.op == Op::LoadNameOrCell,
                           {ReturnAction::Store, in.a, {}}, out);
        FINISH(in.a, out);
        continue;
      }
      case Op::StoreName:
      case Op::DeleteName: {
        SAVE();
        bool deleting = in.op == Op::DeleteName;
        status = store_name(thread, frame, frame->code->names[in.b], deleting ? Value::unbound() : R[in.a]);
        if (status != Status::Ok) goto not_ok;
        continue;
      }

      // ---- operators ----
#define INT_FLOAT(op_overflow, float_op, opcode, in_place)                                   \
  {                                                                                          \
    Value x = R[in.b], y = R[in.c];                                                          \
    if (x.is_small_int() && y.is_small_int()) [[likely]] {                                   \
      std::int64_t sum;                                                                      \
      if (!op_overflow(x.shifted_int(), y.shifted_int(), &sum)) [[likely]] {                 \
        R[in.a] = Value::from_shifted_int(sum);                                              \
        continue;                                                                            \
      }                                                                                      \
    } else if (x.is_double() && y.is_double()) {                                             \
      R[in.a] = Value::number(x.as_double() float_op y.as_double());                         \
      continue;                                                                              \
    }                                                                                        \
    SAVE();                                                                                  \
    Value out;                                                                               \
    status = binary(thread, BinaryOp::opcode, x, y, in_place, {ReturnAction::Store, in.a, {}}, out); \
    FINISH(in.a, out);                                                                       \
    continue;                                                                                \
  }
      case Op::Add: INT_FLOAT(__builtin_add_overflow, +, Add, false)
      case Op::InPlaceAdd: INT_FLOAT(__builtin_add_overflow, +, Add, true)
      case Op::Sub: INT_FLOAT(__builtin_sub_overflow, -, Sub, false)
      case Op::InPlaceSub: INT_FLOAT(__builtin_sub_overflow, -, Sub, true)
#undef INT_FLOAT
#define IMMEDIATE(op_overflow, float_op, opcode, in_place)                                   \
  {                                                                                          \
    Value x = R[in.b];                                                                       \
    auto small = static_cast<std::int16_t>(in.c);                                            \
    if (x.is_small_int()) [[likely]] {                                                       \
      std::int64_t sum;                                                                      \
      if (!op_overflow(x.shifted_int(), std::int64_t{small} << 16, &sum)) [[likely]] {       \
        R[in.a] = Value::from_shifted_int(sum);                                              \
        continue;                                                                            \
      }                                                                                      \
    } else if (x.is_double()) {                                                              \
      R[in.a] = Value::number(x.as_double() float_op small);                                 \
      continue;                                                                              \
    }                                                                                        \
    SAVE();                                                                                  \
    Value out;                                                                               \
    status = binary(thread, BinaryOp::opcode, x, Value::small_int(small), in_place, {ReturnAction::Store, in.a, {}}, out); \
    FINISH(in.a, out);                                                                       \
    continue;                                                                                \
  }
      case Op::AddI: IMMEDIATE(__builtin_add_overflow, +, Add, false)
      case Op::SubI: IMMEDIATE(__builtin_sub_overflow, -, Sub, false)
      case Op::InPlaceAddI: IMMEDIATE(__builtin_add_overflow, +, Add, true)
      case Op::InPlaceSubI: IMMEDIATE(__builtin_sub_overflow, -, Sub, true)
#undef IMMEDIATE
      case Op::Mul:
      case Op::InPlaceMul: {
        Value x = R[in.b], y = R[in.c];
        if (x.is_small_int() && y.is_small_int()) [[likely]] {
          std::int64_t a = x.as_small_int(), b = y.as_small_int();
          constexpr std::int64_t kHalf = std::int64_t{1} << 23;
          // Both below 2**23 is the common case, and cheap to see; 32-bit factors still cannot
          // overflow 64 bits.
          if (a < kHalf && a > -kHalf && b < kHalf && b > -kHalf) {
            R[in.a] = Value::small_int(a * b);
            continue;
          }
          if (a == static_cast<std::int32_t>(a) && b == static_cast<std::int32_t>(b) && Value::fits_small_int(a * b)) {
            R[in.a] = Value::small_int(a * b);
            continue;
          }
        } else if (x.is_double() && y.is_double()) {
          R[in.a] = Value::number(x.as_double() * y.as_double());
          continue;
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::Mul, x, y, in.op == Op::InPlaceMul, {ReturnAction::Store, in.a, {}}, out);
        FINISH(in.a, out);
        continue;
      }
      case Op::Div:
      case Op::InPlaceDiv: {
        Value x = R[in.b], y = R[in.c];
        if (x.is_double() && y.is_double() && y.as_double() != 0) {
          R[in.a] = Value::number(x.as_double() / y.as_double());
          continue;
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::Div, x, y, in.op == Op::InPlaceDiv, {ReturnAction::Store, in.a, {}}, out);
        FINISH(in.a, out);
        continue;
      }
      case Op::Mod:
      case Op::InPlaceMod: {
        Value x = R[in.b], y = R[in.c];
        if (x.is_small_int() && y.is_small_int() && y.as_small_int() > 0) [[likely]] {
          std::int64_t remainder = x.as_small_int() % y.as_small_int();
          R[in.a] = Value::small_int(remainder < 0 ? remainder + y.as_small_int() : remainder);
          continue;
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::Mod, x, y, in.op == Op::InPlaceMod, {ReturnAction::Store, in.a, {}}, out);
        FINISH(in.a, out);
        continue;
      }
      case Op::FloorDiv:
      case Op::InPlaceFloorDiv: {
        Value x = R[in.b], y = R[in.c];
        if (x.is_small_int() && y.is_small_int() && y.as_small_int() > 0) [[likely]] {
          std::int64_t a = x.as_small_int(), b = y.as_small_int();
          std::int64_t quotient = a / b;
          R[in.a] = Value::small_int(quotient - (a % b < 0 ? 1 : 0));
          continue;
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::FloorDiv, x, y, in.op == Op::InPlaceFloorDiv, {ReturnAction::Store, in.a, {}}, out);
        FINISH(in.a, out);
        continue;
      }
#define BITS(opcode, symbol)                                                                       \
  {                                                                                            \
    Value x = R[in.b], y = R[in.c];                                                            \
    if (x.is_small_int() && y.is_small_int()) [[likely]] {                                     \
      R[in.a] = Value::small_int(x.as_small_int() symbol y.as_small_int());                    \
      continue;                                                                                \
    }                                                                                          \
    SAVE();                                                                                    \
    Value out;                                                                                 \
    status = binary(thread, BinaryOp::opcode, x, y, in.op == Op::InPlace##opcode, {ReturnAction::Store, in.a, {}}, out); \
    FINISH(in.a, out);                                                                         \
    continue;                                                                                  \
  }
      case Op::And:
      case Op::InPlaceAnd: BITS(And, &)
      case Op::Or:
      case Op::InPlaceOr: BITS(Or, |)
      case Op::Xor:
      case Op::InPlaceXor: BITS(Xor, ^)
#undef BITS
      case Op::RShift:
      case Op::InPlaceRShift: {
        Value x = R[in.b], y = R[in.c];
        if (x.is_small_int() && y.is_small_int() && y.as_small_int() >= 0) {
          std::int64_t count = y.as_small_int() > 63 ? 63 : y.as_small_int();
          R[in.a] = Value::small_int(x.as_small_int() >> count);
          continue;
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::RShift, x, y, in.op == Op::InPlaceRShift, {ReturnAction::Store, in.a, {}}, out);
        FINISH(in.a, out);
        continue;
      }
      case Op::LShift:
      case Op::InPlaceLShift: {
        Value x = R[in.b], y = R[in.c];
        if (x.is_small_int() && y.is_small_int() && y.as_small_int() >= 0 && y.as_small_int() < 24 &&
            x.as_small_int() < (1 << 23) && x.as_small_int() > -(1 << 23)) {
          R[in.a] = Value::small_int(x.as_small_int() << y.as_small_int());
          continue;
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::LShift, x, y, in.op == Op::InPlaceLShift, {ReturnAction::Store, in.a, {}}, out);
        FINISH(in.a, out);
        continue;
      }
#define OTHER(opcode)                                                                              \
  case Op::opcode:                                                                                 \
  case Op::InPlace##opcode: {                                                                      \
    SAVE();                                                                                        \
    Value out;                                                                                     \
    status = binary(thread, BinaryOp::opcode, R[in.b], R[in.c], in.op == Op::InPlace##opcode,      \
                    {ReturnAction::Store, in.a, {}}, out);                                         \
    FINISH(in.a, out);                                                                             \
    continue;                                                                                      \
  }
        OTHER(Pow)
        OTHER(MatMul)
#undef OTHER
#define UNARY(opcode)                                                                     \
  case Op::opcode: {                                                                      \
    SAVE();                                                                               \
    Value out;                                                                            \
    status = unary_op(thread, UnaryOp::opcode, R[in.b], out);   \
    LIBRARY(in.a, "operation__unary", Value::small_int(static_cast<int>(UnaryOp::opcode)), R[in.b]); \
    continue;                                                                             \
  }
        UNARY(Negative)
        UNARY(Positive)
        UNARY(Invert)
#undef UNARY
      case Op::Not: {
        Value x = R[in.b];
        if (x.is_bool()) {
          R[in.a] = Value::boolean(x.is_false());
          continue;
        }
        SAVE();
        bool answer = false;
        Value out;
        status = truth(thread, x, answer);
        if (status == Status::Fallback) {
          status = call_library(thread, "operation__truth", {x}, {ReturnAction::NotTruth, in.a, {}}, out);
          if (status == Status::Ok) answer = out.is_true();
        }
        FINISH(in.a, Value::boolean(!answer));
        continue;
      }
#define COMPARE(opcode, op)                                                                      \
  case Op::opcode: {                                                                             \
    Value x = R[in.b], y = R[in.c];                                                              \
    if (x.is_small_int() && y.is_small_int()) [[likely]] {                                       \
      R[in.a] = Value::boolean(x.as_small_int() op y.as_small_int());                            \
      continue;                                                                                  \
    }                                                                                            \
    if (x.is_double() && y.is_double()) {                                                        \
      R[in.a] = Value::boolean(x.as_double() op y.as_double());                                  \
      continue;                                                                                  \
    }                                                                                            \
    SAVE();                                                                                      \
    Value out;                                                                                   \
    status = python::compare(thread, CompareOp::opcode, x, y, out);                              \
    LIBRARY(in.a, "operation__compare", Value::small_int(static_cast<int>(CompareOp::opcode)), x, y); \
    continue;                                                                                    \
  }
        COMPARE(Lt, <)
        COMPARE(Le, <=)
        COMPARE(Eq, ==)
        COMPARE(Ne, !=)
        COMPARE(Gt, >)
        COMPARE(Ge, >=)
#undef COMPARE
      case Op::Is: R[in.a] = Value::boolean(is_same(R[in.b], R[in.c])); continue;
      case Op::IsNot: R[in.a] = Value::boolean(!is_same(R[in.b], R[in.c])); continue;
      case Op::In:
      case Op::NotIn: {
        SAVE();
        bool answer = false;
        bool negated = in.op == Op::NotIn;
        Value out;
        status = contains(thread, R[in.c], R[in.b], answer);
        if (status == Status::Fallback) {
          status = call_library(thread, "operation__contains", {R[in.c], R[in.b]},
                                {negated ? ReturnAction::NotTruth : ReturnAction::Truth, in.a, {}}, out);
          if (status == Status::Ok) answer = out.is_true();
        }
        FINISH(in.a, Value::boolean(answer != negated));
        continue;
      }

      // ---- jumps ----
      case Op::Jump: pc += in.distance(); continue;
      case Op::JumpBack:
        pc += in.distance();
        SAFE_POINT();
        continue;
      case Op::JumpIfTrue:
      case Op::JumpIfFalse: {
        Value x = R[in.a];
        bool answer;
        if (x.is_bool()) [[likely]] {
          answer = x.is_true();
        } else {
          SAVE();
          status = truth(thread, x, answer);
          if (status == Status::Fallback) {
            Value out;
            status = call_library(thread, "operation__truth", {x}, {ReturnAction::Jump, 0, {}}, out);
            if (status == Status::Ok) answer = out.is_true();
          }
          if (status != Status::Ok) goto not_ok;
        }
        if (answer == (in.op == Op::JumpIfTrue)) {
          std::int32_t distance = in.distance();
          pc += distance;
          if (distance < 0) SAFE_POINT();
        }
        continue;
      }
// The instruction behind is a Jump that is taken if `answer` equals c.
#define TAKE_IF(answer)                                \
  do {                                                 \
    if ((answer) == (in.c != 0)) {                     \
      std::int32_t distance = pc->distance();          \
      pc += 1 + distance;                              \
      if (distance < 0) SAFE_POINT();                  \
    } else {                                           \
      ++pc;                                            \
    }                                                  \
  } while (false)
#define TEST(opcode, symbol)                                                                         \
  case Op::Test##opcode:                                                                         \
  case Op::Test##opcode##I: {                                                                    \
    bool immediate = in.op == Op::Test##opcode##I;                                               \
    Value x = R[in.a];                                                                           \
    Value y = immediate ? Value::small_int(static_cast<std::int16_t>(in.b)) : R[in.b];           \
    if (x.is_small_int() && y.is_small_int()) [[likely]] {                                       \
      TAKE_IF(x.as_small_int() symbol y.as_small_int());                                             \
      continue;                                                                                  \
    }                                                                                            \
    if (x.is_double() && y.is_double()) {                                                        \
      TAKE_IF(x.as_double() symbol y.as_double());                                                   \
      continue;                                                                                  \
    }                                                                                            \
    SAVE();                                                                                      \
    Value out;                                                                                   \
    status = python::compare(thread, CompareOp::opcode, x, y, out);                              \
    if (status == Status::Fallback) {                                                            \
      status = call_library(thread, "operation__compare",                                        \
                            {Value::small_int(static_cast<int>(CompareOp::opcode)), x, y},       \
                            {ReturnAction::Jump, 0, {}}, out);                                   \
    }                                                                                            \
    if (status != Status::Ok) goto not_ok;                                                       \
    TAKE_IF(out.is_true());                                                                      \
    continue;                                                                                    \
  }
        TEST(Lt, <)
        TEST(Le, <=)
        TEST(Eq, ==)
        TEST(Ne, !=)
        TEST(Gt, >)
        TEST(Ge, >=)
#undef TEST
      case Op::TestIs: TAKE_IF(is_same(R[in.a], R[in.b])); continue;
      case Op::TestNone: TAKE_IF(R[in.a].is_none()); continue;
      case Op::GetIter: {
        SAVE();
        Value out;
        status = get_iter(thread, R[in.b], out);
        LIBRARY(in.a, "operation__iter", R[in.b]);
        continue;
      }
      case Op::ForIter: {
        Value iterator = R[in.a];
        Object* object = iterator.as_object();
        if (object->kind == Kind::Iterator) [[likely]] {
          auto* it = static_cast<Iterator*>(object);
          Value out;
          if (it->iterator_kind() == IteratorKind::Range) {
            std::int64_t left = it->remaining.load(std::memory_order_relaxed);
            if (left > 0) {
              std::int64_t next = it->position.load(std::memory_order_relaxed);
              it->remaining.store(left - 1, std::memory_order_relaxed);
              it->position.store(next + it->step, std::memory_order_relaxed);
              if (Value::fits_small_int(next)) [[likely]] {
                R[in.b] = Value::small_int(next);
              } else {
                R[in.b] = make_int(thread, next);
              }
              ++pc;
            }
            continue;  // at the end: the jump behind is executed
          }
          if (it->iterator_kind() == IteratorKind::List) {
            std::int64_t position = it->position.load(std::memory_order_relaxed);
            Value source = it->source.load();
            if (is_kind(source, Kind::List) &&
                list_get(static_cast<List*>(source.as_object()), static_cast<std::size_t>(position), out)) [[likely]] {
              it->position.store(position + 1, std::memory_order_relaxed);
              R[in.b] = out;
              ++pc;
              continue;
            }
          }
          SAVE();
          status = iterator_next(thread, iterator, out);
          if (status == Status::Ok) [[likely]] {
            if (out.is_unbound()) continue;
            R[in.b] = out;
            ++pc;
            continue;
          }
          if (status != Status::Fallback) goto not_ok;
        } else {
          SAVE();
          if (object->kind == Kind::Generator) {
            status = resume_generator(thread, static_cast<Generator*>(object), Value::none(), {ReturnAction::Next, in.b, {}});
            if (status == Status::Ok) continue;  // it has ended: the jump behind is executed
            if (status != Status::Pushed) goto raised;
            RELOAD();
            continue;
          }
        }
        status = next_item(thread, iterator, {ReturnAction::Next, in.b, {}}, R[in.b]);
        if (status == Status::Ok) {
          if (!R[in.b].is_unbound()) ++pc;
          continue;
        }
        goto not_ok;
      }

      // ---- attributes and items ----
      case Op::LoadAttr: {
        Value object = R[in.b];
        if (object.is_object()) [[likely]] {
          Object* target = object.as_object();
          std::uint64_t word = frame->code->caches[in.c].find(target->shape.load(std::memory_order_acquire), epoch);
          if (word != 0) [[likely]] {
            Value value = cache_kind(word) == CacheKind::Slot ? slot_at(target, cache_place(word))->load()
                                                              : interpreter.numbered_cell(cache_place(word))->value.load();
            if (!value.is_unbound()) [[likely]] {
              R[in.a] = value;
              continue;
            }
          }
        }
        SAVE();
        Value out;
        status = load_attribute_caching(thread, frame, in.b, in.c, {ReturnAction::Store, in.a, {}}, out);
        epoch = interpreter.epoch.load(std::memory_order_acquire);
        FINISH(in.a, out);
        continue;
      }
      case Op::StoreAttr: {
        Value object = R[in.a];
        if (object.is_object()) [[likely]] {
          Object* target = object.as_object();
          std::uint64_t word = frame->code->caches[in.c].find(target->shape.load(std::memory_order_acquire), epoch);
          if (word != 0) [[likely]] {
            if (cache_kind(word) == CacheKind::Slot) {
              slot_at(target, cache_place(word))->store(R[in.b]);
              continue;
            }
            if (add_attribute(thread, static_cast<Instance*>(target), cache_place(word), R[in.b])) continue;
          }
        }
        SAVE();
        Value out;
        status = store_attribute_caching(thread, frame, object, in.c, R[in.b], {ReturnAction::Discard, 0, {}}, out);
        epoch = interpreter.epoch.load(std::memory_order_acquire);
        if (status != Status::Ok) goto not_ok;
        continue;
      }
      case Op::DeleteAttr: {
        SAVE();
        Value out;
        status = store_attribute(thread, R[in.a], frame->code->names[in.b], Value::unbound(), {ReturnAction::Discard, 0, {}}, out);
        epoch = interpreter.epoch.load(std::memory_order_acquire);
        if (status != Status::Ok) goto not_ok;
        continue;
      }
      case Op::LoadItem: {
        Value object = R[in.b], key = R[in.c];
        if (object.is_object() && key.is_small_int()) {
          Object* target = object.as_object();
          std::int64_t index = key.as_small_int();
          if (target->kind == Kind::List &&
              target->shape.load(std::memory_order_relaxed) == interpreter.shape(BuiltinClass::List)) {
            auto* list = static_cast<List*>(target);
            if (index < 0) index += list->length.load(std::memory_order_acquire);
            Value value;
            if (index >= 0 && list_get(list, static_cast<std::size_t>(index), value)) {
              R[in.a] = value;
              continue;
            }
          } else if (target->kind == Kind::Tuple) {
            auto* tuple = static_cast<Tuple*>(target);
            if (index < 0) index += tuple->length;
            if (index >= 0 && index < tuple->length) {
              R[in.a] = tuple->items[index];
              continue;
            }
          }
        }
        SAVE();
        Value out;
        status = get_item(thread, object, key, out);
        LIBRARY(in.a, "operation__getitem", object, key);
        continue;
      }
      case Op::StoreItem: {
        Value object = R[in.a], key = R[in.b];
        SAVE();
        if (object.is_object() && key.is_small_int() && key.as_small_int() >= 0) {
          Object* target = object.as_object();
          if (target->shape.load(std::memory_order_relaxed) == interpreter.shape(BuiltinClass::List) &&
              list_set(thread, static_cast<List*>(target), static_cast<std::size_t>(key.as_small_int()), R[in.c])) {
            continue;
          }
        }
        Value out = Value::none();
        status = set_item(thread, R[in.a], R[in.b], R[in.c]);
        if (status == Status::Fallback) {
          status = call_library(thread, "operation__setitem", {R[in.a], R[in.b], R[in.c]}, {ReturnAction::Discard, 0, {}}, out);
        }
        if (status != Status::Ok) goto not_ok;
        continue;
      }
      case Op::DeleteItem: {
        SAVE();
        Value out = Value::none();
        status = delete_item(thread, R[in.a], R[in.b]);
        if (status == Status::Fallback) {
          status = call_library(thread, "operation__delitem", {R[in.a], R[in.b]}, {ReturnAction::Discard, 0, {}}, out);
        }
        if (status != Status::Ok) goto not_ok;
        continue;
      }

      // ---- displays ----
      case Op::BuildTuple:
        SAVE();
        R[in.a] = Value::object(in.c == 0 ? interpreter.empty_tuple : python::make_tuple(thread, std::span<const Value>(R + in.b, in.c)));
        continue;
      case Op::BuildList:
        SAVE();
        R[in.a] = Value::object(make_list(thread, std::span<const Value>(R + in.b, in.c)));
        continue;
      case Op::BuildSet: {
        SAVE();
        Value out;
        status = build_set(thread, {R + in.b, in.c}, {ReturnAction::Store, in.a, {}}, out);
        FINISH(in.a, out);
        continue;
      }
      case Op::BuildConstantSet:
        SAVE();
        R[in.a] = Value::object(make_set_of_constants(thread, {R + in.b, in.c & ~std::size_t{kIterated}}, (in.c & kIterated) != 0));
        continue;
      case Op::BuildDict: {
        SAVE();
        Value out;
        status = build_dict(thread, {R + in.b, std::size_t{in.c} * 2}, {ReturnAction::Store, in.a, {}}, out);
        FINISH(in.a, out);
        continue;
      }
      case Op::BuildSlice:
        SAVE();
        R[in.a] = Value::object(make_slice(thread, R[in.b], R[in.b + 1], R[in.b + 2]));
        continue;
      case Op::BuildString: {
        SAVE();
        StrBuilder builder(thread);
        for (std::uint16_t i = 0; i < in.c; ++i) builder.append(static_cast<Str*>(R[in.b + i].as_object()));
        R[in.a] = Value::object(builder.finish());
        continue;
      }
      case Op::FormatValue: {
        SAVE();
        Value out;
        Value spec = (in.c & 4) != 0 ? R[in.b + 1] : Value::object(interpreter.empty_str);
        status = format_interpolated(thread, R[in.b], in.c & 3, static_cast<Str*>(spec.as_object()), out);
        LIBRARY(in.a, "operation__interpolate", R[in.b], Value::small_int(in.c & 3), spec);
        continue;
      }
      case Op::ListAppend:
        SAVE();
        list_append(thread, static_cast<List*>(R[in.a].as_object()), R[in.b]);
        continue;
      case Op::ListExtend: {
        SAVE();
        std::vector<Value> items;
        status = collect(thread, R[in.b], items);
        if (status == Status::Ok) {
          list_extend(thread, static_cast<List*>(R[in.a].as_object()), items);
          continue;
        }
        if (status == Status::Fallback) {
          Value out;
          status = call_library(thread, "operation__list_extend", {R[in.a], R[in.b]}, {ReturnAction::Discard, 0, {}}, out);
        }
        if (status == Status::Raised) word_unpack_error(thread, R[in.b]);
        goto not_ok;
      }
      case Op::SetAdd: {
        SAVE();
        Value out;
        status = display_set_add(thread, R[in.a], R[in.b], out);
        if (status != Status::Ok) goto not_ok;
        continue;
      }
      case Op::SetUpdate: {
        SAVE();
        Value out;
        status = call_library(thread, "operation__set_update", {R[in.a], R[in.b]}, {ReturnAction::Discard, 0, {}}, out);
        goto not_ok;
      }
      case Op::DictSet: {
        SAVE();
        Value out;
        status = set_item(thread, R[in.a], R[in.b], R[in.c]);
        if (status == Status::Fallback) {
          status = call_library(thread, "operation__setitem", {R[in.a], R[in.b], R[in.c]}, {ReturnAction::Discard, 0, {}}, out);
        }
        if (status != Status::Ok) goto not_ok;
        continue;
      }
      case Op::DictUpdate: {
        SAVE();
        Value out;
        status = call_library(thread, "operation__dict_update", {R[in.a], R[in.b]}, {ReturnAction::Discard, 0, {}}, out);
        goto not_ok;
      }
      case Op::DictMerge: {
        SAVE();
        Value out;
        status = call_library(thread, "operation__dict_merge", {R[in.a], R[in.b], R[in.c]}, {ReturnAction::Discard, 0, {}}, out);
        goto not_ok;
      }
      case Op::ListToTuple: {
        SAVE();
        auto items = list_snapshot(thread, static_cast<List*>(R[in.b].as_object()));
        R[in.a] = Value::object(items.empty() ? interpreter.empty_tuple : python::make_tuple(thread, std::span<const Value>(items)));
        continue;
      }
      case Op::Unpack: {
        SAVE();
        status = unpack(thread, R[in.b], R + in.a, in.c);
        if (status == Status::Ok) [[likely]] continue;
        if (status == Status::Fallback) {
          // The library makes a list of just enough items; the instruction runs again on it.
          status = call_library(thread, "operation__unpack", {R[in.b], Value::small_int(in.c)}, {ReturnAction::Unpack, in.a, {}}, R[in.a]);
        }
        goto not_ok;
      }
      case Op::UnpackEx: {
        Instruction extra = *pc++;
        SAVE();
        status = unpack_starred(thread, R[in.b], R + in.a, extra.a, extra.b);
        if (status == Status::Ok) continue;
        if (status == Status::Fallback) {
          Value out;
          status = call_library(thread, "operation__collect", {R[in.b]}, {ReturnAction::UnpackStarred, in.a, {}}, out);
        }
        goto not_ok;
      }

      // ---- calls ----
      case Op::LoadMethod: {
        Value object = R[in.b];
        if (object.is_object()) [[likely]] {
          Object* target = object.as_object();
          std::uint64_t word = frame->code->caches[in.c].find(target->shape.load(std::memory_order_acquire), epoch);
          if (word != 0) [[likely]] {
            if (cache_kind(word) == CacheKind::Method) {
              Value function = interpreter.numbered_cell(cache_place(word))->value.load();
              if (is_kind(function, Kind::Function) || is_kind(function, Kind::NativeFunction)) [[likely]] {
                R[in.a + 1] = object;
                R[in.a] = function;
                continue;
              }
            } else if (cache_kind(word) == CacheKind::Cell) {
              Value value = interpreter.numbered_cell(cache_place(word))->value.load();
              if (!value.is_unbound()) {
                R[in.a] = value;
                R[in.a + 1] = Value::unbound();
                continue;
              }
            }
          }
        }
        SAVE();
        status = load_method_caching(thread, frame, in.b, in.c, in.a);
        epoch = interpreter.epoch.load(std::memory_order_acquire);
        if (status != Status::Ok) goto not_ok;
        continue;
      }
      case Op::LoadEnter:
      case Op::LoadExit:
        SAVE();
        status = load_with_method(thread, R[in.b], in.op == Op::LoadExit, R[in.a], R[in.a + 1]);
        if (status != Status::Ok) goto not_ok;
        continue;
      case Op::CallMethod:
      case Op::Call: {
        Value callable = R[in.a];
        Value* arguments = R + in.a + 1;
        std::uint32_t count = in.b;
        if (in.op == Op::CallMethod) {
          if (arguments->is_unbound()) {
            ++arguments;
          } else {
            ++count;
          }
        }
        SAVE();
        Value out;
        if (is_kind(callable, Kind::Function)) [[likely]] {
          auto* function = static_cast<Function*>(callable.as_object());
          if (count == function->code->plain_arguments) [[likely]] {
            status = push_frame(thread, function->code, function, {ReturnAction::Store, in.c, {}});
            if (status != Status::Pushed) goto raised;
            RELOAD();
            for (std::uint32_t i = 0; i < count; ++i) R[i] = arguments[i];
            SAFE_POINT();
            continue;
          }
        } else if (is_kind(callable, Kind::NativeFunction)) {
          auto* native = static_cast<NativeFunction*>(callable.as_object());
          if (native->signature->is_simple && count == native->signature->positional) [[likely]] {
            status = run_native(thread, native, arguments, {ReturnAction::Store, in.c, {}}, out);
            FINISH(in.c, out);
            continue;
          }
        }
        status = call(thread, callable, {arguments, count, nullptr}, {ReturnAction::Store, in.c, {}}, out);
        FINISH(in.c, out);
        continue;
      }
      case Op::CallKw: {
        Instruction extra = *pc++;
        Value* arguments = R + in.a + 1;
        std::uint32_t count = in.b;
        if (arguments->is_unbound()) {
          ++arguments;
        } else {
          ++count;
        }
        SAVE();
        Value out;
        auto* names = static_cast<Tuple*>(frame->code->constants[extra.a].as_object());
        status = call(thread, R[in.a], {arguments, count, names}, {ReturnAction::Store, in.c, {}}, out);
        FINISH(in.c, out);
        continue;
      }
      case Op::CallEx: {
        SAVE();
        Value out;
        status = call_with_containers(thread, R[in.a], R[in.a + 1], R[in.a + 2], {ReturnAction::Store, in.c, {}}, out);
        LIBRARY(in.c, "operation__call", R[in.a], R[in.a + 1], R[in.a + 2]);
        continue;
      }
      case Op::LoadSuper: {
        SAVE();
        Value out;
        status = zero_argument_super(thread, R[in.b], R[in.c], out);
        FINISH(in.a, out);
        continue;
      }
      case Op::MakeFunction:
        SAVE();
        R[in.a] = make_function(thread, frame, in.b, R + in.c);
        continue;
      case Op::BuildClass: {
        SAVE();
        Value out;
        status = begin_class(thread, static_cast<Function*>(R[in.b].as_object()), static_cast<Str*>(R[in.b + 1].as_object()),
                             static_cast<Tuple*>(R[in.b + 2].as_object()), R[in.b + 3], {ReturnAction::Store, in.a, {}}, out);
        goto not_ok;
      }
      case Op::Return: {
        Value value = R[in.a];
        SAVE();
        if (frame->generator != nullptr) [[unlikely]] {
          status = generator_returned(thread, value);
          goto not_ok;
        }
        Destination destination = frame->destination;
        if (destination.action == ReturnAction::Store) [[likely]] {
          pop_frame(thread);
          RELOAD();
          R[destination.reg] = value;
          continue;
        }
        if (destination.action == ReturnAction::Instance && value.is_none()) [[likely]] {
          pop_frame(thread);
          RELOAD();
          R[destination.reg] = destination.extra;
          continue;
        }
        Object* names = frame->class_names;
        pop_frame(thread);
        if (destination.action == ReturnAction::Leave) {
          thread.result = value;
          return Outcome::Finished;
        }
        if (destination.action == ReturnAction::Class) {
          auto* pending = static_cast<Tuple*>(destination.extra.as_object());
          Value out;
          status = finish_class(thread, interpreter.cls(BuiltinClass::Type), static_cast<Str*>(pending->items[0].as_object()),
                                static_cast<Tuple*>(pending->items[1].as_object()), static_cast<Dict*>(names), pending->items[2], value,
                                {ReturnAction::Store, destination.reg, {}}, out);
          if (status == Status::Ok) thread.frame->registers[destination.reg] = out;
        } else {
          status = deliver(thread, destination, value);
        }
        goto not_ok;
      }
      case Op::Yield: {
        Value value = R[in.b];
        SAVE();
        if (frame->destination.action == ReturnAction::Next) [[likely]] {
          // To the loop that asked: its next item, and on to its body.
          std::uint16_t reg = frame->destination.reg;
          suspend_generator(thread);
          RELOAD();
          R[reg] = value;
          ++pc;
          SAFE_POINT();
          continue;
        }
        status = generator_yielded(thread, value);
        goto not_ok;
      }
      case Op::YieldFrom: {
        frame->pc = pc - 1;
        status = delegate(thread, R[in.b], R[in.c]);
        goto not_ok;
      }

      // ---- exceptions ----
      case Op::Raise:
        SAVE();
        status = raise_statement(thread, R[in.a], Value::unbound());
        goto not_ok;
      case Op::RaiseFrom:
        SAVE();
        status = raise_statement(thread, R[in.a], R[in.b]);
        goto not_ok;
      case Op::RaiseAgain: {
        SAVE();
        Value handled = handled_exception(thread);
        if (handled.is_none()) {
          raise(thread, ExceptionType::RuntimeError, "No active exception to reraise");
          goto raised;
        }
        thread.exception = handled;
        again = true;
        goto raised;
      }
      case Op::Reraise:
        SAVE();
        thread.exception = R[in.a];
        again = true;
        goto raised;
      case Op::MatchException: {
        SAVE();
        bool answer = false;
        status = match_exception(thread, R[in.b], R[in.c], answer);
        FINISH(in.a, Value::boolean(answer));
        continue;
      }
      case Op::MatchGroup:
      case Op::JoinGroup: {
        SAVE();
        Value out;
        status = call_library(thread, in.op == Op::MatchGroup ? "operation__match_group" : "operation__join_group",
                              {R[in.b], R[in.c]}, {ReturnAction::Store, in.a, {}}, out);
        goto not_ok;
      }
      case Op::LeaveHandler:
        frame->handled = in.a == kNone ? Value::none() : R[in.a];
        continue;
      case Op::ExceptionTriple: {
        Value exception = R[in.b];
        R[in.a] = Value::object(class_of(thread, exception));
        R[in.a + 1] = exception;
        R[in.a + 2] = static_cast<Exception*>(exception.as_object())->traceback.load();
        continue;
      }
      case Op::LoadAssertionError:
        R[in.a] = Value::object(interpreter.cls(ExceptionType::AssertionError));
        continue;

      // ---- patterns ----
      case Op::Length: {
        SAVE();
        Value out;
        std::int64_t count = 0;
        status = length(thread, R[in.b], count);
        if (status == Status::Ok) out = Value::small_int(count);
        LIBRARY(in.a, "operation__length", R[in.b]);
        continue;
      }
      case Op::MatchSequence: {
        SAVE();
        Value out;
        status = match_sequence(thread, R[in.b], out);
        LIBRARY(in.a, "operation__match_sequence", R[in.b]);
        continue;
      }
      case Op::MatchMapping: {
        SAVE();
        Value out;
        status = match_mapping(thread, R[in.b], out);
        LIBRARY(in.a, "operation__match_mapping", R[in.b]);
        continue;
      }
      case Op::MatchKeys: {
        SAVE();
        Value out;
        status = match_keys(thread, R[in.b], static_cast<Tuple*>(R[in.c].as_object()), out);
        LIBRARY(in.a, "operation__match_keys", R[in.b], R[in.c]);
        continue;
      }
      case Op::MatchRest: {
        SAVE();
        Value out;
        status = call_library(thread, "operation__match_rest", {R[in.b], R[in.c]}, {ReturnAction::Store, in.a, {}}, out);
        goto not_ok;
      }
      case Op::MatchClass: {
        Instruction extra = *pc++;
        SAVE();
        Value out;
        Value names = frame->code->constants[extra.b];
        status = match_class(thread, R[in.b], R[in.c], extra.a, static_cast<Tuple*>(names.as_object()), out);
        LIBRARY(in.a, "operation__match_class", R[in.b], R[in.c], Value::small_int(extra.a), names);
        continue;
      }

      // ---- modules ----
      case Op::ImportName: {
        SAVE();
        Value out;
        status = import_name(thread, frame->code->module, frame->code->names[in.b], in.c != 0,
                             {ReturnAction::Store, in.a, {}}, out);
        FINISH(in.a, out);
        continue;
      }
      case Op::ImportFrom: {
        SAVE();
        Value out;
        status = import_from(thread, R[in.b], frame->code->names[in.c], {ReturnAction::Store, in.a, {}}, out);
        FINISH(in.a, out);
        continue;
      }
      case Op::ImportStar: {
        SAVE();
        Value out;
        status = import_star(thread, R[in.a], frame->code->module, {ReturnAction::Discard, 0, {}}, out);
        if (status != Status::Ok) goto not_ok;
        continue;
      }
      case Op::Extra:
      case Op::Count:
        assert(false && "operands are not executed");
        continue;
    }

  not_ok:
    switch (status) {
      case Status::Ok:
      case Status::Pushed:
        RELOAD();
        epoch = interpreter.epoch.load(std::memory_order_acquire);
        SAFE_POINT();
        continue;
      case Status::Wait: return Outcome::Wait;
      case Status::Raised: break;
      case Status::Fallback: assert(false && "a fallback nobody takes"); break;
    }
  raised:
    // A run that is being stopped runs no handler any more.
    if ((interpreter.flags.load(std::memory_order_relaxed) & kStop) != 0) return Outcome::SafePoint;
    if (!unwind(thread, again)) return Outcome::Raised;
    again = false;
    RELOAD();
    SAFE_POINT();
  }
#undef SAVE
#undef RELOAD
#undef FINISH
#undef LIBRARY
#undef SAFE_POINT
#undef TAKE_IF
}

}  // namespace

Outcome resume(ThreadState& thread) {
  bool raising = !thread.exception.is_unbound();
  for (;;) {
    try {
      return run(thread, raising);
    } catch (const HeapExhausted&) {
      // Perhaps only garbage is in the way: the executor collects, and the instruction runs once
      // more. A builtin allocates before it changes anything, so it can.
      Frame* frame = thread.frame;
      const Instruction* instruction = frame->pc - 1;
      if (instruction->op == Op::Extra) --instruction;
      if (thread.exhausted_at != instruction) {
        thread.exhausted_at = instruction;
        frame->pc = instruction;
        return Outcome::SafePoint;
      }
      thread.exhausted_at = nullptr;
      raise_memory_error(thread);
      raising = true;
    }
  }
}

void finish_wait(ThreadState& thread, runtime::WaitResult outcome) {
  Value result;
  thread.destination = thread.wait_destination;
  Status status = thread.wait.finish(thread, outcome, result);
  thread.wait = {};
  if (status == Status::Ok) deliver(thread, thread.wait_destination, result);
}

bool start_call(ThreadState& thread, Value callable, std::initializer_list<Value> arguments) {
  std::vector<Value> values(arguments);
  Value result;
  // Through a library function, so that there is a frame whatever is called.
  Status status = call_library(thread, "operation__start", {callable, Value::object(python::make_tuple(thread, std::span<const Value>(values)))},
                               {ReturnAction::Leave, 0, {}}, result);
  return status == Status::Pushed;
}

bool start_module(ThreadState& thread, LinkedCode* code) {
  return push_frame(thread, code, nullptr, {ReturnAction::Leave, 0, {}}) == Status::Pushed;
}

std::uint32_t current_line(const ThreadState& thread) {
  for (const Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    if (frame->code->code->has(Code::kLibrary)) continue;
    std::ptrdiff_t index = frame->pc - frame->code->instructions - 1;
    if (index < 0) index = 0;
    return frame->code->code->spans[static_cast<std::size_t>(index)].line;
  }
  return 0;
}

}  // namespace threadbook::python
