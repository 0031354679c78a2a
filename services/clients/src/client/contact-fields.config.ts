import { Email, Optional, Phone, Text } from '#libs/http';

/** How a contact is told over HTTP; who takes a part of it picks that part. */
export class ContactFields {
  @Optional()
  @Text({ max: 100 })
  name?: string;

  @Optional()
  @Phone()
  phone?: string;

  @Optional()
  @Text({ max: 64 })
  memberNumber?: string;

  @Optional()
  @Email()
  email?: string;
}
