import type { IntakeField } from '../../intake/index.js';
import { citing, labelled, ours, types } from '../shorthand.js';

/** The details of the user that a complaint needs (R2-9); what else is asked for is ours. */
export const intake: readonly IntakeField[] = [
  {
    ...labelled('wanted-date', '希望保养日期', 'Wanted date of the maintenance'),
    kind: 'date',
    limit: 'from-today',
    required: false,
    when: types('maintenance'),
    source: ours(
      '规章没有规定保养如何预约；默认请客户说明希望的日期。',
      'The rulebook does not say how maintenance is arranged; by default the customer names a date.',
    ),
  },
  {
    ...labelled('user-name', '用户姓名或单位', 'Name of the user'),
    kind: 'text',
    required: true,
    when: types('complaint'),
    source: citing('R2-9'),
  },
  {
    ...labelled('user-address', '用户地址', 'Address of the user'),
    kind: 'text',
    required: false,
    when: types('complaint'),
    source: citing('R2-9'),
  },
  {
    ...labelled('demand', '诉求', 'Demand'),
    kind: 'long-text',
    required: false,
    when: types('complaint'),
    source: ours(
      '规章只要求记录投诉并总结教训（R6-5.4）；默认请客户说明诉求。',
      'The rulebook has complaints recorded and lessons drawn (R6-5.4); by default the customer may say what is wanted.',
    ),
  },
];
