import 'reflect-metadata';
import type { OnStarted } from './launch.js';
import { ConfigError, loadConfig } from './platform/config/config.js';

const LONGEST_STOP_MS = 20_000;

/** A log whose disk is full must not end what it tells of. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** Starts everything that `ROLE` asks for and stays up until a signal; parts are stopped in reverse order. */
async function main(): Promise<void> {
  const stops: Parameters<OnStarted>[0][] = [];
  let stopping: Promise<void> | undefined;
  const stop = (exitCode: number, signal?: NodeJS.Signals): void => {
    stopping ??= (async () => {
      setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
      // what cannot be closed, because its database is gone for example, must not keep the rest open
      for (const close of stops.reverse()) await close(signal).catch(complain);
      process.exit(exitCode);
    })();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stop(0, signal);
    });
  }
  try {
    const config = loadConfig();
    if (config.sendsTraces) {
      const { startTelemetry } = await import('./platform/telemetry/start-telemetry.js');
      stops.push(startTelemetry(config.role));
    }
    // only now: traces watch what is loaded after them
    const { launch } = await import('./launch.js');
    await launch(config, (close) => {
      stops.push(close);
    });
  } catch (error) {
    complain(error);
    stop(error instanceof ConfigError ? 2 : 1);
  }
}

function complain(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

await main();
