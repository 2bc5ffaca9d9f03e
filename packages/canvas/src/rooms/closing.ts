import { CLOSE_CODES, type CloseName } from '@hewn/protocol'

const MESSAGES: Record<CloseName, string> = {
  token: 'The right to look at this session has ended; open it again with a valid link',
  'session-gone': 'The session was removed',
  slow: 'Nothing was taken from this connection for too long; connect again',
  update: 'The server speaks another version; load the page again',
  'too-many': 'Too many requests were not understood; correct the client, then connect again',
  restarting: 'The server restarts; connect again',
}

/** The last words to a viewer (CV32). */
export const closingOf = (name: CloseName) => ({ code: CLOSE_CODES[name], name, message: MESSAGES[name] })
