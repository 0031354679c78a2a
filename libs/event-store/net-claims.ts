import type { ClaimChange } from '#libs/event-sourcing';
import type { StreamAppend } from './append-request.js';
import { ClaimTaken } from './errors.js';

interface Change {
  readonly part: number;
  readonly stream: string;
  readonly change: ClaimChange;
}

/**
 * What a command's facts do to claims in the end. The log releases before it takes, so what they take and release again
 * is not taken at all; and it looks only at what is held already, so what two of them want at once is refused here.
 */
export const withNetClaims = (streams: readonly StreamAppend[]): readonly StreamAppend[] => {
  if (streams.every(({ claims = [] }) => claims.length === 0)) return streams;
  const byKey = new Map<string, Change[]>();
  streams.forEach(({ stream, claims = [] }, part) => {
    for (const change of claims) {
      byKey.set(change.key, after(byKey.get(change.key) ?? [], { part, stream, change }));
    }
  });
  const net = [...byKey.values()].flat();
  return streams.map((append, part) => ({
    ...append,
    claims: net.filter((one) => one.part === part).map(({ change }) => change),
  }));
};

/** The changes of one key, with one more. */
const after = (earlier: Change[], next: Change): Change[] => {
  if (next.change.action === 'release') {
    return [...earlier.filter(({ stream }) => stream !== next.stream), next];
  }
  const clash = earlier.find(({ change, stream }) => clashes(change, next.change, stream === next.stream));
  if (clash !== undefined) throw new ClaimTaken(next.change.key, clash.stream);
  earlier.push(next);
  return earlier;
};

const clashes = (earlier: ClaimChange, next: ClaimChange, sameStream: boolean): boolean => {
  if (earlier.action === 'release') return false;
  const [one, other] = [earlier.range, next.range];
  if (one === undefined || other === undefined) return one === other && !sameStream;
  return Date.parse(one.from) < Date.parse(other.to) && Date.parse(other.from) < Date.parse(one.to);
};
