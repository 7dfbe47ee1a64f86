/** A table of fewer rows may be read as a whole: that is what the planner does with it. */
const BIG_TABLE_ROWS = 20_000;

/**
 * How PostgreSQL answers a statement.
 * @returns rows that it read, pages of 8 KB that it touched, and the big tables that it read as a whole
 */
export async function explain(client, { text, values }) {
  await client.query('begin');
  try {
    const { rows } = await client.query(
      `explain (analyze, buffers, timing off, format json) ${text}`,
      values,
    );
    const [{ Plan: plan, 'Execution Time': ms }] = rows[0]['QUERY PLAN'];
    const scans = nodesOf(plan).filter((node) => node['Relation Name'] !== undefined);
    return {
      ms,
      rowsRead: scans.reduce((sum, node) => sum + rowsReadBy(node), 0),
      pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
      wholeTables: scans.filter(isWholeBigTable).map((node) => node['Relation Name']),
    };
  } finally {
    await client.query('rollback');
  }
}

function nodesOf(plan) {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function rowsReadBy(node) {
  const left = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + left) * node['Actual Loops'];
}

const isWholeBigTable = (node) =>
  node['Node Type'].includes('Seq Scan') && rowsReadBy(node) / node['Actual Loops'] > BIG_TABLE_ROWS;
