// The unit tests' entry point: doctest's own, which knows --test-case, --list-test-cases and --help.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
