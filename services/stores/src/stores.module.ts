import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { service, SETTINGS, serviceSecretsOf, type Settings, together } from '#libs/service';
import { AccountsQuery } from './account/accounts.query.js';
import { loginIndexKey, sealingKey } from './account/derived-keys.query.js';
import { SigningKeysQuery } from './account/signing-keys.query.js';
import { LoginsAreClaimed1700000000210 } from './migrations/1700000000210-logins-are-claimed.js';
import { LoginIndexKey1700000000220 } from './migrations/1700000000220-login-index-key.js';
import { Accounts1700000000200 } from './migrations/1700000000200-accounts.js';
import { storePublisher } from './publishing/store.publisher.js';
import { accessOf } from './session/access-list/access-list.query.js';
import { OIDC, oidcSettings } from './stores.config.js';
import { accountSlices } from './account/account.slices.js';
import { auditSlices } from './audit/audit.slices.js';
import { checkRunSlices } from './check-run/check-run.slices.js';
import { documentSlices } from './document/document.slices.js';
import { handOverSlices } from './hand-over/hand-over.slices.js';
import { itemSlices } from './item/item.slices.js';
import { monthlyPlanSlices } from './monthly-plan/monthly-plan.slices.js';
import { policySlices } from './policy/policy.slices.js';
import { regionSlices } from './region/region.slices.js';
import { sessionSlices } from './session/session.slices.js';
import { signatureSlices } from './signature/signature.slices.js';
import { staffSlices } from './staff/staff.slices.js';
import { storeSlices } from './store/store.slices.js';

const { controllers, providers, views } = together(
  accountSlices,
  auditSlices,
  checkRunSlices,
  documentSlices,
  handOverSlices,
  itemSlices,
  monthlyPlanSlices,
  policySlices,
  regionSlices,
  sessionSlices,
  signatureSlices,
  staffSlices,
  storeSlices,
);

@Module({
  imports: [
    service({
      name: 'stores',
      publisher: storePublisher,
      views,
      migrations: [Accounts1700000000200, LoginsAreClaimed1700000000210, LoginIndexKey1700000000220],
      accessSource: accessOf,
    }),
  ],
  controllers,
  providers: [
    {
      provide: AccountsQuery,
      inject: [DataSource, SETTINGS],
      useFactory: async (dataSource: DataSource, settings: Settings) =>
        new AccountsQuery(dataSource, await loginIndexKey(dataSource, serviceSecretsOf(settings))),
    },
    { provide: OIDC, useFactory: oidcSettings },
    {
      provide: SigningKeysQuery,
      inject: [DataSource, SETTINGS],
      useFactory: (dataSource: DataSource, settings: Settings) =>
        new SigningKeysQuery(dataSource, serviceSecretsOf(settings).map(sealingKey)),
    },
    ...providers,
  ],
})
export class StoresModule {}
