/** A key that seals fields. */
export interface FieldKey {
  /** Stands in everything that it sealed. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
  /** Nothing in the database is sealed by it any more; older backups may be. */
  readonly retired: boolean;
}

/** All keys of an installation. */
export interface KeySet {
  /** The newest last: it seals what is written now. */
  readonly keys: readonly FieldKey[];
  /** 32 bytes; sealed fields are looked up by what it makes of them. It is never changed. */
  readonly indexKey: Buffer;
}

/** Where keys are kept: a file by default, or whatever keeps them for the organisation. */
export interface KeyStore {
  /** How errors call it. */
  readonly place: string;
  /** Undefined when nothing was ever kept there; throws when it cannot be read. */
  load(): KeySet | undefined;
  save(keys: KeySet): void;
  /** Differs when the keys may have been changed by another process. */
  mark(): string;
}
