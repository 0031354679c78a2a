/** What Nest provides by name rather than by class. */
export const SETTINGS = Symbol('settings');
export const CLOCK = Symbol('clock');
export const DATABASE = Symbol('database');
export const DEFINITION = Symbol('definition');
export const LOG_SOURCE = Symbol('log source');
export const TRACES = Symbol('traces');
export const TRANSPORT = Symbol('transport');
export const LOGGER = Symbol('logger');
