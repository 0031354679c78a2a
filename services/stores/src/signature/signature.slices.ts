import { ReceiveStandardController } from './receive-standard/receive-standard.controller.js';
import { ReceiveStandardHandler } from './receive-standard/receive-standard.handler.js';
import { SignStandardController } from './sign-standard/sign-standard.controller.js';
import { SignStandardHandler } from './sign-standard/sign-standard.handler.js';
import { SignatureListController } from './signature-list/signature-list.controller.js';
import { SignatureListQuery } from './signature-list/signature-list.query.js';
import { signatureView } from './signature-list/signature.projection.js';

export const signatureSlices = {
  controllers: [ReceiveStandardController, SignStandardController, SignatureListController],
  providers: [ReceiveStandardHandler, SignStandardHandler, SignatureListQuery],
  views: [signatureView],
};
