/** The middle of every figure over the plans of one length. */
export function mediansOf(rows, seconds) {
  const alike = rows.filter((row) => row.seconds === seconds);
  const names = Object.keys(alike[0]).filter((name) => typeof alike[0][name] === 'number');
  return rounded({
    what: `median of ${alike.length}`,
    ...Object.fromEntries(names.map((name) => [name, median(alike.map((row) => row[name]))])),
    infeasible: alike.filter(({ violations }) => violations.length > 0).length,
  });
}

function median(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Two decimals are enough for a table. */
export function rounded(row) {
  const short = (value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, short(value)]));
}
