import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate, PageArgs, Payload } from '../../platform/graphql';
import { Equipment, EquipmentComponentInput } from './equipment.entity';
import { EquipmentLimit, LimitDecisions, MeterReading } from './equipment-records.entity';
import type { limitDecisions } from './equipment-records.entity';

const once = 'Made once per form; sending it again answers the same one.';
const based = 'The version that this decision was based on.';

@InputType({ description: 'Every condition named must hold.' })
export class EquipmentFilter {
  @Field(() => String, {
    nullable: true,
    description: 'How the serial number begins, in any case of letters.',
  })
  serialPrefix?: string | null;

  @Field(() => ID, { nullable: true })
  customerId?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => ID, { nullable: true })
  modelId?: string | null;
}

@ArgsType()
export class EquipmentListArgs extends PageArgs {
  @Field(() => EquipmentFilter, { nullable: true })
  filter?: EquipmentFilter | null;
}

@InputType()
abstract class DatesInput {
  @Field(() => LocalDate, { nullable: true })
  shippedOn?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the customer received it.' })
  receivedOn?: string | null;

  @Field(() => LocalDate, { nullable: true })
  installedOn?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When its commissioning was accepted.' })
  acceptedOn?: string | null;
}

@InputType()
export class EquipmentRegisterInput extends DatesInput {
  @Field(() => String, { description: 'Serial number on the nameplate.' })
  serial!: string;

  @Field(() => ID)
  modelId!: string;

  @Field(() => ID)
  customerId!: string;

  @Field(() => ID, { nullable: true, description: 'A site of the same customer.' })
  siteId?: string | null;

  @Field(() => String, { nullable: true })
  batch?: string | null;

  @Field(() => String, { nullable: true })
  orderNumber?: string | null;

  @Field(() => String, { nullable: true })
  materialNumber?: string | null;

  @Field(() => [EquipmentComponentInput], { defaultValue: [] })
  components!: EquipmentComponentInput[];

  @Field(() => String, { description: once })
  idempotencyKey!: string;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EquipmentUpdateInput {
  @Field(() => ID)
  equipmentId!: string;

  @Field(() => ID, { nullable: true, description: 'A customer of the same dealer.' })
  customerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A site of the same customer; a new customer takes none along.',
  })
  siteId?: string | null;

  @Field(() => String, { nullable: true })
  batch?: string | null;

  @Field(() => String, { nullable: true })
  orderNumber?: string | null;

  @Field(() => String, { nullable: true })
  materialNumber?: string | null;

  @Field(() => Int, { description: based })
  expectedVersion!: number;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EquipmentDatesSetInput extends DatesInput {
  @Field(() => ID)
  equipmentId!: string;

  @Field(() => Int, { description: based })
  expectedVersion!: number;
}

@InputType()
export class EquipmentConfigureInput {
  @Field(() => ID)
  equipmentId!: string;

  @Field(() => [EquipmentComponentInput], { description: 'The whole sheet, in its order.' })
  components!: EquipmentComponentInput[];

  @Field(() => Int, { description: based })
  expectedVersion!: number;
}

@InputType()
export class EquipmentReadingAddInput {
  @Field(() => ID)
  equipmentId!: string;

  @Field(() => String, { description: 'Key of a meter of the model.' })
  meter!: string;

  @Field(() => Int, { description: "In the meter's own whole units." })
  value!: number;

  @Field(() => Date, { nullable: true, description: 'When it was read, if before now.' })
  readAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the meter was replaced since the last reading; then it may begin lower.',
  })
  replacedBecause?: string | null;

  @Field(() => String, { description: once })
  idempotencyKey!: string;
}

@InputType()
export class EquipmentLimitAddInput {
  @Field(() => ID)
  equipmentId!: string;

  @Field(() => String, { description: 'What expires.' })
  what!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      "Its last good day; left out, it follows from the model's shelf months and the day of shipping.",
  })
  expiresOn?: string | null;

  @Field(() => String, { description: once })
  idempotencyKey!: string;
}

@InputType()
export class EquipmentLimitDecideInput {
  @Field(() => ID)
  limitId!: string;

  @Field(() => LimitDecisions)
  decision!: (typeof limitDecisions)[number];

  @Field(() => LocalDate, { nullable: true, description: 'The new last day, when it was renewed.' })
  renewedUntil?: string | null;

  @Field(() => String, { description: 'What was settled.' })
  note!: string;

  @Field(() => Int, { description: based })
  expectedVersion!: number;
}

@ObjectType()
abstract class EquipmentPayload extends Payload {
  @Field(() => Equipment, { nullable: true })
  equipment!: Equipment | null;
}

@ObjectType()
export class EquipmentRegisterPayload extends EquipmentPayload {}

@ObjectType()
export class EquipmentUpdatePayload extends EquipmentPayload {}

@ObjectType()
export class EquipmentDatesSetPayload extends EquipmentPayload {}

@ObjectType()
export class EquipmentConfigurePayload extends EquipmentPayload {}

@ObjectType()
export class EquipmentReadingAddPayload extends EquipmentPayload {
  @Field(() => MeterReading, { nullable: true })
  reading!: MeterReading | null;
}

@ObjectType()
export class EquipmentLimitAddPayload extends EquipmentPayload {
  @Field(() => EquipmentLimit, { nullable: true })
  limit!: EquipmentLimit | null;
}

@ObjectType()
export class EquipmentLimitDecidePayload extends EquipmentPayload {
  @Field(() => EquipmentLimit, { nullable: true })
  limit!: EquipmentLimit | null;
}
