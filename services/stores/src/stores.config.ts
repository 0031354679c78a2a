import { z } from 'zod';
import { withSecrets } from '#libs/service';

const environment = z.object({
  /** Password of `admin` at the very first start; without it one is made up and printed once. */
  LIREN_ADMIN_PASSWORD: z
    .string()
    .optional()
    .transform((given) => given || undefined),
  /** Issuer of the chain's own OpenID provider. */
  LIREN_OIDC_ISSUER: z.url().optional(),
  LIREN_OIDC_CLIENT_ID: z.string().default('liren'),
  /** The claim of an id token that is the login of an account here. */
  LIREN_OIDC_LOGIN_CLAIM: z.string().default('email'),
  /** The shortest RSA key of the provider that is taken: 3072 bits are as strong as our own keys; many providers have 2048. */
  LIREN_OIDC_RSA_BITS: z.coerce.number().int().min(2_048).default(2_048),
});

export const OIDC = Symbol('OpenID provider');

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly loginClaim: string;
  readonly leastRsaBits: number;
}

export const oidcSettings = (): OidcSettings | undefined => {
  const { LIREN_OIDC_ISSUER: issuer, ...given } = settings();
  if (issuer === undefined) return undefined;
  return {
    issuer,
    clientId: given.LIREN_OIDC_CLIENT_ID,
    loginClaim: given.LIREN_OIDC_LOGIN_CLAIM,
    leastRsaBits: given.LIREN_OIDC_RSA_BITS,
  };
};

export const adminPassword = (): string | undefined => settings().LIREN_ADMIN_PASSWORD;

const settings = (): z.output<typeof environment> => {
  const parsed = environment.safeParse(withSecrets(process.env, ['LIREN_ADMIN_PASSWORD']));
  if (parsed.success) return parsed.data;
  throw new Error(`Settings of stores are wrong.\n${z.prettifyError(parsed.error)}`);
};
