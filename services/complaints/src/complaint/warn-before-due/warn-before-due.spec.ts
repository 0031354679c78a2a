import { decisions } from '#libs/testing';
import {
  answerDueSoon,
  complaintAnswered,
  complaintClosed,
  complaintId,
  complaintOpened,
} from '../../testing/complaint.builders.js';
import { complaint } from '../complaint.js';
import { WarnBeforeDue, warnBeforeDue } from './warn-before-due.js';

const spec = decisions(complaint, warnBeforeDue);
const timeToWarn = new WarnBeforeDue({ complaintId });

describe('the time to warn of an answer that is due', () => {
  it('warns while there is no answer, as of that time', () => {
    spec.given(complaintOpened()).when(timeToWarn).then(answerDueSoon());
  });

  it('warns once', () => {
    spec.given(complaintOpened(), answerDueSoon()).when(timeToWarn).thenNothing();
  });

  it('does not warn of a complaint that is answered, closed or unknown', () => {
    spec.given(complaintOpened(), complaintAnswered()).when(timeToWarn).thenNothing();
    spec.given(complaintOpened(), complaintAnswered(), complaintClosed()).when(timeToWarn).thenNothing();
    spec.given().when(timeToWarn).thenNothing();
  });
});
