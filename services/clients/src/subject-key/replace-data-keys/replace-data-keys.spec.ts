import { decisions } from '#libs/testing';
import { dataKeysReplaced } from '../../testing/subject-key.builders.js';
import { subjectKey } from '../subject-key.js';
import { ReplaceDataKeys, replaceDataKeys } from './replace-data-keys.js';

const replaced = dataKeysReplaced();
const { clientId, storeId, version, reason } = replaced.data;
const spec = decisions(subjectKey, replaceDataKeys(storeId, version));
const replacing = new ReplaceDataKeys({ clientId, reason, replacedAt: replaced.occurredAt });

describe('replacing data keys', () => {
  it('says which version seals from now on, and why', () => {
    spec.given().when(replacing).then(replaced);
  });

  it('says of a version once, and never of one that newer ones followed', () => {
    spec.given(replaced).when(replacing).thenNothing();
    spec
      .given(dataKeysReplaced({ version: version + 1 }))
      .when(replacing)
      .thenNothing();
  });
});
