// format() and str.format (operations.h, format_operations.h).
#include "python/objects/format_operations.h"

#include "python/objects/int_object.h"
#include "python/objects/methods.h"
#include "python/objects/number_operators.h"
#include "python/objects/realm.h"
#include "python/objects/representation.h"
#include "python/objects/text_operators.h"
#include "python/text/format_spec.h"
#include "python/text/str_format.h"

namespace threadbook::python {
namespace {

int digit_limit(RealmThread& thread) { return thread.realm.max_str_digits.load(std::memory_order_relaxed); }

// One call of str.format: the arguments, the numbering, and the text so far.
class TemplateFormatter {
 public:
  TemplateFormatter(RealmThread& thread, Str* format, Tuple* args, Dict* kwargs)
      : thread_(thread), text_(view_of(format)), args_(args), kwargs_(kwargs) {}

  Status run(Value& out) {
    StrBuilder builder(thread_);
    const Status status = expand(FormatTemplate(text_), kFormatMaxDepth, builder);
    if (status == Status::Ok) out = Value::object(builder.finish());
    return status;
  }

 private:
  Status expand(FormatTemplate pieces, int depth, StrBuilder& out) {
    if (depth == 0) return raise(thread_, ExceptionType::ValueError, kFormatRecursion);
    while (true) {
      const Result<std::optional<FormatPiece>> next = pieces.next();
      if (!next.ok()) return raise(thread_, next.error());
      if (!next->has_value()) return Status::Ok;
      const FormatPiece& piece = **next;
      append(out, part(piece.literal));
      if (!piece.has_field) continue;
      const Status status = expand_field(piece, depth, out);
      if (status != Status::Ok) return status;
    }
  }

  Status expand_field(const FormatPiece& piece, int depth, StrBuilder& out) {
    Value value;
    Status status = look_up(piece.name, value);
    if (status == Status::Ok) status = convert(piece.conversion, value);
    if (status != Status::Ok) return status;
    Str* spec = nullptr;
    if (piece.spec_has_fields) {
      StrBuilder builder(thread_);
      status = expand(FormatTemplate(text_, piece.spec), depth - 1, builder);
      if (status != Status::Ok) return status;
      spec = builder.finish();
    } else {
      spec = str(piece.spec);
    }
    Value formatted;
    status = format_value(thread_, value, spec, formatted);
    if (status == Status::Ok) out.append(as_str(formatted));
    return status;
  }

  Status look_up(Span name, Value& value) {
    const Result<FieldFirst> first = parse_field_first(text_, name, numbering_);
    if (!first.ok()) return raise(thread_, first.error());
    Status status = first->is_index ? positional(first->index, value) : named(Value::object(str(first->key)), value);
    Span rest = first->rest;
    while (status == Status::Ok) {
      const Result<std::optional<FieldStep>> next = next_field_step(text_, rest);
      if (!next.ok()) return raise(thread_, next.error());
      if (!next->has_value()) break;
      const FieldStep& step = **next;
      if (step.is_attribute) return Status::Fallback;
      const Value key = step.is_index ? make_int(thread_, step.index) : Value::object(str(step.key));
      status = get_item(thread_, value, key, value);
    }
    return status;
  }

  Status positional(std::int64_t index, Value& value) {
    if (args_ == nullptr) {
      return raise(thread_, ExceptionType::ValueError, "Format string contains positional fields");
    }
    if (index >= args_->length) {
      return raise(thread_, ExceptionType::IndexError,
                   text("Replacement index ", std::to_string(index), " out of range for positional args tuple"));
    }
    value = args_->items[index];
    return Status::Ok;
  }

  Status named(Value key, Value& value) {
    if (kwargs_ != nullptr && dict_get_str(thread_, kwargs_, as_str(key), value)) {
      return Status::Ok;
    }
    return raise_value(thread_, ExceptionType::KeyError, key);
  }

  Status convert(char32_t conversion, Value& value) {
    if (conversion == 0) return Status::Ok;
    if (const Result<Done> known = check_conversion(conversion); !known.ok()) {
      return raise(thread_, known.error());
    }
    StrBuilder builder(thread_);
    const Status status = conversion == U's'   ? str_of(thread_, value, builder)
                          : conversion == U'r' ? repr(thread_, value, builder)
                                               : ascii_of(thread_, value, builder);
    if (status == Status::Ok) value = Value::object(builder.finish());
    return status;
  }

  TextView part(Span span) const { return text_.slice(span.start, span.end); }
  Str* str(Span span) { return make_str(thread_, copy_text(part(span))); }

