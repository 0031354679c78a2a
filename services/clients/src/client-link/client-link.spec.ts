import fc from 'fast-check';
import { Rejection } from '#libs/event-sourcing';
import type { ClientLinkEvent } from './client-link.events.js';
import { clientLink, type ClientLink } from './client-link.js';
import { MergeClients, mergeClients } from './merge-clients/merge-clients.js';
import { UnmergeClients, unmergeClients } from './unmerge-clients/unmerge-clients.js';

const SIX = ['a', 'b', 'c', 'd', 'e', 'f'];
const at = '2026-03-01T02:00:00.000Z';
type Links = ReadonlyMap<string, ClientLink>;
type Asked = MergeClients | UnmergeClients;

const merge = (survivorId: string, mergedId: string) =>
  new MergeClients({ survivorId, mergedId, reason: 'registered-twice', mergedAt: at });
const unmerge = (survivorId: string, mergedId: string) =>
  new UnmergeClients({ survivorId, mergedId, reason: 'mistake', unmergedAt: at });

const linkOf = (links: Links, id: string): ClientLink => links.get(id) ?? clientLink.initial;

const decide = (links: Links, command: Asked): readonly (readonly ClientLinkEvent[])[] => {
  const { survivorId, mergedId } = command.data;
  const both = [linkOf(links, survivorId), linkOf(links, mergedId)] as const;
  return command instanceof MergeClients
    ? mergeClients(command, 'sh-01', both)
    : unmergeClients(command, 'sh-01', both);
};

const after = (links: Links, command: Asked): Links => {
  const { survivorId, mergedId } = command.data;
  const [ofSurvivor = [], ofMerged = []] = decide(links, command);
  return new Map(links)
    .set(survivorId, ofSurvivor.reduce(clientLink.evolve, linkOf(links, survivorId)))
    .set(mergedId, ofMerged.reduce(clientLink.evolve, linkOf(links, mergedId)));
};

const having = (...commands: readonly Asked[]): Links => commands.reduce(after, new Map());
const idsOf = (links: Links, id: string): string[] => [
  id,
  ...linkOf(links, id).mergedIds.flatMap((merged) => idsOf(links, merged)),
];
const refusal = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as Rejection).code;
  }
};

describe('merging and parting clients', () => {
  it('links them on the streams of both, and parts them again', () => {
    const linked = having(merge('a', 'b'));
    expect([idsOf(linked, 'a'), linkOf(linked, 'b').survivorId]).toEqual([['a', 'b'], 'a']);
    const parted = after(linked, unmerge('a', 'b'));
    expect([linkOf(parted, 'a'), linkOf(parted, 'b')]).toEqual([clientLink.initial, clientLink.initial]);
  });

  it('changes nothing the second time', () => {
    expect(decide(having(merge('a', 'b')), merge('a', 'b'))).toEqual([]);
    expect(decide(having(merge('a', 'b'), unmerge('a', 'b')), unmerge('a', 'b'))).toEqual([]);
  });

  it('brings along who was merged into her, and takes them along when she is parted', () => {
    const all = having(merge('b', 'c'), merge('a', 'b'));
    expect(idsOf(all, 'a')).toEqual(['a', 'b', 'c']);
    const parted = after(all, unmerge('a', 'b'));
    expect([idsOf(parted, 'a'), idsOf(parted, 'b')]).toEqual([['a'], ['b', 'c']]);
  });

  it('refuses circles, herself, and who is merged into another', () => {
    const links = having(merge('a', 'b'));
    expect(refusal(() => decide(links, merge('b', 'a')))).toBe('merged-already');
    expect(refusal(() => decide(links, merge('c', 'b')))).toBe('merged-already');
    expect(refusal(() => decide(links, merge('a', 'a')))).toBe('same-client');
    expect(refusal(() => decide(links, unmerge('c', 'b')))).toBe('merged-elsewhere');
  });

  it('reads everybody as exactly one person, whatever is merged and parted in any order', () => {
    const id = fc.constantFrom(...SIX);
    const asked = fc
      .tuple(fc.boolean(), id, id)
      .map(([merging, one, other]) => (merging ? merge : unmerge)(one, other));
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 50 }), (commands) => {
        let links: Links = new Map();
        for (const command of commands) {
          if (refusal(() => decide(links, command)) === undefined) links = after(links, command);
        }
        const people = SIX.filter((one) => linkOf(links, one).survivorId === null);
        expect(people.flatMap((one) => idsOf(links, one)).sort()).toEqual(SIX);
      }),
    );
  });
});
