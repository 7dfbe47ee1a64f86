import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CHUNK_BYTES = 1 << 18;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
const FIRST_WORD = 'welcome-talks-backup-1';

/** What stands readable at the beginning of a sealed file; nobody can change it unseen. */
export interface Heading {
  readonly madeAt: string;
  /** Names of the migrations of the database. */
  readonly migrations: readonly string[];
}

interface FullHeading extends Heading {
  readonly format: string;
  /** Tells keys apart and says nothing of them. */
  readonly key: string;
  readonly salt: string;
}

/** A sealed file that does not open; its words name the place, the cause and the cure. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/**
 * Seals a stream of any length: AES-256-GCM in chunks of 256 KB by a key of this file alone, each chunk bound to the
 * heading, its position and whether it is the last, so that nothing can be changed, swapped or cut off.
 */
export async function* sealed(
  key: Buffer,
  heading: Heading,
  parts: AsyncIterable<string>,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(32).toString('base64');
  const line = Buffer.from(`${JSON.stringify({ format: FIRST_WORD, key: nameOf(key), salt, ...heading })}\n`);
  const own = keyOfFile(key, salt);
  yield line;
  let index = 0;
  let waiting = Buffer.alloc(0);
  for await (const part of parts) {
    waiting = Buffer.concat([waiting, Buffer.from(part)]);
    for (; waiting.length > CHUNK_BYTES; waiting = waiting.subarray(CHUNK_BYTES))
      yield sealChunk(own, line, nonceOf(index++, false), waiting.subarray(0, CHUNK_BYTES));
  }
  yield sealChunk(own, line, nonceOf(index, true), waiting);
}

/** Reads a sealed file in two steps: the heading, then what it holds. Both throw {@link DamagedFile}. */
export async function opened(
  key: Buffer,
  file: AsyncIterable<Buffer>,
): Promise<{ readonly heading: Heading; readonly lines: AsyncGenerator<string> }> {
  const bytes = new ByteReader(file);
  const line = await bytes.line();
  const heading = headingOf(line);
  if (heading.key !== nameOf(key)) {
    throw new DamagedFile(
      `The backup was sealed by the key ${heading.key}, the given one is ${nameOf(key)}. Set BACKUP_KEY_FILE to the file of that key.`,
    );
  }
  const chunks = openChunks(keyOfFile(key, heading.salt), line, bytes);
  return { heading, lines: linesOf(chunks) };
}

async function* openChunks(key: Buffer, line: Buffer, bytes: ByteReader): AsyncGenerator<Buffer> {
  for (let index = 0; ; index += 1) {
    const at = bytes.position;
    const length = (await bytes.take(LENGTH_BYTES, at)).readUInt32BE();
    if (length > CHUNK_BYTES) throw damaged(at);
    const body = await bytes.take(length + TAG_BYTES, at);
    const isLast = await bytes.isAtEnd();
    yield openChunk(key, line, nonceOf(index, isLast), { body, at });
    if (isLast) return;
  }
}

function sealChunk(key: Buffer, line: Buffer, nonce: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(line);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(plain.length);
  return Buffer.concat([length, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(
  key: Buffer,
  line: Buffer,
  nonce: Buffer,
  { body, at }: { readonly body: Buffer; readonly at: number },
): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    .setAAD(line)
    .setAuthTag(body.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw damaged(at);
  }
}

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let waiting: Buffer[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...waiting, chunk.subarray(start, end)]).toString('utf8');
      waiting = [];
      start = end + 1;
    }
    waiting.push(chunk.subarray(start));
  }
}

/** Takes bytes from a stream as they are asked for. */
class ByteReader {
  position = 0;
  private waiting: Buffer = Buffer.alloc(0);
  private readonly source: AsyncIterator<Buffer>;

  constructor(file: AsyncIterable<Buffer>) {
    this.source = file[Symbol.asyncIterator]();
  }

  async take(count: number, chunkAt: number): Promise<Buffer> {
    const parts = [this.waiting];
    let have = this.waiting.length;
    while (have < count) {
      const next = await this.source.next();
      if (next.done === true) throw damaged(chunkAt);
      parts.push(next.value);
      have += next.value.length;
    }
    const all = Buffer.concat(parts);
    this.waiting = all.subarray(count);
    this.position += count;
    return all.subarray(0, count);
  }

  /** Up to the first end of a line, that included. */
  async line(): Promise<Buffer> {
    const bytes: Buffer[] = [];
    do bytes.push(await this.take(1, 0));
    while (bytes.at(-1)?.[0] !== 10 && bytes.length < 100_000);
    return Buffer.concat(bytes);
  }

  async isAtEnd(): Promise<boolean> {
    while (this.waiting.length === 0) {
      const next = await this.source.next();
      if (next.done === true) return true;
      this.waiting = next.value;
    }
    return false;
  }
}

function headingOf(line: Buffer): FullHeading {
  try {
    const heading = JSON.parse(line.toString('utf8')) as FullHeading;
    if (heading.format === FIRST_WORD) return heading;
  } catch {
    // said below
  }
  throw new DamagedFile(
    'This is no backup of Welcome Talks, or its first line was changed. Take another file.',
  );
}

const damaged = (at: number): DamagedFile =>
  new DamagedFile(
    `The backup was changed or cut off at byte ${at} or after. Nothing was restored. Take another backup.`,
  );

const nameOf = (key: Buffer): string => createHmac('sha256', key).update('name').digest('hex').slice(0, 12);

const keyOfFile = (key: Buffer, salt: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.from(salt, 'base64'), FIRST_WORD, 32));

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
