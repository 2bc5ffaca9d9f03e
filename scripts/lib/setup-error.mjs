/**
 * What setting up can fail with. The scripts import nothing, so the catalogue's family stands here again;
 * test/errors-page.test.ts keeps it equal to packages/model/src/errors.ts.
 */
export const SETUP_ERRORS = {
  SETUP_NODE: 'Node is too old and no private one can be had.',
  SETUP_NPM: 'The npm packages could not be installed.',
  SETUP_PYTHON_MISSING: 'No Python was found.',
  SETUP_PYTHON_VERSION: 'No usable Python was found; 3.11 to 3.14 are.',
  SETUP_VENV: 'Python cannot make a private environment.',
  SETUP_PIP: 'The Python packages could not be installed.',
  SETUP_HASH: 'A downloaded file differs from the lock; it was not installed.',
  SETUP_WHEEL: 'There is no package for this system.',
  SETUP_IMPORT: 'build123d was installed and cannot be imported.',
  SETUP_PORT: 'Another program has the port.',
  SETUP_BROWSER: 'There is no Chromium to test with.',
  SETUP_DATABASE: 'The database does not answer.',
  SETUP_CLUSTER: 'There is no PostgreSQL or no Redis to test with.',
  SETUP_DISK: 'There is too little free disk.',
  SETUP_PERMISSION: 'The folder cannot be written.',
}

/** Says what was found, what is needed and the next command; `lines` are the last words of the tool that failed. */
export class SetupError extends Error {
  constructor(code, { found, needed, next, lines = [], message = SETUP_ERRORS[code] }) {
    super(message)
    this.code = code
    this.found = found
    this.needed = needed
    this.next = next
    this.lines = lines
  }
}

/** The whole of it, as a terminal shows it. */
export function explain(error, logFile) {
  if (!(error instanceof SetupError)) return `${error?.stack ?? error}\n`
  const said =
    error.lines.length > 0 ? ['', `The last lines of ${logFile}:`, ...error.lines.map((line) => `  │ ${line}`)] : []
  return `${[
    `✗ ${error.code}: ${error.message}`,
    `  found   ${error.found}`,
    `  needed  ${error.needed}`,
    `  next    ${error.next}`,
    ...said,
  ].join('\n')}\n`
}
