import type { IntakeField } from '../../intake/index.js';
import { citing, labelled, ours, types } from '../shorthand.js';

/** The appointment with which a repair begins (R4-4.1), and what training and parts cannot be prepared without. */
export const intake: readonly IntakeField[] = [
  {
    ...labelled('appointment', '预约日期', 'Date of the appointment'),
    kind: 'date',
    limit: 'from-today',
    required: false,
    when: types('repair'),
    source: citing('R4-4.1'),
  },
  {
    ...labelled('trainees', '参加培训人数', 'Number of trainees'),
    kind: 'number',
    whole: true,
    required: true,
    when: types('training'),
    source: ours(
      '规章没有规定培训申请的内容；默认问清人数。',
      'The rulebook does not say what is asked for with a training; by default the number of people is.',
    ),
  },
  {
    ...labelled('parts-wanted', '所需配件和数量', 'Parts wanted, with quantities'),
    kind: 'long-text',
    required: true,
    when: types('parts'),
    source: ours(
      '规章没有规定配件需求的内容；默认问清名称和数量。',
      'The rulebook does not say what is asked for with parts; by default names and quantities are.',
    ),
  },
];
