import { BreachedPasswordsQuery } from './breached-passwords.query.js';
import { FirstAdminProcess } from './first-admin.process.js';
import { FormerAccountsProcess } from './former-accounts.process.js';
import { OidcQuery } from './oidc.query.js';
import { PasswordsQuery } from './passwords.query.js';

export const accountSlices = {
  providers: [BreachedPasswordsQuery, PasswordsQuery, OidcQuery, FirstAdminProcess, FormerAccountsProcess],
};
