import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ts from "typescript";

/** One import, export-from or import() of a source file. Paths are relative to the repository, with `/`. */
export type SourceImport = {
  readonly from: string;
  /** As written. */
  readonly specifier: string;
  /** File of ours that it means; undefined for npm packages and `node:` modules. */
  readonly to?: string;
  /** Erased before the program runs. */
  readonly typeOnly: boolean;
};

export type Sources = { readonly files: readonly string[]; readonly imports: readonly SourceImport[] };

/**
 * The source files under some folders (tests left out) and everything they import, as TypeScript's own parser sees it.
 *
 * @param root absolute path of the repository
 * @param folders relative to it; a missing one counts as empty
 */
export function readImports(root: string, folders: readonly string[]): Sources {
  const files = folders.flatMap((folder) => sourceFiles(root, folder));
  return { files, imports: files.flatMap((file) => importsOf(root, file)) };
}

/** Types that SvelteKit writes for each route before they are checked; no file of the repository. */
const routeTypes = "./$types";

function sourceFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.split(sep).join("/")}`)
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|(^|\/)node_modules\//.test(name))
    .sort();
}

function importsOf(root: string, file: string): SourceImport[] {
  const text = readFileSync(join(root, file), "utf8");
  const found: SourceImport[] = [];
  const add = (specifier: string, typeOnly: boolean) => {
    if (specifier === routeTypes) return;
    const to = ownFile(root, file, specifier);
    found.push({ from: file, specifier, typeOnly, ...(to === undefined ? {} : { to }) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.isTypeOnly);
    else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    )
      add(node.argument.literal.text, true);
    else if (ts.isCallExpression(node) && isLoad(node.expression)) {
      const [argument] = node.arguments;
      add(argument && ts.isStringLiteralLike(argument) ? argument.text : "(computed)", false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

const isLoad = (called: ts.Expression): boolean =>
  called.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isIdentifier(called) && ["require", "createRequire"].includes(called.text));

function ownFile(root: string, file: string, specifier: string): string | undefined {
  if (specifier.startsWith("."))
    return relative(root, resolve(root, dirname(file), specifier))
      .split(sep)
      .join("/");
  const within = /^(apps\/[^/]+)\//.exec(file)?.[1];
  if (specifier.startsWith("#lib/") && within !== undefined) return `${within}/src/${specifier.slice(1)}`;
  const [, name, path] = /^@evenhand\/(standard|toolkit)(?:\/(.+))?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  return `packages/${name}/src/${path ?? "index"}.ts`;
}
