"""K shortest simple paths by igraph's C core, for the bench: one JSON request a line on stdin, one answer a line."""

import array
import json
import statistics
import sys
import time

import igraph

graph = None
for line in sys.stdin:
    request = json.loads(line)
    if "edges" in request:
        ends = array.array("I")
        with open(request["edges"], "rb") as file:
            ends.frombytes(file.read())
        graph = igraph.Graph(n=request["nodes"], edges=zip(ends[0::2], ends[1::2]), directed=False)
        print(json.dumps({"version": igraph.__version__}), flush=True)
        continue
    times = []
    hops = []
    for source, target in request["pairs"]:
        started = time.perf_counter()
        paths = graph.get_k_shortest_paths(source, target, k=request["k"], output="epath")
        times.append(1000 * (time.perf_counter() - started))
        hops.append([len(path) for path in paths])
    print(json.dumps({"medianMs": statistics.median(times), "hops": hops}), flush=True)
