import { z } from 'zod';

export const companionGroupAnswer = z.strictObject({
  groupId: z.uuid(),
  storeId: z.string(),
  memberIds: z.array(z.uuid()).readonly(),
  leaderId: z.uuid().nullable().describe('Whom the others follow; null while nobody knows'),
});
