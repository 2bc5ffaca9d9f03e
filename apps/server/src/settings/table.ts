import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { choice, count, duration, lowerList, type Reader, size, sizeText, text } from './units.ts'

/** Ours, and those of a provider that people have set already. */
type Variable = `HEWN_${string}` | 'OPENAI_API_KEY' | 'OPENAI_BASE_URL'

export interface Setting<T> {
  env: Variable
  read: Reader<T>
  /** Where the value comes from when nobody gives one; `home` is known by then. */
  standard: (home: string) => T
  /** The default as the documentation shows it. */
  shown: string
  means: string
  secret?: true
}

const setting = <T>(
  env: Variable,
  read: Reader<T>,
  standard: (home: string) => T,
  shown: string,
  means: string,
): Setting<T> => ({ env, read, standard, shown, means })

/** A text that nobody has to give, and nobody is shown. */
const secret = (env: Variable, means: string): Setting<string | undefined> => ({
  ...setting<string | undefined>(env, text, () => undefined, 'none', means),
  secret: true,
})
const optional = (env: Variable, shown: string, means: string): Setting<string | undefined> =>
  setting<string | undefined>(env, text, () => undefined, shown, means)

const GIB = 1024 ** 3
const MIB = 1024 ** 2
const seconds = (env: `HEWN_${string}`, value: number, min: number, max: number, means: string) =>
  setting(env, duration({ min, max }), () => value, `${value} s`, means)
const bytes = (
  env: `HEWN_${string}`,
  unit: 'KiB' | 'MiB' | 'GiB',
  value: number,
  min: number,
  max: number,
  means: string,
) => setting(env, size(unit, { min, max }), () => value, sizeText(value), means)
const number = (env: `HEWN_${string}`, value: number, min: number, max: number, means: string) =>
  setting(env, count({ min, max }), () => value, String(value), means)

/** Scripts at once: all cores but one, at least 2, at most 8. */
const jobsAtOnce = () => Math.min(8, Math.max(2, availableParallelism() - 1))

