import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** Faults that no type tells, for every file. */
const faults = {
  "array-callback-return": "error",
  "consistent-return": "off",
  eqeqeq: ["error", "always"],
  "for-direction": "error",
  "no-cond-assign": ["error", "always"],
  "no-console": "off",
  "no-constant-condition": ["error", { checkLoops: "allExceptWhileTrue" }],
  "no-control-regex": "off",
  "no-debugger": "error",
  "no-dupe-else-if": "error",
  "no-duplicate-case": "error",
  "no-else-return": "error",
  "no-empty": "error",
  "no-empty-character-class": "error",
  "no-eval": "error",
  "no-fallthrough": "error",
  "no-implied-eval": "error",
  "no-invalid-regexp": "error",
  "no-irregular-whitespace": "error",
  "no-misleading-character-class": "error",
  "no-regex-spaces": "error",
  "no-self-compare": "error",
  "no-sparse-arrays": "error",
  "no-unmodified-loop-condition": "error",
  "no-unsafe-finally": "error",
  "no-useless-catch": "error",
  "no-useless-escape": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-template": "off",
  "require-unicode-regexp": "off",
  "max-lines": ["error", { max: 400 }],
  "max-depth": ["error", 4],
};

export default defineConfig(
  globalIgnores(["dist/", ".cache/", "examples/", "coverage/", "docs/", "test/editor/workspace/"]),
  {
    files: ["**/*.{js,mjs,cjs,ts}"],
    rules: faults,
    linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true },
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: true }],
      // The node types of a tree are strings to us; comparing them is how a tree is read.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      // Editors and protocols hand over plain objects where their types name classes.
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/unbound-method": "off",
      // Older clients send nothing newer.
      "@typescript-eslint/no-deprecated": "off",
      // Over bytes, an index is five times faster than an iterator.
      "@typescript-eslint/prefer-for-of": "off",
      // What is taken out of an object by name is not used, and need not be.
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      // Matters of taste.
      "@typescript-eslint/dot-notation": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/no-unnecessary-template-expression": "off",
    },
  },
  {
    // Tables and lists of facts may be as long as the facts are.
    files: ["server/**/{tables,formats,clauses}/**", "server/**/{requirements,baseImages,requirementIds,ruleIds,catalogue}.ts"],
    rules: { "max-lines": "off" },
  },
);
