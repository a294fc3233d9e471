// What a mutex guards, said so that the compiler checks it.
//
// Clang's thread safety analysis (https://clang.llvm.org/docs/ThreadSafetyAnalysis.html) reads these attributes:
// what is GUARDED_BY a mutex may only be touched where that is held, what REQUIRES one only be called there. The
// build for the page, which is Clang's, refuses anything else (-Werror=thread-safety); for other compilers the
// words are empty. Nothing at all is done at run time.
//
// The analysis looks at one function at a time and takes names for what they are: that two references mean the
// same mutex it does not know. Where that, or a stopped world, makes a touch right, assume_held() (mutex.h) says so.
#pragma once

#if defined(__clang__)
#define THREADBOOK_ATTRIBUTE(x) __attribute__((x))
#else
#define THREADBOOK_ATTRIBUTE(x)
#endif

// Of types: can be held; holds one as long as it lives.
#define CAPABILITY(name) THREADBOOK_ATTRIBUTE(capability(name))
#define SCOPED_CAPABILITY THREADBOOK_ATTRIBUTE(scoped_lockable)

// Of variables: touched only while the mutex is held. (Of atomics that are only *written* there a comment tells.)
#define GUARDED_BY(mutex) THREADBOOK_ATTRIBUTE(guarded_by(mutex))

// Of functions: the caller holds it; takes it; gives it back; takes it if the answer is `success`.
#define REQUIRES(...) THREADBOOK_ATTRIBUTE(requires_capability(__VA_ARGS__))
#define ACQUIRE(...) THREADBOOK_ATTRIBUTE(acquire_capability(__VA_ARGS__))
#define RELEASE(...) THREADBOOK_ATTRIBUTE(release_capability(__VA_ARGS__))
#define TRY_ACQUIRE(success) THREADBOOK_ATTRIBUTE(try_acquire_capability(success))

// Of functions: after the call it counts as held; the reference returned is the mutex named.
#define ASSERT_CAPABILITY(mutex) THREADBOOK_ATTRIBUTE(assert_capability(mutex))
#define RETURN_CAPABILITY(mutex) THREADBOOK_ATTRIBUTE(lock_returned(mutex))

// Of functions that are what the others are made of: not looked into.
#define NO_THREAD_SAFETY_ANALYSIS THREADBOOK_ATTRIBUTE(no_thread_safety_analysis)
