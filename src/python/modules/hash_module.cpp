// A hash in progress is a bytes object, the state of the algorithm: nothing here is shared or changed,
// so threads cannot disturb each other, and copy() of hashlib costs nothing.
#include "python/modules/hash_module.h"

#include <tomcrypt.h>

#include <cstring>

#include "python/objects/operations.h"
#include "python/objects/str.h"

namespace threadbook::python {
namespace {

struct Algorithm {
  std::string_view name;
  int digest_size;  // 0: as long as one asks for
  int block_size;
  int (*init)(hash_state* state);  // nullptr: blake2, which is started with a length and a key
  int (*process)(hash_state* state, const unsigned char* data, unsigned long length);
  int (*done)(hash_state* state, unsigned char* digest);  // nullptr: shake, which is told a length
};

int shake_128_init(hash_state* state) { return sha3_shake_init(state, 128); }
int shake_256_init(hash_state* state) { return sha3_shake_init(state, 256); }

constexpr int kMaxDigest = 64;

constexpr Algorithm kAlgorithms[] = {
    {"md5", 16, 64, md5_init, md5_process, md5_done},
    {"sha1", 20, 64, sha1_init, sha1_process, sha1_done},
    {"sha224", 28, 64, sha224_init, sha256_process, sha224_done},
    {"sha256", 32, 64, sha256_init, sha256_process, sha256_done},
    {"sha384", 48, 128, sha384_init, sha512_process, sha384_done},
    {"sha512", 64, 128, sha512_init, sha512_process, sha512_done},
    {"sha3_224", 28, 144, sha3_224_init, sha3_process, sha3_done},
    {"sha3_256", 32, 136, sha3_256_init, sha3_process, sha3_done},
    {"sha3_384", 48, 104, sha3_384_init, sha3_process, sha3_done},
    {"sha3_512", 64, 72, sha3_512_init, sha3_process, sha3_done},
    {"shake_128", 0, 168, shake_128_init, sha3_process, nullptr},
    {"shake_256", 0, 136, shake_256_init, sha3_process, nullptr},
    {"blake2b", 64, 128, nullptr, blake2b_process, blake2b_done},
    {"blake2s", 32, 64, nullptr, blake2s_process, blake2s_done},
};

const Algorithm* find(Value name) {
  const std::string text = as_str(name)->to_utf8();
  for (const Algorithm& algorithm : kAlgorithms) {
    if (algorithm.name == text) return &algorithm;
  }
  return nullptr;
}

const Bytes* as_bytes(Value value) { return static_cast<const Bytes*>(unbox(value).as_object()); }

Value pack(RealmThread& thread, const hash_state& state) {
  return Value::object(make_bytes(thread, std::string_view(reinterpret_cast<const char*>(&state), sizeof state)));
}

hash_state unpack(Value value) {
  hash_state state;
  std::memcpy(&state, as_bytes(value)->view().data(), sizeof state);
  return state;
}

Status give(RealmThread& thread, const unsigned char* digest, std::size_t length, Value& result) {
  result = Value::object(make_bytes(thread, std::string_view(reinterpret_cast<const char*>(digest), length)));
  return Status::Ok;
}

// sizes(name): (digest size, block size), or None for an unknown algorithm.
Status sizes(RealmThread& thread, Value* arguments, Value& result) {
  result = Value::none();
  if (const Algorithm* algorithm = find(arguments[0])) {
    const Value items[] = {Value::small_int(algorithm->digest_size), Value::small_int(algorithm->block_size)};
    result = Value::object(make_tuple(thread, items));
  }
  return Status::Ok;
}

// start(name, digest_size, key): the first state. The last two count for blake2, where library code has
// checked them.
Status start(RealmThread& thread, Value* arguments, Value& result) {
  const Algorithm& algorithm = *find(arguments[0]);
  hash_state state;
  std::memset(&state, 0, sizeof state);
  const auto length = static_cast<unsigned long>(arguments[1].as_small_int());
  const std::string_view key = as_bytes(arguments[2])->view();
  const auto* key_bytes = key.empty() ? nullptr : reinterpret_cast<const unsigned char*>(key.data());
  if (algorithm.process == blake2b_process) {
    blake2b_init(&state, length, key_bytes, static_cast<unsigned long>(key.size()));
  } else if (algorithm.process == blake2s_process) {
    blake2s_init(&state, length, key_bytes, static_cast<unsigned long>(key.size()));
  } else {
    algorithm.init(&state);
  }
  result = pack(thread, state);
  return Status::Ok;
}

// update(name, state, data): the state after `data`.
Status update(RealmThread& thread, Value* arguments, Value& result) {
  hash_state state = unpack(arguments[1]);
  const std::string_view data = as_bytes(arguments[2])->view();
  find(arguments[0])
      ->process(&state, reinterpret_cast<const unsigned char*>(data.data()), static_cast<unsigned long>(data.size()));
  result = pack(thread, state);
  return Status::Ok;
}

// digest(name, state, length): what has been hashed, as bytes.
Status digest(RealmThread& thread, Value* arguments, Value& result) {
  const Algorithm& algorithm = *find(arguments[0]);
  hash_state state = unpack(arguments[1]);
  const auto length = static_cast<std::size_t>(arguments[2].as_small_int());
  if (algorithm.done == nullptr) {
    std::string long_digest(length, '\0');
    sha3_shake_done(&state, reinterpret_cast<unsigned char*>(long_digest.data()), static_cast<unsigned long>(length));
    return give(thread, reinterpret_cast<const unsigned char*>(long_digest.data()), length, result);
  }
  unsigned char out[kMaxDigest] = {};
  algorithm.done(&state, out);
  return give(thread, out, length, result);
}

constexpr NativeDef kFunctions[] = {
    {"sizes(name, /)", sizes},
    {"start(name, digest_size, key, /)", start},
    {"update(name, state, data, /)", update},
    {"digest(name, state, length, /)", digest},
};

}  // namespace

std::span<const NativeDef> hash_functions() { return kFunctions; }

}  // namespace threadbook::python
