import { AcknowledgeErasureHandler } from './acknowledge-erasure/acknowledge-erasure.handler.js';
import { AcknowledgeErasureOnAcknowledged } from './acknowledge-erasure/on-erasure-acknowledged.consumer.js';
import { CarryOutErasureHandler } from './carry-out-erasure/carry-out-erasure.handler.js';
import { CertificateController } from './certificate/certificate.controller.js';
import { CertificateQuery } from './certificate/certificate.query.js';
import { erasureList } from './erasure-list/erasure-list.projection.js';
import { ErasureProcess } from './erasure.process.js';
import { LivingLinksQuery } from './living-links.query.js';
import { OrderErasureController } from './order-erasure/order-erasure.controller.js';
import { OrderErasureHandler } from './order-erasure/order-erasure.handler.js';

export const erasureSlices = {
  controllers: [OrderErasureController, AcknowledgeErasureOnAcknowledged, CertificateController],
  providers: [
    OrderErasureHandler,
    CarryOutErasureHandler,
    AcknowledgeErasureHandler,
    CertificateQuery,
    LivingLinksQuery,
    ErasureProcess,
  ],
  views: [erasureList],
};
