import type { AdjustmentFault, AdjustmentRefusal, ChargeLine } from '@aftercare/policy-engine';
import { Refusal } from '../../platform/errors';
import type { ChargeRequest } from './decide-charges';
import { rolesInWords } from './missing-in-words';

const mostLines = 100;

/** What is wrong with the lines themselves; nothing else can be said of lines that cannot be told apart. */
export function lineFaults(lines: readonly ChargeLine[]): Refusal[] {
  if (lines.length === 0 || lines.length > mostLines)
    return [required(['lines'], `请填写 1 至 ${mostLines} 个费用项目。`, `Name 1 to ${mostLines} lines.`)];
  return lines.flatMap(({ id }, at) => {
    const field = ['lines', String(at), 'id'];
    if (id.trim() === '')
      return [required(field, '请填写费用项目的编号，如 1。', 'Give the line an id, such as 1.')];
    if (lines.findIndex((other) => other.id === id) === at) return [];
    return [
      invalid(
        field,
        '已有费用项目使用这一编号，请另编一个。',
        'Another line has the same id; give each its own.',
      ),
    ];
  });
}

/** Readings that no meter shows, and claims about lines that are not there. */
export function claimFaults({ lines, meters, voids }: ChargeRequest): Refusal[] {
  const ids = lines.map(({ id }) => id);
  return [
    ...lines.flatMap(({ component }, at) =>
      component?.key.trim() === ''
        ? [
            required(
              ['lines', String(at), 'component'],
              '请填写该序列号所属的部件。',
              'Name the component that the serial number belongs to.',
            ),
          ]
        : [],
    ),
    ...meters.flatMap(({ meter, value }, at) => [
      ...(value < 0 ? [meterBelowZero(at)] : []),
      ...(meters.findIndex((other) => other.meter === meter) < at ? [sameMeter(at)] : []),
    ]),
    ...voids.flatMap(({ lines: about }, at) => [
      ...(about?.length === 0 ? [voidOfNothing(at)] : []),
      ...(about ?? []).flatMap((line, place) =>
        ids.includes(line) ? [] : [lineMissing(['voids', String(at), 'lines', String(place)], line, ids)],
      ),
    ]),
  ];
}

/** What overrides and goodwill lack, each fault at its field. */
export function adjustmentFaults(
  refusals: readonly AdjustmentRefusal[],
  { lines, overrides, goodwill }: ChargeRequest,
): Refusal[] {
  const ids = lines.map(({ id }) => id);
  return refusals.flatMap(({ kind, at, missing }) => {
    const line = (kind === 'override' ? overrides : goodwill)[at]?.line ?? '';
    const place = [kind === 'override' ? 'overrides' : 'goodwill', String(at)];
    return missing.map((fault) => adjustmentFault({ kind, place, line, ids }, fault));
  });
}

function adjustmentFault(
  {
    kind,
    place,
    line,
    ids,
  }: { kind: AdjustmentRefusal['kind']; place: string[]; line: string; ids: readonly string[] },
  fault: AdjustmentFault,
): Refusal {
  const at = (field: string[], zh: string, en: string) =>
    [[...place, ...field], `${line}：${zh}。`, `${line}: ${en}.`] as const;
  if (fault.code === 'APPROVER') {
    const { zh, en } = rolesInWords(fault.roles);
    return invalid(...at([], `须由${zh}批准`, `${en} has to approve it`));
  }
  const [zh, en, least] = kind === 'override' ? ['改判', 'an override', 0] : ['优惠', 'goodwill', 1];
  switch (fault.code) {
    case 'LINE':
      return lineMissing([...place, 'line'], line, ids);
    case 'TWICE':
      return invalid(
        ...at(
          ['line'],
          `该费用项目前面已有一次${zh}，请只保留一次`,
          `the line has ${en} further up; keep one of them`,
        ),
      );
    case 'PERCENT':
      return invalid(
        ...at(
          ['percent'],
          `百分比须为 ${least} 至 100 的整数`,
          `the percentage has to be from ${least} to 100`,
        ),
      );
    case 'WHY':
      return required(...at(['why'], '须写明理由', 'a reason is needed'));
    case 'BY':
      return required(...at(['askedById'], '须写明由谁提出', 'it takes somebody who asks for it'));
    case 'OWN_MATTER':
      return invalid(
        ...at(['askedById'], '不能批准自己提出的调整', 'nobody approves what they asked for themselves'),
      );
  }
}

const invalid = (field: readonly string[], zh: string, en: string) =>
  new Refusal('INVALID', field, { zh, en });
const required = (field: readonly string[], zh: string, en: string) =>
  new Refusal('REQUIRED', field, { zh, en });

const lineMissing = (field: readonly string[], line: string, known: readonly string[]) =>
  invalid(
    field,
    `没有编号为“${line}”的费用项目，可选：${known.join('、')}。`,
    `There is no line "${line}"; choose one of ${known.join(', ')}.`,
  );

const meterBelowZero = (at: number) =>
  invalid(
    ['meters', String(at), 'value'],
    '计数表读数不能为负，请核对读数。',
    'A meter reads 0 or more; check the reading.',
  );

const sameMeter = (at: number) =>
  invalid(
    ['meters', String(at), 'meter'],
    '这只计数表已填过读数，每只计数表只填一次。',
    'This meter was given already; give each meter once.',
  );

const voidOfNothing = (at: number) =>
  required(
    ['voids', String(at), 'lines'],
    '请填写所涉及的费用项目；如涉及全部项目，请不填这一栏。',
    'Name the lines that it is about, or leave the field out if it is about all.',
  );
