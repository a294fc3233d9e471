import io
import sys
import warnings

sys.stderr = io.StringIO()
warnings.warn_explicit("one", UserWarning, "some/file.py", 12)
warnings.warn_explicit("two", UserWarning, "some/file.py", 13, module="mine")
registry = {}
for _ in range(2):
    warnings.warn_explicit("three", RuntimeWarning, "other.py", 5, "mine", registry)
warnings.showwarning("shown", UserWarning, "a.py", 3, line="  the line ")
text = sys.stderr.getvalue()
sys.stderr = sys.__stderr__
print(text)
print(warnings.formatwarning("text", DeprecationWarning, "b.py", 7, "code here"))
