import { Module } from '@nestjs/common';
import { Vault } from '#libs/privacy';
import { DATABASE, service, SETTINGS, together, type Settings } from '#libs/service';
import { clientSearch } from './client/client-search/client-search.projection.js';
import { searchedIn } from './client/client-search/searched-log.query.js';
import { OpenedLog } from './client/opened-log.query.js';
import { clientMark } from './client-distinction/suspected-duplicates/client-mark.projection.js';
import { markedIn } from './client-distinction/suspected-duplicates/marked-log.query.js';
import { ERASURES, ErasuresFile } from './erasure/erasures-file.process.js';
import {
  BACKUP_DAYS,
  backupDays,
  COUNTRY,
  country,
  COUNTRY_CODE,
  countryCode,
  openVault,
  READ_PER_HOUR,
  readPerHour,
  REQUEST_DAYS,
  requestDays,
} from './clients.config.js';
import { SubjectKey1700000000100 } from './migrations/1700000000100-subject-key.js';
import { KeyWrapping1700000000110 } from './migrations/1700000000110-key-wrapping.js';
import { SealedPicture1700000000120 } from './migrations/1700000000120-sealed-picture.js';
import { clientPublisher } from './publishing/client.publisher.js';
import { ageOfConsentSlices } from './age-of-consent/age-of-consent.slices.js';
import { careLogSlices } from './care-log/care-log.slices.js';
import { carePictureSlices } from './care-picture/care-picture.slices.js';
import { carePlanSlices } from './care-plan/care-plan.slices.js';
import { classificationSlices } from './classification/classification.slices.js';
import { clientAnalysisSlices } from './client-analysis/client-analysis.slices.js';
import { clientSlices } from './client/client.slices.js';
import { clientDistinctionSlices } from './client-distinction/client-distinction.slices.js';
import { clientExportSlices } from './client-export/client-export.slices.js';
import { clientLinkSlices } from './client-link/client-link.slices.js';
import { clientLookupSlices } from './client-lookup/client-lookup.slices.js';
import { clientRequestSlices } from './client-request/client-request.slices.js';
import { companionGroupSlices } from './companion-group/companion-group.slices.js';
import { consentSlices } from './consent/consent.slices.js';
import { consentTextSlices } from './consent-text/consent-text.slices.js';
import { erasureSlices } from './erasure/erasure.slices.js';
import { healthSlices } from './health/health.slices.js';
import { incidentSlices } from './incident/incident.slices.js';
import { knownAppointmentSlices } from './known-appointment/known-appointment.slices.js';
import { knownComplaintSlices } from './known-complaint/known-complaint.slices.js';
import { knownItemSlices } from './known-item/known-item.slices.js';
import { knownMemberSlices } from './known-member/known-member.slices.js';
import { knownPolicySlices } from './known-policy/known-policy.slices.js';
import { knownProcessorSlices } from './known-processor/known-processor.slices.js';
import { knownStoreSlices } from './known-store/known-store.slices.js';
import { notedVisitSlices } from './noted-visit/noted-visit.slices.js';
import { ownershipSlices } from './ownership/ownership.slices.js';
import { personalDataSlices } from './personal-data/personal-data.slices.js';
import { readingSlices } from './reading/reading.slices.js';
import { retentionSlices } from './retention/retention.slices.js';
import { subjectKeySlices } from './subject-key/subject-key.slices.js';

const { controllers, providers, views } = together(
  ageOfConsentSlices,
  careLogSlices,
  carePictureSlices,
  carePlanSlices,
  classificationSlices,
  clientSlices,
  clientAnalysisSlices,
  clientDistinctionSlices,
  clientExportSlices,
  clientLinkSlices,
  clientLookupSlices,
  clientRequestSlices,
  companionGroupSlices,
  consentSlices,
  consentTextSlices,
  erasureSlices,
  healthSlices,
  incidentSlices,
  knownAppointmentSlices,
  knownComplaintSlices,
  knownItemSlices,
  knownMemberSlices,
  knownPolicySlices,
  knownProcessorSlices,
  knownStoreSlices,
  notedVisitSlices,
  ownershipSlices,
  personalDataSlices,
  readingSlices,
  retentionSlices,
  subjectKeySlices,
);

@Module({
  imports: [
    service({
      name: 'clients',
      publisher: clientPublisher,
      logSourceOf: {
        [clientSearch.name]: async (log, database, settings) => {
          const vault = await openVault(database, settings);
          return new OpenedLog(log, vault, searchedIn(vault, countryCode()));
        },
        [clientMark.name]: async (log, database, settings) => {
          const vault = await openVault(database, settings);
          return new OpenedLog(log, vault, markedIn(vault, countryCode()));
        },
      },
      migrations: [SubjectKey1700000000100, KeyWrapping1700000000110, SealedPicture1700000000120],
      views,
    }),
  ],
  controllers,
  providers: [
    {
      provide: ERASURES,
      inject: [SETTINGS],
      useFactory: ({ dataFolder }: Settings) => new ErasuresFile(dataFolder),
    },
    { provide: Vault, inject: [DATABASE, SETTINGS, ERASURES], useFactory: openVault },
    { provide: BACKUP_DAYS, useFactory: backupDays },
    { provide: READ_PER_HOUR, useFactory: readPerHour },
    { provide: COUNTRY_CODE, useFactory: countryCode },
    { provide: COUNTRY, useFactory: country },
    { provide: REQUEST_DAYS, useFactory: requestDays },
    ...providers,
  ],
})
export class ClientsModule {}
