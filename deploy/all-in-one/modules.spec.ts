import { serviceOf } from '#libs/service';
import { MODULES } from './modules.js';

describe('lines of a service that runs alone', () => {
  it.each(Object.entries(MODULES))('are those of %s, as its traces are', (name, module) => {
    expect(serviceOf(module)).toBe(name);
  });
});
