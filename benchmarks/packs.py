"""Reading all front matter against ``tomllib`` on the same bytes; prints a ratio.

.venv/bin/python benchmarks/packs.py
"""

from __future__ import annotations

import statistics
import time
import tomllib
from pathlib import Path

from lifeskills import places
from lifeskills.core.folders import PackFolder
from lifeskills.packs.library import Library

ROUNDS = 15


def front_matter(file: Path) -> str:
    """The bytes between the fences, as the reader takes them."""
    text = file.read_text(encoding="utf-8")
    return text.split("+++", 2)[1]


def main() -> None:
    """Take both in turn in every round; the ratio is the median of the rounds' ratios."""
    root = places.shipped("curricula")
    folders = [PackFolder(file.parent) for file in sorted(root.rglob("pack.toml"))]
    files = sorted(root.rglob("lessons/*.md"))
    ours, plain = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        Library(folders).courses("zh")
        ours.append(time.perf_counter() - start)
        start = time.perf_counter()
        for file in files:
            tomllib.loads(front_matter(file))
        plain.append(time.perf_counter() - start)
    ratio = statistics.median(a / b for a, b in zip(ours, plain, strict=True))
    print(f"{len(files)} files: library {statistics.median(ours) * 1000:.1f} ms,", end=" ")
    print(f"tomllib {statistics.median(plain) * 1000:.1f} ms, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
