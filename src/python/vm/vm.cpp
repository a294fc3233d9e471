#include "python/vm/vm.h"

#include "python/objects/instance.h"
#include "python/objects/operations.h"
#include "python/vm/attributes.h"
#include "python/vm/calls.h"
#include "python/vm/class_builder.h"
#include "python/vm/frame_object.h"
#include "python/vm/generator.h"
#include "python/vm/import.h"
#include "python/vm/inline_cache.h"
#include "python/vm/instructions.h"
#include "python/vm/interpreter.h"
#include "python/vm/pattern_matching.h"
#include "python/vm/special_methods.h"
#include "python/vm/tracing.h"
#include "python/vm/unwind.h"
#include "python/vm/watching.h"

namespace threadbook::python {

namespace {

// Attribute `index` of an object whose shape has it.
inline Slot* slot_at(Object* object, std::uint16_t index) {
  if (object->kind == Kind::Instance && index < object->flags) [[likely]] {
    return &static_cast<Instance*>(object)->slots[index];
  }
  return attribute_slot(object, index);
}

// What is to be called with the object to read `property`, if that is a simple matter.
inline Function* plain_getter(Value property) {
  if (!is_kind(property, Kind::Property)) return nullptr;
  Value getter = static_cast<Property*>(property.as_object())->getter.load();
  if (!is_kind(getter, Kind::Function)) return nullptr;
  auto* function = static_cast<Function*>(getter.as_object());
  return function->code->plain_arguments == 1 ? function : nullptr;
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
// One instruction a paragraph, its label first: laid out by hand.
// clang-format off
Outcome run(ThreadState& thread, bool raising) {
  Interpreter& interpreter = thread.interpreter;
  Frame* frame = thread.frame;
  const Instruction* pc = frame->pc;
  Value* R = frame->registers;
  Status status = Status::Ok;
  bool again = false;
  std::uint32_t epoch = interpreter.epoch.load(std::memory_order_acquire);

// Where the compiler has computed gotos, each instruction jumps straight to the next one: the processor
// foresees most of these jumps, since every instruction has one of its own. Such a jump leaves scopes
// without destroying what is in them, so an instruction with such a local says `continue` instead.
#if defined(__GNUC__) && !defined(__wasm__)
#define THREADBOOK_COMPUTED
  static const void* const kPlaces[] = {
#define THREADBOOK_OP(name) &&op_##name,
      THREADBOOK_OPCODES(THREADBOOK_OP)
#undef THREADBOOK_OP
  };
#define CASE(name) case Op::name: op_##name:
#define EXECUTE() goto* kPlaces[static_cast<std::size_t>(in->op)]
#define NEXT()   \
  do {           \
    in = pc++;   \
    EXECUTE();   \
  } while (false)
#else
#define CASE(name) case Op::name:
#define EXECUTE() goto execute
#define NEXT() continue
#endif
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
#define SAFE_POINT()                                                                                     \
  do {                                                                                                   \
    const std::uint32_t flags = interpreter.flags.load(std::memory_order_relaxed);                       \
    if (flags != 0 && !thread.passes(flags)) [[unlikely]] {                                              \
      SAVE();                                                                                            \
      return Outcome::SafePoint;                                                                         \
    }                                                                                                    \
  } while (false)

// As in CPython others may go on once a builtin has returned.
#define SAFE_POINT_AFTER_NATIVE()                                              \
  do {                                                                         \
    if (interpreter.flags.load(std::memory_order_relaxed) != 0) [[unlikely]] { \
      goto after_native;                                                       \
    }                                                                          \
  } while (false)

  if (raising) {
    if (!unwind(thread, false)) return Outcome::Raised;
    RELOAD();
  }
  const Instruction* in;
  for (;;) {
    in = pc++;
#ifndef THREADBOOK_COMPUTED
  execute:
#endif
    switch (in->op) {
      // ---- moves and variables ----
      CASE(LoadConst) R[in->a] = frame->code->constants[in->b]; NEXT();
      CASE(Move) R[in->a] = R[in->b]; NEXT();
      CASE(LoadLocal)
        if (R[in->b].is_unbound()) [[unlikely]] {
          SAVE();
          raise_unbound_local(thread, frame->code->names[in->c]);
          goto raised;
        }
        R[in->a] = R[in->b];
        NEXT();
      CASE(DeleteLocal)
        if (in->b != kNone && R[in->a].is_unbound()) {
          SAVE();
          raise_unbound_local(thread, frame->code->names[in->b]);
          goto raised;
        }
        R[in->a] = Value::unbound();
        NEXT();
      CASE(MakeCell) {
        SAVE();
        auto* cell = thread.heap.make<Cell>(Kind::Cell, interpreter.shape(BuiltinClass::Cell), 0);
        cell->value.initialize(R[in->a]);
        R[in->a] = Value::object(cell);
        NEXT();
      }
      CASE(LoadCell) {
        Value value = static_cast<Cell*>(R[in->b].as_object())->value.load();
        if (value.is_unbound()) [[unlikely]] {
          SAVE();
          raise_unbound_cell(thread, frame, in->b, frame->code->names[in->c]);
          goto raised;
        }
        R[in->a] = value;
        NEXT();
      }
      CASE(StoreCell) static_cast<Cell*>(R[in->a].as_object())->value.store(R[in->b]); NEXT();
      CASE(DeleteCell) {
        auto* cell = static_cast<Cell*>(R[in->a].as_object());
        if (cell->value.load().is_unbound()) {
          SAVE();
          raise_unbound_cell(thread, frame, in->a, frame->code->names[in->b]);
          goto raised;
        }
        cell->value.store(Value::unbound());
        NEXT();
      }
      CASE(LoadGlobal) {
        Value value = frame->code->globals[in->b]->value.load();
        if (value.is_unbound()) {
          Cell* builtin = frame->code->builtins[in->b].load(std::memory_order_acquire);
          value = builtin != nullptr ? builtin->value.load() : Value::unbound();
          if (value.is_unbound()) [[unlikely]] {
            SAVE();
            if (!load_builtin(thread, frame->code, in->b, value)) goto raised;
          }
        }
        R[in->a] = value;
        NEXT();
      }
      CASE(StoreGlobal) frame->code->globals[in->b]->value.store(R[in->a]); NEXT();
      CASE(DeleteGlobal) {
        Cell* cell = frame->code->globals[in->b];
        if (cell->value.load().is_unbound()) {
          SAVE();
          raise_undefined(thread, frame->code->global_names[in->b]);
          goto raised;
        }
        cell->value.store(Value::unbound());
        NEXT();
      }
      CASE(LoadName)
      CASE(LoadNameOrCell) {
        SAVE();
        Value out;
        status = load_name(thread, frame, in->b, frame->code->names[in->c], in->op == Op::LoadNameOrCell,
                           {ReturnAction::Store, in->a, {}}, out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(StoreName)
      CASE(DeleteName) {
        SAVE();
        bool deleting = in->op == Op::DeleteName;
        status = store_name(thread, frame, frame->code->names[in->b], deleting ? Value::unbound() : R[in->a]);
        if (status != Status::Ok) goto not_ok;
        NEXT();
      }

      CASE(SetupAnnotations) {
        SAVE();
        status = setup_annotations(thread, frame, in->a, frame->code->names[in->b]);
        if (status != Status::Ok) goto not_ok;
        NEXT();
      }

      // ---- operators ----
#define INT_FLOAT(op_overflow, float_op, opcode, in_place)                                   \
  {                                                                                          \
    Value x = R[in->b], y = R[in->c];                                                          \
    if (x.is_small_int() && y.is_small_int()) [[likely]] {                                   \
      std::int64_t sum;                                                                      \
      if (!op_overflow(x.shifted_int(), y.shifted_int(), &sum)) [[likely]] {                 \
        R[in->a] = Value::from_shifted_int(sum);                                              \
        NEXT();                                                                            \
      }                                                                                      \
    } else if (x.is_double() && y.is_double()) {                                             \
      R[in->a] = Value::number(x.as_double() float_op y.as_double());                         \
      NEXT();                                                                              \
    }                                                                                        \
    SAVE();                                                                                  \
    Value out;                                                                               \
    status = binary(thread, BinaryOp::opcode, x, y, in_place, in->a, out); \
    FINISH(in->a, out);                                                                       \
    NEXT();                                                                                \
  }
      CASE(Add) INT_FLOAT(__builtin_add_overflow, +, Add, false)
      CASE(InPlaceAdd) INT_FLOAT(__builtin_add_overflow, +, Add, true)
      CASE(Sub) INT_FLOAT(__builtin_sub_overflow, -, Sub, false)
      CASE(InPlaceSub) INT_FLOAT(__builtin_sub_overflow, -, Sub, true)
#undef INT_FLOAT
#define IMMEDIATE(op_overflow, float_op, opcode, in_place)                                   \
  {                                                                                          \
    Value x = R[in->b];                                                                       \
    auto small = static_cast<std::int16_t>(in->c);                                            \
    if (x.is_small_int()) [[likely]] {                                                       \
      std::int64_t sum;                                                                      \
      if (!op_overflow(x.shifted_int(), std::int64_t{small} << 16, &sum)) [[likely]] {       \
        R[in->a] = Value::from_shifted_int(sum);                                              \
        NEXT();                                                                            \
      }                                                                                      \
    } else if (x.is_double()) {                                                              \
      R[in->a] = Value::number(x.as_double() float_op small);                                 \
      NEXT();                                                                              \
    }                                                                                        \
    SAVE();                                                                                  \
    Value out;                                                                               \
    status = binary(thread, BinaryOp::opcode, x, Value::small_int(small), in_place, in->a, out); \
    FINISH(in->a, out);                                                                       \
    NEXT();                                                                                \
  }
      CASE(AddI) IMMEDIATE(__builtin_add_overflow, +, Add, false)
      CASE(SubI) IMMEDIATE(__builtin_sub_overflow, -, Sub, false)
      CASE(InPlaceAddI) IMMEDIATE(__builtin_add_overflow, +, Add, true)
      CASE(InPlaceSubI) IMMEDIATE(__builtin_sub_overflow, -, Sub, true)
#undef IMMEDIATE
      CASE(Mul)
      CASE(InPlaceMul) {
        Value x = R[in->b], y = R[in->c];
        if (x.is_small_int() && y.is_small_int()) [[likely]] {
          std::int64_t a = x.as_small_int(), b = y.as_small_int();
          constexpr std::int64_t kHalf = std::int64_t{1} << 23;
          // Both below 2**23 is the common case, and cheap to see; 32-bit factors still cannot
          // overflow 64 bits.
          if (a < kHalf && a > -kHalf && b < kHalf && b > -kHalf) {
            R[in->a] = Value::small_int(a * b);
            NEXT();
          }
          if (a == static_cast<std::int32_t>(a) && b == static_cast<std::int32_t>(b) && Value::fits_small_int(a * b)) {
            R[in->a] = Value::small_int(a * b);
            NEXT();
          }
        } else if (x.is_double() && y.is_double()) {
          R[in->a] = Value::number(x.as_double() * y.as_double());
          NEXT();
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::Mul, x, y, in->op == Op::InPlaceMul, in->a, out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(Div)
      CASE(InPlaceDiv) {
        Value x = R[in->b], y = R[in->c];
        if (x.is_double() && y.is_double() && y.as_double() != 0) {
          R[in->a] = Value::number(x.as_double() / y.as_double());
          NEXT();
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::Div, x, y, in->op == Op::InPlaceDiv, in->a, out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(Mod)
      CASE(InPlaceMod) {
        Value x = R[in->b], y = R[in->c];
        if (x.is_small_int() && y.is_small_int() && y.as_small_int() > 0) [[likely]] {
          std::int64_t remainder = x.as_small_int() % y.as_small_int();
          R[in->a] = Value::small_int(remainder < 0 ? remainder + y.as_small_int() : remainder);
          NEXT();
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::Mod, x, y, in->op == Op::InPlaceMod, in->a, out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(FloorDiv)
      CASE(InPlaceFloorDiv) {
        Value x = R[in->b], y = R[in->c];
        if (x.is_small_int() && y.is_small_int() && y.as_small_int() > 0) [[likely]] {
          std::int64_t a = x.as_small_int(), b = y.as_small_int();
          std::int64_t quotient = a / b;
          R[in->a] = Value::small_int(quotient - (a % b < 0 ? 1 : 0));
          NEXT();
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::FloorDiv, x, y, in->op == Op::InPlaceFloorDiv, in->a, out);
        FINISH(in->a, out);
        NEXT();
      }
#define BITS(opcode, symbol)                                                                       \
  {                                                                                            \
    Value x = R[in->b], y = R[in->c];                                                            \
    if (x.is_small_int() && y.is_small_int()) [[likely]] {                                     \
      R[in->a] = Value::small_int(x.as_small_int() symbol y.as_small_int());                    \
      NEXT();                                                                                \
    }                                                                                          \
    SAVE();                                                                                    \
    Value out;                                                                                 \
    status = binary(thread, BinaryOp::opcode, x, y, in->op == Op::InPlace##opcode, in->a, out); \
    FINISH(in->a, out);                                                                         \
    NEXT();                                                                                  \
  }
      CASE(And)
      CASE(InPlaceAnd) BITS(And, &)
      CASE(Or)
      CASE(InPlaceOr) BITS(Or, |)
      CASE(Xor)
      CASE(InPlaceXor) BITS(Xor, ^)
#undef BITS
      CASE(RShift)
      CASE(InPlaceRShift) {
        Value x = R[in->b], y = R[in->c];
        if (x.is_small_int() && y.is_small_int() && y.as_small_int() >= 0) {
          std::int64_t count = y.as_small_int() > 63 ? 63 : y.as_small_int();
          R[in->a] = Value::small_int(x.as_small_int() >> count);
          NEXT();
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::RShift, x, y, in->op == Op::InPlaceRShift, in->a, out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(LShift)
      CASE(InPlaceLShift) {
        Value x = R[in->b], y = R[in->c];
        if (x.is_small_int() && y.is_small_int() && y.as_small_int() >= 0 && y.as_small_int() < 24 &&
            x.as_small_int() < (1 << 23) && x.as_small_int() > -(1 << 23)) {
          R[in->a] = Value::small_int(x.as_small_int() << y.as_small_int());
          NEXT();
        }
        SAVE();
        Value out;
        status = binary(thread, BinaryOp::LShift, x, y, in->op == Op::InPlaceLShift, in->a, out);
        FINISH(in->a, out);
        NEXT();
      }
#define OTHER(opcode)                                                                              \
  CASE(opcode)                                                                                 \
  CASE(InPlace##opcode) {                                                                      \
    SAVE();                                                                                        \
    Value out;                                                                                     \
    status = binary(thread, BinaryOp::opcode, R[in->b], R[in->c], in->op == Op::InPlace##opcode, in->a, out); \
    FINISH(in->a, out);                                                                             \
    NEXT();                                                                                      \
  }
        OTHER(Pow)
        OTHER(MatMul)
#undef OTHER
#define UNARY(opcode)                                                                     \
  CASE(opcode) {                                                                      \
    SAVE();                                                                               \
    Value out;                                                                            \
    status = unary_op(thread, UnaryOp::opcode, R[in->b], out);                            \
    if (status == Status::Fallback) status = call_unary(thread, UnaryOp::opcode, R[in->b], in->a, out); \
    FINISH(in->a, out);                                                                   \
    NEXT();                                                                             \
  }
        UNARY(Negative)
        UNARY(Positive)
        UNARY(Invert)
#undef UNARY
      CASE(Not) {
        Value x = R[in->b];
        if (x.is_bool()) {
          R[in->a] = Value::boolean(x.is_false());
          NEXT();
        }
        SAVE();
        bool answer = false;
        Value out;
        status = truth(thread, x, answer);
        if (status == Status::Fallback) {
          status = call_library(thread, "operation__truth", {x}, {ReturnAction::NotTruth, in->a, {}}, out);
          if (status == Status::Ok) answer = out.is_true();
        }
        FINISH(in->a, Value::boolean(!answer));
        NEXT();
      }
#define COMPARE(opcode, op)                                                                      \
  CASE(opcode) {                                                                             \
    Value x = R[in->b], y = R[in->c];                                                              \
    if (x.is_small_int() && y.is_small_int()) [[likely]] {                                       \
      R[in->a] = Value::boolean(x.as_small_int() op y.as_small_int());                            \
      NEXT();                                                                                  \
    }                                                                                            \
    if (x.is_double() && y.is_double()) {                                                        \
      R[in->a] = Value::boolean(x.as_double() op y.as_double());                                  \
      NEXT();                                                                                  \
    }                                                                                            \
    SAVE();                                                                                      \
    Value out;                                                                                   \
    status = python::compare(thread, CompareOp::opcode, x, y, out);                              \
    if (status == Status::Fallback) status = call_compare(thread, CompareOp::opcode, x, y, false, in->a, out); \
    FINISH(in->a, out);                                                                         \
    NEXT();                                                                                    \
  }
        COMPARE(Lt, <)
        COMPARE(Le, <=)
        COMPARE(Eq, ==)
        COMPARE(Ne, !=)
        COMPARE(Gt, >)
        COMPARE(Ge, >=)
#undef COMPARE
      CASE(Is) R[in->a] = Value::boolean(is_same(R[in->b], R[in->c])); NEXT();
      CASE(IsNot) R[in->a] = Value::boolean(!is_same(R[in->b], R[in->c])); NEXT();
      CASE(In)
      CASE(NotIn) {
        SAVE();
        bool answer = false;
        bool negated = in->op == Op::NotIn;
        Value out;
        status = contains(thread, R[in->c], R[in->b], answer);
        if (status == Status::Fallback) {
          status = call_contains(thread, R[in->c], R[in->b],
                                 {negated ? ReturnAction::NotTruth : ReturnAction::Truth, in->a, {}}, out);
          if (status == Status::Ok) answer = out.is_true();
        }
        FINISH(in->a, Value::boolean(answer != negated));
        NEXT();
      }

      // ---- jumps ----
      CASE(Jump) pc += in->distance(); NEXT();
      CASE(JumpBack)
        pc += in->distance();
        SAFE_POINT();
        NEXT();
      CASE(JumpIfTrue)
      CASE(JumpIfFalse) {
        Value x = R[in->a];
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
        if (answer == (in->op == Op::JumpIfTrue)) {
          std::int32_t distance = in->distance();
          pc += distance;
          if (distance < 0) SAFE_POINT();
        }
        NEXT();
      }
// The instruction behind is a Jump that is taken if `answer` equals c.
#define TAKE_IF(answer)                                \
  do {                                                 \
    if ((answer) == (in->c != 0)) {                     \
      std::int32_t distance = pc->distance();          \
      pc += 1 + distance;                              \
      if (distance < 0) SAFE_POINT();                  \
    } else {                                           \
      ++pc;                                            \
    }                                                  \
  } while (false)
#define TEST(opcode, symbol)                                                                         \
  CASE(Test##opcode)                                                                         \
  CASE(Test##opcode##I) {                                                                    \
    bool immediate = in->op == Op::Test##opcode##I;                                               \
    Value x = R[in->a];                                                                           \
    Value y = immediate ? Value::small_int(static_cast<std::int16_t>(in->b)) : R[in->b];           \
    if (x.is_small_int() && y.is_small_int()) [[likely]] {                                       \
      TAKE_IF(x.as_small_int() symbol y.as_small_int());                                             \
      NEXT();                                                                                  \
    }                                                                                            \
    if (x.is_double() && y.is_double()) {                                                        \
      TAKE_IF(x.as_double() symbol y.as_double());                                                   \
      NEXT();                                                                                  \
    }                                                                                            \
    SAVE();                                                                                      \
    Value out;                                                                                   \
    status = python::compare(thread, CompareOp::opcode, x, y, out);                              \
    if (status == Status::Fallback) status = call_compare(thread, CompareOp::opcode, x, y, true, 0, out); \
    if (status != Status::Ok) goto not_ok;                                                       \
    TAKE_IF(out.is_true());                                                                      \
    NEXT();                                                                                    \
  }
        TEST(Lt, <)
        TEST(Le, <=)
        TEST(Eq, ==)
        TEST(Ne, !=)
        TEST(Gt, >)
        TEST(Ge, >=)
#undef TEST
      CASE(TestIs) TAKE_IF(is_same(R[in->a], R[in->b])); NEXT();
      CASE(TestNone) TAKE_IF(R[in->a].is_none()); NEXT();
      CASE(GetIter) {
        SAVE();
        Value out;
        status = get_iter(thread, R[in->b], out);
        if (status == Status::Fallback) status = call_iter(thread, R[in->b], in->a, out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(ForIter) {
        Value iterator = R[in->a];
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
                R[in->b] = Value::small_int(next);
              } else {
                R[in->b] = make_int(thread, next);
              }
              ++pc;
            }
            NEXT();  // at the end: the jump behind is executed
          }
          if (it->iterator_kind() == IteratorKind::List) {
            std::int64_t position = it->position.load(std::memory_order_relaxed);
            Value source = it->source.load();
            if (is_kind(source, Kind::List) &&
                list_get(static_cast<List*>(source.as_object()), static_cast<std::size_t>(position), out)) [[likely]] {
              it->position.store(position + 1, std::memory_order_relaxed);
              R[in->b] = out;
              ++pc;
              NEXT();
            }
          }
          SAVE();
          status = iterator_next(thread, iterator, out);
          if (status == Status::Ok) [[likely]] {
            if (out.is_unbound()) NEXT();
            R[in->b] = out;
            ++pc;
            NEXT();
          }
          if (status != Status::Fallback) goto not_ok;
        } else {
          SAVE();
          if (object->kind == Kind::Generator) {
            status = resume_generator(thread, static_cast<Generator*>(object), Value::none(), {ReturnAction::Next, in->b, {}});
            if (status == Status::Ok) NEXT();  // it has ended: the jump behind is executed
            if (status != Status::Pushed) goto raised;
            RELOAD();
            NEXT();
          }
        }
        status = next_item(thread, iterator, {ReturnAction::Next, in->b, {}}, R[in->b]);
        if (status == Status::Ok) {
          if (!R[in->b].is_unbound()) ++pc;
          NEXT();
        }
        goto not_ok;
      }

      // ---- attributes and items ----
      CASE(LoadAttr) {
        Value object = R[in->b];
        if (object.is_object()) [[likely]] {
          Object* target = object.as_object();
          std::uint64_t word = frame->code->caches[in->c].find(target->shape.load(std::memory_order_acquire), epoch);
          if (word != 0) [[likely]] {
            Value value = cache_kind(word) == CacheKind::Slot ? slot_at(target, cache_place(word))->load()
                                                              : interpreter.cell_numbers.get(cache_place(word))->value.load();
            if (cache_kind(word) == CacheKind::Getter) {
              Function* getter = plain_getter(value);
              if (getter != nullptr) {
                SAVE();
                status = push_frame(thread, getter->code, getter, {ReturnAction::Store, in->a, {}});
                if (status != Status::Pushed) goto raised;
                RELOAD();
                R[0] = object;
                SAFE_POINT();
                NEXT();
              }
            } else if (!value.is_unbound()) [[likely]] {
              R[in->a] = value;
              NEXT();
            }
          }
        }
        SAVE();
        Value out;
        status = load_attribute_caching(thread, frame, in->b, in->c, {ReturnAction::Store, in->a, {}}, out);
        epoch = interpreter.epoch.load(std::memory_order_acquire);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(StoreAttr) {
        Value object = R[in->a];
        if (object.is_object()) [[likely]] {
          Object* target = object.as_object();
          std::uint64_t word = frame->code->caches[in->c].find(target->shape.load(std::memory_order_acquire), epoch);
          if (word != 0) [[likely]] {
            if (cache_kind(word) == CacheKind::Slot) {
              slot_at(target, cache_place(word))->store(R[in->b]);
              NEXT();
            }
            if (add_attribute(thread, static_cast<Instance*>(target), cache_place(word), R[in->b])) NEXT();
          }
        }
        SAVE();
        Value out;
        status = store_attribute_caching(thread, frame, object, in->c, R[in->b], {ReturnAction::Discard, 0, {}}, out);
        epoch = interpreter.epoch.load(std::memory_order_acquire);
        if (status != Status::Ok) goto not_ok;
        NEXT();
      }
      CASE(DeleteAttr) {
        SAVE();
        Value out;
        status = store_attribute(thread, R[in->a], frame->code->names[in->b], Value::unbound(), {ReturnAction::Discard, 0, {}}, out);
        epoch = interpreter.epoch.load(std::memory_order_acquire);
        if (status != Status::Ok) goto not_ok;
        NEXT();
      }
      CASE(LoadItem) {
        Value object = R[in->b], key = R[in->c];
        if (object.is_object() && key.is_small_int()) {
          Object* target = object.as_object();
          std::int64_t index = key.as_small_int();
          if (target->kind == Kind::List &&
              target->shape.load(std::memory_order_relaxed) == interpreter.shape(BuiltinClass::List)) {
            auto* list = static_cast<List*>(target);
            if (index < 0) index += list->length.load(std::memory_order_acquire);
            Value value;
            if (index >= 0 && list_get(list, static_cast<std::size_t>(index), value)) {
              R[in->a] = value;
              NEXT();
            }
          } else if (target->kind == Kind::Tuple) {
            auto* tuple = static_cast<Tuple*>(target);
            if (index < 0) index += tuple->length;
            if (index >= 0 && index < tuple->length) {
              R[in->a] = tuple->items[index];
              NEXT();
            }
          }
        }
        SAVE();
        Value out;
        status = get_item(thread, object, key, out);
        if (status == Status::Fallback) status = call_get_item(thread, object, key, in->a, out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(StoreItem) {
        Value object = R[in->a], key = R[in->b];
        SAVE();
        if (object.is_object() && key.is_small_int() && key.as_small_int() >= 0) {
          Object* target = object.as_object();
          if (target->shape.load(std::memory_order_relaxed) == interpreter.shape(BuiltinClass::List) &&
              list_set(thread, static_cast<List*>(target), static_cast<std::size_t>(key.as_small_int()), R[in->c])) {
            NEXT();
          }
        }
        status = set_item(thread, object, key, R[in->c]);
        if (status == Status::Fallback) status = call_set_item(thread, object, key, R[in->c]);
        if (status != Status::Ok) goto not_ok;
        NEXT();
      }
      CASE(DeleteItem) {
        SAVE();
        status = delete_item(thread, R[in->a], R[in->b]);
        if (status == Status::Fallback) status = call_delete_item(thread, R[in->a], R[in->b]);
        if (status != Status::Ok) goto not_ok;
        NEXT();
      }

      // ---- displays ----
      CASE(BuildTuple)
        SAVE();
        R[in->a] = Value::object(in->c == 0 ? interpreter.empty_tuple : python::make_tuple(thread, std::span<const Value>(R + in->b, in->c)));
        NEXT();
      CASE(BuildList)
        SAVE();
        R[in->a] = Value::object(make_list(thread, std::span<const Value>(R + in->b, in->c)));
        NEXT();
      CASE(BuildSet) {
        SAVE();
        Value out;
        status = build_set(thread, {R + in->b, in->c}, {ReturnAction::Store, in->a, {}}, out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(BuildConstantSet)
        SAVE();
        R[in->a] = Value::object(make_set_of_constants(thread, {R + in->b, in->c & ~std::size_t{kIterated}}, (in->c & kIterated) != 0));
        NEXT();
      CASE(BuildDict) {
        SAVE();
        Value out;
        status = build_dict(thread, {R + in->b, std::size_t{in->c} * 2}, {ReturnAction::Store, in->a, {}}, out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(BuildSlice)
        SAVE();
        R[in->a] = Value::object(make_slice(thread, R[in->b], R[in->b + 1], R[in->b + 2]));
        NEXT();
      CASE(BuildString) {
        SAVE();
        R[in->a] = Value::object(join(thread, {R + in->b, in->c}));
        NEXT();
      }
      CASE(FormatValue) {
        SAVE();
        Value out;
        Value spec = (in->c & 4) != 0 ? R[in->b + 1] : Value::object(interpreter.empty_str);
        status = format_interpolated(thread, R[in->b], in->c & 3, static_cast<Str*>(spec.as_object()), out);
        LIBRARY(in->a, "operation__interpolate", R[in->b], Value::small_int(in->c & 3), spec);
        NEXT();
      }
      CASE(ListAppend)
        SAVE();
        list_append(thread, static_cast<List*>(R[in->a].as_object()), R[in->b]);
        NEXT();
      CASE(ListExtend) {
        SAVE();
        std::vector<Value> items;
        status = collect(thread, R[in->b], items);
        if (status == Status::Ok) {
          list_extend(thread, static_cast<List*>(R[in->a].as_object()), items);
          continue;
        }
        if (status == Status::Fallback) {
          Value out;
          status = call_library(thread, "operation__list_extend", {R[in->a], R[in->b]}, {ReturnAction::Discard, 0, {}}, out);
        }
        if (status == Status::Raised) word_unpack_error(thread, R[in->b]);
        goto not_ok;
      }
      CASE(SetAdd) {
        SAVE();
        Value out;
        status = display_set_add(thread, R[in->a], R[in->b], out);
        if (status != Status::Ok) goto not_ok;
        NEXT();
      }
      CASE(SetUpdate) {
        SAVE();
        Value out;
        status = call_library(thread, "operation__set_update", {R[in->a], R[in->b]}, {ReturnAction::Discard, 0, {}}, out);
        goto not_ok;
      }
      CASE(DictSet) {
        SAVE();
        Value out;
        status = set_item(thread, R[in->a], R[in->b], R[in->c]);
        if (status == Status::Fallback) {
          status = call_library(thread, "operation__setitem", {R[in->a], R[in->b], R[in->c]}, {ReturnAction::Discard, 0, {}}, out);
        }
        if (status != Status::Ok) goto not_ok;
        NEXT();
      }
      CASE(DictUpdate)
      CASE(DictMerge) {
        SAVE();
        bool merging = in->op == Op::DictMerge;
        status = merge_dict(thread, R[in->a], R[in->b], merging);
        if (status == Status::Ok) [[likely]] NEXT();
        if (status == Status::Fallback) {
          Value out;
          status = merging ? call_library(thread, "operation__dict_merge", {R[in->a], R[in->b], R[in->c]},
                                          {ReturnAction::Discard, 0, {}}, out)
                           : call_library(thread, "operation__dict_update", {R[in->a], R[in->b]}, {ReturnAction::Discard, 0, {}}, out);
        }
        goto not_ok;
      }
      CASE(ListToTuple) {
        SAVE();
        auto items = list_snapshot(thread, static_cast<List*>(R[in->b].as_object()));
        R[in->a] = Value::object(items.empty() ? interpreter.empty_tuple : python::make_tuple(thread, std::span<const Value>(items)));
        continue;
      }
      CASE(Unpack) {
        SAVE();
        status = unpack(thread, R[in->b], R + in->a, in->c);
        if (status == Status::Ok) [[likely]] NEXT();
        if (status == Status::Fallback) {
          // The library makes a list of just enough items; the instruction runs again on it.
          status = call_library(thread, "operation__unpack", {R[in->b], Value::small_int(in->c)}, {ReturnAction::Unpack, in->a, {}}, R[in->a]);
        }
        goto not_ok;
      }
      CASE(UnpackEx) {
        Instruction extra = *pc++;
        SAVE();
        status = unpack_starred(thread, R[in->b], R + in->a, extra.a, extra.b);
        if (status == Status::Ok) NEXT();
        if (status == Status::Fallback) {
          Value out;
          status = call_library(thread, "operation__collect", {R[in->b]}, {ReturnAction::UnpackStarred, in->a, {}}, out);
        }
        goto not_ok;
      }

      // ---- calls ----
      CASE(LoadMethod) {
        Value object = R[in->b];
        if (object.is_object()) [[likely]] {
          Object* target = object.as_object();
          std::uint64_t word = frame->code->caches[in->c].find(target->shape.load(std::memory_order_acquire), epoch);
          if (word != 0) [[likely]] {
            if (cache_kind(word) == CacheKind::Method) {
              Value function = interpreter.cell_numbers.get(cache_place(word))->value.load();
              if (is_kind(function, Kind::Function) || is_kind(function, Kind::NativeFunction)) [[likely]] {
                R[in->a + 1] = object;
                R[in->a] = function;
                NEXT();
              }
            } else if (cache_kind(word) == CacheKind::Cell) {
              Value value = interpreter.cell_numbers.get(cache_place(word))->value.load();
              if (!value.is_unbound()) {
                R[in->a] = value;
                R[in->a + 1] = Value::unbound();
                NEXT();
              }
            }
          }
        }
        SAVE();
        status = load_method_caching(thread, frame, in->b, in->c, in->a);
        epoch = interpreter.epoch.load(std::memory_order_acquire);
        if (status != Status::Ok) goto not_ok;
        NEXT();
      }
      CASE(LoadEnter)
      CASE(LoadExit)
        SAVE();
        status = load_with_method(thread, R[in->b], in->op == Op::LoadExit, R[in->a], R[in->a + 1]);
        if (status != Status::Ok) goto not_ok;
        NEXT();
      CASE(CallMethod)
      CASE(Call) {
        Value callable = R[in->a];
        Value* arguments = R + in->a + 1;
        std::uint32_t count = in->b;
        if (in->op == Op::CallMethod) {
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
            status = push_frame(thread, function->code, function, {ReturnAction::Store, in->c, {}});
            if (status != Status::Pushed) goto raised;
            RELOAD();
            for (std::uint32_t i = 0; i < count; ++i) R[i] = arguments[i];
            SAFE_POINT();
            NEXT();
          }
        } else if (is_kind(callable, Kind::NativeFunction)) {
          auto* native = static_cast<NativeFunction*>(callable.as_object());
          // A method of a builtin class not had from its object: call() looks at what it is given as self.
          if (native->owner == nullptr || count > in->b) [[likely]] {
            status = call_native(thread, native, {arguments, count, nullptr}, {ReturnAction::Store, in->c, {}}, out);
            FINISH(in->c, out);
            SAFE_POINT_AFTER_NATIVE();
            NEXT();
          }
        }
        status = call(thread, callable, {arguments, count, nullptr}, {ReturnAction::Store, in->c, {}}, out);
        FINISH(in->c, out);
        SAFE_POINT_AFTER_NATIVE();
        NEXT();
      }
      CASE(CallKw) {
        Instruction extra = *pc++;
        Value* arguments = R + in->a + 1;
        std::uint32_t count = in->b;
        if (arguments->is_unbound()) {
          ++arguments;
        } else {
          ++count;
        }
        SAVE();
        Value out;
        auto* names = static_cast<Tuple*>(frame->code->constants[extra.a].as_object());
        status = call(thread, R[in->a], {arguments, count, names}, {ReturnAction::Store, in->c, {}}, out);
        FINISH(in->c, out);
        SAFE_POINT_AFTER_NATIVE();
        NEXT();
      }
      CASE(CallEx) {
        SAVE();
        Value out;
        status = call_with_containers(thread, R[in->a], R[in->a + 1], R[in->a + 2], {ReturnAction::Store, in->c, {}}, out);
        LIBRARY(in->c, "operation__call", R[in->a], R[in->a + 1], R[in->a + 2]);
        SAFE_POINT_AFTER_NATIVE();
        NEXT();
      }
      CASE(LoadSuper) {
        SAVE();
        Value out;
        status = zero_argument_super(thread, R[in->b], R[in->c], out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(MakeFunction)
        SAVE();
        R[in->a] = make_function(thread, frame, in->b, R + in->c);
        NEXT();
      CASE(BuildClass) {
        SAVE();
        Value out;
        status = begin_class(thread, static_cast<Function*>(R[in->b].as_object()), static_cast<Str*>(R[in->b + 1].as_object()),
                             static_cast<Tuple*>(R[in->b + 2].as_object()), R[in->b + 3], {ReturnAction::Store, in->a, {}}, out);
        goto not_ok;
      }
      CASE(Return) {
        Value value = R[in->a];
        SAVE();
        if (frame->generator != nullptr) [[unlikely]] {
          status = generator_returned(thread, value);
          goto not_ok;
        }
        Destination destination = frame->destination;
        bool is_answer = destination.action == ReturnAction::Operator && !value.is_not_implemented();
        if (destination.action == ReturnAction::Store || is_answer) [[likely]] {
          pop_frame(thread);
          RELOAD();
          R[destination.reg] = value;
          NEXT();
        }
        if (destination.action == ReturnAction::Instance && value.is_none()) [[likely]] {
          pop_frame(thread);
          RELOAD();
          R[destination.reg] = destination.extra;
          NEXT();
        }
        Object* names = frame->class_names;
        destination = leave(frame);
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
      CASE(Yield) {
        Value value = R[in->b];
        SAVE();
        if (frame->destination.action == ReturnAction::Next) [[likely]] {
          // To the loop that asked: its next item, and on to its body.
          std::uint16_t reg = frame->destination.reg;
          suspend_generator(thread);
          RELOAD();
          R[reg] = value;
          ++pc;
          SAFE_POINT();
          NEXT();
        }
        status = generator_yielded(thread, value);
        goto not_ok;
      }
      CASE(YieldFrom) {
        frame->pc = pc - 1;
        status = delegate(thread, R[in->b], R[in->c]);
        goto not_ok;
      }

      // ---- exceptions ----
      CASE(Raise)
        SAVE();
        status = raise_statement(thread, R[in->a], Value::unbound());
        goto not_ok;
      CASE(RaiseFrom)
        SAVE();
        status = raise_statement(thread, R[in->a], R[in->b]);
        goto not_ok;
      CASE(RaiseAgain) {
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
      CASE(Reraise)
        SAVE();
        thread.exception = R[in->a];
        again = true;
        goto raised;
      CASE(MatchException) {
        SAVE();
        bool answer = false;
        status = match_exception(thread, R[in->b], R[in->c], answer);
        FINISH(in->a, Value::boolean(answer));
        NEXT();
      }
      CASE(MatchGroup)
      CASE(JoinGroup) {
        SAVE();
        Value out;
        status = call_library(thread, in->op == Op::MatchGroup ? "operation__match_group" : "operation__join_group",
                              {R[in->b], R[in->c]}, {ReturnAction::Store, in->a, {}}, out);
        goto not_ok;
      }
      CASE(LeaveHandler)
        frame->handled = in->a == kNone ? Value::none() : R[in->a];
        NEXT();
      CASE(ExceptionTriple) {
        Value exception = R[in->b];
        R[in->a] = Value::object(class_of(thread, exception));
        R[in->a + 1] = exception;
        R[in->a + 2] = static_cast<Exception*>(exception.as_object())->traceback.load();
        NEXT();
      }
      CASE(LoadAssertionError)
        R[in->a] = Value::object(interpreter.cls(ExceptionType::AssertionError));
        NEXT();

      // ---- patterns ----
      CASE(Length) {
        SAVE();
        Value out;
        std::int64_t count = 0;
        status = length(thread, R[in->b], count);
        if (status == Status::Ok) out = Value::small_int(count);
        LIBRARY(in->a, "operation__length", R[in->b]);
        NEXT();
      }
      CASE(MatchSequence) {
        SAVE();
        Value out;
        status = match_sequence(thread, R[in->b], out);
        LIBRARY(in->a, "operation__match_sequence", R[in->b]);
        NEXT();
      }
      CASE(MatchMapping) {
        SAVE();
        Value out;
        status = match_mapping(thread, R[in->b], out);
        LIBRARY(in->a, "operation__match_mapping", R[in->b]);
        NEXT();
      }
      CASE(MatchKeys) {
        SAVE();
        Value out;
        status = match_keys(thread, R[in->b], static_cast<Tuple*>(R[in->c].as_object()), out);
        LIBRARY(in->a, "operation__match_keys", R[in->b], R[in->c]);
        NEXT();
      }
      CASE(MatchRest) {
        SAVE();
        Value out;
        status = call_library(thread, "operation__match_rest", {R[in->b], R[in->c]}, {ReturnAction::Store, in->a, {}}, out);
        goto not_ok;
      }
      CASE(MatchClass) {
        Instruction extra = *pc++;
        SAVE();
        Value out;
        Value names = frame->code->constants[extra.b];
        status = match_class(thread, R[in->b], R[in->c], extra.a, static_cast<Tuple*>(names.as_object()), out);
        LIBRARY(in->a, "operation__match_class", R[in->b], R[in->c], Value::small_int(extra.a), names);
        NEXT();
      }

      // ---- modules ----
      CASE(ImportName) {
        SAVE();
        Value out;
        status = import_name(thread, frame->code->module, frame->code->names[in->b], in->c != 0,
                             {ReturnAction::Store, in->a, {}}, out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(ImportFrom) {
        SAVE();
        Value out;
        status = import_from(thread, R[in->b], frame->code->names[in->c], {ReturnAction::Store, in->a, {}}, out);
        FINISH(in->a, out);
        NEXT();
      }
      CASE(ImportStar) {
        SAVE();
        Value out;
        status = import_star(thread, R[in->a], frame->code->module, {ReturnAction::Discard, 0, {}}, out);
        if (status != Status::Ok) goto not_ok;
        NEXT();
      }
      // ---- tracing ----
      CASE(Extra)
      case Op::Count:
        assert(false && "operands are not executed");
        NEXT();
      CASE(Nop) NEXT();
      CASE(Trace)
        SAVE();
        status = trace_instruction(thread);
        if (status != Status::Ok) goto not_ok;
        if (thread.is_watched() && is_watchable(frame->code->original(in).op) && !may_execute(thread)) {
          keep_told(thread);
          frame->pc = pc - 1;
          return Outcome::Step;
        }
        in = &frame->code->original(in);
        EXECUTE();
      CASE(Watch)
        SAVE();
        if (!may_execute(thread)) {
          frame->pc = pc - 1;
          return Outcome::Step;
        }
        in = &frame->code->original(in);
        EXECUTE();
    }

  after_native:
    // Not in library code: there builtins stand for what is one step in CPython.
    if (!frame->code->code->has(Code::kLibrary) &&
        !thread.passes(interpreter.flags.load(std::memory_order_relaxed))) {
      SAVE();
      return Outcome::AfterCall;
    }
    continue;

  not_ok:
    switch (status) {
      case Status::Ok:
      case Status::Pushed:
        RELOAD();
        epoch = interpreter.epoch.load(std::memory_order_acquire);
        SAFE_POINT();
        NEXT();
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
#undef SAFE_POINT_AFTER_NATIVE
#undef TAKE_IF
}
// clang-format on

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
      if (frame->code->original(instruction).op == Op::Extra) --instruction;
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

namespace {

EventKind event_of(runtime::WaitResult outcome) {
  switch (outcome) {
    case runtime::WaitResult::Acquired: return EventKind::Got;
    case runtime::WaitResult::TimedOut: return EventKind::TimedOut;
    case runtime::WaitResult::Cancelled: break;
  }
  return EventKind::Interrupted;
}

}  // namespace

bool finish_wait(ThreadState& thread, runtime::WaitResult outcome) {
  WaitRequest ended = std::exchange(thread.wait, {});
  Value result;
  thread.destination = thread.wait_destination;
  try {
    // Nobody else may end a wait, so here, once, is where it is told how it did.
    if (ended.operation == Touch::None) thread.tell(event_of(outcome), ended.activity, ended.object());
    Status status = ended.finish(thread, ended, outcome, result);
    if (status == Status::Wait) return false;
    if (status == Status::Ok) deliver(thread, thread.wait_destination, result);
  } catch (const HeapExhausted&) {
    raise_memory_error(thread);
  }
  return true;
}

bool start_call(ThreadState& thread, Value callable, std::initializer_list<Value> arguments) {
  std::vector<Value> values(arguments);
  Value result;
  // Through a library function, so that there is a frame whatever is called.
  Status status = call_library(thread, "operation__start",
                               {callable, Value::object(python::make_tuple(thread, std::span<const Value>(values)))},
                               {ReturnAction::Leave, 0, {}}, result);
  return status == Status::Pushed;
}

bool start_module(ThreadState& thread, LinkedCode* code) {
  return push_frame(thread, code, nullptr, {ReturnAction::Leave, 0, {}}) == Status::Pushed;
}

std::uint32_t current_line(const ThreadState& thread) {
  for (const Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    if (frame->code->code->has(Code::kLibrary)) continue;
    return span_of(frame->code, instruction_of(frame)).line;
  }
  return 0;
}

}  // namespace threadbook::python
