import sys

print(sys.gettrace(), sys.getprofile())
sys.settrace(None)
sys.setprofile(None)
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.is_finalizing())
sys.displayhook([1, 2])
sys.displayhook(None)
print(_)
print(type(sys.getrefcount([])).__name__, sys.getrefcount([]) >= 1)
print(isinstance(sys.path, list), isinstance(sys.argv, list), sys.warnoptions, type(sys.flags).__name__)
interval = sys.getswitchinterval()
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
sys.setswitchinterval(interval)
for wrong in [0, -1.0]:
    try:
        sys.setswitchinterval(wrong)
    except ValueError as error:
        print(error)
