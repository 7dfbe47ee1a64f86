import fs from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildSchedule, type Snapshot } from '../../scheduling/index.js';
import { instanceSchema } from './instance-schema.js';
import { unknownNames } from './unknown-names.js';

/** An instance file that cannot be used; the message is one line with place, cause and cure. */
export class InstanceError extends Error {
  override readonly name = 'InstanceError';
}

/** Reads an instance of the format `fit-matching/1`, packed with gzip or not. Throws an `InstanceError`. */
export async function readInstance(file: string): Promise<Snapshot> {
  const parsed = instanceSchema.safeParse(parsedJson(await textOf(file), file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InstanceError(`${file}: ${placeOf(issue?.path ?? [])}: ${issue?.message ?? 'not an instance'}`);
  }
  const [unknown] = unknownNames(parsed.data);
  if (unknown) throw new InstanceError(`${file}: ${unknown}`);
  assertReadable(parsed.data, file);
  return parsed.data;
}

async function textOf(file: string): Promise<string> {
  try {
    const bytes = await fs.readFile(file);
    return (path.extname(file) === '.gz' ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new InstanceError(`${file}: cannot be read (${messageOf(error)}); check the name of the file`);
  }
}

function parsedJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InstanceError(`${file}: is not JSON (${messageOf(error)}); write it with the generator again`);
  }
}

/** Dates that do not exist (30 February) and unknown time zones show only when the times are read. */
function assertReadable(snapshot: Snapshot, file: string): void {
  try {
    buildSchedule(snapshot);
  } catch (error) {
    throw new InstanceError(`${file}: ${messageOf(error)}; correct this value`);
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`;
    return place === '' ? String(part) : `${place}.${String(part)}`;
  }, '');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
