import { rulebooks } from '../../clauses/index.js';
import type { Shape } from '../../shape/index.js';
import {
  anything,
  fields,
  labelled,
  listOf,
  localized,
  oneOf,
  source,
  text,
  textLike,
} from '../../shape/index.js';
import { settingsShape } from './settings-shape.js';

const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

const contactPoint = fields({
  purpose: oneOf('service', 'complaint', 'misconduct'),
  label: localized,
  confidential: oneOf(true, false),
  source,
});

/** What comes in about somebody is hidden from them. */
const discreet: Shape = (value, path, report) => {
  contactPoint(value, path, report);
  const { purpose, confidential } = Object(value) as { purpose?: unknown; confidential?: unknown };
  if (purpose === 'misconduct' && confidential === false)
    report(
      `${path}.confidential`,
      '举报渠道必须保密；请改为 true。',
      'Reports of misconduct are confidential; make it true.',
    );
};

/** What a `RulebookTemplate` looks like; the policy, the intake and the calendars have their own doors. */
export const templateShape = fields({
  policy: anything,
  intake: anything,
  rulebooks: listOf(oneOf(...rulebooks.map(({ id }) => id)), 1),
  adopts: listOf(text),
  calendars: listOf(anything),
  organisation: fields({
    departments: listOf(fields(labelled), 1),
    roles: listOf(fields({ ...labelled, department: text }), 1),
    responsibilities: listOf(
      fields({
        requestType: text,
        step: text,
        leads: text,
        assists: listOf(text),
        informed: listOf(text),
        source,
      }),
    ),
  }),
  channels: listOf(fields({ ...labelled, source }), 1),
  contactPoints: listOf(discreet),
  standards: listOf(
    fields({
      number: text,
      title: localized,
      use: oneOf('manufacturing', 'design', 'packing', 'acceptance'),
      unverified: oneOf(true),
      source,
    }),
  ),
  settings: settingsShape,
  inForce: listOf(
    fields(
      {
        from: textLike(
          (value) => value === 'issue' || isDate(value),
          '应为 issue 或存在的日期，例如 2019-01-01。',
          'Must be issue, or a date that exists, such as 2019-01-01.',
        ),
        source,
      },
      { interpretedBy: text },
    ),
  ),
});
