import { HtmlValidate } from 'html-validate';

/** Preact writes `<br/>` and attribute values as it likes; everything else of the recommended set holds. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // several checkboxes of one question share a name, as radio buttons do
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],

    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
  },
});

/** What is wrong with an HTML document, `rule: message (line:column)`. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) => `${ruleId}: ${message} (${String(line)}:${String(column)})`,
    ),
  );
}
