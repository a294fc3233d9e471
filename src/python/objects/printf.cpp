// str % values (text_operators.h): walks the template (text/printf_format.h) and fetches its values.
#include "python/text/printf_format.h"

#include "python/objects/format_operations.h"
#include "python/objects/int_object.h"
#include "python/objects/number_operators.h"
#include "python/objects/realm.h"
#include "python/objects/representation.h"
#include "python/objects/text_operators.h"

namespace threadbook::python {
namespace {

// CPython allows a mapping to be left over, where it complains about other values.
bool is_mapping(RealmThread& thread, Value values) {
  if (!values.is_object() || as_str(values) != nullptr || as_tuple(values) != nullptr) return false;
  switch (values.as_object()->kind) {
    case Kind::List:
    case Kind::Dict:
    case Kind::Range:
    case Kind::Bytes: return true;
    default: return thread.lookup(class_of(thread, values), thread.realm.names.getitem) != nullptr;
  }
}

class Formatter {
 public:
  Formatter(RealmThread& thread, Str* format, Value values)
      : thread_(thread),
        reader_(view_of(format)),
        values_(values),
        tuple_(as_tuple(values)),
        mapping_(is_mapping(thread, values)),
        out_(thread) {}

  Status run(Value& out) {
    while (true) {
      Result<PrintfPiece> piece = reader_.next();
      if (!piece.ok()) return raise(thread_, piece.error());
      if (piece->kind == PrintfPiece::Kind::End) break;
      Status status = Status::Ok;
      if (piece->kind == PrintfPiece::Kind::Literal) {
        append(out_, part(piece->literal));
      } else {
        status = convert(piece->spec);
      }
      if (status != Status::Ok) return status;
    }
    const std::size_t given = tuple_ != nullptr ? tuple_->length : 1;
    if (!mapping_ && used_ < given) {
      return raise(thread_, ExceptionType::TypeError, kPrintfTooManyArguments);
    }
    out = Value::object(out_.finish());
    return Status::Ok;
  }

 private:
  TextView part(Span span) const { return reader_.text().slice(span.start, span.end); }

  Status next_value(Value& out) {
    if (tuple_ != nullptr ? used_ >= tuple_->length : used_ >= 1) {
      return raise(thread_, ExceptionType::TypeError, kPrintfTooFewArguments);
    }
    out = tuple_ != nullptr ? tuple_->items[used_] : values_;
    ++used_;
    return Status::Ok;
  }

  Status star(std::int64_t& out) {
    Value value;
    const Status status = next_value(value);
    if (status != Status::Ok) return status;
    if (!is_int(value)) return raise(thread_, ExceptionType::TypeError, kPrintfStarWantsInt);
    return as_ssize(thread_, value, out);
  }

  Status convert(PrintfSpec& spec) {
    Value value;
    Status status = Status::Ok;
    if (spec.has_key) {
      if (!mapping_) return raise(thread_, ExceptionType::TypeError, kPrintfNeedsMapping);
      const Str* key = make_str(thread_, copy_text(part(spec.key)));
      used_ = 1;  // the mapping itself is no value any more
      status = get_item(thread_, values_, Value::object(key), value);
      if (status != Status::Ok) return status;
    }
    std::int64_t number;
    if (spec.star_width) {
      status = star(number);
      if (status != Status::Ok) return status;
      spec.set_width(number);
    }
    if (spec.star_precision) {
      status = star(number);
      if (status != Status::Ok) return status;
      spec.set_precision(number);
    }
    // An unknown conversion takes its value before it is found to be one, a missing one does not.
    if (spec.deferred_error && spec.conversion == 0) return raise(thread_, *spec.deferred_error);
    if (!spec.has_key) {
      status = next_value(value);
      if (status != Status::Ok) return status;
    }
    if (spec.deferred_error) return raise(thread_, *spec.deferred_error);
    return format(spec, value);
  }

  Status format(const PrintfSpec& spec, Value value) {
    switch (spec.conversion) {
      case U's':
      case U'r':
      case U'a': return format_object(spec, value);
      case U'c': return format_character(spec, value);
      case U'd':
      case U'i':
      case U'u':
      case U'o':
      case U'x':
      case U'X': return format_integer(spec, value);
      default: {
        double number;
        const Status status = as_double(thread_, value, number);
        return status == Status::Ok ? put(format_printf_float(number, spec)) : status;
      }
    }
  }

  Status put(const Result<Text>& text) {
    if (!text.ok()) return raise(thread_, text.error());
    append(out_, text->view());
    return Status::Ok;
  }

