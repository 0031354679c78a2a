import { z } from 'zod';
import { ACCOUNT_ROLES, type Role } from '#libs/access';
import { withSecrets } from '#libs/service';

const words = z
  .string()
  .default('')
  .transform((given) => given.split(',').flatMap((word) => word.trim() || []));

const environment = z.object({
  /** Password of `admin` at the very first start, or in place of one that was made up; without it one is, and printed once. */
  LIREN_ADMIN_PASSWORD: z
    .string()
    .optional()
    .transform((given) => given || undefined),
  /** Where passwords are that were breached, as hashes: a file in their order, or a folder of ranges. */
  LIREN_BREACHED_PASSWORDS: z
    .string()
    .optional()
    .transform((given) => given || undefined),
  /** Issuer of the chain's own OpenID provider. */
  LIREN_OIDC_ISSUER: z.url().optional(),
  LIREN_OIDC_CLIENT_ID: z.string().default('liren'),
  /** The claim of an id token that is the login of an account here. */
  LIREN_OIDC_LOGIN_CLAIM: z.string().default('email'),
  /** What an id token must say of how somebody was checked: one of these as `acr`; each of these in `amr`. */
  LIREN_OIDC_ACR: words,
  LIREN_OIDC_AMR: words,
  /** For how many minutes the provider may have been signed in to (`auth_time`). */
  LIREN_OIDC_MAX_AGE_MINUTES: z.coerce.number().int().positive().optional(),
  /** Roles that may do nothing without a second factor, separated by commas. */
  LIREN_SECOND_FACTOR_ROLES: words.pipe(z.array(z.enum(ACCOUNT_ROLES))),
  /** The shortest RSA key of the provider that is taken: 3072 bits are as strong as our own keys; many providers have 2048. */
  LIREN_OIDC_RSA_BITS: z.coerce.number().int().min(2_048).default(2_048),
});

export const OIDC = Symbol('OpenID provider');

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly loginClaim: string;
  readonly acr: readonly string[];
  readonly amr: readonly string[];
  readonly maxAgeMinutes: number | undefined;
  readonly leastRsaBits: number;
}

export const oidcSettings = (): OidcSettings | undefined => {
  const { LIREN_OIDC_ISSUER: issuer, ...given } = settings();
  if (issuer === undefined) return undefined;
  const { LIREN_OIDC_CLIENT_ID: clientId, LIREN_OIDC_LOGIN_CLAIM: loginClaim } = given;
  const { LIREN_OIDC_ACR: acr, LIREN_OIDC_AMR: amr, LIREN_OIDC_MAX_AGE_MINUTES: maxAgeMinutes } = given;
  const { LIREN_OIDC_RSA_BITS: leastRsaBits } = given;
  return { issuer, clientId, loginClaim, acr, amr, maxAgeMinutes, leastRsaBits };
};

export const SECOND_FACTOR_ROLES = Symbol('roles that need a second factor');

export const secondFactorRoles = (): readonly Role[] => settings().LIREN_SECOND_FACTOR_ROLES;

export const BREACHED_PASSWORDS = Symbol('where breached passwords are');

export const breachedPasswords = (): string | undefined => settings().LIREN_BREACHED_PASSWORDS;

export const adminPassword = (): string | undefined => settings().LIREN_ADMIN_PASSWORD;

const settings = (): z.output<typeof environment> => {
  const parsed = environment.safeParse(withSecrets(process.env, ['LIREN_ADMIN_PASSWORD']));
  if (parsed.success) return parsed.data;
  throw new Error(`Settings of stores are wrong.\n${z.prettifyError(parsed.error)}`);
};