/** Every setting that this version uses. Its key is its name in `hewn.json`; as a flag it is written `--run-timeout`. */
export const TABLE = {
  host: setting('HEWN_HOST', text, () => 'loopback', 'loopback, both families', 'Address the server binds.'),
  port: number('HEWN_PORT', 4870, 0, 65_535, 'Port; 0 takes any free one and prints it.'),
  home: setting('HEWN_HOME', text, (home) => home, '`.hewn` in the clone', 'Folder everything is written to.'),
  python: setting<string | undefined>(
    'HEWN_PYTHON',
    text,
    () => undefined,
    'the private environment',
    'Interpreter that has build123d; used as it is.',
  ),
  fonts: optional('HEWN_FONTS', 'none', 'Folder of fonts for texts, beside those that ship with it.'),
  database: setting(
    'HEWN_DATABASE',
    text,
    (home) => `file:${join(home, 'hewn.db')}`,
    '`file:$HEWN_HOME/hewn.db`',
    'Where rows are kept: a file, or `postgres://…` for servers that share their sessions.',
  ),
  redis: optional(
    'HEWN_REDIS',
    'none',
    'Redis or Valkey, `redis://…`: tells servers that share a database of each change at once, instead of within a second.',
  ),
  blobs: setting(
    'HEWN_BLOBS',
    text,
    (home) => `file:${join(home, 'blobs')}`,
    '`file:$HEWN_HOME/blobs`',
    'Folder for files by their hash; servers that share a database share it too.',
  ),
  allowedHosts: setting(
    'HEWN_ALLOWED_HOSTS',
    lowerList,
    () => [],
    'none',
    'More names the Host header may have, with port, separated by commas.',
  ),
  allowedOrigins: setting(
    'HEWN_ALLOWED_ORIGINS',
    lowerList,
    () => [],
    'none',
    'More origins whose pages may call, separated by commas.',
  ),
  jobs: setting('HEWN_JOBS', count({ min: 1, max: 64 }), jobsAtOnce, 'cores − 1, from 2 to 8', 'Scripts at once.'),
  warm: setting(
    'HEWN_WARM',
    count({ min: 0, max: 16 }),
    () => Math.min(16, Math.max(4, 2 * jobsAtOnce() + 2)),
    'twice the default of `HEWN_JOBS` and 2, from 4 to 16',
    'Python workers kept ready; 0 starts a fresh Python for every job.',
  ),
  jobMemory: bytes('HEWN_JOB_MEMORY', 'GiB', 2 * GIB, 64 * MIB, 1024 * GIB, 'Memory of one script.'),
  runTimeout: seconds('HEWN_RUN_TIMEOUT', 60, 0.1, 86_400, 'Time of one script, unless it asks for another.'),
  runTimeoutMax: seconds('HEWN_RUN_TIMEOUT_MAX', 600, 0.1, 86_400, 'The longest time a script may ask for.'),
  runGrace: seconds('HEWN_RUN_GRACE', 3, 0, 3600, 'How long a run waits for its reader to come back.'),
  queueMax: number('HEWN_QUEUE_MAX', 200, 1, 100_000, 'Jobs that may wait.'),
  queueLane: number('HEWN_QUEUE_LANE', 50, 1, 100_000, 'Jobs of one session that may wait.'),
  queueWait: seconds('HEWN_QUEUE_WAIT', 600, 1, 86_400, 'How long a job may wait.'),
  drain: seconds('HEWN_DRAIN', 20, 0, 3600, 'How long running jobs get when the server is asked to stop.'),
  bodyJson: bytes('HEWN_BODY_JSON', 'MiB', MIB, 1024, 64 * MIB, 'Largest JSON body.'),
  bodyFile: bytes('HEWN_BODY_FILE', 'MiB', 2 * MIB, 1024, 64 * MIB, 'Largest text file.'),
  logMax: bytes('HEWN_LOG_MAX', 'MiB', 10 * MIB, 1024, 256 * MIB, 'Log of one job that is kept.'),
  lineMax: bytes('HEWN_LINE_MAX', 'KiB', 8 * 1024, 64, MIB, 'One line of a job’s log.'),
  limitDesign: number(
    'HEWN_LIMIT_DESIGN',
    10,
    0,
    1_000_000,
    'Calls of `/api/design` a minute and address; 0 is no limit.',
  ),
  design: setting(
    'HEWN_DESIGN',
    choice('model,planner', 'planner,model', 'planner', 'model'),
    () => 'model,planner' as const,
    '`model,planner`',
    'Who answers `/api/design`, and who stands in; the model only where there is one.',
  ),
  sandbox: setting(
    'HEWN_SANDBOX',
    choice('auto', 'namespaces', 'bare', 'off'),
    () => 'auto' as const,
    '`auto`',
    'How scripts are held: the best this machine allows, or one way that never falls back on another.',
  ),
  model: optional(
    'HEWN_MODEL',
    '`openai:gpt-4o-mini`',
    'The language model: `openai:<model>`, or `compatible:<model>` with an address.',
  ),
  modelUrl: optional('HEWN_MODEL_URL', 'none', 'Address of a server that speaks the chat-completions dialect.'),
  modelKey: secret('HEWN_MODEL_KEY', 'Key for that server.'),
  openaiKey: secret('OPENAI_API_KEY', 'Key for OpenAI; with it `/api/design` asks a model.'),
  openaiUrl: optional('OPENAI_BASE_URL', 'https://api.openai.com/v1', 'Address of OpenAI’s API.'),
  isolationMin: setting(
    'HEWN_ISOLATION_MIN',
    choice('none', 'partial', 'strong'),
    () => 'none' as const,
    '`none`',
    'Scripts run only where they are held at least this strongly.',
  ),
  log: setting(
    'HEWN_LOG',
    choice('trace', 'debug', 'info', 'warn', 'error', 'silent'),
    () => 'info' as const,
    '`info`',
    'What is logged.',
  ),
  logFormat: setting(
    'HEWN_LOG_FORMAT',
    choice('auto', 'pretty', 'json'),
    () => 'auto' as const,
    '`pretty` on a terminal, else `json`',
    'How it is logged.',
  ),
} as const

/** Names that other programs of the house read; the server leaves them alone. */
export const OTHERS: readonly string[] = [
  'HEWN_APT',
  'HEWN_CHROMIUM',
  'HEWN_JOB',
  'HEWN_REQUIRE',
  'HEWN_SERVER',
  'HEWN_WHEELS',
]
