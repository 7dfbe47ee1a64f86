import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';

/** What leaves: addresses hold tokens and names people search for, so routes stand for them. */
const TOLD = new Set([
  'http.request.method',
  'http.method',
  'http.response.status_code',
  'http.status_code',
  'http.route',
  'db.system',
  'db.system.name',
  'db.operation.name',
  // statements hold placeholders, never values
  'db.statement',
  'db.query.text',
]);

/** Hands spans on with nothing but what {@link TOLD} names; errors and events stay here, they quote values. */
export class ImpersonalExporter implements SpanExporter {
  constructor(private readonly next: SpanExporter) {}

  export(spans: ReadableSpan[], done: Parameters<SpanExporter['export']>[1]): void {
    this.next.export(spans.map(impersonal), done);
  }

  shutdown(): Promise<void> {
    return this.next.shutdown();
  }
}

function impersonal(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(Object.entries(span.attributes).filter(([name]) => TOLD.has(name)));
  return Object.create(span, {
    attributes: { value: attributes },
    events: { value: [] },
    status: { value: { code: span.status.code } },
  }) as ReadableSpan;
}
