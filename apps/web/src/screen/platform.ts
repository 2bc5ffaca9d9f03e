/** Whether the keys are those of a Mac. */
export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform)
