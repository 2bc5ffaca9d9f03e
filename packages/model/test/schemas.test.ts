import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import * as schemas from '../src/schemas/index.ts'

const ID = '7n42DGM5Tflk9n8mt7Fhc7'
const HASH = 'a'.repeat(64)
const HERE = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]

const layer = {
  id: 'layer:front',
  name: 'Front 😀',
  kind: 'panel',
  visible: true,
  placement: HERE,
  geometry: { hash: HASH, bytes: 2_824, triangles: 12, bounds: { min: [0, 0, 0], max: [10, 10, 10] } },
}
const result = {
  quality: 'full',
  layers: [layer],
  facts: [{ kind: 'volume', value: 1_000 }],
  parameters: [{ name: 'wall', label: 'Wall', value: 2.4, min: 1.2, max: 6, unit: 'mm', at: { line: 1 } }],
  artifacts: [{ name: 'model.stl', format: 'stl', bytes: 684, sha256: HASH, url: `/artifacts/${ID}.stl` }],
  timings: { queue: 0, start: 1, run: 2, measure: 3, mesh: 4, export: 5, total: 15 },
  isolation: 'strong',
}
const { layers: _layers, ...resultOnCanvas } = result
const anyJob = { id: `job:${ID}`, sessionId: `session:${ID}`, kind: 'build' }
const signature = { kind: 'plane', a: 0, b: 0, axis: [0, 0, 1], size: 100, at: [0.5, 0.5, 1], beside: ['plane'] }
const reference = { layer: 'layer:front', kind: 'face', index: 3, hash: HASH, signature }
const recipe = { type: 'basicBox', width: 150, height: 80, depth: 100 }
const claim = { id: 'c1', text: '150 mm wide', from: 'request', result: { state: 'waiting' } }
const version = { id: `version:${ID}`, at: 1, by: 'user', files: {}, parameters: [], claims: [] }

const understanding = {
  kind: 'part',
  language: 'en',
  say: 'a plate 80 × 60 × 10 mm',
  spans: [{ at: [0, 5], role: 'used', as: 'noun' }],
  assumed: [{ name: 'thickness', text: '3 mm sheet', why: 'no thickness was said' }],
}
const question = { id: 'edge', text: 'Which edge?', choices: [{ id: '1', text: 'the long edge' }] }
const message = {
  id: `turn:${ID}`,
  at: 1,
  by: 'user',
  agent: 'planner',
  request: 'a plate 80 × 60 × 10',
  kind: 'auto',
  mayAsk: true,
  state: 'queued',
  stages: [],
  text: '',
}

type Samples = { good: unknown[]; bad: [unknown, path: string][] }

