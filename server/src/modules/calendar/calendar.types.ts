import type { CalendarDay, Weekday } from '@aftercare/policy-engine';
import { weekdays } from '@aftercare/policy-engine';
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalDate, LocalizedText } from '../../platform/graphql';
import { CalendarVersion } from './calendar.entity';

export const Weekdays = enumOf('Weekday', weekdays, 'A day of the week.');
const DayKinds = enumOf(
  'CalendarDayKind',
  ['holiday', 'working'] as const,
  'What a day is that is not what its weekday says: a day off, or a make-up working day.',
);

@ObjectType({ description: 'Hours of work; an end not after the beginning lies on the next morning.' })
export class CalendarShift {
  @Field(() => String, { description: 'Such as 09:00.' })
  from!: string;

  @Field(() => String, { description: 'Such as 18:00, or 24:00 for the end of the day.' })
  to!: string;
}

@ObjectType({ description: 'An ordinary day of the week.' })
export class CalendarWeekday {
  @Field(() => Weekdays)
  weekday!: Weekday;

  @Field(() => [CalendarShift], { description: 'Empty for a free day.' })
  shifts!: readonly CalendarShift[];
}

@ObjectType({ description: 'A day that is not what its weekday says.' })
export class CalendarSpecialDay {
  @Field(() => LocalDate, { description: 'Such as 2026-02-14.' })
  date!: string;

  @Field(() => DayKinds)
  kind!: CalendarDay['kind'];

  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => Weekdays, {
    nullable: true,
    description:
      'The weekday whose hours a make-up day is worked by; null for a holiday and for hours of its own.',
  })
  asWeekday!: Weekday | null;

  @Field(() => [CalendarShift], { description: 'Empty for a holiday.' })
  shifts!: readonly CalendarShift[];
}

@ObjectType({ description: 'Where special days come from, such as the notice of a year’s holidays.' })
export class CalendarNotice {
  @Field(() => LocalizedText)
  title!: LocalizedText;

  @Field(() => LocalDate)
  issuedOn!: string;
}

@ObjectType({ description: 'A year of a calendar, as its newest version has it.' })
export class CalendarYear {
  @Field(() => Int)
  year!: number;

  @Field(() => CalendarVersion)
  version!: object;

  @Field(() => [CalendarWeekday], { description: 'Monday first.' })
  week!: CalendarWeekday[];

  @Field(() => [CalendarSpecialDay], { description: 'In the order of their dates.' })
  days!: CalendarSpecialDay[];

  @Field(() => [CalendarNotice])
  notices!: readonly CalendarNotice[];

  @Field(() => Int, { description: 'Number of days with working time.' })
  workingDays!: number;

  @Field(() => Boolean, { description: 'Holidays of the year, or of a part of it, are not published yet.' })
  provisional!: boolean;
}
