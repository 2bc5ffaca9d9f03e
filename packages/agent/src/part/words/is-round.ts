/** Whether what is asked for is round: its one width is a diameter, and its middle an axis. */
export const isRound = (input: string): boolean => ROUND.test(input) && !isCornered(input)

const ROUND =
  /\b(?:shaft|spindle|axle|pin|peg|dowel|rod|round|cylind\w+|tubes?|pipe|disc|disk|ring|washer|spacer|sleeve|bush(?:ing)?|collar|coupl\w+|knob|wheel|pulley|roller|flange|hub|spool|bobbin|cap|standoff|ferrule|grommet|nozzle|cone|stud|plug|cup|bowl|dish|coaster)s?\b/i
const CORNERED =
  /\b(?:square|hex\w*|octagon\w*|pentagon\w*|triang\w*|polygon\w*|star|rectang\w*|plate|block|box|bracket|nut|bolt|flats?|corners?|gear|tray|across (?:the )?(?:flats|corners|points))\b|\ba\/?f\b/i
export const isCornered = (input: string): boolean => CORNERED.test(input)
