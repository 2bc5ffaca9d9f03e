import { type DestinationStream, type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import type { Settings } from './settings.ts'

/** One logger: lines for people on a terminal, JSON everywhere else. Code, prompts, tokens and addresses never get here. */
export function createLog(settings: Pick<Settings, 'log' | 'logFormat'>, to?: DestinationStream): Logger {
  const forPeople = settings.logFormat === 'pretty' || (settings.logFormat === 'auto' && process.stdout.isTTY)
  const options = { level: settings.log, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  if (to) return pino(options, to)
  return forPeople ? pino(options, pretty({ colorize: true, sync: true, translateTime: 'HH:MM:ss' })) : pino(options)
}
