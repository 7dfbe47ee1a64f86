import 'reflect-metadata';
import { SealAudit } from '../../dist/features/audit/seal-audit.js';
import { connectDatabase } from '../../dist/platform/database/connect-database.js';

/** Seals every entry as the product does. @returns how many */
export async function sealAudit(url, secretKey) {
  const { database, close } = await connectDatabase(url);
  try {
    return await new SealAudit(database, { secretKey }).run();
  } finally {
    await close();
  }
}
