import { ROLES } from '#libs/access';
import { Code } from '#libs/http';

/** Where a standard is: `/v1/documents/standard/<code>`. */
export class StandardPath {
  @Code({ example: 'front-desk-service' })
  code!: string;
}

/** People: whoever gets a standard can say that she has it. */
export const SIGNERS = ROLES.filter((role) => role !== 'integration' && role !== 'service');
