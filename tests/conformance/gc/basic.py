"""The collector's switches."""
import gc
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
print(type(gc.collect()).__name__, type(gc.get_count()).__name__, len(gc.get_count()), len(gc.get_threshold()))
gc.set_threshold(500, 5, 5)
print(gc.get_threshold(), gc.garbage, gc.callbacks, gc.is_tracked([]), gc.is_tracked(5), gc.is_tracked('a'), gc.get_debug())
try:
    gc.collect(5)
except ValueError as error:
    print(error)
print(len(gc.get_stats()), sorted(gc.get_stats()[0]))
