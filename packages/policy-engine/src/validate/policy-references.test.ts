import { full, label, sound, withRule } from '../testing/full-policy.js';
import { policyWith, responseRule } from '../testing/index.js';
import { refuses } from '../testing/problems.js';
import { parsePolicy } from './parse-policy.js';

describe('the references of a policy', () => {
  const classes = full.severity.classes;
  const now = { id: 'now', at: 'due', tell: ['desk'] };
  refuses(parsePolicy, [
    [
      'a request type given twice',
      { ...sound, requestTypes: [...sound.requestTypes, { key: 'repair', label }] },
      'requestTypes[2].key: "repair" is given twice',
    ],
    [
      'a record given twice',
      { ...full, records: [...full.records, ...full.records] },
      'records[1].key: "contract" is given twice',
    ],
    [
      'a severity given twice',
      { ...full, severity: { ...full.severity, classes: [...classes, classes[0]] } },
      'severity.classes[2].key: "general" is given twice',
    ],
    [
      'a pause reason given twice',
      { ...full, pauseReasons: [...full.pauseReasons, ...full.pauseReasons] },
      'pauseReasons[1].key: "parts" is given twice',
    ],
    [
      'a rule id given twice',
      policyWith(responseRule, responseRule),
      'clockRules[1].id: "response" is given twice',
    ],
    [
      'a calendar rule given twice',
      { ...full, calendarRules: [...full.calendarRules, full.calendarRules[0]] },
      'calendarRules[2].id: "china" is given twice',
    ],
    [
      'a reminder given twice',
      withRule({ reminders: [now, now] }),
      'clockRules[0].reminders[1].id: "now" is given twice',
    ],
    [
      'a kind of clock given twice',
      { ...full, agreements: { ...full.agreements, kinds: ['arrival', 'arrival'] } },
      'agreements.kinds[1]: "arrival" is given twice',
    ],
    [
      'an unknown request type',
      withRule({ when: { requestTypes: ['upgrade'] } }),
      'clockRules[0].when.requestTypes[0]: "upgrade" does not exist; there are: repair, training',
    ],
    [
      'a request type named twice in a rule',
      withRule({ when: { requestTypes: ['repair', 'repair'] } }),
      'clockRules[0].when.requestTypes[1]: "repair" is given twice',
    ],
    [
      'an unknown severity',
      { ...full, calendarRules: [{ ...full.calendarRules[0], when: { severities: ['minor'] } }] },
      'calendarRules[0].when.severities[0]: "minor" does not exist; there are: general, major',
    ],
    [
      'a severity where there are no classes',
      withRule({ when: { severities: ['major'] } }),
      'clockRules[0].when.severities[0]: "major" does not exist; there is none',
    ],
    [
      'an unknown class of the unclassified',
      { ...full, severity: { ...full.severity, unclassified: 'minor' } },
      'severity.unclassified: "minor" does not exist',
    ],
    [
      'an unknown start event',
      withRule({ startsAt: 'danced' }),
      'clockRules[0].startsAt: "danced" does not exist; there are: reported',
    ],
    [
      'an unknown stop event',
      withRule({ stopsAt: 'contract' }),
      'clockRules[0].stopsAt: "contract" does not exist',
    ],
    [
      'a record called like a ticket event',
      { ...full, records: [...full.records, { key: 'arrived', label }] },
      'records[1].key: "arrived" is an event of every ticket',
    ],
    [
      'a record called like another fact',
      { ...full, records: [...full.records, { key: 'paused', label }] },
      'records[1].key: "paused" is an event of every ticket',
    ],
    [
      'R11-5 an order that lists a rulebook twice',
      {
        ...full,
        precedence: {
          ...full.precedence,
          rulebooks: [...full.precedence.rulebooks, full.precedence.rulebooks[0]],
        },
      },
      'precedence.rulebooks[2].id: "R4" is given twice',
    ],
    [
      'R11-5 an order without the policy’s own rulebook',
      { ...full, precedence: { ...full.precedence, rulebooks: [full.precedence.rulebooks[1]] } },
      'precedence.rulebooks: Lacks R4; add it.',
    ],
  ]);
});
