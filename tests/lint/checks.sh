# shellcheck shell=bash disable=SC2154,SC2034
# What is asked of our own text before any of it runs: that C++ is laid out as .clang-format says, and that tools which
# know JavaScript, shell and Python find no fault. Sourced by tests/run, which has the parts of web/setup.

lint_checks=(layout javascript shell python)

# What .clang-format means by a setting changes with the formatter's version, and so does what it makes of a line.
layout_version=14

need_lint_tools() {
  need node nodejs 18.18
  need npm npm
  need shellcheck shellcheck
  need pyflakes3 pyflakes3
  command -v clang-format-$layout_version >/dev/null || need clang-format clang-format
}

# JavaScript is read with the types of what it calls: those of the browser's driver lie beside the tests that use it.
setup_lint() {
  npm_packages tests/lint
  npm_packages tests/browser
}

clang_format() { if command -v clang-format-$layout_version >/dev/null; then echo clang-format-$layout_version; else echo clang-format; fi; }

# lint_reason_to_skip CHECK: prints why it cannot be asked here, or nothing.
lint_reason_to_skip() {
  local version
  [[ "$1" == layout ]] || return 0
  version="$("$(clang_format)" --version | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1)"
  [[ "${version%%.*}" == "$layout_version" ]] || echo "it wants clang-format $layout_version, this one is $version"
}

# lint_CHECK, in a shell of its own: prints what is wrong; the status is 0 if nothing is.

lint_layout() {
  cd "$root" || return
  find src tests web -name node_modules -prune -o \( -name '*.h' -o -name '*.cpp' \) -print0 |
    xargs -0 "$(clang_format)" --dry-run --Werror && return
  echo "Lay them out: clang-format -i FILE..."
  return 1
}

lint_javascript() {
  cd "$root" || return
  node tests/lint/node_modules/eslint/bin/eslint.js --config tests/lint/eslint.config.mjs --max-warnings 0 web tests
}

lint_shell() {
  cd "$root" || return
  { find web tests .ci -name node_modules -prune -o -name '*.sh' -print
    grep -rlE --exclude-dir=node_modules '^#!.*\<(ba)?sh$' web tests .ci; } | xargs shellcheck
}

# The tools: not the programs that are run or read as tests, whose faults may be what they are about. The ends of benchmark
# programs (measure_*.py) use the names of what they are put behind.
lint_python() {
  cd "$root" || return
  { find web tests -name node_modules -prune -o -path tests/conformance -prune -o -path tests/stress -prune \
      -o -path tests/fuzz/seeds -prune -o -path 'tests/benchmarks/*/*' -prune -o -name 'measure_*.py' -prune -o -name '*.py' -print
    grep -rlE --exclude-dir=node_modules --exclude='*.py' '^#!.*python' web tests; } | xargs pyflakes3
}
