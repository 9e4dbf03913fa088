import type { Duration, Policy, RuleSource } from '@aftercare/policy-engine';
import { templates } from './index.js';
import type { RulebookTemplate } from './index.js';

const all = Object.entries<RulebookTemplate>(templates);
const each = <Value>(read: (policy: Policy) => Value) =>
  Object.fromEntries(all.map(([rulebook, { policy }]) => [rulebook, read(policy)]));

const length = ({ amount, unit, basis }: Duration) => `${amount} ${unit} ${basis}`;
const cites = ({ source }: { readonly source: RuleSource }) =>
  source.kind === 'clause' ? source.clause : source.kind;

describe('what no clause states, and a maker may change', () => {
  it('F3 who is reminded, and when', () => {
    const reminded = each(({ clockRules }) =>
      Object.fromEntries(
        clockRules.flatMap(({ id, reminders = [] }) => {
          const told = reminders.map(({ at, by, tell }) => [at, by && length(by), tell.join()].join(' · '));
          return told.length > 0 ? [[id, told]] : [];
        }),
      ),
    );
    const fourHours = ['before · 4 hours natural · dispatcher', 'due ·  · manager'];
    const oneDay = ['before · 1 days natural · dispatcher', 'due ·  · manager'];
    expect(reminded).toEqual({
      R1: {
        'repair-arrival-near': fourHours,
        'repair-arrival-far': fourHours,
        'commissioning-arrival-near': fourHours,
        'commissioning-arrival-far': fourHours,
        'installation-follow-up': oneDay,
        'repair-follow-up': oneDay,
      },
      R3: {},
      R4: { 'repair-response': fourHours, 'repair-assignment': fourHours },
      R6: {},
    });
  });

  it('E1 how long a ticket may be reopened, and what that does', () => {
    expect(each(({ reopening }) => reopening && `${reopening.mode} · ${length(reopening.window)}`)).toEqual({
      R1: 'continue · 7 days natural',
      R3: 'restart · 7 days natural',
      R4: 'new-cycle · 90 days natural',
      R6: 'continue · 7 days natural',
    });
  });

  it('C10 what pauses which clocks, and for how long at most', () => {
    const common = {
      customer: ['14 days natural', 'arrival', 'duration', 'resolution', 'return'],
      'customer-parts': ['30 days natural', 'duration', 'resolution', 'return'],
      'force-majeure': ['30 days natural'],
    };
    const paused = each(({ pauseReasons = [] }) =>
      Object.fromEntries(
        pauseReasons.map(({ key, limit, clocks = [] }) => [key, [length(limit), ...clocks]]),
      ),
    );
    expect(paused).toEqual({
      R1: { ...common, 'site-not-ready': ['30 days natural', 'duration'] },
      R3: common,
      R4: common,
      R6: common,
    });
  });

  it('C8 waiting for the customer excuses neither response nor assignment', () => {
    for (const [, { policy }] of all) {
      const customer = policy.pauseReasons?.find(({ key }) => key === 'customer');
      expect(customer?.clocks).not.toEqual(expect.arrayContaining(['response']));
      expect(customer?.clocks).not.toEqual(expect.arrayContaining(['assignment']));
    }
  });

  it('W4 which parts are wear parts', () => {
    expect(each(({ warranty }) => warranty?.wearParts.lists.map(({ parts }) => parts.join(' ')))).toEqual({
      R1: ['filter-bag filter-cartridge seal aerator-diffuser uv-lamp dosing-hose'],
      R3: ['pp-filter carbon-filter ro-membrane uv-lamp'],
      R4: ['cutting-pick pick-holder scraper-chain hydraulic-hose seal filter'],
      R6: ['fuse cooling-fan contact-finger indicator-lamp air-filter'],
    });
  });

  it('W2 W3 W10 W11 how long what is covered, from when', () => {
    const terms = each(({ warranty }) =>
      warranty?.terms.map(({ id, startsAt, covers, meter }) =>
        [
          id,
          startsAt.join('|'),
          ...covers.map(({ costClass, percent, months }) => `${costClass} ${percent} % ${months}`),
          ...(meter ? [`${meter.key} ${meter.limit}`] : []),
        ].join(' · '),
      ),
    );
    expect(terms).toEqual({
      R1: [
        'plant · acceptance · parts 100 % 12 · labour 100 % 12 · travel 100 % 12',
        'pump · acceptance · parts 100 % 18',
        'membrane · acceptance · parts 100 % 12',
        'membrane-second-year · acceptance · parts 50 % 24',
      ],
      R3: [
        'purifier · installation · parts 100 % 12 · labour 100 % 12 · travel 100 % 12',
        'booster-pump · installation · parts 100 % 24',
      ],
      R4: [
        'roadheader · shipment|acceptance · parts 100 % 12 · labour 100 % 12 · travel 100 % 6 · cutting-hours 3000',
        'cutting-motor · acceptance · parts 100 % 18 · labour 100 % 12 · cutting-hours 3000',
        'cutting-motor-labour · acceptance · labour 50 % 18 · cutting-hours 3000',
      ],
      R6: [
        'system · receipt|acceptance · parts 100 % 18 · labour 100 % 12 · travel 100 % 12',
        'drive · receipt · parts 100 % 24',
      ],
    });
  });

  it('W8 W9 what a replaced unit gets, and a repair', () => {
    const covers = each(({ warranty }) => [
      warranty?.replacement.term,
      ...(warranty?.repair?.covers ?? []).map(
        ({ costClass, percent, months }) => `${costClass} ${percent} % ${months}`,
      ),
    ]);
    expect(covers).toEqual({
      R1: ['rest'],
      R3: ['rest'],
      R4: ['longer', 'parts 100 % 3', 'labour 100 % 3', 'travel 100 % 3'],
      R6: ['rest'],
    });
  });

  it('no length, list, price, void reason, approver or limit is said to be a clause’s that does not say it', () => {
    const clauses = each(({ warranty, pauseReasons = [], reopening, agreements, workflow }) =>
      [
        ...(warranty
          ? [
              ...warranty.terms,
              warranty.wearParts,
              warranty.replacement,
              ...(warranty.repair ? [warranty.repair] : []),
              ...warranty.voidReasons,
              warranty.apart,
              ...warranty.prices,
              warranty.overrides,
            ]
          : []),
        ...pauseReasons,
        ...(reopening ? [reopening] : []),
        ...(agreements ? [agreements] : []),
        ...(workflow.approvals ?? []),
      ]
        .map(cites)
        .filter((clause) => clause !== 'default'),
    );
    // the cost fee; approval by the head in charge, and by the departments
    expect(clauses).toEqual({ R1: ['R1-C7', 'R1-M11.2-2', 'R11-3.2.3'], R3: [], R4: [], R6: [] });
  });

  it('who agrees another date, and whether a missed promise may be followed by one', () => {
    expect(
      each(({ agreements: given }) => given && [given.kinds.join(), given.by.join(), given.afterDue]),
    ).toEqual({
      R1: ['arrival,duration', 'manager,supervisor', false],
      R3: undefined,
      R4: ['resolution', 'manager,dispatcher', false],
      R6: ['resolution', 'engineer,dispatcher,manager', true],
    });
  });
});
