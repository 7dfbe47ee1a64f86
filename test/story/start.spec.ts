import fs from 'node:fs';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, ProductEnded, scratchFolder, startProduct } from '../support/product.js';

/** Takes a port of loopback until released. */
async function occupy(port: number): Promise<{ port: number; release: () => Promise<void> }> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const taken = (server.address() as net.AddressInfo).port;
  const release = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  return { port: taken, release };
}

async function refusedStart(settings: Record<string, string>): Promise<ProductEnded> {
  const outcome = await startProduct(settings).catch((error: unknown) => error);
  if (outcome instanceof ProductEnded) return outcome;
  throw new Error('The product started although it should not.', { cause: outcome });
}

describe('npm start on a machine that has only Node', () => {
  const DATA_DIR = scratchFolder();
  const running: Product[] = [];
  const start = async (settings: Record<string, string> = {}): Promise<Product> => {
    const product = await startProduct({ DATA_DIR, PORT: '0', ...settings });
    running.push(product);
    return product;
  };
  const readiness = async (product: Product): Promise<number> =>
    (await fetch(`${product.url}/health/ready`)).status;

  let first: Product;

  beforeAll(async () => {
    first = await start();
  }, 90_000);

  afterAll(async () => {
    for (const product of running) await product.stop();
    fs.rmSync(DATA_DIR, { recursive: true, force: true });
  });

  it('creates a database with the example office and prints addresses and logins', async () => {
    expect(first.output()).toContain('Amt für Migration Musterland» created');
    expect(first.output()).toContain('koordination@musterland.example (coordinator)');
    expect(first.mailUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await readiness(first)).toBe(200);
    expect((await fetch(first.mailUrl)).status).toBe(200);
  });

  it('goes on where it was after Ctrl-C, and leaves no database server behind', async () => {
    expect(await first.stop()).toBe(0);
    expect(fs.existsSync(`${DATA_DIR}/postgres/postmaster.pid`)).toBe(false);

    const second = await start();

    expect(second.output()).not.toContain('created');
    expect(second.output()).toContain('migrations applied: 0');
    expect(await readiness(second)).toBe(200);
  }, 90_000);

  it('takes over the database that a kill -9 left running', async () => {
    await running.at(-1)?.kill();

    const third = await start();

    expect(third.output()).toContain('(was still running)');
    expect(await readiness(third)).toBe(200);
    expect(await third.stop()).toBe(0);
  }, 90_000);

  it('takes another port when the wished one is taken, and says so', async () => {
    const taken = await occupy(0);

    const product = await start({ PORT: String(taken.port) });

    expect(product.output()).toContain(`port ${taken.port} is taken: using `);
    expect(product.url).not.toContain(`:${taken.port}`);
    expect(await readiness(product)).toBe(200);
    await product.stop();
    await taken.release();
  }, 90_000);
});

describe('a start that cannot work', () => {
  it('names the database that does not answer, and the cure', async () => {
    const { exitCode, output } = await refusedStart({
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
      SECRET_KEY: 'x'.repeat(32),
    });

    expect(exitCode).toBe(1);
    expect(output).toContain('The database nothing at 127.0.0.1:1 does not answer');
    expect(output).toContain('Start it or correct DATABASE_URL');
  });

  it('names the setting that is wrong', async () => {
    const { exitCode, output } = await refusedStart({ PORT: 'eighty' });

    expect(exitCode).toBe(2);
    expect(output).toContain('PORT');
  });

  it('refuses a moved clock in production', async () => {
    const { exitCode, output } = await refusedStart({
      NODE_ENV: 'production',
      NOW: '2027-01-11T08:00:00Z',
      SECRET_KEY: 'x'.repeat(32),
    });

    expect(exitCode).toBe(2);
    expect(output).toContain('Unset NOW');
  });
});

describe('a start beside a mail server that does not answer', () => {
  const DATA_DIR = scratchFolder();
  let product: Product | undefined;

  afterAll(async () => {
    await product?.stop();
    fs.rmSync(DATA_DIR, { recursive: true, force: true });
  });

  it('says so, and works: notices wait until the mail server is back', async () => {
    product = await startProduct({ DATA_DIR, PORT: '0', SMTP_URL: 'smtp://127.0.0.1:1' });

    expect(product.output()).toContain('the mail server at 127.0.0.1:1 does not answer');
    expect(product.output()).toContain('SMTP_URL');
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(200);
  }, 90_000);
});
