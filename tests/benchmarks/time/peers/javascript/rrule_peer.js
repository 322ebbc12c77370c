// SPDX-License-Identifier: BSL-1.0
//
// rrule.js over the rules of the file that is named: node rrule_peer.js rules.txt

import { createRequire } from 'node:module';

import rrule from 'rrule';

import { measure } from './measure.js';

const { version } = createRequire(import.meta.url)('rrule/package.json');
const asked = new Date(Date.UTC(2099, 5, 1));

function read(text) {
  const options = rrule.RRule.parseString(`${text};UNTIL=20991231`);
  // Without a cache, which would answer all passes but the first.
  const rule = new rrule.RRule({ ...options, dtstart: new Date(Date.UTC(2000, 0, 1)) }, true);
  return {
    all: () => rule.all(),
    next: () => rule.after(asked),
    previous: () => rule.before(asked),
  };
}

measure({ engine: 'rrule.js', version }, read, (day) => day.getTime() / 86_400_000);
