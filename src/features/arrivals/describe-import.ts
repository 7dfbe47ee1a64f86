import type { Translate } from '../../platform/i18n/i18n.js';
import type { ArrivalImport, ImportResult } from './import-result.js';
import type { RowError, RowWarning } from './rows/arrival-row.js';

/** An error or a warning in words. */
interface DescribedIssue {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

/** An import as other systems and the command line see it. */
export interface DescribedImport extends Omit<ImportResult, 'errors' | 'warnings'> {
  readonly id: string;
  readonly state: 'previewed' | 'saved';
  readonly fileName: string;
  readonly warnings: readonly DescribedIssue[];
  readonly errors: readonly DescribedIssue[];
}

/** The result with its messages in the language of the reader; what stood in the cells is left out. */
export function describeImport(imported: ArrivalImport, t: Translate): DescribedImport {
  const { id, state, fileName, result } = imported;
  return {
    id,
    state,
    fileName,
    ...result,
    warnings: result.warnings.map((warning) => describeIssue(warning, 'warning', t)),
    errors: result.errors.map((error) => describeIssue(error, 'error', t)),
  };
}

function describeIssue(
  issue: RowError | RowWarning,
  kind: 'error' | 'warning',
  t: Translate,
): DescribedIssue {
  const { line, column, code } = issue;
  return { line, column, code, message: t(`arrivals:${kind}.${code}`) };
}
