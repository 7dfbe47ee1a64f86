import net, { type AddressInfo, type Socket } from 'node:net';

/** One connection through the proxy. */
interface Link {
  /** Nothing that the server says reaches the client any more. */
  holdReplies(): void;
  /** The client finds its connection reset. */
  cut(): void;
}

/** A line between the product and one of its servers that can be made bad; by default it does nothing. */
export interface TcpProxy {
  readonly port: number;
  /** Milliseconds that each piece of data is late, in both directions. */
  delayMs: (() => number) | undefined;
  /** Connections are taken, and nothing passes in either direction. */
  isHung: boolean;
  /** Connections are reset at once. */
  isRefusing: boolean;
  /** Told of everything the product says, before it is passed on. */
  onSaid: ((data: Buffer, link: Link) => void) | undefined;
  /** Resets all connections. */
  cutAll(): void;
  /** Later connections go there. */
  leadTo(port: number): void;
  readonly stop: () => Promise<void>;
}

export async function startProxy(targetPort: number): Promise<TcpProxy> {
  let target = targetPort;
  const sockets = new Set<Socket>();
  const server = net.createServer((client) => {
    if (proxy.isRefusing) client.resetAndDestroy();
    else connect(client, target, { proxy, sockets });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: TcpProxy = {
    port: (server.address() as AddressInfo).port,
    delayMs: undefined,
    isHung: false,
    isRefusing: false,
    onSaid: undefined,
    cutAll: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    leadTo: (port) => {
      target = port;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

function connect(
  client: Socket,
  port: number,
  { proxy, sockets }: { readonly proxy: TcpProxy; readonly sockets: Set<Socket> },
): void {
  const upstream = net.connect(port, '127.0.0.1');
  let isHeld = false;
  for (const [socket, other] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
  }
  const link: Link = {
    holdReplies: () => {
      isHeld = true;
    },
    cut: () => {
      client.resetAndDestroy();
    },
  };
  pass(client, upstream, proxy, (data) => proxy.onSaid?.(data, link));
  pass(
    upstream,
    client,
    proxy,
    () => undefined,
    () => isHeld,
  );
}

/** Pieces keep their order however late each is; what comes while the line hangs is lost. */
function pass(
  from: Socket,
  to: Socket,
  proxy: TcpProxy,
  look: (data: Buffer) => void,
  isHeld: () => boolean = () => false,
): void {
  let lastAt = 0;
  from.on('data', (data) => {
    if (proxy.isHung || isHeld()) return;
    look(data);
    const now = performance.now();
    lastAt = Math.max(lastAt, now + (proxy.delayMs?.() ?? 0));
    if (lastAt <= now) to.write(data);
    else setTimeout(() => to.writable && to.write(data), lastAt - now);
  });
}
