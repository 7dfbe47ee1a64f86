import net, { type AddressInfo, type Socket } from 'node:net';

/** A reply such as `550 5.1.1 no`; `drop` and `silence` are what the server does instead of replying. */
type Reply = string;

/** What the far end says at each step; what is left out goes well. */
export interface SmtpScript {
  readonly greeting?: Reply;
  readonly mail?: Reply;
  readonly rcpt?: Reply;
  readonly data?: Reply;
  readonly dot?: Reply;
}

/** A mail server that keeps to a script, and every whole message it was given. */
export interface ScriptedSmtp {
  readonly url: string;
  readonly messages: string[];
  /** From here on. */
  setScript(script: SmtpScript): void;
  stop(): Promise<void>;
}

export async function startScriptedSmtp(first: SmtpScript = {}): Promise<ScriptedSmtp> {
  let script = first;
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, () => script, messages);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    setScript: (next) => {
      script = next;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: Socket, script: () => SmtpScript, messages: string[]): void {
  const say = (reply: Reply): void => {
    if (reply === 'drop') socket.destroy();
    else if (reply !== 'silence') socket.write(`${reply}\r\n`);
    if (reply.startsWith('421')) socket.end();
  };
  let text: string | undefined;
  let buffer = '';
  say(script().greeting ?? '220 far end');
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8');
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      if (text === undefined) {
        const reply = replyTo(line, script());
        if (reply.startsWith('354')) text = '';
        say(reply);
      } else if (line === '.') {
        messages.push(text);
        text = undefined;
        say(script().dot ?? '250 2.0.0 taken');
      } else text += `${line}\n`;
    }
  });
}

function replyTo(line: string, script: SmtpScript): Reply {
  if (/^EHLO/i.test(line)) return '250-far end\r\n250 8BITMIME';
  if (/^MAIL/i.test(line)) return script.mail ?? '250 2.1.0 ok';
  if (/^RCPT/i.test(line)) return script.rcpt ?? '250 2.1.5 ok';
  if (/^DATA/i.test(line)) return script.data ?? '354 go ahead';
  if (/^QUIT/i.test(line)) return '221 bye';
  return '250 ok';
}
