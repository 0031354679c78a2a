/** A working day; then one signs in again, whatever happened meanwhile. */
export const SESSION_HOURS = 12;
/** A session that nobody used for so long has been left behind. */
export const IDLE_HOURS = 2;
/** Two tabs may send the same refresh token at the same moment; later, a used token is a stolen one. */
export const SECOND_TAB_MS = 10_000;
/** What needs a session that has just begun is done within so long. */
export const FRESH_MINUTES = 10;
