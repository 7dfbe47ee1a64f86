/** The audit of an office grows in the order of time: entries are kept until their day has come. */
export class AuditBook {
  #waiting = [];

  constructor(rows, ids) {
    this.rows = rows;
    this.ids = ids;
  }

  add(officeId, ms, actor, action, subjectKind, subjectId, detail) {
    this.#waiting.push({
      ms,
      values: [officeId, new Date(ms), actor, action, subjectKind, subjectId, detail],
    });
  }

  /** Writes everything up to an instant in ms. */
  release(until) {
    const due = this.#waiting.filter(({ ms }) => ms < until).sort((a, b) => a.ms - b.ms);
    this.#waiting = this.#waiting.filter(({ ms }) => ms >= until);
    for (const { values } of due) this.rows.add('audit_entries', this.ids.next('audit_entries'), ...values);
  }
}
