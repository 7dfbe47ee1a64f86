import { describe, expect, it } from '@jest/globals';
import { textHash } from './text-hash.js';
import { currentState } from './text-state.js';

const approved = {
  state: 'approved',
  sourceHash: textHash('Das Gespräch ist gratis.'),
  wordsHash: textHash('Biseda është falas.'),
} as const;

describe('the state of a text', () => {
  it('is what was decided about these words and this German text', () => {
    expect(currentState(approved, 'Das Gespräch ist gratis.', 'Biseda është falas.')).toEqual({
      state: 'approved',
      stale: null,
    });
  });

  it('is a draft as long as nobody has decided', () => {
    expect(currentState(undefined, 'Tag', 'Dita').state).toBe('draft');
  });

  it('falls back to a draft when the German text changes', () => {
    expect(currentState(approved, 'Das Gespräch kostet nichts.', 'Biseda është falas.')).toEqual({
      state: 'draft',
      stale: 'source-changed',
    });
  });

  it('falls back to a draft when the words change', () => {
    expect(currentState(approved, 'Das Gespräch ist gratis.', 'Biseda kushton.')).toEqual({
      state: 'draft',
      stale: 'words-changed',
    });
  });

  it('is untranslated without words, whatever was decided before', () => {
    expect(currentState(approved, 'Das Gespräch ist gratis.', undefined).state).toBe('untranslated');
  });
});
