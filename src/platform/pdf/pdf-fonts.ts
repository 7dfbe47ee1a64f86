import { fileURLToPath } from 'node:url';

/**
 * One font per script, in the order in which a glyph is looked for. Vazirmatn sets Arabic and Dari: of the free Arabic
 * fonts it is the one whose text can be copied out of the PDF again.
 */
const FONTS = [
  ['Noto Sans', 'noto-sans', 'NotoSans'],
  ['Vazirmatn', 'vazirmatn', 'Vazirmatn'],
  ['Noto Sans Tamil', 'noto-sans-tamil', 'NotoSansTamil'],
  ['Noto Sans Ethiopic', 'noto-sans-ethiopic', 'NotoSansEthiopic'],
] as const;

const WEIGHTS = ['400Regular', '600SemiBold', '700Bold'] as const;

/** Names of the families, for the template. */
export const fontFamilies: readonly string[] = FONTS.map(([family]) => family);

/** Paths of the font files in their packages. */
export function fontFiles(): string[] {
  return FONTS.flatMap(([, folder, file]) =>
    WEIGHTS.map((weight) =>
      fileURLToPath(import.meta.resolve(`@expo-google-fonts/${folder}/${weight}/${file}_${weight}.ttf`)),
    ),
  );
}
