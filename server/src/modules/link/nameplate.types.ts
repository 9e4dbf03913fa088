import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { LocalizedText, Payload } from '../../platform/graphql';
import { RequestType } from '../policy';
import { TicketDetailInput } from '../ticket';
import { FollowedRequest } from './followed-request.types';

@ObjectType()
export class NameplateModel {
  @Field(() => LocalizedText)
  name!: LocalizedText;
}

@ObjectType()
export class NameplateMaker {
  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => String, { description: 'Colour of the house, as #rrggbb.' })
  accentColor!: string;
}

@ObjectType({ description: 'What stands on the nameplate whose link this is, and what can be asked for.' })
export class Nameplate {
  @Field(() => String)
  serial!: string;

  @Field(() => NameplateModel)
  model!: NameplateModel;

  @Field(() => NameplateMaker)
  maker!: NameplateMaker;

  @Field(() => [RequestType])
  requestTypes!: RequestType[];
}

@InputType({ description: 'The machine is the one whose nameplate link this is.' })
export class RequestReportInput {
  @Field(() => String, { description: 'Key of a request type.' })
  requestType!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  description!: string;

  @Field(() => String)
  reporterName!: string;

  @Field(() => String, { description: 'Where the reporter is called back.' })
  reporterPhone!: string;

  @Field(() => String, { nullable: true })
  reporterEmail?: string | null;

  @Field(() => [TicketDetailInput], {
    nullable: true,
    description: 'What the form of the request type asks beyond the common fields.',
  })
  details?: TicketDetailInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Photos, videos and documents uploaded with this link, ten at the most.',
  })
  fileIds?: string[] | null;

  @Field(() => String, { description: 'Made once per form; sending it again answers the same request.' })
  idempotencyKey!: string;
}

@ObjectType()
export class RequestReportPayload extends Payload {
  @Field(() => FollowedRequest, { nullable: true })
  request!: FollowedRequest | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Address where the reporter follows the request, for two years. What follows /s/ is the secret: with lnk_ before it, it is a bearer token.',
  })
  followUrl!: string | null;
}
