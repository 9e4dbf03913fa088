import type { Circumstances, EventKey, Policy } from '@aftercare/policy-engine';
import { promisesFor, regionOf } from '@aftercare/policy-engine';
import type { LocalizedText } from '../../platform/graphql';
import { badInput } from '../../platform/errors';
import { eventLabels } from './event-labels';
import { intakeFieldOf } from './intake.types';
import type { RequestType, ServicePromise } from './policy.types';
import type { PolicyContent } from './published-policies';
import { durationOf, ruleReference } from './rule.types';

/** What is known of a request that nobody has filed yet. */
export interface Foreseen {
  /** First two digits of the GB/T 2260 code of the site. */
  province?: string | null;
  severity?: string | null;
}

const madeBefore = new WeakMap<PolicyContent, Map<string, RequestType>>();

/** A request type of a policy, with what is asked for it; made once per version, since a list has many of one. */
export function requestTypeOf(content: PolicyContent, key: string): RequestType {
  const made = madeBefore.get(content) ?? new Map<string, RequestType>();
  madeBefore.set(content, made);
  const type = made.get(key) ?? makeRequestType(content, key);
  made.set(key, type);
  return type;
}

function makeRequestType({ policy, intake }: PolicyContent, key: string): RequestType {
  const type = policy.requestTypes.find((each) => each.key === key);
  if (!type) throw new Error(`Policy ${policy.rulebook} has no request type ${key}.`);
  return {
    ...type,
    policy,
    intake: intake
      .filter(({ when }) => when?.requestTypes?.includes(key) ?? true)
      .map((field) => intakeFieldOf(field)),
  };
}

/**
 * What the policy promises for a request of this type before it is filed.
 * @throws PublicError BAD_USER_INPUT for a province or a severity that there is not
 */
export function promisesOf(policy: Policy, key: string, foreseen: Foreseen): ServicePromise[] {
  return promisesFor(policy, beforeFiling(policy, key, foreseen)).map(({ kind, target, startsAt, rule }) => ({
    kind,
    target: durationOf(target),
    countsFromReport: startsAt === 'reported',
    startsAt: { key: startsAt, label: eventLabel(policy, startsAt) },
    rule: ruleReference(rule),
  }));
}

/** Its type, its region if the province is known, and the severity, which is otherwise that of the unclassified. */
function beforeFiling(policy: Policy, requestType: string, { province, severity }: Foreseen): Circumstances {
  const classes = policy.severity?.classes.map(({ key }) => key) ?? [];
  if (severity && !classes.includes(severity))
    throw badInput('severity', {
      zh: `没有“${severity}”这一级别；可选：${classes.join('、') || '无'}。`,
      en: `There is no severity ${severity}; there are: ${classes.join(', ') || 'none'}.`,
    });
  if (province && !/^[1-8]\d$/.test(province))
    throw badInput('province', {
      zh: '省份请填写 GB/T 2260 代码的前两位，例如 32。',
      en: 'A province is the first two digits of its GB/T 2260 code, such as 32.',
    });
  const severe = severity ?? policy.severity?.unclassified;
  return {
    requestType,
    ...(severe && { severity: severe }),
    ...(province && { region: regionOf({ country: 'CN', province }, policy.home?.provinces ?? []) }),
  };
}

/** What the event is called: a record by its own label. */
export function eventLabel({ records = [] }: Policy, event: EventKey): LocalizedText {
  const label = eventLabels.get(event) ?? records.find(({ key }) => key === event)?.label;
  if (!label) throw new Error(`There is no event ${event}.`);
  return label;
}
