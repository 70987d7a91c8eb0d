import { DockerfileParser, type Dockerfile } from "dockerfile-ast";
import type { Document, SyntaxProvider } from "../../core/document.ts";

/** A Dockerfile's instructions. Its ranges are positions: turn them into offsets through the document. */
export const dockerfileSyntax: SyntaxProvider<Dockerfile> = {
  name: "dockerfile",
  parse(document: Document): Dockerfile {
    return DockerfileParser.parse(document.text);
  },
};
