#include "python/objects/signature.h"

#include <cassert>
#include <charconv>

#include "python/objects/operations.h"
#include "python/objects/realm.h"

namespace threadbook::python {

namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

Value parse_default(RealmThread& thread, std::string_view text) {
  if (text == "None") return Value::none();
  if (text == "True") return Value::boolean(true);
  if (text == "False") return Value::boolean(false);
  if (text == "...") return Value::unbound();
  if (text.front() == '\'' || text.front() == '"') {
    std::string value;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      if (text[i] == '\\' && text[i + 1] == 'n') {
        value += '\n';
        ++i;
      } else {
        value += text[i];
      }
    }
    return Value::object(thread.realm.intern(value));
  }
  std::int64_t number = 0;
  [[maybe_unused]] auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  assert(error == std::errc());
  return make_int(thread, number);
}

// Splits at commas outside of quotes.
std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  char quote = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || (text[i] == ',' && quote == 0)) {
      std::string_view part = trim(text.substr(begin, i - begin));
      if (!part.empty()) parts.push_back(part);
      begin = i + 1;
    } else if (quote != 0) {
      if (text[i] == quote) quote = 0;
    } else if (text[i] == '\'' || text[i] == '"') {
      quote = text[i];
    }
  }
  return parts;
}

}  // namespace

std::unique_ptr<Signature> parse_signature(RealmThread& thread, std::string_view text) {
  auto signature = std::make_unique<Signature>();
  std::size_t open = text.find('(');
  std::size_t close = text.rfind(')');
  assert(open != std::string_view::npos && close != std::string_view::npos);
  signature->name = thread.realm.intern(trim(text.substr(0, open)));
  bool keyword_only = false;
  std::vector<Signature::Parameter> stars;
  for (std::string_view part : split(text.substr(open + 1, close - open - 1))) {
    if (part == "/") {
      signature->positional_only = static_cast<std::uint16_t>(signature->parameters.size());
      continue;
    }
    if (part == "*") {
      keyword_only = true;
      continue;
    }
    if (part.starts_with("**")) {
      signature->var_kwargs = true;
      stars.push_back({thread.realm.intern(part.substr(2)), Value::unbound(), false});
      continue;
    }
    if (part.starts_with("*")) {
      signature->var_args = true;
      keyword_only = true;
      stars.push_back({thread.realm.intern(part.substr(1)), Value::unbound(), false});
      continue;
    }
    std::size_t equals = part.find('=');
    Signature::Parameter parameter{};
    parameter.name = thread.realm.intern(trim(part.substr(0, equals)));
    parameter.required = equals == std::string_view::npos;
    if (!parameter.required) parameter.fallback = parse_default(thread, trim(part.substr(equals + 1)));
    signature->parameters.push_back(parameter);
    if (keyword_only) {
      ++signature->keyword_only;
    } else {
      ++signature->positional;
    }
  }
  bool all_required = true;
  for (const auto& parameter : signature->parameters) all_required &= parameter.required;
  signature->is_simple = all_required && signature->positional_only == signature->parameters.size() && stars.empty();
  for (auto& star : stars) signature->parameters.push_back(star);
  return signature;
}

}  // namespace threadbook::python
