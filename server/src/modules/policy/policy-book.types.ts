import type {
  AgreementRule,
  ClockKind,
  CountsFrom,
  HomeBasis,
  PrecedenceRule,
  RecordType,
  ReopeningMode,
} from '@aftercare/policy-engine';
import { countsFrom, homeBases, reopeningModes } from '@aftercare/policy-engine';
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalDate, LocalizedText } from '../../platform/graphql';
import { IntakeField, PolicyWord } from './intake.types';
import { PolicyWarranty } from './warranty-book.types';
import { PolicyWorkflow } from './workflow-book.types';
import { ClockKinds, Duration, PolicyEvent, RuleReference } from './rule.types';
import { RuleConditions } from './conditions.types';

const ReminderMoments = enumOf(
  'ReminderMoment',
  ['before', 'due', 'after'] as const,
  'On which side of the due moment somebody is told.',
);
const CountsFromWords = enumOf(
  'CountsFrom',
  countsFrom,
  'From when a promise counts after a change of severity.',
);
const ReopeningModes = enumOf('ReopeningMode', reopeningModes, 'What reopening does to the clocks.');
const HomeBases = enumOf('HomeBasis', homeBases, 'From where "in-province" is judged.');
const RecordDates = enumOf(
  'RecordDate',
  ['future'] as const satisfies ReadonlyArray<RecordType['date']>,
  'Where a date that goes with a record has to lie: after the day on which it is told.',
);
const PrecedenceOrders = enumOf(
  'PrecedenceOrder',
  ['rank', 'newest'] as const,
  'Which rulebook prevails: the first listed, or the newest.',
);
const PrecedenceScopes = enumOf(
  'PrecedenceScope',
  ['clause', 'whole'] as const,
  'Whether one prevails promise by promise, or as a whole.',
);

@ObjectType({ description: 'A moment at which somebody is told about a promise.' })
export class PolicyReminder {
  @Field(() => String)
  key!: string;

  @Field(() => ReminderMoments)
  at!: 'before' | 'due' | 'after';

  @Field(() => Duration, { nullable: true, description: 'How long before or after; null at the due moment.' })
  by!: Duration | null;

  @Field(() => [String], { description: 'Roles that are told.' })
  tell!: readonly string[];
}

@ObjectType({ description: 'One promise: from which event to which, within what time.' })
export class PolicyClockRule {
  @Field(() => RuleReference)
  rule!: RuleReference;

  @Field(() => ClockKinds)
  kind!: ClockKind;

  @Field(() => RuleConditions)
  conditions!: RuleConditions;

  @Field(() => Int, { description: 'Among rules that apply, the highest decides.' })
  rank!: number;

  @Field(() => Duration, { nullable: true, description: 'Null where no time is promised.' })
  target!: Duration | null;

  @Field(() => Duration, { nullable: true, description: 'When it is planned to be done.' })
  planned!: Duration | null;

  @Field(() => PolicyEvent)
  startsAt!: PolicyEvent;

  @Field(() => PolicyEvent)
  stopsAt!: PolicyEvent;

  @Field(() => [PolicyReminder])
  reminders!: PolicyReminder[];
}

@ObjectType({ description: 'Which calendar counts for which clocks.' })
export class PolicyCalendarRule {
  @Field(() => RuleReference)
  rule!: RuleReference;

  @Field(() => String, { description: 'Key of a calendar.' })
  calendar!: string;

  @Field(() => [ClockKinds], { nullable: true, description: 'Null for every kind.' })
  kinds!: readonly ClockKind[] | null;

  @Field(() => RuleConditions)
  conditions!: RuleConditions;

  @Field(() => Int)
  rank!: number;
}

@ObjectType({ description: 'Classes of severity, from the least grave to the gravest.' })
export class PolicySeverity {
  @Field(() => [PolicyWord])
  classes!: readonly PolicyWord[];

  @Field(() => String, { description: 'The class of a ticket that nobody has classified.' })
  unclassified!: string;

