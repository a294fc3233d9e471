raise ExceptionGroup("nobody catches it", [ValueError(1), TypeError(2)])
