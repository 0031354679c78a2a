import type { Role } from '#libs/access';

/** Who takes pictures: whoever cares for her skin, never the desk. */
export const TAKES_PICTURES = ['store-manager', 'consultant', 'therapist'] as const satisfies readonly Role[];

/** Who sees them, and lets them go; the privacy officer for her who asks what is kept of her. */
export const SEES_PICTURES = [...TAKES_PICTURES, 'privacy-officer'] as const satisfies readonly Role[];
