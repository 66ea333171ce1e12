"""The fixed point of R10 by numpy, over the arrays that ours solved: so many passes over everything, then on until nothing moves, to compare.

Usage: propagate-numpy.py FOLDER NODES LINKS PASSES DAMPING ODDS. Prints one line of JSON: milliseconds of the passes, and the largest gap to ours at the end.
"""
import json
import sys
import time

import numpy as np

folder, nodes, links, passes = sys.argv[1], *map(int, sys.argv[2:5])
damping, odds = map(float, sys.argv[5:7])
read = lambda name, kind: np.fromfile(f"{folder}/{name}", dtype=kind)
start, supplier, share = read("start", "<i4"), read("supplier", "<i4"), read("share", "<f8")
own, total = read("own", "<f8"), read("total", "<f8")
assert len(start) == nodes + 1 and len(supplier) == links

buyers = np.nonzero(np.diff(start))[0]
first = start[buyers]
part = np.empty(links)
weighted = damping * share


def advance(probability, floor):
    np.take(probability, supplier, out=part, mode="clip")
    np.multiply(part, weighted, out=part)
    probability[buyers] = np.maximum(floor[buyers], np.add.reduceat(part, first))


def solve(count):
    ratio = odds * np.exp2((own - 50) / 10)
    floor = ratio / (1 + ratio)
    probability = floor.copy()
    for _ in range(count):
        advance(probability, floor)
    return np.maximum(own, 50 + 10 * np.log2(probability / (1 - probability) / odds))


solve(1)
begin = time.perf_counter()
solve(passes)
took = 1000 * (time.perf_counter() - begin)
print(json.dumps({"ms": took, "gap": float(np.abs(solve(200) - total).max())}))
