/**
 * The parser of the console's files: one program knows all of them from the start, *.vue by what stands in their <script>.
 * Left to itself the parser's service takes each such script for a change of its file, and makes all types anew 340 times.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

const VUE = '.vue';
const SCRIPT = /<script\b([^>]*)>([^]*?)<\/script>/;
const GENERIC = /\bgeneric="(\w+)(?: extends ([^,"]+))?"/;
/** An editor goes on while files change: there the service keeps up with them. */
const isOnce = /\beslint(\.js)?$/.test(process.argv[1] ?? '');
const programs = new Map();

/** ESLint's interface of a parser. What no program has word for word goes the usual way: a template, what `--fix` wrote. */
export const vueScripts = {
  meta: { name: 'vue-scripts', version: '1' },
  parseForESLint(code, options) {
    const program = isOnce && options.projectService ? programOf(options.filePath) : undefined;
    if (program?.getSourceFile(options.filePath)?.text !== code) return tseslint.parser.parseForESLint(code, options);
    return tseslint.parser.parseForESLint(code, { ...options, projectService: undefined, programs: [program] });
  },
};

function programOf(file) {
  const config = ts.findConfigFile(dirname(file), ts.sys.fileExists);
  if (config !== undefined && !programs.has(config)) programs.set(config, createProgram(config));
  return programs.get(config);
}

function createProgram(config) {
  const { config: written } = ts.readConfigFile(config, ts.sys.readFile);
  const vue = { extension: VUE, isMixedContent: true, scriptKind: ts.ScriptKind.Deferred };
  const more = { allowNonTsExtensions: true };
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    written,
    ts.sys,
    dirname(config),
    more,
    config,
    [],
    [vue],
  );
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile;
  host.getSourceFile = (name, version, ...rest) =>
    name.endsWith(VUE)
      ? ts.createSourceFile(name, scriptOf(readFileSync(name, 'utf8')), version, true, ts.ScriptKind.TS)
      : read(name, version, ...rest);
  return ts.createProgram(fileNames, options, host);
}

/** The script as vue-eslint-parser hands it on: what it is generic in becomes a type before it. */
function scriptOf(text) {
  const [, attributes = '', script = ''] = SCRIPT.exec(text) ?? [];
  const [, name, limit = 'unknown'] = GENERIC.exec(attributes) ?? [];
  return name === undefined ? script : `type ${name} = ${limit};\n${script}`;
}
