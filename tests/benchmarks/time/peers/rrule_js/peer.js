// SPDX-License-Identifier: BSL-1.0
//
// rrule.js over the rules of the file that is named: node peer.js rules.txt

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import rrule from 'rrule';

const version = createRequire(import.meta.url)('rrule/package.json').version;
const repetitions = 5;
const atLeast = 100_000; // microseconds of CPU time a repetition
const asked = new Date(Date.UTC(2099, 5, 1));

function readRules(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(' '))
    .map(([id, text, seek]) => ({ id, text: `${text};UNTIL=20991231`, sought: seek === 'seek' }));
}

function microseconds(run, passes) {
  const begin = process.cpuUsage();
  for (let i = 0; i < passes; ++i) run();
  const { user, system } = process.cpuUsage(begin);
  return user + system;
}

// CPU time of one pass, the median of the repetitions; finding out how many passes to make warms up.
function nanoseconds(run) {
  let passes = 1;
  for (let took; (took = microseconds(run, passes)) < atLeast; )
    passes = Math.max(passes + 1, Math.floor(passes * Math.min(10, (1.2 * atLeast) / (took + 1))));
  const times = Array.from({ length: repetitions }, () => microseconds(run, passes) / passes);
  return times.sort((a, b) => a - b)[repetitions >> 1] * 1000;
}

function report(what, run) {
  const days = [run()].flat().map((day) => day.getTime() / 86_400_000);
  const sum = days.reduce((a, b) => a + b, 0);
  const ns = nanoseconds(run) / days.length;
  console.log(JSON.stringify({ engine: 'rrule.js', version, rule: what, count: days.length, sum, ns }));
}

function read(rule) {
  try {
    const options = rrule.RRule.parseString(rule.text);
    // Without a cache, which would answer all passes but the first.
    return new rrule.RRule({ ...options, dtstart: new Date(Date.UTC(2000, 0, 1)) }, true);
  } catch (error) {
    console.error(`rrule.js: ${rule.id} is left out: ${error.message}`);
    return null;
  }
}

for (const rule of readRules(process.argv[2])) {
  const recurrence = read(rule);
  if (!recurrence) continue;
  report(rule.id, () => recurrence.all());
  if (!rule.sought) continue;
  report(`next ${rule.id}`, () => recurrence.after(asked));
  report(`previous ${rule.id}`, () => recurrence.before(asked));
}
