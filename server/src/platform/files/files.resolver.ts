import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../context';
import { payloadOf, signedIn } from '../graphql';
import type { Files } from './files';
import { FileUploadCreateInput, FileUploadCreatePayload } from './files.types';

@Resolver()
export class FilesResolver {
  constructor(private readonly files: Files) {}

  @Authorized('file:upload')
  @Mutation(() => FileUploadCreatePayload, {
    description: 'Announces a file; its bytes are then sent to the address in the answer.',
  })
  fileUploadCreate(
    @Arg('input', () => FileUploadCreateInput) input: FileUploadCreateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { upload: null }, () => this.files.announce(ctx, input));
  }
}