  Status format_object(const PrintfSpec& spec, Value value) {
    Str* str = nullptr;
    Status status;
    if (spec.conversion == U's') {
      status = str_value(thread_, value, str);
    } else if (spec.conversion == U'r') {
      status = repr_value(thread_, value, str);
    } else {
      StrBuilder builder(thread_);
      status = ascii_of(thread_, value, builder);
      if (status == Status::Ok) str = builder.finish();
    }
    return status == Status::Ok ? put(format_printf_text(view_of(str), spec)) : status;
  }

  Status format_character(const PrintfSpec& spec, Value value) {
    if (const Str* str = as_str(value); str != nullptr && str->length == 1) {
      return put(format_printf_text(view_of(str), spec));
    }
    if (!is_int(value)) {
      return raise(thread_, ExceptionType::TypeError, kPrintfCharacterWanted);
    }
    return put(format_printf_character(IntOperand(value), spec));
  }

  Status format_integer(const PrintfSpec& spec, Value value) {
    const bool decimal = spec.conversion == U'd' || spec.conversion == U'i' || spec.conversion == U'u';
    const int limit = thread_.realm.max_str_digits.load(std::memory_order_relaxed);
    double number;
    if (decimal && to_float(value, number)) {
      Value whole;
      const Status status = float_to_int(thread_, number, whole);
      if (status != Status::Ok) return status;
      value = whole;
    }
    if (!is_int(value)) {
      const WellKnownNames& names = thread_.realm.names;
      Class* cls = class_of(thread_, value);
      if (thread_.lookup(cls, names.index) != nullptr ||
          (decimal && thread_.lookup(cls, names.int_) != nullptr && !is_number(value))) {
        return Status::Fallback;
      }
      return raise(thread_, ExceptionType::TypeError, printf_type_message(spec.conversion, type_name(thread_, value)));
    }
    const IntOperand operand(value);
    return put(format_printf_int(operand, spec, limit, interrupt_of(thread_)));
  }

  RealmThread& thread_;
  PrintfTemplate reader_;
  Value values_;
  Tuple* tuple_;
  bool mapping_;
  std::size_t used_ = 0;
  StrBuilder out_;
};

}  // namespace

Status printf_format(RealmThread& thread, Str* format, Value values, Value& out) {
  return Formatter(thread, format, values).run(out);
}

Status printf_pieces(RealmThread& thread, Value* arguments, Value& result) {
  Str* format = as_str(arguments[0]);
  if (format == nullptr) return raise(thread, ExceptionType::TypeError, "a str is needed");
  PrintfTemplate reader(view_of(format), !arguments[1].is_unbound() && arguments[1] == Value::boolean(true));
  List* pieces = make_list(thread);
  while (true) {
    Result<PrintfPiece> piece = reader.next();
    if (!piece.ok()) return raise(thread, piece.error());
    if (piece->kind == PrintfPiece::Kind::End) break;
    if (piece->kind == PrintfPiece::Kind::Literal) {
      const Value literal[] = {Value::object(slice_of(thread, format, piece->literal.start, piece->literal.end))};
      list_append(thread, pieces, Value::object(make_tuple(thread, literal)));
      continue;
    }
    const PrintfSpec& spec = piece->spec;
    if (spec.deferred_error) return raise(thread, *spec.deferred_error);
    StrBuilder flags(thread);
    flags.append(U'%');
    if (spec.left) flags.append(U'-');
    if (spec.always_sign) flags.append(U'+');
    if (spec.blank_sign) flags.append(U' ');
    if (spec.alternate) flags.append(U'#');
    if (spec.zero_pad) flags.append(U'0');
    if (spec.star_width) flags.append(U'*');
    if (!spec.star_width && spec.width >= 0) flags.append_latin1(std::to_string(spec.width));
    if (spec.star_precision) flags.append_latin1(".*");
    if (!spec.star_precision && spec.precision >= 0) {
      flags.append_latin1(text(".", std::to_string(spec.precision)));
    }
    const Value parts[] = {
        Value::object(flags.finish()),
        spec.has_key ? Value::object(slice_of(thread, format, spec.key.start, spec.key.end)) : Value::none(),
        Value::object(make_char(thread, spec.conversion)),
        Value::small_int(int{spec.star_width} + int{spec.star_precision})};
    list_append(thread, pieces, Value::object(make_tuple(thread, parts)));
  }
  result = Value::object(pieces);
  return Status::Ok;
}

}  // namespace threadbook::python
