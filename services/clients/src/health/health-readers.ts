/** Who needs to know of her health to serve her; the desk gets a warning only, headquarters nothing. */
export const HEALTH_READERS = ['store-manager', 'consultant', 'therapist'] as const;
