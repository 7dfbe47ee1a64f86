import type { TariffVersion } from '../../../features/tariffs/index.js';
import type { OfficeContext } from '../office-context.js';
import { francs } from './cost-words.js';

type Rules = TariffVersion['rules'];
type Step = Rules['cancellation'][number];
type T = OfficeContext['t'];

/** Orders that come late cost more: when, and how much. */
export function expressWords({ unless, flat, percent }: NonNullable<Rules['express']>, t: T): string {
  const more = [
    ...(flat > 0 ? [francs(flat, t)] : []),
    ...(percent > 0 ? [t('tariffs:value.percent', { percent })] : []),
  ];
  return t('tariffs:value.late', { notice: lateWords(unless, t), what: `+ ${more.join(' + ')}` });
}

/** What is due when a visit is called off late. */
export function stepWords({ unless, ...step }: Step, t: T): string {
  return t('tariffs:value.late', { notice: lateWords(unless, t), what: dueWords(step, t) });
}

function dueWords({ fullMinutes, restPercent, flat, travel }: Omit<Step, 'unless'>, t: T): string {
  const parts = [
    fullMinutes > 0 ? t('tariffs:due.full', { minutes: fullMinutes }) : null,
    t(fullMinutes > 0 ? 'tariffs:due.rest' : 'tariffs:due.all', { percent: restPercent }),
    flat ? t('tariffs:due.flat') : null,
    travel ? t('tariffs:due.travel') : null,
  ];
  return parts.filter((part) => part !== null).join(' + ');
}

function lateWords(notice: Step['unless'], t: T): string {
  switch (notice.kind) {
    case 'never':
      return t('tariffs:notice.never');
    case 'working-days':
      return notice.until === null
        ? t('tariffs:notice.working-days', { days: notice.days })
        : t('tariffs:notice.working-days-until', { days: notice.days, time: notice.until });
    case 'hours': {
      const key = notice.exactly === 'late' ? 'tariffs:notice.hours-exactly' : 'tariffs:notice.hours';
      const without = notice.without.map((days) => t(`tariffs:notice.without-${days}`));
      return [t(key, { hours: notice.hours }), ...without].join(', ');
    }
  }
}
