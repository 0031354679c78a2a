import { createHash } from 'node:crypto';
import { number, type Finding, type Invariant } from './invariant.js';
import type { PlatformData } from './platform-data.js';
import type { ServiceData } from './service-data.js';

interface Link {
  readonly up_to: number;
  readonly hash: string;
}

/** I15: every link of the chain of hashes is what its facts and the link before make. */
export const logIsAsSealed: Invariant = {
  id: 'I15',
  checks: 'logs are as they were sealed',
  check: async ({ services }: PlatformData): Promise<Finding> => {
    const checked = [];
    for (const service of services) checked.push(await linksOf(service));
    const facts = checked.reduce((sum, { sealed }) => sum + sealed, 0);
    return {
      counted: `${number(facts)} facts sealed`,
      failures: checked.flatMap(({ failure }) => failure ?? []),
    };
  },
};

/** Up to the first link that does not fit: those behind it hang on it. */
const linksOf = async (service: ServiceData): Promise<{ sealed: number; failure?: string }> => {
  const links = await service.rows<Link>(
    `select up_to, encode(hash, 'hex') as hash from log_seal order by up_to`,
  );
  let before: Link = { up_to: 0, hash: '' };
  for (const link of links) {
    const made = await hashOf(service, before, link.up_to);
    if (made !== link.hash) {
      const where = `${number(before.up_to + 1)} to ${number(link.up_to)}`;
      return {
        sealed: before.up_to,
        failure: `${service.name}: facts ${where} are not those that were sealed`,
      };
    }
    before = link;
  }
  return { sealed: before.up_to };
};

const hashOf = async (service: ServiceData, before: Link, upTo: number): Promise<string> => {
  const facts = await service.rows<{ line: string }>(
    `select json_build_array(position, version, id, command_id, correlation_id, causation_id, occurred_at, recorded_at,
                             stream, type, store_id, actor, policy_version, request_hash, data)::text as line
       from event where position > $1 and position <= $2 order by position`,
    [before.up_to, upTo],
  );
  const lines = facts.map(({ line }) => line).join('\n');
  return createHash('sha256').update(Buffer.from(before.hash, 'hex')).update(lines).digest('hex');
};
