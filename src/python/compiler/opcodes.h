// The bytecode's instruction set: the one list of opcodes.
//
// A register machine. An instruction is 64 bits: opcode, a, b, c of 16 bits each. R[x] is register x
// of the running frame; a function's parameters come first, then its other locals, then
// temporaries. K[x] is a constant, S[x] a name (interned str), C[x] an inline cache (which knows its
// name), J a signed 32-bit distance in b and c, counted from the next instruction. `+J` after an
// opcode's operands: the instruction is followed by a Jump word that it takes or skips by itself;
// `+X`: followed by an Extra word.
#pragma once

#include <cstdint>

namespace threadbook::python {

#define THREADBOOK_BINARY_OPCODES(X) \
  X(Add) X(Sub) X(Mul) X(MatMul) X(Div) X(Mod) X(Pow) X(LShift) X(RShift) X(Or) X(Xor) X(And) X(FloorDiv)

// clang-format off
#define THREADBOOK_OPCODES(X) \
  /* moves and variables */ \
  X(LoadConst)      /* R[a] = K[b] */ \
  X(Move)           /* R[a] = R[b] */ \
  X(LoadLocal)      /* R[a] = R[b]; UnboundLocalError naming S[c] if it has no value */ \
  X(DeleteLocal)    /* R[a] = nothing; UnboundLocalError naming S[b] if it had none */ \
  X(MakeCell)       /* R[a] = a new cell holding R[a] */ \
  X(LoadCell)       /* R[a] = value of the cell R[b]; NameError naming S[c] */ \
  X(StoreCell)      /* value of the cell R[a] = R[b] */ \
  X(DeleteCell)     /* value of the cell R[a] = nothing; NameError naming S[b] */ \
  X(LoadGlobal)     /* R[a] = global b, else the builtin of its name */ \
  X(StoreGlobal)    /* global b = R[a] */ \
  X(DeleteGlobal)   /* global b = nothing */ \
  X(LoadName)       /* R[a] = S[c] of the class body, else global b */ \
  X(LoadNameOrCell) /* R[a] = S[c] of the class body, else value of the cell R[b] */ \
  X(StoreName)      /* S[b] of the class body = R[a] */ \
  X(DeleteName)     /* S[b] of the class body = nothing */ \
  X(SetupAnnotations) /* S[b] of the class body, outside of one global a, = {} if it has no value */ \
  /* operators */ \
  X(Add) X(Sub) X(Mul) X(MatMul) X(Div) X(Mod) X(Pow) X(LShift) X(RShift) X(Or) X(Xor) X(And) \
  X(FloorDiv)       /* R[a] = R[b] op R[c] */ \
  X(InPlaceAdd) X(InPlaceSub) X(InPlaceMul) X(InPlaceMatMul) X(InPlaceDiv) X(InPlaceMod) \
  X(InPlacePow) X(InPlaceLShift) X(InPlaceRShift) X(InPlaceOr) X(InPlaceXor) X(InPlaceAnd) \
  X(InPlaceFloorDiv) /* R[a] = R[b]; R[a] op= R[c] */ \
  X(AddI)           /* R[a] = R[b] + c, a signed 16-bit int */ \
  X(SubI)           /* R[a] = R[b] - c */ \
  X(InPlaceAddI) X(InPlaceSubI) /* the same as `R[b] += c`, which differs for other than ints */ \
  X(Negative) X(Positive) X(Invert) /* R[a] = op R[b] */ \
  X(Not)            /* R[a] = not R[b] */ \
  X(Lt) X(Le) X(Eq) X(Ne) X(Gt) X(Ge) /* R[a] = R[b] op R[c] */ \
  X(Is) X(IsNot)    /* R[a] = R[b] is R[c] */ \
  X(In) X(NotIn)    /* R[a] = R[b] in R[c] */ \
  /* jumps */ \
  X(Jump)           /* +J */ \
  X(JumpBack)       /* +J of a loop; a safe point */ \
  X(JumpIfTrue)     /* if bool(R[a]) +J */ \
  X(JumpIfFalse)    /* if not bool(R[a]) +J */ \
  X(TestLt) X(TestLe) X(TestEq) X(TestNe) X(TestGt) X(TestGe) /* +J if (R[a] op R[b]) == c */ \
  X(TestLtI) X(TestLeI) X(TestEqI) X(TestNeI) X(TestGtI) X(TestGeI) /* same, b a signed int */ \
  X(TestIs)         /* +J if (R[a] is R[b]) == c */ \
  X(TestNone)       /* +J if (R[a] is None) == c */ \
  X(GetIter)        /* R[a] = iter(R[b]) */ \
  X(ForIter)        /* R[b] = next(R[a]); +J once it is exhausted */ \
  /* attributes and items */ \
  X(LoadAttr)       /* R[a] = R[b].C[c] */ \
  X(StoreAttr)      /* R[a].C[c] = R[b] */ \
  X(DeleteAttr)     /* del R[a].S[b] */ \
  X(LoadItem)       /* R[a] = R[b][R[c]] */ \
  X(StoreItem)      /* R[a][R[b]] = R[c] */ \
  X(DeleteItem)     /* del R[a][R[b]] */ \
  /* displays */ \
  X(BuildTuple) X(BuildList) X(BuildSet) /* R[a] = of R[b], … R[b + c - 1] */ \
  X(BuildConstantSet) /* the same of constants: CPython makes such a set from a frozenset, and that \
                       may give it another order; c & kIterated: a loop goes over that itself */ \
  X(BuildDict)      /* R[a] = of c pairs from R[b] on: key, value, key, value, … */ \
  X(BuildSlice)     /* R[a] = slice(R[b], R[b+1], R[b+2]) */ \
  X(BuildString)    /* R[a] = the str R[b], … R[b + c - 1] joined */ \
  X(FormatValue)    /* R[a] = format(R[b] after conversion c & 3 (none, str, repr, ascii), \
                       R[b+1] if c & 4 else '') */ \
  X(ListAppend)     /* R[a].append(R[b]) of a display or comprehension */ \
  X(ListExtend)     /* R[a].extend(R[b]) */ \
  X(SetAdd) X(SetUpdate) /* the same of a set */ \
  X(DictSet)        /* R[a][R[b]] = R[c] of a display or comprehension */ \
  X(DictUpdate)     /* R[a].update(R[b]) of a display */ \
  X(DictMerge)      /* the same for **R[b] in a call of R[c]: TypeError for a name given twice */ \
  X(ListToTuple)    /* R[a] = tuple of the list R[b] */ \
  X(Unpack)         /* R[a], … R[a + c - 1] = R[b] */ \
  X(UnpackEx)       /* the same with a starred target: +X a = before it, b = after it */ \
  /* calls */ \
  X(LoadMethod)     /* R[a], R[a+1] = the function C[c] of R[b] and R[b] itself, or the value of \
                       the attribute and nothing */ \
  X(LoadEnter) X(LoadExit) /* R[a], R[a+1] = the method `with` calls and R[b], or TypeError */ \
  X(Call)           /* R[c] = R[a](b arguments from R[a+1] on) */ \
  X(CallMethod)     /* R[c] = R[a](R[a+1] if it is there, b arguments from R[a+2] on) */ \
  X(CallKw)         /* as CallMethod; b counts all; +X a = K of the tuple of keyword names */ \
  X(CallEx)         /* R[c] = R[a](*R[a+1], **R[a+2]): a list or tuple, a dict or None */ \
  X(LoadSuper)      /* R[a] = super(value of the cell R[b], R[c]), unless `super` was rebound */ \
  X(MakeFunction)   /* R[a] = function of child code b; R[c] defaults, R[c+1] keyword-only \
                       defaults, R[c+2] annotations, each or None */ \
  X(BuildClass)     /* R[a] = class of the body R[b], name R[b+1], bases R[b+2], keywords R[b+3] */ \
  X(Return)         /* return R[a] */ \
  X(Yield)          /* yield R[b]; R[a] = what was sent */ \
  X(YieldFrom)      /* one step of `R[a] = yield from R[b]`: c is what to send */ \
  /* exceptions */ \
  X(Raise)          /* raise R[a] */ \
  X(RaiseFrom)      /* raise R[a] from R[b] */ \
  X(RaiseAgain)     /* bare raise: the exception being handled */ \
  X(Reraise)        /* go on raising R[a], traceback untouched */ \
  X(MatchException) /* R[a] = R[b] is an instance of R[c] */ \
  X(MatchGroup)     /* R[a] = (the part of R[b] an `except* R[c]` takes, what is left), each or None */ \
  X(JoinGroup)      /* R[a] = what goes on being raised of R[b] and the list R[c], or None */ \
  X(LeaveHandler)   /* handling goes back to the exception in R[a]; a = kNone: to none */ \
  X(ExceptionTriple) /* R[a], R[a+1], R[a+2] = type, value, traceback of the exception R[b] */ \
  X(LoadAssertionError) /* R[a] = AssertionError */ \
  /* patterns */ \
  X(Length)         /* R[a] = len(R[b]) */ \
  X(MatchSequence)  /* R[a] = does a sequence pattern look into R[b]? */ \
  X(MatchMapping)   /* R[a] = does a mapping pattern? */ \
  X(MatchKeys)      /* R[a] = the values the mapping R[b] has for the tuple of keys R[c]; None: not all */ \
  X(MatchRest)      /* R[a] = a dict of the mapping R[b] without the keys R[c] */ \
  X(MatchClass)     /* R[a] = the attributes a pattern of the class R[c] looks into, of R[b]; None: it \
                       is no instance or lacks one; +X a = positional ones, b = K of the others' names */ \
  /* modules */ \
  X(ImportName)     /* R[a] = module S[b]; c: 0 the top package, 1 the module itself */ \
  X(ImportFrom)     /* R[a] = S[c] of the module R[b] */ \
  X(ImportStar)     /* every public name of R[a] into the globals */ \
  /* tracing */ \
  X(Nop)            /* nothing: a line of the program that does nothing, for who traces */ \
  X(Trace)          /* not emitted: in place of every opcode while somebody traces (vm/tracing.h) */ \
  X(Watch)          /* not emitted: in place of what others could notice, while somebody watches (vm/watching.h) */ \
  X(Extra)          /* operands of the instruction before; never executed */

// clang-format on
inline constexpr std::uint16_t kIterated = 0x8000;

// clang-format off
enum class Op : std::uint16_t {
#define THREADBOOK_OP(name) name,
  THREADBOOK_OPCODES(THREADBOOK_OP)
#undef THREADBOOK_OP
  Count
};
// clang-format on

// An operand that names no register, no constant, no name.
inline constexpr std::uint16_t kNone = 0xFFFF;

struct Instruction {
  Op op;
  std::uint16_t a, b, c;

  std::int32_t distance() const { return static_cast<std::int32_t>(std::uint32_t{b} | std::uint32_t{c} << 16); }
  void set_distance(std::int32_t d) {
    b = static_cast<std::uint16_t>(static_cast<std::uint32_t>(d));
    c = static_cast<std::uint16_t>(static_cast<std::uint32_t>(d) >> 16);
  }
};
static_assert(sizeof(Instruction) == 8);

const char* name_of(Op op);

}  // namespace threadbook::python
