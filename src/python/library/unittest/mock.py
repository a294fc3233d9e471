"""The module unittest.mock: stand-ins for what a test does not want to run."""
from ._mock_calls import ANY, DEFAULT, _Call, call, sentinel
from ._mock_objects import MagicMock, Mock, NonCallableMock
from ._mock_patch import patch

__all__ = ["Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "NonCallableMock"]
