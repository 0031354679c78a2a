import { Optional, Phone, Text } from '#libs/http';

/** How it is told over HTTP who consents for somebody. */
export class GuardianBody {
  @Text({ max: 100 })
  name!: string;

  @Text({ max: 40, example: 'mother' })
  relation!: string;

  @Optional()
  @Phone()
  phone?: string;
}
