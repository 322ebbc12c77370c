// SPDX-License-Identifier: BSL-1.0
//
// rrule-temporal over the rules of the file that is named: node rrule_temporal_peer.js rules.txt

import { readFileSync } from 'node:fs';

import { RRuleTemporal } from 'rrule-temporal';

import { measure } from './measure.js';

const manifest = new URL('./node_modules/rrule-temporal/package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
const asked = new Date(Date.UTC(2099, 5, 1));

function read(text) {
  const rule = new RRuleTemporal({
    rruleString: `DTSTART:20000101T000000Z\nRRULE:${text};UNTIL=20991231T000000Z`,
    maxIterations: 100_000, // more than there are days
    cache: false, // which would answer all passes but the first
  });
  return {
    all: () => rule.all(),
    next: () => rule.next(asked),
    previous: () => rule.previous(asked),
  };
}

measure({ engine: 'rrule-temporal', version }, read, (day) => day.epochMilliseconds / 86_400_000);
