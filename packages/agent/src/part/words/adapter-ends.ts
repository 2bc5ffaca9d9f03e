import type { Rewrite } from './notation.ts'

const WHICH = '(?:one|an|the|other|another|first|second|far|opposite|big|bigger|large|larger|small|smaller|wide|narrow)'

/** Of what joins two pipes, an end that is so long is a part of it, and no place: `one end 40 mm od 30 long, …`. */
export const ADAPTER_ENDS: readonly Rewrite[] = [
  [
    /^(?=[^]*\b(?:adapt[eo]r|reducer)\b)(?=(?:[^]*\b(?:end|side)s?\b){2}|[^]*\b(?:each|both) ends?\b)(?=(?:[^]*\b(?:long|deep|length)\b){2}|[^]*\b(?:each|both)\b[^,;]*\b(?:long|deep)\b)(?![^]*\b(?:holes?|thread(?:ed|s)?|flanges?|plate|nema)\b)[^]+$/gi,
    ({ 0: text }) =>
      text
        .replace(
          /(?<=\d[^,;.]*) (?:on |at |for )?(?:each|both|either)(?: of the)? (?:ends?|sides?)\b/gi,
          ' long both adapter end',
        )
        .replace(/\b(?:each|both)(?: of the)? (?:ends?|sides?)\b(?: (?:is|are|being))?/gi, 'both adapter end')
        .replace(/,? \beach (?=\d[^,;]*\b(?:long|deep)\b)/gi, ', both adapter end ')
        .replace(
          new RegExp(
            String.raw`\b(?:(?:on|at|in) )?(?:the )?(?:${WHICH} )+(?:end|side)\b:?(?: (?:is|has|with))?`,
            'gi',
          ),
          'adapter end',
        )
        .replace(/\b(?:on|at) the other\b/gi, 'adapter end')
        .replace(
          /(\d+(?:\.\d+)? ?(?:mm|cm|in)?) (?:long )?(?:taper|transition|cone)(?: (?:in )?between(?: them)?)?\b/gi,
          'conical section $1 long',
        )
        .replace(/long long/g, 'long'),
  ],
]