/** What each schema takes, and what it refuses, with the place it must name. */
const { jsonSchemaOf, ...shapes } = schemas
const SAMPLES: Record<keyof typeof shapes, Samples> = {
  sessionId: {
    good: [`session:${ID}`],
    bad: [
      [`job:${ID}`, ''],
      [7, ''],
    ],
  },
  jobId: { good: [`job:${ID}`], bad: [[ID, '']] },
  versionId: { good: [`version:${ID}`], bad: [[`Version:${ID}`, '']] },
  turnId: { good: [`turn:${ID}`], bad: [[null, '']] },
  layerId: { good: ['layer:front', `layer:${ID}`], bad: [['front', '']] },
  vec3: {
    good: [[0, -1.5, 1e9]],
    bad: [
      [[0, 0], ''],
      [[0, 0, Number.NaN], '2'],
      [[0, 0, 0, 0], ''],
    ],
  },
  bounds: {
    good: [{ min: [0, 0, 0], max: [1, 1, 1] }],
    bad: [
      [{ min: [0, 0, 0] }, 'max'],
      [{ min: [0, 0, 0], max: [1, 1, 1], mid: 0 }, ''],
    ],
  },
  fact: {
    good: [
      { kind: 'size', x: 1, y: 2, z: 3 },
      { kind: 'mass', layer: 'layer:front', value: 12.5 },
      { kind: 'openings', count: 4 },
      {
        kind: 'hole',
        diameter: 5,
        depth: 10,
        through: true,
        at: [1, 2, 3],
        axis: [0, 0, -1],
        entry: 'countersink',
        head: { diameter: 9, angle: 90 },
      },
      { kind: 'fillet', radius: 2, count: 4 },
      { kind: 'reaches', layer: 'layer:front', boxes: [[0, 0, 0, 10, 5, 0]] },
      { kind: 'valid', ok: false, why: 'open shell' },
      { kind: 'wall', min: 2.4 },
      { kind: 'clearance', a: 'layer:lid', b: 'layer:body', value: 0.2 },
      { kind: 'fit', joints: 12, proven: 11, worst: { a: 'layer:a', b: 'layer:b', overlap: 0.1 } },
      { kind: 'compartments', count: 1, clear: [[1, 2, 3]] },
      { kind: 'sheet', count: 1, cutLength: 1_200.5, used: 0.87 },
      { kind: 'distance', a: reference, b: reference, value: 3, from: [0, 0, 0], to: [0, 0, 3] },
      { kind: 'radius', of: reference, value: 8 },
    ],
    bad: [
      [{ kind: 'volume' }, ''],
      [{ kind: 'weight', value: 3 }, ''],
      [{ kind: 'volume', value: '3' }, ''],
    ],
  },
  errorCode: { good: ['JOB_TIMEOUT'], bad: [['TEAPOT', '']] },
  parameter: {
    good: [
      result.parameters[0],
      {
        name: 'lid',
        label: 'Lid',
        value: 'screw',
        choices: [{ value: 'screw', label: 'Screwed' }],
        at: { path: 'lid' },
      },
      { name: 'feet', label: 'Feet', value: false, at: { line: 3 } },
    ],
    bad: [
      [{ name: 'a', label: 'A', value: null, at: { line: 1 } }, 'value'],
      [{ name: 'a', label: 'A', value: 1, unit: 'yd', at: { line: 1 } }, 'unit'],
      [{ name: 'a', label: 'A', value: 1 }, 'at'],
    ],
  },
  jobError: {
    good: [{ code: 'SCRIPT_ERROR', message: 'no', line: 3, column: 1, traceback: '…', hint: 'try' }],
    bad: [[{ code: 'SCRIPT_ERROR' }, 'message']],
  },
  format: { good: ['step', '3mf', 'other'], bad: [['exe', '']] },
  artifact: { good: [result.artifacts[0]], bad: [[{ ...result.artifacts[0], format: 'exe' }, 'format']] },
  isolation: { good: ['strong', 'partial', 'none'], bad: [['some', '']] },
  stage: { good: ['start', 'run', 'measure', 'mesh', 'export'], bad: [['queued', '']] },
  buildResult: {
    good: [result, { ...result, maps: [{ layer: 'layer:front', from: HASH, to: HASH, faces: [0, -1, 2], edges: [] }] }],
    bad: [
      [{ ...result, timings: { queue: 0 } }, 'timings.start'],
      [{ ...result, layers: [{ ...layer, placement: HERE.slice(1) }] }, 'layers.0.placement'],
    ],
  },
  job: {
    good: [
      { ...anyJob, state: 'queued', queuedAt: 1, ahead: 2 },
      { ...anyJob, state: 'running', startedAt: 1, stage: 'mesh', share: 0.5, line: 3, turn: `turn:${ID}` },
      { ...anyJob, state: 'done', endedAt: 1, result },
      { ...anyJob, state: 'failed', endedAt: 1, error: { code: 'JOB_TIMEOUT', message: '60 s' }, partial: [layer] },
      { ...anyJob, state: 'cancelled', endedAt: 1, by: 'newer', version: `version:${ID}` },
    ],
    bad: [
      [{ ...anyJob, state: 'done', endedAt: 1 }, 'result'],
      [{ ...anyJob, state: 'paused' }, 'state'],
      [{ ...anyJob, state: 'queued', queuedAt: 1, ahead: 0, endedAt: 2 }, ''],
      [{ ...anyJob, state: 'cancelled', endedAt: 1, by: 'me' }, 'by'],
    ],
  },
  canvasJob: {
    good: [{ ...anyJob, state: 'done', endedAt: 1, result: resultOnCanvas }],
    bad: [[{ ...anyJob, state: 'done', endedAt: 1, result }, 'result']],
  },
  layer: {
    good: [
      layer,
      {
        id: 'layer:g',
        name: '',
        parent: 'layer:front',
        kind: 'group',
        color: '#ff8800',
        opacity: 0.5,
        material: 'birch',
        visible: false,
        placement: HERE,
        at: { line: 4 },
        aside: true,
      },
    ],
    bad: [
      [{ ...layer, kind: 'mesh' }, 'kind'],
      [{ ...layer, aside: false }, 'aside'],
      [{ ...layer, placement: [...HERE, 0] }, 'placement'],
    ],
  },
  reference: { good: [reference, { layer: 'layer:a', kind: 'layer' }], bad: [[{ kind: 'face' }, 'layer']] },
  signature: { good: [signature], bad: [[{ ...signature, beside: 'plane' }, 'beside']] },
  assemblyRecipe: {
    good: [
      recipe,
      {
        ...recipe,
        type: 'enclosedBox',
        version: 1,
        units: 'in',
        measure: 'inside',
        openFaces: ['top'],
        material: { thickness: 3, name: 'birch', thicknesses: { lid: 4, dividers: 2 } },
        lid: [
          { face: 'positive', kind: 'slide', toward: 'front', pull: { type: 'notch', width: 20 } },
          { face: 'negative' },
        ],
        subdivisions: [
          { type: 'grid', void: 'root', columns: 2, rows: 3, axes: ['x', 'y'] },
          { type: 'split', void: 'root', axis: 'x', sizes: [20, '*'] },
        ],
        panels: [
          {
            face: 'front',
            extensions: { top: 5 },
            cutouts: [{ type: 'circle', diameter: 8, from: 'centre', repeat: { columns: 2, rows: 1, dx: 10, dy: 0 } }],
            texts: [{ text: 'Tea', height: 12, layer: 'engrave' }],
          },
        ],
        drawers: [{ void: 'root', pull: 'none' }],
        cutting: { kerf: 0.1, fit: 'snug', sheet: { width: 600, height: 400 } },
      },
    ],
    bad: [
      [{ ...recipe, type: 'bag' }, 'type'],
      [{ ...recipe, widht: 3 }, ''],
      [{ ...recipe, width: Number.POSITIVE_INFINITY }, 'width'],
      [{ ...recipe, cutting: { fit: 'tight' } }, 'cutting.fit'],
      [{ ...recipe, panels: [{ face: 'front', cutouts: [{ type: 'star' }] }] }, 'panels.0.cutouts.0.type'],
    ],
  },
  claim: {
    good: [
      claim,
      {
        ...claim,
        assumed: 'outside',
        pinned: true,
        dropped: false,
        expect: { fact: 'size', field: 'x', equals: 150, tolerance: 0.1, layer: 'layer:body' },
        result: { state: 'fail', measured: 149 },
      },
      { ...claim, result: { state: 'cannot tell', why: 'no build' } },
    ],
    bad: [
      [{ ...claim, result: { state: 'pass' } }, 'result.measured'],
      [{ ...claim, from: 'oracle' }, 'from'],
    ],
  },
  author: { good: ['user', 'planner', 'model', 'agent'], bad: [['system', '']] },
  template: {
    good: [{ name: 'washer', title: 'Washer', kind: 'part', words: 'a washer {size:mm=20}', tags: ['round'] }],
    bad: [
      [{ name: 'A washer', title: 'Washer', kind: 'part', words: 'a washer', tags: [] }, 'name'],
      [{ name: 'washer', title: 'Washer', kind: 'part', words: '', tags: [] }, 'words'],
    ],
  },
  span: {
    good: [[0, 5]],
    bad: [
      [[0], ''],
      [[0, '5'], '1'],
    ],
  },
  assumption: {
    good: [understanding.assumed[0]],
    bad: [[{ name: 'thickness', text: '3 mm sheet' }, 'why']],
  },
  understanding: {
    good: [understanding],
    bad: [
      [{ ...understanding, kind: 'house' }, 'kind'],
      [{ ...understanding, spans: [{ at: [0, 5], role: 'guessed' }] }, 'spans.0.role'],
    ],
  },
  question: { good: [question], bad: [[{ ...question, choices: ['the long edge'] }, 'choices.0']] },
  answer: {
    good: [
      { question: 'edge', choice: 'decide' },
      { question: 'edge', choice: 'other', text: 'both' },
    ],
    bad: [[{ question: 'edge' }, 'choice']],
  },
  agentError: {
    good: [{ code: 'AGENT_CONTRADICTION', message: 'Two sizes were said.', spans: [[0, 3]] }],
    bad: [[{ code: 'AGENT_SULKS', message: '' }, 'code']],
  },
  outcome: {
    good: [
      { state: 'done', version: `version:${ID}` },
      { state: 'asking', question },
      { state: 'refused', error: { code: 'AGENT_IMPOSSIBLE', message: 'The hole is wider than the plate.' } },
      { state: 'cancelled' },
    ],
    bad: [
      [{ state: 'done' }, 'version'],
      [{ state: 'bored' }, 'state'],
    ],
  },
  usage: {
    good: [{ calls: 0, tokensIn: 0, tokensOut: 0, seconds: 0.01 }],
    bad: [[{ calls: 0, tokensIn: 0, tokensOut: 0 }, 'seconds']],
  },
  turnStage: { good: ['read', 'repair'], bad: [['dream', '']] },
  messageKind: { good: ['auto', 'box', 'part'], bad: [['house', '']] },
  message: {
    good: [
      message,
      {
        ...message,
        state: 'done',
        stages: [{ stage: 'read', startedAt: 1, endedAt: 2 }],
        understanding,
        outcome: { state: 'done', version: `version:${ID}` },
        changed: { version: `version:${ID}`, files: ['model.py'] },
        base: null,
      },
    ],
    bad: [
      [{ ...message, state: 'thinking' }, 'state'],
      [{ ...message, thoughts: 'hm' }, ''],
    ],
  },
  version: {
    good: [
      version,
      {
        ...version,
        parent: `version:${ID}`,
        turn: `turn:${ID}`,
        by: 'agent',
        agent: 'mcp',
        request: 'a tea box',
        files: { 'box.json': { hash: HASH, bytes: 3 } },
        parameters: result.parameters,
        claims: [claim],
        accepted: ['c1'],
        job: `job:${ID}`,
        note: '',
        pinned: true,
      },
    ],
    bad: [[{ ...version, files: { 'a.py': HASH } }, 'files.a.py']],
  },
  errorBody: {
    good: [{ code: 'REQUEST_INVALID', message: 'no', hint: 'yes', at: 'width', line: 1, choices: ['a'] }],
    bad: [[{ code: 'REQUEST_INVALID', message: 'no', stack: 'at …' }, '']],
  },
  errorReply: {
    good: [{ error: { code: 'JOB_SWEPT', message: 'gone' } }],
    bad: [[{ error: 'gone' }, 'error']],
  },
  designRequest: {
    good: [{ prompt: 'open top box' }, { prompt: '', recipe }],
    bad: [
      [{ recipe }, 'prompt'],
      [{ prompt: 'a', model: 'x' }, ''],
    ],
  },
  designAnswer: {
    good: [{ recipe, notes: ['3 mm birch'], by: 'planner' }],
    bad: [[{ recipe, notes: [], by: 'user' }, 'by']],
  },
  designReply: {
    good: [{ recipe, notes: [], by: 'model' }, { error: { code: 'AGENT_NOT_A_BOX', message: 'a gear' } }],
    bad: [[{ recipe, notes: [], by: 'model', error: { code: 'JOB_SWEPT', message: '' } }, '']],
  },
  designProblem: { good: ['AGENT_NOT_A_BOX'], bad: [['JOB_SWEPT', '']] },
  modelDesign: {
    good: [{ recipe, assumptions: ['3 mm'] }, { problem: 'AGENT_UNSUPPORTED' }, {}],
    bad: [[{ recipe, script: 'import os' }, '']],
  },
}

