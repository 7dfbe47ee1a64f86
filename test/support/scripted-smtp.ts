import net, { type AddressInfo, type Socket } from 'node:net';

/**
 * A reply such as `550 5.1.1 no`; `drop` cuts the line and `silence` says nothing more; `drop-after 250 ok` says it
 * and cuts the line.
 */
type Reply = string;

/** What the far end knows of a conversation when it replies. */
export interface Conversation {
  /** Counted from 1 over all connections. */
  readonly connection: number;
  readonly recipient: string;
  /** The line it replies to. */
  readonly line: string;
}

type Step = Reply | ((conversation: Conversation) => Reply | undefined | Promise<Reply | undefined>);

/** What the far end says at each step; what is left out, or undefined, goes well. */
export interface SmtpScript {
  readonly greeting?: Step;
  readonly ehlo?: Step;
  readonly mail?: Step;
  readonly rcpt?: Step;
  readonly data?: Step;
  readonly dot?: Step;
}

/** A mail server that keeps to a script, and every whole message it was given. */
export interface ScriptedSmtp {
  readonly url: string;
  readonly messages: string[];
  /** How many connections were made to it. */
  readonly connections: () => number;
  /** From here on. */
  setScript(script: SmtpScript): void;
  readonly stop: () => Promise<void>;
}

const WELL: Required<{ [step in keyof SmtpScript]: Reply }> = {
  greeting: '220 far end',
  ehlo: '250-far end\r\n250 8BITMIME',
  mail: '250 2.1.0 ok',
  rcpt: '250 2.1.5 ok',
  data: '354 go ahead',
  dot: '250 2.0.0 taken',
};

/** The Message-ID of a whole message. */
export function messageIdOf(message: string): string {
  return /^Message-ID: (<.+>)$/im.exec(message)?.[1] ?? '';
}

export async function startScriptedSmtp(first: SmtpScript = {}): Promise<ScriptedSmtp> {
  let script = first;
  let connections = 0;
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    new Line(socket, connections, messages, () => script).open();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    connections: () => connections,
    setScript: (next) => {
      script = next;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One connection; lines are answered one after the other, however long an answer takes. */
class Line {
  private buffer = '';
  private recipient = '';
  private text: string | undefined;
  private busy: Promise<void> = Promise.resolve();

  constructor(
    private readonly socket: Socket,
    private readonly connection: number,
    private readonly messages: string[],
    private readonly script: () => SmtpScript,
  ) {}

  open(): void {
    this.busy = this.reply('greeting', '');
    this.socket.on('data', (chunk) => {
      this.buffer += chunk.toString('utf8');
      this.busy = this.busy.then(() => this.readLines());
    });
  }

  private async readLines(): Promise<void> {
    for (let end = this.buffer.indexOf('\r\n'); end >= 0; end = this.buffer.indexOf('\r\n')) {
      const line = this.buffer.slice(0, end);
      this.buffer = this.buffer.slice(end + 2);
      await this.take(line);
    }
  }

  private async take(line: string): Promise<void> {
    if (this.text === undefined) await this.command(line);
    else if (line === '.') {
      this.messages.push(this.text);
      this.text = undefined;
      await this.reply('dot', line);
    } else this.text += `${line}\n`;
  }

  private async command(line: string): Promise<void> {
    if (/^EHLO/i.test(line)) return this.reply('ehlo', line);
    if (/^MAIL/i.test(line)) return this.reply('mail', line);
    if (/^DATA/i.test(line)) return this.reply('data', line);
    if (!/^RCPT/i.test(line)) {
      this.say(/^QUIT/i.test(line) ? '221 bye' : '250 ok');
      return;
    }
    this.recipient = /<(.*?)>/.exec(line)?.[1] ?? '';
    return this.reply('rcpt', line);
  }

  private async reply(name: keyof SmtpScript, line: string): Promise<void> {
    const step = this.script()[name];
    const { connection, recipient } = this;
    const reply = typeof step === 'function' ? await step({ connection, recipient, line }) : step;
    this.say(reply ?? WELL[name]);
  }

  private say(reply: Reply): void {
    const { socket } = this;
    if (reply === 'silence' || socket.destroyed) return;
    if (reply === 'drop') {
      socket.destroy();
      return;
    }
    const words = reply.replace(/^drop-after /, '');
    if (words.startsWith('354')) this.text = '';
    socket.write(`${words}\r\n`);
    if (reply !== words || words.startsWith('421')) socket.end();
  }
}
