// SPDX-License-Identifier: BSL-1.0
//
// What the peers written in JavaScript share: the rules, the clock.

import { readFileSync } from 'node:fs';

const repetitions = 5;
const atLeast = 100_000; // microseconds of CPU time a repetition

// The rules of rules.txt, without their UNTIL.
export function readRules(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(' '))
    .map(([id, text, seek]) => ({ id, text, sought: seek === 'seek' }));
}

function microseconds(run, passes) {
  const begin = process.cpuUsage();
  for (let i = 0; i < passes; ++i) run();
  const { user, system } = process.cpuUsage(begin);
  return user + system;
}

// CPU time of one pass, the fastest of the repetitions. Finding out how many passes to make warms
// up.
function nanoseconds(run) {
  let passes = 1;
  for (let took; (took = microseconds(run, passes)) < atLeast; )
    passes = Math.max(passes + 1, Math.floor(passes * Math.min(10, (1.2 * atLeast) / (took + 1))));
  const times = Array.from({ length: repetitions }, () => microseconds(run, passes) / passes);
  return Math.min(...times) * 1000;
}

// Measures one engine over all rules. `read` makes of a rule an object with all, next and previous;
// `serial` makes of one of its days the days since 1970-01-01.
export function measure(engine, read, serial) {
  const report = (what, run, lunar = false) => {
    const days = [run()].flat().map(serial);
    const sum = days.reduce((a, b) => a + b, 0);
    const ns = nanoseconds(run) / days.length;
    const line = { ...engine, rule: what, count: days.length, sum, ns };
    // Lunar days are sent along: a peer may have them otherwise than zhibu.
    console.log(JSON.stringify(lunar ? { ...line, days } : line));
  };
  for (const rule of readRules(process.argv[2])) {
    try {
      const recurrence = read(rule.text);
      report(rule.id, recurrence.all, rule.text.startsWith('RSCALE=CHINESE'));
      if (!rule.sought) continue;
      report(`next ${rule.id}`, recurrence.next);
      report(`previous ${rule.id}`, recurrence.previous);
    } catch (error) {
      console.error(`${engine.engine}: ${rule.id} is left out: ${error.message}`);
    }
  }
}
