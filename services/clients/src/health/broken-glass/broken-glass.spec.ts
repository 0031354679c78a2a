import { views } from '#libs/testing';
import { at, glassBroken, healthNoteStruck, healthNoteTaken } from '../../testing/privacy.builders.js';
import { brokenGlass } from './broken-glass.projection.js';

describe('the list of who opened health notes without consent', () => {
  it('shows who, of whom, when, until when, and why, sealed', () => {
    const { reason, ...told } = glassBroken().data;
    views(brokenGlass)
      .given(glassBroken())
      .thenRows({ ...told, brokenAt: at, reason: JSON.stringify(reason) });
  });

  it('shows nothing of what is noted', () => {
    views(brokenGlass).given(healthNoteTaken(), healthNoteStruck()).thenRows();
  });
});
