# A module's __dir__ tells what may have been meant.
import types

module = types.ModuleType("made")
module.nearly = 1
module.__dir__ = lambda: ["nearby"]
module.nearb
