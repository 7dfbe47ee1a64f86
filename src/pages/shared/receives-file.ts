import { UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';

/** A file of a form, in memory. */
export interface ReceivedFile {
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** Larger than any file that a feature takes, so that the feature's own words refuse what is only a little too large. */
const MOST_BYTES = 12_000_000;

const options = {
  // browsers write file names in UTF-8
  defParamCharset: 'utf8',
  limits: { fileSize: MOST_BYTES, files: 1, fields: 10, fieldSize: 10_000, parts: 12 },
};

/** Marks a handler that reads one file named `file` with a few form fields; much larger ones get a 413. */
export const ReceivesFile = (): MethodDecorator => UseInterceptors(FileInterceptor('file', options));
