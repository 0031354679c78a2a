import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUYING_TYPES, PERSONALITIES } from '#contracts/clients/file-sections';
import { projectRoot } from '#libs/service';
import { ageBandOf, ageOn } from './age-band.js';
import { completenessOf, WEIGHTS } from './completeness.js';
import { openWith, SECTION_NAMES, SECTIONS, sectionsFor } from './file-sections.config.js';
import { adviceFor } from './handling-advice.js';
import { isSubHealth } from './skin.js';

describe('what a file shows', () => {
  it('flags sub-health from three facial problems on (CL-18)', () => {
    const flagged = [
      undefined,
      {},
      { problems: ['acne', 'dryness'] },
      { problems: ['acne', 'dryness', 'scars'] },
    ];
    expect(flagged.map(isSubHealth)).toEqual([null, null, false, true]);
    expect(isSubHealth({ problems: ['acne', 'acne', 'acne'] })).toBe(false);
  });

  it.each([
    ['2006-03-02', null],
    ['2006-03-01', '20-24'],
    ['2001-03-02', '20-24'],
    ['2001-03-01', '25-34'],
    ['1991-03-01', '35+'],
  ])('tells the age band of one born on %s (CL-10, 11)', (birthday, name) => {
    expect(ageBandOf({ birthday }, '2026-03-01')?.name ?? null).toBe(name);
  });

  it('goes by the age she says where she does not say her birthday', () => {
    expect(ageBandOf({ age: 40 }, '2026-03-01')?.name).toBe('35+');
    expect(ageBandOf({}, '2026-03-01')).toBeNull();
    expect(ageOn('2004-02-29', '2026-02-28')).toBe(21);
  });

  it('has advice in both languages for every type (CL-52 to 56)', () => {
    const advice = adviceFor({ personalities: PERSONALITIES, buyingTypes: BUYING_TYPES });
    expect(advice.map(({ about }) => about)).toEqual([...PERSONALITIES, ...BUYING_TYPES]);
    for (const { advice: words } of advice)
      expect(words).toEqual({ zh: expect.any(String), en: expect.any(String) });
  });

  it('says how complete it is, and what is worth asking next (CL-29)', () => {
    expect(completenessOf({})).toMatchObject({ score: 0, missing: { length: Object.keys(WEIGHTS).length } });
    const { score, missing } = completenessOf({ person: { filled: ['birthday', 'sex', 'features'] } });
    expect(score).toBe(20);
    expect(missing[0]).toBe('skin-diagnosis.skinType');
  });

  it('weighs only fields that there are', () => {
    const fields = SECTION_NAMES.flatMap((name) =>
      Object.keys(SECTIONS[name].fields.shape).map((field) => `${name}.${field}`),
    );
    expect(fields).toEqual(expect.arrayContaining(Object.keys(WEIGHTS)));
  });

  it('keeps money and home from the treatment room, and everything from who needs only figures', () => {
    expect(sectionsFor('therapist')).not.toContain('circumstances');
    expect(sectionsFor('consultant')).toEqual(SECTION_NAMES);
    expect([...sectionsFor('hq-analyst'), ...sectionsFor('finance')]).toEqual([]);
  });

  it('opens what was diagnosed of her skin with her consent to health alone, and all else without (PIPL 29)', () => {
    expect(openWith(true)).toEqual(SECTION_NAMES);
    expect(openWith(false)).toEqual(SECTION_NAMES.filter((name) => name !== 'skin-diagnosis'));
  });

  it('decides nothing by blood type or marital status (CL-13, 14)', () => {
    const folder = join(projectRoot(), 'services/clients/src');
    const naming = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .filter((file) => /bloodType|maritalStatus/.test(readFileSync(join(folder, file), 'utf8')));
    expect(naming).toEqual(['personal-data/personal-data-copy/copy-labels.ts']); // what her own copy calls them
  });
});
