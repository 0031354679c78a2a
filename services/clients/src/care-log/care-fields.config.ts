import { z } from 'zod';
import { text } from '#libs/http';

const story = text(2_000).optional();

/** What an entry of the care log can say. */
export const careFields = z.strictObject({
  details: story,
  productsUsed: z.array(text(100)).max(30).optional(),
  /** What it did, of this care or of a stage of several. */
  effect: story,
  feedback: story,
  opinion: z.strictObject({ efficacy: story, products: story, service: story, management: story }).optional(),
  talkedAbout: story,
  /** What to mind next time. */
  nextTime: story,
});

export type CareFields = z.infer<typeof careFields>;
