"""Makes one folder's content that of another, touching only what differs.

    replace_folder.py NEW FOLDER

NEW is used up. Files of FOLDER that are the same in NEW keep their modification time, by which a
web server tells browsers that their copy is still good; files that NEW lacks are removed.
"""

import filecmp
import os
import shutil
import sys
from pathlib import Path


def replace_folder(new: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {path.relative_to(new) for path in new.rglob("*") if path.is_file()}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder) not in wanted:
            path.unlink()
    for name in wanted:
        target = folder / name
        if target.is_file() and filecmp.cmp(new / name, target, shallow=False):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(new / name, target)
    shutil.rmtree(new)


if __name__ == "__main__":
    replace_folder(Path(sys.argv[1]), Path(sys.argv[2]))
