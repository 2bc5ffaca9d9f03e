/** A thing of that kind is not made of its three sizes. */
export const isUnsupported = (word: string): boolean => UNSUPPORTED.has(word)

/** Things that are made, and that no family here makes. */
const UNSUPPORTED = new Set(
  'teapot mug chair table lamp propeller fan phone spoon fork knife bottle statue figurine car boat plane house toy dragon vase impeller turbine thread logo text whistle chassis robot drone bicycle engine crankshaft'.split(
    ' ',
  ),
)

/** Outlines that are known by their names, and not made. */
export const OUTLINES =
  /^(?:hearts?|crescent|tear|teardrop|arrow|arrowhead|kite|keyhole|clover|flower|shield|boomerang|horseshoe|banana|kidney|pear|cloud|lightning|butterfly|puzzle|ogee|gothic|airfoil|aerofoil|sector)$/
