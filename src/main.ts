import 'reflect-metadata';
import { launch } from './launch.js';
import { ConfigError, loadConfig } from './platform/config/config.js';

const LONGEST_STOP_MS = 20_000;

/** Starts everything that `ROLE` asks for and stays up until a signal; parts are stopped in reverse order. */
async function main(): Promise<void> {
  const stops: (() => Promise<unknown>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (exitCode: number): void => {
    stopping ??= (async () => {
      setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
      for (const close of stops.reverse()) await close();
      process.exit(exitCode);
    })();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stop(0);
    });
  }
  try {
    await launch(loadConfig(), (close) => {
      stops.push(close);
    });
  } catch (error) {
    process.stderr.write(`${explanation(error)}\n`);
    stop(error instanceof ConfigError ? 2 : 1);
  }
}

function explanation(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

await main();
