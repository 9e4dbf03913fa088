import type { IntakeField } from '../../intake/index.js';
import { labelled, ours, types } from '../shorthand.js';

const byAppointment = ours(
  '规章没有规定上门时间如何约定；默认请客户说明希望的日期。',
  'The rulebook does not say how a visit is arranged; by default the customer names a date.',
);
const withReturns = ours(
  '条款只说退换货按公司规定办理（R3-7.1）；默认问清原因和购买日期。',
  'The clause only refers to company policy (R3-7.1); by default reason and date of purchase are asked for.',
);

/** The rulebook prescribes no fields of a request, so all of these are defaults. */
export const intake: readonly IntakeField[] = [
  {
    ...labelled('wanted-date', '希望上门日期', 'Wanted date of the visit'),
    kind: 'date',
    limit: 'from-today',
    required: false,
    when: types('installation', 'maintenance'),
    source: byAppointment,
  },
  {
    ...labelled('return-reason', '退换货原因', 'Reason for the return'),
    kind: 'long-text',
    required: true,
    when: types('exchange', 'return'),
    source: withReturns,
  },
  {
    ...labelled('bought-on', '购买日期', 'Date of purchase'),
    kind: 'date',
    limit: 'until-today',
    required: false,
    when: types('exchange', 'return'),
    source: withReturns,
  },
];
