export const SETUP_ERRORS: Record<string, string>
