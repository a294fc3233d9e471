"""Prints the files of the standard library as the page wants them: a JSON object, name -> text, names sorted.

    library.py FOLDER
"""

import json
import sys
from pathlib import Path

folder = Path(sys.argv[1])
names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.py"))
json.dump({name: (folder / name).read_text("utf-8") for name in names}, sys.stdout, ensure_ascii=False,
          separators=(",", ":"))
