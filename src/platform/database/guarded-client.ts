import pg from 'pg';

/** From then on an unanswered statement makes its connection ask whether the server is still there. */
const SUSPICIOUS_AFTER_MS = 2_000;
/** How long the server may take for that: a request then has its answer within five seconds. */
const PATIENCE_MS = 2_500;
/** Longer than every statement may take: a connection that died alone, beside living ones, is cut then. */
const LONGEST_SILENCE_MS = 20_000;

type Query = pg.Client['query'];

/** Where a client connects; pools give more. */
type Address = Pick<pg.ClientConfig, 'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database'>;

const probes = new Map<string, Promise<boolean>>();

/**
 * A connection that notices when nobody is at the other end any more. TCP alone waits for minutes: a statement without
 * an answer for two seconds has a second connection ask, and when that gets no answer either, the first one is cut.
 */
export class GuardedClient extends pg.Client {
  private readonly address: Address;

  constructor(config: pg.ClientConfig) {
    super(config);
    const { connectionString, host, port, user, password, database } = config;
    this.address =
      connectionString === undefined ? { host, port, user, password, database } : { connectionString };
  }

  override query: Query = ((...parts: unknown[]): unknown => {
    const answer = (super.query as (...parts: unknown[]) => unknown)(...parts);
    if (answer instanceof Promise) this.watch(answer);
    return answer;
  }) as Query;

  /** Of what is handed over as an object of its own, the caller says what to wait for. */
  watch(answer: Promise<unknown>): void {
    const asked = performance.now();
    const timer = setInterval(() => void this.look(asked), SUSPICIOUS_AFTER_MS);
    const end = (): void => {
      clearInterval(timer);
    };
    answer.then(end, end);
  }

  private async look(asked: number): Promise<void> {
    const isSilent = performance.now() - asked > LONGEST_SILENCE_MS;
    if (isSilent || !(await serverAnswers(this.address))) cut(this);
  }
}

/** All connections that wait ask together. */
function serverAnswers(address: Address): Promise<boolean> {
  const key = address.connectionString ?? `${address.host}:${address.port}`;
  const running = probes.get(key) ?? probe(address).finally(() => probes.delete(key));
  probes.set(key, running);
  return running;
}

/** A server that refuses (too many connections, starting up) is there. */
async function probe(address: Address): Promise<boolean> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError;
  } finally {
    client.end().catch(() => undefined);
  }
}

/** The statement fails at once, and the pool forgets the connection. */
function cut(client: pg.Client): void {
  const { connection } = client as unknown as { connection: { stream: { destroy: () => void } } };
  connection.stream.destroy();
}
