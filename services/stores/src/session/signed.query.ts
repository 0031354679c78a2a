import { z } from 'zod';

/** What signing in and refreshing answer. */
export const signed = z.strictObject({ accessToken: z.string(), expiresIn: z.int().positive() });
