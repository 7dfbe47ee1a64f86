/** What is kept about a household as `person-export.typ` sets it; every word comes as data. */
export interface PersonExportView {
  readonly lang: string;
  readonly title: string;
  readonly office: string;
  readonly intro: readonly string[];
  readonly sections: readonly PersonExportSection[];
}

/** The rows of one table. */
export interface PersonExportSection {
  readonly heading: string;
  readonly rows: readonly (readonly PersonExportFact[])[];
}

/** `value` may have several lines. */
export interface PersonExportFact {
  readonly label: string;
  readonly value: string;
}
