import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const PROGRAM = path.join(import.meta.dirname, 'bare-nest.mjs');

/** Starts a bare Nest application in a process of its own; `url` answers with so many bytes. */
export async function startBareAnswer(bytes, contentType) {
  const env = { PATH: process.env.PATH, BYTES: String(bytes), CONTENT_TYPE: contentType };
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const stop = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { url: String(line).trim(), stop };
}
