import { describe, expect, it } from 'vitest'
import { logText } from './log-text.ts'

describe('logText', () => {
  it.each([
    ['plain text, tab\tand ümläut', 'plain text, tab\tand ümläut'],
    ['\u001b[31mred\u001b[0m and \u001b[1;38;5;208mbright\u001b[m', 'red and bright'],
    ['\u001b]8;;https://elsewhere\u0007click\u001b]8;;\u0007', 'click'],
    ['\u001b[2J\u001b[10;20Hmoved', 'moved'],
    ['over\rwritten', 'over␍written'],
    ['windows line\r', 'windows line'],
    ['nul \u0000 and bell \u0007', 'nul ␀ and bell ␇'],
    ['\u202Egnp.exe', '⟨202E⟩gnp.exe'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('[WB65] %j is shown as %j', (text, shown) => expect(logText(text)).toBe(shown))

  it('[WB65] no escape is left, wherever it is cut', () => {
    const text = 'a\u001b[31mb\u001b]0;title\u0007c'
    for (let cut = 0; cut <= text.length; cut++) expect(logText(text.slice(0, cut))).not.toContain('\u001b')
  })
})
