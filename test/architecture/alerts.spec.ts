import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Registry, collectDefaultMetrics } from 'prom-client';
import { parse } from 'yaml';
import { productMetrics } from '../../src/features/metrics/product-metrics.js';

interface Rule {
  readonly alert: string;
  readonly expr: string;
}

const rules = (
  parse(readFileSync('deploy/alerts.yml', 'utf8')) as { groups: { rules: Rule[] }[] }
).groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(readFileSync('deploy/grafana-dashboard.json', 'utf8')) as {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
};
const sources = ['src/platform/metrics/metrics.ts', 'src/features/metrics/measure-queues.ts'].map((file) =>
  readFileSync(file, 'utf8'),
);

/** Every figure there is: of the process, of HTTP and queues, of the product; `up` is Prometheus's own. */
function knownFigures(): Set<string> {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const own = sources.join('\n').matchAll(/name: '([a-z_]+)'/g);
  return new Set([
    'up',
    ...register.getMetricsAsArray().map(({ name }) => name),
    ...[...own].map(([, name = '']) => name),
    ...productMetrics.flatMap(({ figures }) => Object.keys(figures)),
  ]);
}

/** The figures that an expression reads; parts of a histogram count as the histogram. */
function figuresOf(expression: string): string[] {
  const names = expression.match(/\b(up|(http|process|nodejs|welcome_talks)_[a-z0-9_]+)\b/g) ?? [];
  return names.map((name) => name.replace(/_seconds_(bucket|count|sum)$/, '_seconds'));
}

describe('alert rules and dashboard', () => {
  const known = knownFigures();
  const expressions = [
    ...rules.map(({ expr }) => expr),
    ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ];

  it.each(expressions)('read figures that exist: %s', (expression) => {
    const read = figuresOf(expression);

    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((name) => !known.has(name))).toEqual([]);
  });

  it('are all explained in the runbook, and nothing else is', () => {
    const headings = readFileSync('docs/operations.md', 'utf8').match(/^### .+$/gm) ?? [];

    expect(headings.map((heading) => heading.slice(4))).toEqual(rules.map(({ alert }) => alert));
  });

  it('show every figure of the product', () => {
    const shown = new Set(expressions.flatMap(figuresOf));

    expect(
      productMetrics.flatMap(({ figures }) => Object.keys(figures)).filter((name) => !shown.has(name)),
    ).toEqual([]);
  });
});
