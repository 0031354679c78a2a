import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { service, SETTINGS, serviceSecretsOf, type Settings, together } from '#libs/service';
import { AccountsQuery } from './account/accounts.query.js';
import {
  ACCOUNTS_KEY,
  accountsKey,
  factorKey,
  identityIndexKey,
  sealingKey,
} from './account/derived-keys.query.js';
import { IdentitiesQuery } from './account/identities.query.js';
import { SecondFactorsQuery } from './account/second-factors.query.js';
import { SigningKeysQuery } from './account/signing-keys.query.js';
import { LoginsAreClaimed1700000000210 } from './migrations/1700000000210-logins-are-claimed.js';
import { LoginIndexKey1700000000220 } from './migrations/1700000000220-login-index-key.js';
import { Accounts1700000000200 } from './migrations/1700000000200-accounts.js';
import { SecondFactors1700000000230 } from './migrations/1700000000230-second-factors.js';
import { FormerAccounts1700000000240 } from './migrations/1700000000240-former-accounts.js';
import { storePublisher } from './publishing/store.publisher.js';
import { accessOf } from './session/access-list/access-list.query.js';
import {
  BREACHED_PASSWORDS,
  breachedPasswords,
  OIDC,
  oidcSettings,
  SECOND_FACTOR_ROLES,
  secondFactorRoles,
} from './stores.config.js';
import { accountSlices } from './account/account.slices.js';
import { auditSlices } from './audit/audit.slices.js';
import { checkRunSlices } from './check-run/check-run.slices.js';
import { documentSlices } from './document/document.slices.js';
import { groupSlices } from './group/group.slices.js';
import { handOverSlices } from './hand-over/hand-over.slices.js';
import { itemSlices } from './item/item.slices.js';
import { monthlyPlanSlices } from './monthly-plan/monthly-plan.slices.js';
import { policySlices } from './policy/policy.slices.js';
import { processorSlices } from './processor/processor.slices.js';
import { productSlices } from './product/product.slices.js';
import { regionSlices } from './region/region.slices.js';
import { rhythmSlices } from './rhythm/rhythm.slices.js';
import { rotaSlices } from './rota/rota.slices.js';
import { sessionSlices } from './session/session.slices.js';
import { signatureSlices } from './signature/signature.slices.js';
import { staffSlices } from './staff/staff.slices.js';
import { storeSlices } from './store/store.slices.js';

const { controllers, providers, views } = together(
  accountSlices,
  auditSlices,
  checkRunSlices,
  documentSlices,
  groupSlices,
  handOverSlices,
  itemSlices,
  monthlyPlanSlices,
  policySlices,
  processorSlices,
  productSlices,
  regionSlices,
  rhythmSlices,
  rotaSlices,
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
      migrations: [
        Accounts1700000000200,
        LoginsAreClaimed1700000000210,
        LoginIndexKey1700000000220,
        SecondFactors1700000000230,
        FormerAccounts1700000000240,
      ],
      accessSource: accessOf,
    }),
  ],
  controllers,
  providers: [
    {
      provide: ACCOUNTS_KEY,
      inject: [DataSource, SETTINGS],
      useFactory: (dataSource: DataSource, settings: Settings) =>
        accountsKey(dataSource, serviceSecretsOf(settings), settings.cipher),
    },
    {
      provide: AccountsQuery,
      inject: [DataSource, ACCOUNTS_KEY],
      useFactory: (dataSource: DataSource, key: Uint8Array) => new AccountsQuery(dataSource, key),
    },
    { provide: BREACHED_PASSWORDS, useFactory: breachedPasswords },
    { provide: OIDC, useFactory: oidcSettings },
    { provide: SECOND_FACTOR_ROLES, useFactory: secondFactorRoles },
    {
      provide: IdentitiesQuery,
      inject: [DataSource, ACCOUNTS_KEY],
      useFactory: (dataSource: DataSource, key: Uint8Array) =>
        new IdentitiesQuery(dataSource, identityIndexKey(key)),
    },
    {
      provide: SecondFactorsQuery,
      inject: [DataSource, ACCOUNTS_KEY, SETTINGS],
      useFactory: (dataSource: DataSource, key: Uint8Array, { cipher }: Settings) =>
        new SecondFactorsQuery(dataSource, factorKey(key, cipher)),
    },
    {
      provide: SigningKeysQuery,
      inject: [DataSource, SETTINGS],
      useFactory: (dataSource: DataSource, settings: Settings) =>
        new SigningKeysQuery(
          dataSource,
          serviceSecretsOf(settings).map((secret) => sealingKey(secret, settings.cipher)),
        ),
    },
    ...providers,
  ],
})
export class StoresModule {}
