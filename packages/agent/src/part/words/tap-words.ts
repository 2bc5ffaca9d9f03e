import type { Rewrite } from './notation.ts'

const THREAD = String.raw`(?:M\d+(?:\.\d+)?(?:f\d+)?|#\d+-\d+|\d+\/\d+-\d+)`
const DEEP = String.raw`(?:,? ?(?:x |× |by )?(\d+(?:\.\d+)?(?: ?mm)?) deep)?`

/** The verb for a thread in a hole: `tap both ends M6, 15 deep` is an M6 tapped hole in each of them. */
export const TAP_WORDS: readonly Rewrite[] = [
  // `six M6 tapped on a 65 pcd`: holes, though nobody says so.
  [
    new RegExp(
      String.raw`\b(two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2}(?: ?(?:x|off))?) (${THREAD}) (tapped|threaded|clearance|countersunk|counterbored|csk)(?= (?:(?:on|in|at|around|equally)\b|\d)|,|$)`,
      'gi',
    ),
    (match) => `${match[0]} holes`,
  ],
  // `two holes tapped M10`, `holes drilled and tapped to M6`
  [
    new RegExp(
      String.raw`\b(holes?),? (?:drilled (?:and|&) )?(tapped|threaded) (?:to |for )?(${THREAD})(?= ?(?:[,;.)]|$)| (?:on|in|at|through|equally)\b)(?<=\b(?:an?|one|two|three|four|five|six|eight|\d+|\d+ ?x)(?: [a-z]+)? holes?[^;.]*)`,
      'gi',
    ),
    ({ 1: holes = '', 2: tapped = '', 3: thread = '' }) => `${thread} ${tapped} ${holes}`,
  ],
  // `M8 thread in one end`, `an M12 thread through the middle`
  [
    new RegExp(
      String.raw`\b(?:an? )?(${THREAD}) (?:female |internal )?threads?(?=,? (?:in|into|through|down|straight|right|\d[\d.]*(?: ?mm)? deep)\b)`,
      'gi',
    ),
    ({ 1: thread = '' }) => `a ${thread} tapped hole`,
  ],
  // `tapped M8 rather than plain`
  [
    new RegExp(
      String.raw`\b(?:make them |make it |i want them |should be )?tapped (?:to |for )?(${THREAD})(?: holes?)?,? (?:rather than|instead of|not|in place of) (?:plain|smooth|clearance|through|straight)(?: holes?| ones?)?`,
      'gi',
    ),
    ({ 1: thread = '' }) => `tap them ${thread}`,
  ],
  [
    new RegExp(
      String.raw`\b(?:drill and |drilled and )?tap(?:ped)? (the|both|each|one|either)((?: [a-z]+)?) (ends?|faces?|sides?)(?: with| for| to)?(?: an?)? (${THREAD})\b${DEEP}`,
      'gi',
    ),
    ({ 1: which = '', 2: more = '', 3: place = '', 4: thread = '', 5: deep }) => {
      const where =
        which.toLowerCase() === 'the' && place.endsWith('s')
          ? `each${more} ${place.slice(0, -1)}`
          : `${which}${more} ${place}`
      return `add an ${thread} tapped hole${deep ? ` ${deep} deep` : ''} in ${where}`
    },
  ],
  [new RegExp(String.raw`\btap an? (${THREAD}) hole\b`, 'gi'), ({ 1: thread = '' }) => `add an ${thread} tapped hole`],
]
