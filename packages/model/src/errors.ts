import type { ErrorBody } from './shapes.ts'

interface CatalogueRow {
  /** HTTP status; null for what never crosses HTTP (setting up ends with exit status 4). */
  status: number | null
  /** What it means, in general. A reply's message says more: where, what was hoped for, what came. */
  means: string
  /** What to do next, when that does not depend on the case. */
  hint?: string
}

/** Every code Hewn answers with. `docs/errors.md` is generated from it and a test keeps the two equal. */
export const ERRORS = {
  REQUEST_INVALID: {
    status: 400,
    means: 'A field is missing, unknown or of the wrong type.',
    hint: 'Compare the request with /api/openapi.json.',
  },
  REQUEST_PATH: {
    status: 400,
    means: 'A file name is not a plain relative name.',
    hint: 'Use letters, digits, - _ . and / between at most eight parts.',
  },
  REQUEST_PROMPT_MISSING: {
    status: 400,
    means: 'There are no words to work from.',
    hint: 'Send { "prompt": "open top box 150x100x80" }.',
  },
  REQUEST_PROMPT_TOO_LONG: {
    status: 400,
    means: 'The prompt is longer than is read.',
    hint: 'Say it in fewer characters.',
  },
  REQUEST_HOST: {
    status: 403,
    means: 'The Host header names a machine this server does not answer for.',
    hint: 'Open the address that the server printed, or set HEWN_ALLOWED_HOSTS.',
  },
  REQUEST_FOREIGN: {
    status: 403,
    means: 'The request comes from another site.',
    hint: 'Call from the page of this server, or set HEWN_ALLOWED_ORIGINS.',
  },
  REQUEST_SCOPE: {
    status: 403,
    means: 'The token does not allow this.',
    hint: 'Ask the owner for a link that may edit.',
  },
  REQUEST_NOT_FOUND: {
    status: 404,
    means: 'There is nothing at this address.',
    hint: 'See /api/openapi.json for what there is.',
  },
  REQUEST_METHOD: {
    status: 405,
    means: 'This address does not take that method.',
    hint: 'The Allow header names those it takes.',
  },
  REQUEST_CONFLICT: {
    status: 409,
    means: 'The same key or name was used for something else.',
    hint: 'Choose another.',
  },
  REQUEST_TOO_LARGE: { status: 413, means: 'The body is larger than is taken.', hint: 'Send less.' },
  REQUEST_TYPE: {
    status: 415,
    means: 'The body has a type this address does not take.',
    hint: 'Send application/json, or raw bytes where a file is meant.',
  },
  REQUEST_RANGE: { status: 416, means: 'The range lies outside the file.', hint: 'Ask for a range within it.' },
  REQUEST_VALUE: {
    status: 422,
    means: 'A parameter is outside its range.',
    hint: 'Choose a value between its limits.',
  },
  REQUEST_STORE: {
    status: 503,
    means: 'The database does not answer; nothing was changed that is not there when it does.',
    hint: 'Try again in a moment.',
  },
  REQUEST_FAILED: { status: 500, means: 'Something of ours failed; it has been noted.', hint: 'Try again.' },
  REQUEST_HEADERS: { status: 431, means: 'The address or headers are too long.', hint: 'Send the code by POST.' },
  RECIPE_UNKNOWN_FIELD: {
    status: 422,
    means: 'The recipe has a field that boxes do not know.',
    hint: 'Use the closest known name.',
  },
  RECIPE_TYPE: { status: 422, means: 'A field of the recipe has the wrong type or is missing.' },
  RECIPE_CHOICE: { status: 422, means: 'A word of the recipe is not one of those that are understood.' },
  RECIPE_NUMBER: { status: 422, means: 'A number of the recipe is not usable.' },
  RECIPE_TOO_SMALL: { status: 422, means: 'Something is smaller than can be cut.' },
  RECIPE_TOO_LARGE: { status: 422, means: 'Something is larger than is allowed.' },
  RECIPE_TOO_MANY: { status: 422, means: 'There are more of something than is allowed.' },
  RECIPE_COMPARTMENT_TOO_SMALL: { status: 422, means: 'The compartments would be too small.' },
  RECIPE_SIZES: { status: 422, means: 'The sizes of a split do not add up.' },
  RECIPE_UNKNOWN_VOID: { status: 422, means: 'There is no compartment of that name.' },
  RECIPE_VOID_SPLIT: { status: 422, means: 'That compartment is already divided.' },
  RECIPE_UNKNOWN_PANEL: { status: 422, means: 'There is no panel of that name.' },
  RECIPE_SEALED_COMPARTMENTS: {
    status: 422,
    means: 'Some compartments could not be reached.',
    hint: 'Open a face, or say allowSealed.',
  },
  RECIPE_LOOSE_PARTS: { status: 422, means: 'The parts would not hold together.', hint: 'Close a face between them.' },
  RECIPE_EDGE_LOCKED: { status: 422, means: 'That edge carries tabs and cannot be moved.' },
  RECIPE_CORNER_LOCKED: { status: 422, means: 'That corner is part of a joint.' },
  RECIPE_FEATURE_OUTSIDE: { status: 422, means: 'A feature does not lie on its panel.' },
  RECIPE_FEATURE_TOO_CLOSE: { status: 422, means: 'A feature is too close to a joint or another feature.' },
  RECIPE_SHAPE: { status: 422, means: 'A polygon is not a shape that can be cut.' },
  RECIPE_TEXT: { status: 422, means: 'A text cannot be set.' },
  RECIPE_CONTRADICTION: { status: 422, means: 'Two parts of the recipe contradict each other.' },
  RECIPE_NOT_YET: { status: 422, means: 'Boxes cannot do this yet.' },
  RECIPE_PART_EXCEEDS_SHEET: { status: 422, means: 'A part is larger than the sheet.', hint: 'Choose a larger sheet.' },
  RECIPE_KERF_TOO_WIDE: { status: 422, means: 'The kerf is wider than the thinnest piece allows.' },
  SCRIPT_SYNTAX: { status: 422, means: 'The script is not valid Python.' },
  SCRIPT_ERROR: { status: 422, means: 'The script stopped with an error.' },
  SCRIPT_IMPORT: { status: 422, means: 'The script imports a module that is not here.' },
  SCRIPT_EXIT: { status: 422, means: 'The script ended itself with a status.' },
  SCRIPT_NO_RESULT: { status: 422, means: 'The script left nothing to build.', hint: 'End the script with result = …' },
  SCRIPT_NOT_A_SHAPE: { status: 422, means: 'What the script left in result is not a shape.' },
  SCRIPT_CRASHED: { status: 422, means: "The script's process ended without an answer." },
  JOB_NOT_FOUND: { status: 404, means: 'There is no such job.' },
  JOB_CANCELLED: { status: 409, means: 'The job was cancelled before it finished.' },
  JOB_NO_BUILD: { status: 409, means: 'Nothing has been built yet.', hint: 'Build first.' },
  JOB_NOT_PROVEN: { status: 409, means: 'The box has no proof of fit.' },
  JOB_NOT_VALID: { status: 409, means: 'The geometry is not valid.' },
  JOB_SWEPT: { status: 410, means: 'The files of this job have been cleared away.', hint: 'Build again.' },
  JOB_INTERRUPTED: { status: 503, means: 'The server stopped in the middle of this job.', hint: 'Run it again.' },
  JOB_TIMEOUT: {
    status: 504,
    means: 'The job took longer than its limit.',
    hint: 'Look for a loop there that never ends. Where it needs the time, raise HEWN_RUN_TIMEOUT, or ask for a longer timeout.',
  },
  JOB_EXPIRED: {
    status: 504,
    means: 'The job waited longer than its limit.',
    hint: 'Try again when the queue is shorter.',
  },
  KERNEL_MISSING: {
    status: 503,
    means: 'Parts need Python and build123d, and they are not here.',
    hint: 'Run npx hewn doctor: it says what is missing and how to get it.',
  },
  KERNEL_STARTING: {
    status: 503,
    means: 'The kernel is still starting.',
    hint: 'Try again in a moment; boxes work already.',
  },
  KERNEL_ISOLATION: { status: 503, means: "Scripts are not held as strongly as this server's owner asked for." },
  KERNEL_BROKEN: { status: 500, means: 'The kernel failed; the script is not to blame.' },
  CANVAS_STATUS: {
    status: 400,
    means: "A node's status is not one that exists.",
    hint: 'Use idle, running, done or error.',
  },
  CANVAS_RESERVED: {
    status: 400,
    means: 'That event type or key belongs to the canvas itself.',
    hint: 'Choose another name.',
  },
  CANVAS_VALUE: { status: 400, means: 'The value is not one that JSON can carry.' },
  CANVAS_KEY: { status: 400, means: 'The name cannot be used as a key.' },
  CANVAS_NODE_MISSING: { status: 404, means: 'There is no such node.' },
  CANVAS_FILE_MISSING: { status: 404, means: 'There is no such file.' },
  CANVAS_NOT_OBJECT: { status: 409, means: 'Only an object can be patched.' },
  CANVAS_UNDO_CONFLICT: { status: 409, means: 'Somebody has changed the same things since.' },
  CANVAS_NO_VIEWER: { status: 409, means: 'Nobody is looking at this session.' },
  CANVAS_FILE_BINARY: { status: 409, means: 'The file is not text.' },
  CANVAS_GONE: { status: 410, means: 'That part of the history has been folded away.' },
  CANVAS_EDIT_NONE: { status: 422, means: 'The text to replace does not occur.' },
  CANVAS_EDIT_MANY: { status: 422, means: 'The text to replace occurs more than once.' },
  CANVAS_NO_SESSION: { status: 500, means: 'A canvas action was called outside a session.' },
  CANVAS_FAILED: { status: 500, means: 'The canvas failed.' },
  CANVAS_BUSY: { status: 503, means: 'Too many changes are waiting.', hint: 'Try again.' },
  CANVAS_STORE: { status: 503, means: 'The log of the canvas does not answer.' },
  SESSION_TOKEN: { status: 401, means: 'A token is missing or not valid.' },
  SESSION_NOT_FOUND: { status: 404, means: 'There is no such session.' },
  SESSION_STATE: { status: 409, means: 'The session is not in a state that allows this.' },
  SESSION_CONFLICT: {
    status: 412,
    means: 'It has changed since it was last seen.',
    hint: 'Read it again, then write.',
  },
  AGENT_NO_MODEL: {
    status: 503,
    means: 'There is no language model to ask.',
    hint: 'Set OPENAI_API_KEY, ANTHROPIC_API_KEY, or HEWN_MODEL and HEWN_MODEL_URL.',
  },
  AGENT_KEY_REFUSED: { status: 502, means: 'The provider refused the key.' },
  AGENT_OUT_OF_CREDIT: { status: 502, means: 'The provider says the account has no credit.' },
  AGENT_RATE_LIMITED: { status: 503, means: 'The provider asks to wait.' },
  AGENT_TIMEOUT: { status: 504, means: 'The provider gave no answer in time.' },
  AGENT_BUDGET: { status: 409, means: "The turn's budget is spent." },
  AGENT_PLAN_STALE: { status: 409, means: 'The script was changed by hand since it was planned.' },
  AGENT_BAD_ANSWER: { status: 502, means: "The provider's answer could not be used." },
  AGENT_ANSWER_TOO_LONG: { status: 502, means: "The provider's answer is too long." },
  AGENT_UNREACHABLE: { status: 502, means: 'The provider could not be reached.' },
  AGENT_DECLINED: { status: 422, means: 'The model declined the request.' },
  AGENT_CONTEXT_FULL: { status: 422, means: 'The conversation is too long for the model.' },
  AGENT_NOT_UNDERSTOOD: { status: 422, means: 'The words could not be read.', hint: 'Try: open top box 150x100x80' },
  AGENT_NOT_A_BOX: { status: 422, means: 'The words do not describe a box.' },
  AGENT_NEEDS_ANSWER: { status: 422, means: 'A question has to be answered first.' },
  AGENT_CONTRADICTION: { status: 422, means: 'Two parts of the request contradict each other.' },
  AGENT_IMPOSSIBLE: { status: 422, means: 'The request cannot be made.' },
  AGENT_UNSUPPORTED: { status: 422, means: 'The request names something that is not known here.' },
  LIMIT_RATE: { status: 429, means: 'Too many requests.', hint: 'Wait as long as Retry-After says.' },
  LIMIT_QUEUE: { status: 429, means: 'Too many jobs are waiting.', hint: 'Wait as long as Retry-After says.' },
  LIMIT_DISK: { status: 507, means: 'The disk is nearly full.' },
  LIMIT_QUOTA: { status: 507, means: "The owner's share of the disk is used up." },
  LIMIT_CPU: { status: 422, means: 'The script used more processor time than it may.' },
  LIMIT_MEMORY: { status: 422, means: 'The script used more memory than it may.', hint: 'Raise HEWN_JOB_MEMORY.' },
  LIMIT_OUTPUT: { status: 422, means: 'The script printed more than is read.' },
  LIMIT_SCRATCH: { status: 422, means: 'The script wrote more files than it may.' },
  LIMIT_SHAPE: { status: 422, means: 'The shape is larger than is taken.' },
  LIMIT_TIME: { status: 422, means: 'It took longer than it may.' },
  LIMIT_PAYLOAD: { status: 413, means: 'One value is larger than is taken.' },
  LIMIT_DEPTH: { status: 413, means: 'The value is nested too deeply.' },
  LIMIT_CHANNEL: { status: 413, means: 'The channel is full.' },
  LIMIT_SESSION: { status: 413, means: "The session's canvas is full." },
  LIMIT_COMMIT: { status: 413, means: 'One change is larger than is taken.' },
  LIMIT_FILE: { status: 413, means: 'The file is larger than is taken.' },
  LIMIT_WORKSPACE: { status: 413, means: 'The workspace is full.' },
  SETUP_NODE: { status: null, means: 'Node is too old and no private one can be had.' },
  SETUP_NPM: { status: null, means: 'The npm packages could not be installed.' },
  SETUP_PYTHON_MISSING: { status: null, means: 'No Python was found.' },
  SETUP_PYTHON_VERSION: { status: null, means: 'No usable Python was found; 3.11 to 3.14 are.' },
  SETUP_VENV: { status: null, means: 'Python cannot make a private environment.' },
  SETUP_PIP: { status: null, means: 'The Python packages could not be installed.' },
  SETUP_HASH: { status: null, means: 'A downloaded file differs from the lock; it was not installed.' },
  SETUP_WHEEL: { status: null, means: 'There is no package for this system.' },
  SETUP_IMPORT: { status: null, means: 'build123d was installed and cannot be imported.' },
  SETUP_PORT: { status: null, means: 'Another program has the port.' },
  SETUP_BROWSER: { status: null, means: 'There is no Chromium to test with.' },
  SETUP_CLUSTER: { status: null, means: 'There is no PostgreSQL or no Redis to test with.' },
  SETUP_DATABASE: { status: null, means: 'The database does not answer.' },
  SETUP_DISK: { status: null, means: 'There is too little free disk.' },
  SETUP_PERMISSION: { status: null, means: 'The folder cannot be written.' },
} as const satisfies Record<string, CatalogueRow>

export type ErrorCode = keyof typeof ERRORS

export const statusOf = (code: ErrorCode): number => ERRORS[code].status ?? 500

/**
 * An error as replies, acknowledgements and terminals carry it. The catalogue's hint stands in where none is given.
 * @example hewnError('RECIPE_TOO_SMALL', 'Width is 5 mm — at least 10 mm with 3 mm material', { at: 'width' })
 */
export function hewnError(
  code: ErrorCode,
  message?: string,
  more: Omit<Partial<ErrorBody>, 'code' | 'message'> = {},
): ErrorBody {
  const row: CatalogueRow = ERRORS[code]
  const hint = more.hint ?? row.hint
  return { code, message: message ?? row.means, ...more, ...(hint === undefined ? {} : { hint }) }
}
