import { Code, OneOf } from '#libs/http';
import { KINDS, type Kind } from './document.events.js';

/** Where a document is: `/v1/documents/<kind>/<code>`. */
export class DocumentPath {
  @OneOf(KINDS)
  kind!: Kind;

  @Code({ example: 'front-desk-service' })
  code!: string;
}