  RealmThread& thread_;
  TextView text_;
  Tuple* args_;
  Dict* kwargs_;
  FieldNumbering numbering_;
};

Status needs_str(RealmThread& thread) { return raise(thread, ExceptionType::TypeError, "a str is needed"); }

}  // namespace

Status format_value(RealmThread& thread, Value value, Str* spec, Value& out) {
  if (overrides(thread, value, thread.realm.names.format)) return Status::Fallback;
  if (spec->length == 0) {
    Str* written = nullptr;
    const Status status = str_value(thread, value, written);
    if (status == Status::Ok) out = Value::object(written);
    return status;
  }
  const TextView view = view_of(spec);
  if (const Str* str = as_str(value)) return store_str(thread, format_text(view_of(str), view), out);
  if (double number; to_float(value, number)) {
    return store_str(thread, format_float(number, view), out);
  }
  if (std::int64_t small; to_small(unbox(value), small)) {
    return store_str(thread, format_int(small, view), out);
  }
  if (is_int(value)) {
    const IntOperand operand(value);
    return store_str(thread, format_int(operand.view(), view, digit_limit(thread), interrupt_of(thread)), out);
  }
  return raise(thread, ExceptionType::TypeError,
               text("unsupported format string passed to ", type_name(thread, value), ".__format__"));
}

Status str_format(RealmThread& thread, Str* format, Tuple* args, Dict* kwargs, Value& out) {
  return TemplateFormatter(thread, format, args, kwargs).run(out);
}

Status str_format_map(RealmThread& thread, Str* format, Value mapping, Value& out) {
  Dict* dict = as_dict(mapping);
  if (dict == nullptr || !class_of(thread, mapping)->has(Class::kBuiltin)) return Status::Fallback;
  return TemplateFormatter(thread, format, nullptr, dict).run(out);
}

Status format_pieces(RealmThread& thread, Value* arguments, Value& result) {
  Str* format = as_str(arguments[0]);
  if (format == nullptr) return needs_str(thread);
  const auto slice = [&](Span span) { return Value::object(slice_of(thread, format, span.start, span.end)); };
  FormatTemplate reader(view_of(format));
  List* pieces = make_list(thread);
  while (true) {
    const Result<std::optional<FormatPiece>> next = reader.next();
    if (!next.ok()) return raise(thread, next.error());
    if (!next->has_value()) break;
    const FormatPiece& piece = **next;
    if (piece.has_field && piece.conversion != 0) {
      if (const Result<Done> known = check_conversion(piece.conversion); !known.ok()) {
        return raise(thread, known.error());
      }
    }
    const Value empty = Value::object(make_str(thread, std::string_view()));
    const Value parts[] = {slice(piece.literal), piece.has_field ? slice(piece.name) : Value::none(),
                           piece.conversion != 0 ? Value::object(make_char(thread, piece.conversion)) : empty,
                           piece.has_field ? slice(piece.spec) : empty};
    list_append(thread, pieces, Value::object(make_tuple(thread, parts)));
  }
  result = Value::object(pieces);
  return Status::Ok;
}

Status format_name(RealmThread& thread, Value* arguments, Value& result) {
  Str* name = as_str(arguments[0]);
  if (name == nullptr) return needs_str(thread);
  const TextView view = view_of(name);
  const auto slice = [&](Span span) { return Value::object(slice_of(thread, name, span.start, span.end)); };
  // The caller numbers automatic fields: a numbering of our own is only asked whether there is one.
  FieldNumbering numbering;
  const Result<FieldFirst> first = parse_field_first(view, {0, view.size()}, numbering);
  if (!first.ok()) return raise(thread, first.error());
  List* steps = make_list(thread);
  const bool automatic = numbering.mode == FieldNumbering::Mode::Automatic;
  list_append(thread, steps,
              automatic         ? Value::object(make_str(thread, std::string_view()))
              : first->is_index ? make_int(thread, first->index)
                                : slice(first->key));
  Span rest = first->rest;
  while (true) {
    const Result<std::optional<FieldStep>> next = next_field_step(view, rest);
    if (!next.ok()) return raise(thread, next.error());
    if (!next->has_value()) break;
    const FieldStep& step = **next;
    const Value parts[] = {Value::boolean(step.is_attribute),
                           step.is_index ? make_int(thread, step.index) : slice(step.key)};
    list_append(thread, steps, Value::object(make_tuple(thread, parts)));
  }
  result = Value::object(steps);
  return Status::Ok;
}

std::span<const NativeDef> text_engine_functions() {
  static constexpr NativeDef kFunctions[] = {
      {"printf_pieces(format, bytes=False, /)", printf_pieces},
      {"format_pieces(format, /)", format_pieces},
      {"format_name(name, /)", format_name},
  };
  return kFunctions;
}

}  // namespace threadbook::python
