import { cutAtWord } from './cut-at-word.ts'

const FILE_NAME_MAX = 60

/** A title as a file name: letters and digits of any script, and nothing a file system or a shell reads otherwise. */
export const slugOf = (title: string): string =>
  cutAtWord(
    title
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replaceAll(/^-+|-+$/g, ''),
    FILE_NAME_MAX,
    '-',
  )
