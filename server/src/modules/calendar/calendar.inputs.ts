import type { Calendar, Weekday } from '@aftercare/policy-engine';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Row } from '../../platform/graphql';
import { LocalDate, LocalizedTextInput, Payload } from '../../platform/graphql';
import { CalendarVersion, LiveClockRules } from './calendar.entity';
import { Weekdays } from './calendar.types';

@InputType({ description: 'Hours of work; an end not after the beginning lies on the next morning.' })
export class CalendarShiftInput {
  @Field(() => String, { description: 'Such as 09:00.' })
  from!: string;

  @Field(() => String, { description: 'Such as 18:00, or 24:00 for the end of the day.' })
  to!: string;
}

@InputType({ description: 'Days off that have one name.' })
export class CalendarHolidayInput {
  @Field(() => LocalDate, { description: 'First day, such as 2027-02-06.' })
  from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; left out for a single one.' })
  through?: string | null;

  @Field(() => LocalizedTextInput)
  name!: LocalizedTextInput;
}

@InputType({ description: 'A free day that is worked: by the hours of a weekday, or by hours of its own.' })
export class CalendarMakeUpDayInput {
  @Field(() => LocalDate, { description: 'Such as 2027-02-20.' })
  date!: string;

  @Field(() => LocalizedTextInput)
  name!: LocalizedTextInput;

  @Field(() => Weekdays, { nullable: true, description: 'The weekday whose hours hold.' })
  asWeekday?: Weekday | null;

  @Field(() => [CalendarShiftInput], {
    nullable: true,
    description: 'Hours of its own, in place of a weekday’s.',
  })
  shifts?: CalendarShiftInput[] | null;
}

@InputType({ description: 'Where the days come from.' })
export class CalendarNoticeInput {
  @Field(() => LocalizedTextInput)
  title!: LocalizedTextInput;

  @Field(() => LocalDate, { description: 'Date of issue, such as 2026-11-04.' })
  issuedOn!: string;
}

@InputType({
  description:
    'The special days of a year, all of them: they replace those that the newest version has for it.',
})
export class CalendarYearPublishInput {
  @Field(() => String, { description: 'Key of the calendar.' })
  key!: string;

  @Field(() => Int, { description: 'One that is published already, or the next one.' })
  year!: number;

  @Field(() => [CalendarHolidayInput])
  holidays!: CalendarHolidayInput[];

  @Field(() => [CalendarMakeUpDayInput])
  makeUpDays!: CalendarMakeUpDayInput[];

  @Field(() => CalendarNoticeInput, { nullable: true })
  notice?: CalendarNoticeInput | null;

  @Field(() => LiveClockRules)
  liveClocks!: Calendar['liveClocks'];

  @Field(() => Int, { description: 'Number of the version that this is based on.' })
  expectedVersion!: number;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType()
export class CalendarYearPublishPayload extends Payload {
  @Field(() => CalendarVersion, { nullable: true })
  calendar!: Row | null;
}
