import type {
  ClockRule,
  LocalizedText,
  Policy,
  RequestType,
  RuleConditions,
  RuleSource,
  Target,
  Workflow,
  WorkflowState,
  WorkflowTransition,
} from '../policy/index.js';
import { clockKinds, startEvents, stateCategories, stopEvents } from '../policy/index.js';
import { durationBases, durationUnits, naturalMilliseconds } from '../time/index.js';
import type { Place, Reader } from './read.js';
import { readInteger, readKey, readList, readObject, readOneOf, readText } from './read.js';

/** A longer promise is taken for a slip of the pen. */
const longestTargetDays = 366;
const longestTarget = naturalMilliseconds({ amount: longestTargetDays, unit: 'days', basis: 'natural' });

/** The shape of a policy: every field present and of its type. What fields say about each other comes after. */
export function readPolicy(reader: Reader, value: unknown): Policy {
  const fields = readObject(reader, { value, path: '' }, [
    'rulebook',
    'title',
    'requestTypes',
    'clockRules',
    'workflow',
  ]);
  return {
    rulebook: readText(reader, fields.rulebook),
    title: readLocalized(reader, fields.title),
    requestTypes: readList(reader, fields.requestTypes, (item) => readRequestType(reader, item)),
    clockRules: readList(reader, fields.clockRules, (item) => readClockRule(reader, item)),
    workflow: readWorkflow(reader, fields.workflow),
  };
}

function readLocalized(reader: Reader, place: Place): LocalizedText {
  const { zh, en } = readObject(reader, place, ['zh', 'en']);
  return { zh: readText(reader, zh), en: readText(reader, en) };
}

function readRequestType(reader: Reader, place: Place): RequestType {
  const { key, label } = readObject(reader, place, ['key', 'label']);
  return { key: readKey(reader, key), label: readLocalized(reader, label) };
}

function readClockRule(reader: Reader, place: Place): ClockRule {
  const names = ['id', 'kind', 'when', 'rank', 'target', 'startsAt', 'stopsAt', 'source'] as const;
  const fields = readObject(reader, place, names);
  return {
    id: readKey(reader, fields.id),
    kind: readOneOf(reader, fields.kind, clockKinds),
    when: readConditions(reader, fields.when),
    rank: readInteger(reader, fields.rank),
    target: readTarget(reader, fields.target),
    startsAt: readOneOf(reader, fields.startsAt, startEvents),
    stopsAt: readOneOf(reader, fields.stopsAt, stopEvents),
    source: readSource(reader, fields.source),
  };
}

function readConditions(reader: Reader, place: Place): RuleConditions {
  const { requestTypes } = readObject(reader, place, ['requestTypes']);
  if (requestTypes.value === undefined) return {};
  return { requestTypes: readList(reader, requestTypes, (item) => readKey(reader, item)) };
}

function readTarget(reader: Reader, place: Place): Target {
  if (place.value === 'no-target') return 'no-target';
  if (typeof place.value === 'string') {
    reader.report(place.path, {
      zh: '应为时长（amount、unit、basis），不承诺时限时填 no-target。',
      en: 'Must be a duration (amount, unit, basis), or no-target when no time is promised.',
    });
    return 'no-target';
  }
  const fields = readObject(reader, place, ['amount', 'unit', 'basis']);
  const amount = readInteger(reader, fields.amount);
  const unit = readOneOf(reader, fields.unit, durationUnits);
  const basis = readOneOf(reader, fields.basis, durationBases);
  if (basis !== 'natural') {
    reader.report(fields.basis.path, {
      zh: `按 ${basis} 计时需要工作日历，目前尚不支持；请改用自然时间（natural）。`,
      en: `Counting in ${basis} needs a working calendar, which is not supported yet; use natural.`,
    });
  }
  if (Number.isSafeInteger(fields.amount.value) && amount <= 0) {
    reader.report(fields.amount.path, {
      zh: '时长必须大于 0；不承诺时限时将 target 填为 no-target。',
      en: 'The duration must be above 0; to promise no time, set target to no-target.',
    });
  }
  if (naturalMilliseconds({ amount, unit, basis: 'natural' }) > longestTarget) {
    reader.report(fields.amount.path, {
      zh: `时限不能超过 ${longestTargetDays} 天，请检查数值和单位。`,
      en: `A target may not exceed ${longestTargetDays} days; check the amount and the unit.`,
    });
  }
  return { amount, unit, basis };
}

function readSource(reader: Reader, place: Place): RuleSource {
  const fields = readObject(reader, place, ['kind', 'clause', 'note']);
  const kind = readOneOf(reader, fields.kind, ['clause', 'default']);
  if (kind === 'clause') {
    refuse(reader, fields.note, {
      zh: '引用条款时不写说明；请删除，或将 kind 改为 default。',
      en: 'A clause speaks for itself; remove the note, or set kind to default.',
    });
    return { kind, clause: readClauseId(reader, fields.clause) };
  }
  refuse(reader, fields.clause, {
    zh: '默认设置不引用条款；请删除，或将 kind 改为 clause。',
    en: 'A default cites no clause; remove it, or set kind to clause.',
  });
  return fields.note.value === undefined ? { kind } : { kind, note: readLocalized(reader, fields.note) };
}

function refuse(reader: Reader, { value, path }: Place, message: LocalizedText): void {
  if (value !== undefined) reader.report(path, message);
}

function readClauseId(reader: Reader, place: Place): string {
  const id = readText(reader, place);
  if (id !== '' && !/^[A-Z][A-Za-z0-9]*-\S+$/.test(id)) {
    reader.report(place.path, {
      zh: '条款编号须带规章编号，例如 R4-5.1。',
      en: 'A clause id begins with its rulebook, such as R4-5.1.',
    });
  }
  return id;
}

function readWorkflow(reader: Reader, place: Place): Workflow {
  const fields = readObject(reader, place, ['states', 'initial', 'transitions']);
  return {
    states: readList(reader, fields.states, (item) => readState(reader, item)),
    initial: readKey(reader, fields.initial),
    transitions: readList(reader, fields.transitions, (item) => readTransition(reader, item)),
  };
}

function readState(reader: Reader, place: Place): WorkflowState {
  const { key, label, category } = readObject(reader, place, ['key', 'label', 'category']);
  return {
    key: readKey(reader, key),
    label: readLocalized(reader, label),
    category: readOneOf(reader, category, stateCategories),
  };
}

function readTransition(reader: Reader, place: Place): WorkflowTransition {
  const { key, label, from, to } = readObject(reader, place, ['key', 'label', 'from', 'to']);
  return {
    key: readKey(reader, key),
    label: readLocalized(reader, label),
    from: readList(reader, from, (item) => readKey(reader, item)),
    to: readKey(reader, to),
  };
}
