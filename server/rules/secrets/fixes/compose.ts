import { listedInExample, type Idiom } from "./idiom.ts";
import { lineRest, wholeValue } from "./wholeValue.ts";

/** Only here `${NAME}` is known to be filled in from `.env`. */
const composeFile = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i;
const bareStart = /[:=][ \t]*$/;

/** Compose files: `${NAME}`, which compose fills in from the shell or from `.env`. */
export const composeIdiom: Idiom = {
  holds: ({ fileName }) => composeFile.test(fileName),
  move(document, secret, variable) {
    const value = wholeValue(document, secret);
    if (!value || !lineRest.test(value.after)) return undefined;
    // In quotes it is a whole value, or the second half of a quoted pair is; bare it follows its key.
    if (value.quote === "" && !bareStart.test(value.before)) return undefined;
    return {
      title: `Move to \${${variable}} and list it in .env.example`,
      edits: [{ range: secret, newText: `\${${variable}}` }],
      appends: listedInExample(document, variable),
    };
  },
};
