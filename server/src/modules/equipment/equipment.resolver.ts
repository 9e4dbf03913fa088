import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { signedIn } from '../../platform/graphql';
import { Equipment } from './equipment.entity';
import type { EquipmentService } from './equipment.service';

@Resolver()
export class EquipmentResolver {
  constructor(
    private readonly equipment: EquipmentService,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('equipment:read')
  @Query(() => Equipment, {
    nullable: true,
    description: 'The machine with this serial number, in any case of letters.',
  })
  async equipmentBySerial(@Arg('serial', () => String) serial: string, @Ctx() context: GraphQLContext) {
    const ctx = signedIn(context);
    const machine = await this.equipment.findBySerial(ctx, serial);
    return machine && this.reader.row(ctx, 'Equipment', machine.id);
  }
}
