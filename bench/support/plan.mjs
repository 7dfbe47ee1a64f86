import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { check } from './fit-matching/check.mjs';

const PROCESS = new URL('./plan-process.mjs', import.meta.url);

/**
 * A plan for an instance with the referee's account of it: `violations` is empty when it breaks no rule and costs
 * what the product says. CPU seconds and memory are of its own process.
 */
export async function planFor(instance, { seconds, seed = 1, isProven = false }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'welcome-talks-plan-'));
  try {
    const file = path.join(folder, 'instance.json');
    fs.writeFileSync(file, JSON.stringify(instance));
    const child = fork(PROCESS, [file, seconds, seed, isProven].map(String), {
      serialization: 'advanced',
    });
    const failed = once(child, 'exit').then(([code]) => {
      throw new Error(`${instance.id}: the process of the plan ended with code ${code}`);
    });
    const [found] = await Promise.race([once(child, 'message'), failed]);
    return { ...found, ...refereed(instance, found) };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** The referee's cost, figures and complaints, a cost that differs from the product's among them. */
export function refereed(instance, { talks, cost }) {
  const account = check(instance, { instance: instance.id, talks });
  const violations = account.violations.map((violation) => JSON.stringify(violation));
  if (cost && cost.total !== account.objective)
    violations.push(`the product says it costs ${cost.total}, the referee ${account.objective}`);
  return { violations, parts: account.cost, stat: account.stat, objective: account.objective };
}

/** Rappen that every plan pays for newcomers for whom no talk is possible. */
export function unavoidable({ weights, newcomers, appointments }, impossible) {
  const gone = new Set(impossible);
  const missed = newcomers.filter(({ id }) => gone.has(id));
  const dropped = appointments.filter(({ newcomer, pinned }) => gone.has(newcomer) && !pinned);
  return (
    missed.reduce((sum, { urgency }) => sum + weights.unscheduled * urgency, 0) +
    dropped.reduce((sum, { weight }) => sum + weights.stability.dropped * weight, 0)
  );
}
