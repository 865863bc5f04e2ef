import { statSync } from "node:fs";
import { relative } from "node:path";
import { oracleFiles, runOracleFile, shippedCases } from "./run-oracles.ts";

const help = `Runs the statistics against cases computed elsewhere.

  npm run oracles                the cases that ship with the toolkit
  npm run oracles -- DIR         every .json file in DIR

Prints a line per file and ends with "N passed, M failed". Exit code 1 if a case fails or a method has no adapter.`;

const [argument] = process.argv.slice(2);
if (argument === "--help" || argument === "-h") {
  console.log(help);
} else {
  const folder = argument ?? shippedCases;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`${folder} is not a folder. Give the folder that holds the oracle .json files.`);
    process.exitCode = 1;
  } else process.exitCode = await runAll(folder);
}

async function runAll(folder: string): Promise<number> {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const path of oracleFiles(folder)) {
    const result = await runOracleFile(path);
    passed += result.passed;
    failed += result.failures.length;
    skipped += result.skipped.length;
    const counts = [`${result.passed} passed`, `${result.failures.length} failed`];
    if (result.skipped.length > 0) counts.push(`${result.skipped.length} skipped`);
    console.log(`${relative(folder, path)}: ${counts.join(", ")}`);
    for (const line of [...result.failures, ...result.skipped.map((text) => `skipped ${text}`)])
      console.log(`  ${line}`);
  }
  if (passed + failed === 0) {
    console.error(`${folder} holds no oracle case.`);
    failed = 1;
  }
  if (skipped > 0) console.log(`${skipped} skipped: their data files are not here`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
