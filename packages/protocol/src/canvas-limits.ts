// What the canvas takes and how it says goodbye (canvas.md CV14, CV31, CV32). Both ends of the wire import these.

const KIB = 1024
const MIB = 1024 * KIB

export const CANVAS_PROTOCOL = 1

export const LIMITS = {
  /** One payload or value, as JSON. */
  payload: MIB,
  /** `data` of `emit`. */
  emit: 16 * KIB,
  /** UTF-8 bytes of an id or a key. */
  id: 512,
  /** UTF-8 bytes of a channel's name. */
  channelName: 64,
  depth: 64,
  /** Resources in one channel. */
  resources: 10_000,
  channels: 64,
  stateKeys: 1_000,
  /** The whole canvas of a session. */
  canvas: 16 * MIB,
  commit: { bytes: 4 * MIB, events: 10_001 },
  /** Commits of one session that wait for the log. */
  waiting: { commits: 1_000, bytes: 16 * MIB },
  /** Emitted events that are part of the snapshot. */
  events: 100,
  ring: { events: 2_000, bytes: 4 * MIB },
  /** One answer of `read_range`. */
  range: { events: 1_000, bytes: 512 * KIB },
  /** A plain viewer gets the missed events up to here, beyond it a snapshot. */
  missed: { events: 100, bytes: 256 * KIB },
  /** More than this is told a framed viewer as one merged step instead of one by one. */
  merged: { events: 100, bytes: 64 * KIB },
  /** What is compressed, once for all who accept it. */
  deflate: 4 * KIB,
  /** A text that is changed by a splice instead of being sent again. */
  splice: KIB,
  /** One part of a snapshot, one piece for a viewer that is behind. */
  part: MIB,
  piece: 256 * KIB,
  /** What a client holds back while it fetches a hole. */
  held: { frames: 64, bytes: MIB },
  /** Bytes that a viewer's connection may hold before nothing more is queued for it. */
  unsent: MIB,
  /** Bytes that all connections of a process may hold together; beyond it the largest goes. */
  unsentAll: 256 * MIB,
  /** A message from a viewer, ended by the transport beyond. */
  message: 1_000_000,
  /** Requests of one viewer in a second; presence is counted by itself. */
  requests: 20,
  presence: 30,
  /** Bad requests of one viewer in a minute. */
  badRequests: 200,
  /** One `presence`, one `view_report`, one picture. */
  presenceBytes: 2 * KIB,
  reportBytes: 16 * KIB,
  pictureBytes: 800_000,
  /** Packets of one polling reply: some clients take no more. */
  pollingPackets: 16,
} as const

export const CLOSE_CODES = {
  token: 4401,
  'session-gone': 4404,
  slow: 4408,
  update: 4426,
  'too-many': 4429,
  restarting: 4503,
} as const

export type CloseName = keyof typeof CLOSE_CODES
