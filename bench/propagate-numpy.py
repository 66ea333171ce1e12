"""The fixed point of R10 by numpy, over the arrays that ours solved: so many passes over everything, then on until nothing moves, to compare.

Usage: propagate-numpy.py FOLDER NODES LINKS PASSES DAMPING. Prints one line of JSON: milliseconds of the passes, and the largest gap to ours at the end.
"""
import json
import sys
import time

import numpy as np

folder, nodes, links, passes, damping = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5])
read = lambda name, kind: np.fromfile(f"{folder}/{name}", dtype=kind)
start, supplier, share = read("start", "<i4"), read("supplier", "<i4"), read("share", "<f8")
own, total = read("own", "<f8"), read("total", "<f8")
assert len(start) == nodes + 1 and len(supplier) == links

buyers = np.nonzero(np.diff(start))[0]
first = start[buyers]
part = np.empty(links)
weighted = np.square(np.square(damping)) * share


def advance(powered, floor):
    np.take(powered, supplier, out=part, mode="clip")
    np.multiply(part, weighted, out=part)
    powered[buyers] = np.maximum(floor[buyers], np.add.reduceat(part, first))


def solve(count):
    floor = np.square(np.square(own))
    powered = floor.copy()
    for _ in range(count):
        advance(powered, floor)
    return np.maximum(own, np.sqrt(np.sqrt(powered)))


solve(1)
begin = time.perf_counter()
solve(passes)
took = 1000 * (time.perf_counter() - begin)
print(json.dumps({"ms": took, "gap": float(np.abs(solve(200) - total).max())}))
