import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sha256Hex } from '@hewn/protocol'
import { pythonForTests } from '@hewn/testing'
import { expect, it } from 'vitest'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

const WRITE = `
import json, sys
import numpy as np
sys.path.insert(0, sys.argv[1])
from hewn_runner import blob

value = json.load(open(sys.argv[2]))
array = lambda name, kind, width=None: np.array(value[name], kind).reshape(-1, width) if width else np.array(value[name], kind)
faces = np.zeros(len(value["faces"]), blob.FACE)
for row, face in zip(faces, value["faces"]):
    row["kind"] = ["other", "plane", "cylinder", "cone", "sphere", "torus"].index(face["kind"])
    row["flags"] = blob.HOLLOW if face["hollow"] else 0
    for name in ("area", "a", "b", "point", "axis", "centroid"):
        row[name] = face[name]
edges = np.zeros(len(value["edges"]), blob.EDGE)
for row, edge in zip(edges, value["edges"]):
    row["kind"] = ["other", "line", "circle", "ellipse"].index(edge["kind"])
    row["flags"] = (blob.EDGE_CLOSED if edge["closed"] else 0) | (blob.EDGE_SEAM if edge["seam"] else 0)
    row["faces"] = [face % 2**32 for face in edge["faces"]]
    for name in ("length", "radius", "centre", "axis"):
        row[name] = edge[name]
body = value["body"]
sys.stdout.buffer.write(blob.encode(
    bounds=[*value["bounds"]["min"], *value["bounds"]["max"]], closed=value["closed"], exact=value["exact"],
    deviation=value["deviation"], positions=array("positions", "f4", 3), triangles=array("triangles", "u4", 3),
    face_of=array("faceOf", "u4"), edge_points=array("edgePoints", "f4", 3), edge_ranges=array("edgeRanges", "u4", 2),
    vertices=array("vertices", "f4", 3), faces=faces, edges=edges, body=[body["volume"], body["area"], *body["centre"]],
))
`

it('[KN61] the writer in Python gives the test cube its 2,824 bytes and its name', () => {
  const cube = at('packages/protocol/fixtures/geometry/cube-10.json')
  const bytes = execFileSync(pythonForTests(), ['-c', WRITE, at('python/runner'), cube])
  expect(bytes).toHaveLength(2824)
  expect(sha256Hex(bytes)).toBe('bd655841912f5c2a5be2a2f861219c15439e8d9de97d6de0b9f37bd26a30d6d8')
  expect(bytes.equals(readFileSync(at('packages/protocol/fixtures/geometry/cube-10.bin')))).toBe(true)
})
