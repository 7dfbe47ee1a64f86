import { spawn } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = path.resolve(import.meta.dirname, '../../dist/main.js');
const LONGEST_START_MS = 60_000;

/** The built product as so many web processes on one database; call `stop` in any case. */
export async function startWebProcesses(count, settings) {
  const children = [];
  const stop = async () => {
    for (const child of children) child.kill('SIGINT');
    await Promise.all(children.map((child) => child.ended));
  };
  try {
    for (let number = 0; number < count; number += 1) children.push(start(settings));
    const urls = await Promise.all(children.map((child) => untilReady(child)));
    return { urls, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function start(settings) {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...{ PATH: process.env.PATH, TZ: 'UTC', LOG_LEVEL: 'error', ROLE: 'web', PORT: '0' },
      CONTACT_KEYS_FILE: process.env.CONTACT_KEYS_FILE,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (child.output += chunk));
  child.ended = new Promise((resolve) => child.once('exit', resolve));
  return child;
}

async function untilReady(child) {
  for (let waitedMs = 0; waitedMs < LONGEST_START_MS; waitedMs += 50) {
    const address = /^staff: +(\S+)\/office$/m.exec(child.output);
    if (address && /^ready after/m.test(child.output)) return address[1].replace('localhost', '127.0.0.1');
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error(`A web process did not start:\n${child.output}`);
}

/** Connections that stay open, as many as there are clients: what is measured is the answer, not the greeting. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

/** One request; resolves to status, parsed body and the time to the whole answer. */
export function request(url, { method = 'GET', headers = {}, body } = {}) {
  const began = performance.now();
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = http.request(
      url,
      { method, agent, headers: { ...headers, ...bodyHeaders(text) } },
      (answer) => {
        let received = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => (received += chunk));
        answer.on('end', () => {
          resolve({ status: answer.statusCode, body: parsed(received), ms: performance.now() - began });
        });
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}

export function closeConnections() {
  agent.destroy();
}

function bodyHeaders(text) {
  if (text === undefined) return {};
  return { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