const ALL: [string, z.ZodType][] = Object.entries(shapes)

describe.each(ALL)('%s', (name, schema) => {
  const { good, bad } = SAMPLES[name as keyof typeof shapes]

  it.each(good.map((value, place) => ({ value, place })))(
    'takes sample $place, and the same after a trip through JSON',
    ({ value }) => {
      expect(schema.parse(value)).toEqual(value)
      expect(schema.parse(JSON.parse(JSON.stringify(value)))).toEqual(value)
    },
  )

  it.each(bad.map(([value, path], place) => ({ value, path, place })))(
    'refuses wrong sample $place and names "$path"',
    ({ value, path }) => {
      const refused = schema.safeParse(value)
      expect(refused.success).toBe(false)
      expect(refused.error?.issues.map((issue) => issue.path.join('.'))).toContain(path)
    },
  )

  it('can be written as JSON Schema, for OpenAPI, MCP tools and language models', () => {
    const written = z.toJSONSchema(schema)
    expect(jsonSchemaOf(schema)).not.toHaveProperty('$schema')
    expect(written.$schema).toContain('json-schema.org')
    expect(JSON.stringify(written)).not.toContain('undefined')
  })
})

it('[CV13] names that are keys elsewhere are plain text here: nothing is lost or gained', () => {
  const files = JSON.parse(
    `{"constructor": {"hash": "${HASH}", "bytes": 1}, "toString": {"hash": "${HASH}", "bytes": 2}}`,
  )
  const parsed = schemas.version.parse({ ...version, files })
  expect(Object.keys(parsed.files)).toEqual(['constructor', 'toString'])
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype)
})
