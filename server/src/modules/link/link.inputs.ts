import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../platform/graphql';

@InputType()
export class EquipmentLinkCreateInput {
  @Field(() => ID)
  equipmentId!: string;
}

@InputType()
export class EquipmentLinkRevokeInput {
  @Field(() => ID)
  equipmentId!: string;
}

@InputType()
export class TicketLinkCreateInput {
  @Field(() => ID)
  ticketId!: string;
}

/** What making a link answers. */
@ObjectType()
abstract class LinkPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description:
      'Address of the page behind the link. What follows /s/ is the secret: with lnk_ before it, it is a bearer token.',
  })
  url!: string | null;
}

@ObjectType()
export class EquipmentLinkCreatePayload extends LinkPayload {}
@ObjectType()
export class EquipmentLinkRevokePayload extends Payload {}
@ObjectType()
export class TicketLinkCreatePayload extends LinkPayload {}
