import { views } from '#libs/testing';
import {
  aClientErased,
  aClientRegistered,
  aContactChanged,
  aFileSectionUpdated,
  aLeadAdded,
  aLeadQualified,
  theLeadRegistered,
} from '../../testing/client.builders.js';
import { clientMark, type MarkedEvent, type ToldMarks } from './client-mark.projection.js';
import { contactMarks } from './marks.js';

const spec = views(clientMark);
const having = (event: MarkedEvent, marks: ToldMarks): MarkedEvent => ({ ...event, marks });
const { clientId, storeId } = aClientRegistered().data;
const registered = having(aClientRegistered(), { email: 1, name: 2, phoneEnd: 3 });
const born = having(aFileSectionUpdated(), { birthday: 4 });

describe('by what clients are alike', () => {
  it('is what her contact and her file say', () => {
    const row = { clientId, storeId, email: 1, name: 2, phoneEnd: 3 };
    spec.given(registered).thenRows({ ...row, birthday: null });
    spec.given(registered, born, aFileSectionUpdated('circumstances')).thenRows({ ...row, birthday: 4 });
    const lead = having(aLeadAdded(), { email: 1, name: 2, phoneEnd: 3 });
    spec.given(lead, aLeadQualified(), theLeadRegistered()).thenRows(row);
  });

  it('is what they say now', () => {
    const changed = having(aContactChanged({}), { email: null, name: 5, phoneEnd: null });
    spec.given(registered, born, changed).thenRows({ email: null, name: 5, phoneEnd: null, birthday: 4 });
    spec.given(registered, born, having(aFileSectionUpdated(), { birthday: null })).thenRows({
      birthday: null,
    });
  });

  it('is nothing of whom nobody can read any more', () => {
    spec.given(registered, aClientErased()).thenRows();
    spec.given(aClientRegistered(), aFileSectionUpdated()).thenRows();
    spec.given(registered, aContactChanged({})).thenRows();
  });
});

describe('what is compared', () => {
  it('is the same however it is written', () => {
    const marks = (contact: object) => contactMarks(contact, '86');
    const her = marks({ name: 'Li Na', email: 'Li.Na@example.cn', phone: '138 0013 8000' });
    expect(her).toEqual({ name: 'lina', email: 'li.na@example.cn', phoneEnd: '8000' });
    expect(marks({ name: ' LI-NA', email: ' li.na@EXAMPLE.cn', phone: '+86 13800138000' })).toEqual(her);
    expect(marks({ name: '王 芳' })).toEqual({ name: '王芳', email: null, phoneEnd: null });
    expect(marks({ name: '--' }).name).toBeNull();
  });
});
