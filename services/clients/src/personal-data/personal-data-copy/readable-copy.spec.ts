import { readableCopy } from './readable-copy.js';
import type { CopiedFile, PersonalDataCopy } from './personal-data-copy.answers.js';

const clientId = '01900000-0000-7000-8000-00000000000c';

const aCopy = (file: Partial<PersonalDataCopy['files'][number]> = {}): PersonalDataCopy => ({
  clientId,
  madeAt: '2026-03-02T02:00:00.000Z',
  files: [
    {
      ...{ clientId, storeId: 'sh-01', status: 'client', since: '2026-03-01T02:00:00.000Z', version: 3 },
      ...{ name: '王芳', phone: null, memberNumber: null, email: null, erased: false },
      ...{
        purposeNotice: null,
        file: {},
        healthNotes: [],
        carePictures: [],
        consents: { now: [], history: [] },
        disclosures: [],
      },
      ...file,
    },
  ],
  history: {
    clients: [],
    visits: [
      {
        ...{ factId: clientId, stream: 'visit:1', type: 'VisitCompleted', storeId: 'sh-01', actor: null },
        occurredAt: '2026-03-01T03:00:00.000Z',
        recordedAt: '2026-03-01T03:00:01.000Z',
        data: { paidMinor: 19_800, lines: [{ itemId: 'facial-60' }] },
      },
    ],
    membership: [],
    referrals: [],
    'follow-ups': [],
    complaints: [],
  },
});

describe('a copy to be read', () => {
  it('has her name, her file and what was recorded, in words', () => {
    const page = readableCopy(aCopy({ file: { preferences: { taboos: ['酒精'] } } }));
    for (const said of ['王芳', '忌讳', '酒精', 'Visit completed', 'Paid minor: 19800', 'facial-60'])
      expect(page).toContain(said);
  });

  it('has what she agreed to, in its words, and to whom her data was given', () => {
    const consent: CopiedFile['consents']['history'][number] = {
      purpose: 'third-party',
      given: true,
      at: '2026-03-01T02:00:00.000Z',
      channel: 'paper',
      textVersion: 'third-party-1',
      text: { zh: '我同意贵店向第三方提供' },
      standing: 'counts',
      byGuardian: false,
      takenBy: null,
    };
    const disclosure: CopiedFile['disclosures'][number] = {
      at: '2026-03-02T02:00:00.000Z',
      exportId: clientId,
      purpose: 'administration',
      recipient: 'Courier Ltd',
      sections: ['person'],
      abroad: { country: 'SG', sensitive: false },
    };
    const consents = { now: [consent], history: [consent] };
    const page = readableCopy(aCopy({ consents, disclosures: [disclosure] }));
    for (const said of ['我同意贵店向第三方提供', '已提供给', 'Courier Ltd', '境外 abroad: SG'])
      expect(page).toContain(said);
    expect(page).not.toContain('受托处理');
    const worksForUs = { ...disclosure, processorId: 'messages' };
    expect(readableCopy(aCopy({ disclosures: [worksForUs] }))).toContain('受托处理 works for the salon');
  });

  it('leaves out what there is nothing of', () => {
    const page = readableCopy(aCopy());
    for (const silent of ['电话', '健康记录', '皮肤图', '已提供给', '投诉'])
      expect(page).not.toContain(silent);
  });

  it('takes what people wrote for text, never for markup', () => {
    const name = `<img src=x onerror="alert('1')"> & co`;
    const page = readableCopy(aCopy({ name, file: { person: { hobbies: ['<script>'] } } }));
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co');
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script>|<img/);
  });
});
