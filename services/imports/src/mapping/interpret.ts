import type { Row } from '../reading/row.js';
import { readBillLine } from './bill-line.js';
import { refused, type Interpreted, type Refusal } from './interpreted.js';
import type { Mapping } from './mapping.js';
import { firstRuleOf } from './rules.js';

const NO_RULE: Refusal = { code: 'no-rule', reason: 'No rule of the mapping says what this row is.' };

/** Says of each row what it is under a mapping. */
export const interpret = (mapping: Mapping): ((row: Row) => Interpreted) => {
  const ruleOf = firstRuleOf(mapping.rules);
  const billLineOf = readBillLine(mapping);
  return ({ number, cells, fault }) => {
    if (fault) return refused(number, fault);
    const rule = ruleOf(cells);
    if (rule === undefined) return refused(number, NO_RULE);
    return rule.is === 'skip' ? refused(number, rule) : billLineOf(number, rule.is, cells);
  };
};
