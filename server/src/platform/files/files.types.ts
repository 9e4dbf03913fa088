import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import type { Row } from '../graphql';
import { enumOf, Node, Payload } from '../graphql';
import type { FileKind } from './file-kinds';
import { fileKinds } from './file-kinds';

const FileKinds = enumOf('FileKind', fileKinds, 'What a file is, judged by its content.');
export const fileStates = ['waiting', 'stored', 'refused'] as const;
export type FileState = (typeof fileStates)[number];
const FileStates = enumOf(
  'FileState',
  fileStates,
  'Whether the bytes of an announced file have arrived. REFUSED ones may be sent again while the address is good.',
);

@ObjectType('File', {
  implements: Node,
  description: 'A photo, a video or a PDF. Unused ones are kept for a day.',
})
export class UploadedFile extends Node {
  @Field(() => String, {
    description: 'Without folders or invisible characters, with the ending of what it is.',
  })
  name!: string;

  @Field(() => FileStates)
  state!: FileState;

  @Field(() => FileKinds, { nullable: true, description: 'Null until it is stored.' })
  kind!: FileKind | null;

  @Field(() => String, { nullable: true })
  mediaType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Bytes as stored: photos are drawn anew.' })
  byteSize!: number | null;

  @Field(() => Int, { nullable: true, description: 'Pixels of a photo, upright.' })
  width!: number | null;

  @Field(() => Int, { nullable: true })
  height!: number | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'Path of the bytes on this host, for GET without a token, good for 15 minutes; null until stored.',
  })
  url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'As url, of a picture of at most 480 pixels; null for what is no photo.',
  })
  previewUrl!: string | null;
}

@ObjectType({ description: 'Where the bytes of an announced file are sent to.' })
export class FileUpload {
  @Field(() => UploadedFile)
  file!: Row;

  @Field(() => String, {
    description:
      'Path on this host. PUT the raw bytes there, without a token; the answer is JSON with the file, or errors that say what to do.',
  })
  url!: string;

  @Field(() => Date)
  expiresAt!: Date;
}

@InputType()
export class FileUploadCreateInput {
  @Field(() => String, { description: 'What the file is called.' })
  name!: string;

  // a whole number may say no more than 2 GiB, and a larger file is to be told how large one may be
  @Field(() => Float, {
    description: 'Bytes that will be sent, a whole number: photos 20 MB, videos 200 MB, PDF 50 MB at most.',
  })
  byteSize!: number;

  @Field(() => String, { description: 'Made once per file; sending it again answers the same upload.' })
  idempotencyKey!: string;
}

@ObjectType()
export class FileUploadCreatePayload extends Payload {
  @Field(() => FileUpload, { nullable: true })
  upload!: FileUpload | null;
}
