import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import { decodeId, payloadOf, signedIn } from '../../platform/graphql';
import { Equipment } from '../equipment';
import {
  EquipmentLinkCreateInput,
  EquipmentLinkCreatePayload,
  EquipmentLinkRevokeInput,
  EquipmentLinkRevokePayload,
  TicketLinkCreateInput,
  TicketLinkCreatePayload,
} from './link.inputs';
import type { Links } from './links';

/** The link of a machine; the edge belongs here because links do. */
@Resolver(() => Equipment)
export class EquipmentLinkResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Address in the QR code on the nameplate. Null without a link, and for whoever does not keep machines.',
  })
  nameplateUrl(): never {
    throw new Error('Answered by its registered read.');
  }
}

@Resolver()
export class LinkResolver {
  constructor(private readonly links: Links) {}

  @Authorized('equipment:write')
  @Mutation(() => EquipmentLinkCreatePayload, {
    description:
      'The link for the nameplate of a machine, by which requests can be reported; the same again while it is good.',
  })
  equipmentLinkCreate(
    @Arg('input', () => EquipmentLinkCreateInput) { equipmentId }: EquipmentLinkCreateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { url: null }, async () => ({
      url: await this.links.ofMachine(ctx, decodeId('Equipment', equipmentId)),
    }));
  }

  @Authorized('equipment:write')
  @Mutation(() => EquipmentLinkRevokePayload, {
    description: 'Ends the link of a machine at once; the next one has another address.',
  })
  equipmentLinkRevoke(
    @Arg('input', () => EquipmentLinkRevokeInput) { equipmentId }: EquipmentLinkRevokeInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, {}, async () => {
      await this.links.revokeOfMachine(ctx, decodeId('Equipment', equipmentId));
      return {};
    });
  }

  @Authorized('ticket:share')
  @Mutation(() => TicketLinkCreatePayload, {
    description: 'A link to forward to whoever should follow a ticket; the same again while it is good.',
  })
  ticketLinkCreate(
    @Arg('input', () => TicketLinkCreateInput) { ticketId }: TicketLinkCreateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { url: null }, async () => ({
      url: await this.links.ofTicket(ctx, decodeId('Ticket', ticketId)),
    }));
  }
}
