import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export const ROOT = new URL('../..', import.meta.url).pathname.replace(/\/$/, '')

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.hewn', 'test-results', 'results', '__pycache__'])

/** Every file of the house with one of these endings, as paths from its root. */
export function sourceFiles(endings: string[], folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(endings, path)
    return endings.some((ending) => entry.name.endsWith(ending)) ? [relative(ROOT, path).split(sep).join('/')] : []
  })
}

export const CODE = ['.ts', '.tsx', '.mjs', '.js']

export const isTest = (file: string) =>
  /\.(test|e2e)\.tsx?$/.test(file) || /(^|\/)(test|__fixtures__)\//.test(file) || file.startsWith('packages/testing/')
