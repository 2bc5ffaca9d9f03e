/** npm as this script was started by it, or the one on the PATH. */
export function npmCommand() {
  const script = process.env.npm_execpath
  return script?.endsWith('npm-cli.js') ? ['node', script] : ['npm']
}
