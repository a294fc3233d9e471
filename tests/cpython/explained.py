"""The tests of CPython that are left out, alone or with their class, and why each of them is.

They are written for 3.11. Where the engine follows a later version, or no engine but CPython could pass,
it says so here. What needs a process, a signal or C is skipped by the tests themselves or by support/.
"""

LEFT_OUT = {
    "ThreadTests.test_disallow_instantiation": "newer: threading.Lock is a class since 3.13",
    "ThreadTests.test_foreign_thread": "newer: a dummy thread leaves with its thread since 3.13",
    "ThreadTests.test_ident_of_no_threading_threads": "newer: a dummy thread leaves with its thread since 3.13",
    "ThreadTests.test_limbo_cleanup": "CPython's inside: threading._start_new_thread is gone since 3.13",
    "ThreadTests.test_tstate_lock": "CPython's inside: Thread._tstate_lock is gone since 3.13",
    "ThreadTests.test_shutdown_locks": "CPython's inside: threading._shutdown_locks is gone since 3.13",
    "ThreadTests.test_no_refcycle_through_target": "reference counts: expects objects to be gone at once",
    "ThreadJoinOnShutdown.test_4_daemon_threads": "files",
    "ThreadingExceptionTests.test_multithread_modify_file_noerror": "files",
    "SubinterpThreadingTests.test_threads_join": "C API: subinterpreters",
    "SubinterpThreadingTests.test_threads_join_2": "C API: subinterpreters",
    "ThreadTests.test_frame_tstate_tracing": "C API: _testcapi",
    "TraceTestCase.test_13_genexp": "reference counts: expects a generator to be closed at once",
    "SkipLineEventsTraceTestCase.test_13_genexp": "reference counts: expects a generator to be closed at once",
    "TraceOpcodesTestCase.test_13_genexp": "reference counts: expects a generator to be closed at once",
    "TestEdgeCases.test_reentrancy": "reference counts: expects __del__ to be called at once",
    "JumpTestCase": "jumps: frame.f_lineno can be read, not set",
    "MiscTestCase.test__all__": "newer: __all__ has what 3.12 and 3.13 added",
}