  @Field(() => CountsFromWords)
  countsFrom!: CountsFrom;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'A rulebook and the date from which it holds.' })
export class PolicyRulebook {
  @Field(() => String, { description: 'Such as R11.' })
  rulebook!: string;

  @Field(() => LocalDate)
  inForceFrom!: string;
}

@ObjectType({ description: 'Which rulebook prevails where several say something about the same.' })
export class PolicyPrecedence {
  @Field(() => PrecedenceOrders)
  by!: PrecedenceRule['by'];

  @Field(() => PrecedenceScopes)
  scope!: PrecedenceRule['scope'];

  @Field(() => [PolicyRulebook])
  rulebooks!: PolicyRulebook[];

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'Why a clock may be paused, and for how long.' })
export class PolicyPauseReason {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => Duration, { description: 'After it the clock goes on by itself.' })
  limit!: Duration;

  @Field(() => [ClockKinds], { nullable: true, description: 'Kinds of clock that it stops; null for all.' })
  clocks!: readonly ClockKind[] | null;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'Dates agreed with the customer in place of the rule’s.' })
export class PolicyAgreements {
  @Field(() => [ClockKinds])
  kinds!: AgreementRule['kinds'];

  @Field(() => [String], { description: 'Roles that may agree one.' })
  by!: readonly string[];

  @Field(() => Boolean, { description: 'Whether one may still be agreed after the promise was missed.' })
  afterDue!: boolean;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'Until when a closed ticket may be reopened, and what that does to its clocks.' })
export class PolicyReopening {
  @Field(() => ReopeningModes)
  mode!: ReopeningMode;

  @Field(() => Duration)
  window!: Duration;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'From where "in-province" is judged.' })
export class PolicyHome {
  @Field(() => HomeBases)
  basis!: HomeBasis;

  @Field(() => [String], { description: 'First two digits of GB/T 2260 codes.' })
  provinces!: readonly string[];

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'Something that may be written down on a ticket.' })
export class PolicyRecord {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => [String], {
    nullable: true,
    description: 'Roles that may write it down; null for everybody who works on the ticket.',
  })
  by!: readonly string[] | null;

  @Field(() => RecordDates, { nullable: true, description: 'The date that it asks for; null for none.' })
  date!: RecordType['date'] | null;
}

@ObjectType({ description: 'Something that the words of the rulebook leave open, and what the maker chose.' })
export class PolicySetting {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  question!: LocalizedText;

  @Field(() => [PolicyWord])
  options!: readonly PolicyWord[];

  @Field(() => String, { description: 'Key of an option.' })
  chosen!: string;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'The rules of one version, as plain data.' })
export class PolicyBook {
  @Field(() => [PolicyWord])
  requestTypes!: readonly PolicyWord[];

  @Field(() => PolicySeverity, { nullable: true })
  severity!: PolicySeverity | null;

  @Field(() => [PolicyClockRule])
  clockRules!: PolicyClockRule[];

  @Field(() => [PolicyCalendarRule])
  calendarRules!: PolicyCalendarRule[];

  @Field(() => PolicyPrecedence, { nullable: true })
  precedence!: PolicyPrecedence | null;

  @Field(() => [PolicyPauseReason])
  pauseReasons!: PolicyPauseReason[];

  @Field(() => PolicyAgreements, { nullable: true })
  agreements!: PolicyAgreements | null;

  @Field(() => PolicyReopening, { nullable: true })
  reopening!: PolicyReopening | null;

  @Field(() => PolicyHome, { nullable: true })
  home!: PolicyHome | null;

  @Field(() => [PolicyRecord])
  records!: PolicyRecord[];

  @Field(() => [IntakeField])
  intake!: IntakeField[];

  @Field(() => PolicyWarranty, { nullable: true })
  warranty!: PolicyWarranty | null;

  @Field(() => PolicyWorkflow)
  workflow!: PolicyWorkflow;

  @Field(() => [PolicySetting])
  settings!: PolicySetting[];
}
