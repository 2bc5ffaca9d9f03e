/** What sharing says; loaded with its window. */
export const share = {
  label: 'Share this design',
  close: 'Close',
  make: 'Make link',
  scope: 'Whoever has the link may',
  view: { name: 'Look', means: 'see, turn, measure and download; change nothing' },
  edit: { name: 'Change it', means: 'ask for changes too' },
  who: 'For whom, as a note to yourself',
  whoExample: 'Ada, workshop',
  made: 'Copy it now: the link is shown this once.',
  copy: 'Copy link',
  copied: 'Copied',
  links: 'Links to this design',
  none: 'Nobody else can see this design.',
  loading: 'Loading…',
  unnamed: 'A link',
  scopeShort: { view: 'may look', edit: 'may change it' },
  since: (when: string) => `made ${when}`,
  seen: (when: string) => `last used ${when}`,
  unseen: 'not used yet',
  over: 'over',
  takeBack: 'Take back',
  takeBackNamed: (label: string) => `Take back: ${label}`,
  takenBack: 'Whoever looks by it sees nothing more.',
  local:
    'Links work on this computer only, where this server answers. To show the design elsewhere, send the session as a file.',
  ago: {
    now: 'just now',
    minutes: (count: number) => (count === 1 ? 'a minute ago' : `${count} minutes ago`),
    hours: (count: number) => (count === 1 ? 'an hour ago' : `${count} hours ago`),
    days: (count: number) => (count === 1 ? 'yesterday' : `${count} days ago`),
  },
} as const

const MINUTE = 60_000

/** How long ago, as one says it. */
export function ago(then: number, now: number): string {
  const minutes = Math.floor((now - then) / MINUTE)
  if (minutes < 1) return share.ago.now
  if (minutes < 60) return share.ago.minutes(minutes)
  if (minutes < 24 * 60) return share.ago.hours(Math.floor(minutes / 60))
  return share.ago.days(Math.floor(minutes / 60 / 24))
}
