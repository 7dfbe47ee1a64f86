import { describe, expect, it } from '@jest/globals';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { ImpersonalExporter } from './impersonal-exporter.js';

describe('what traces tell', () => {
  it('names route, method, status and statement, and neither addresses nor what errors quote', () => {
    const told: ReadableSpan[] = [];
    const exporter = new ImpersonalExporter({
      export: (spans) => told.push(...spans),
      shutdown: () => Promise.resolve(),
    });
    const span = {
      name: 'GET /t/:token',
      attributes: {
        'http.route': '/t/:token',
        'http.response.status_code': 200,
        'url.full': 'http://localhost/t/secret',
        'url.path': '/t/secret',
        'client.address': '192.0.2.1',
        'db.query.text': 'select 1 from talks where id = $1',
      },
      events: [{ name: 'exception', attributes: { 'exception.message': 'Key (email)=(a@example.org)' } }],
      status: { code: 2, message: 'Key (email)=(a@example.org)' },
    } as unknown as ReadableSpan;

    exporter.export([span], () => undefined);

    expect(told[0]?.name).toBe('GET /t/:token');
    expect(told[0]?.attributes).toEqual({
      'http.route': '/t/:token',
      'http.response.status_code': 200,
      'db.query.text': 'select 1 from talks where id = $1',
    });
    expect(told[0]?.events).toEqual([]);
    expect(told[0]?.status).toEqual({ code: 2 });
  });
});
