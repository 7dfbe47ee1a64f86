import { SetMetadata } from '@nestjs/common';

/** Metadata key of handlers that read a file. */
export const TAKES_FILE = 'takes-file';

/**
 * Marks a handler that reads an uploaded file: its form fields are not known yet when the guard looks, so the
 * handler calls `assertCsrfToken(request)` first.
 */
export const TakesFile = (): MethodDecorator => SetMetadata(TAKES_FILE, true);
