/** ESLint rule: a file's name says what is in it, and nothing only passes on what others export. */
import { basename, relative, sep } from 'node:path';
import { root } from '../project.mjs';

const EMPTY = /^(utils?|helpers?|common|misc|shared-code)$/i;

export const names = {
  meta: { type: 'problem', docs: { description: 'Files are named by what is in them.' }, schema: [] },
  create(context) {
    return {
      Program(node) {
        const folders = relative(root, context.filename).split(sep);
        const words = [...folders.slice(0, -1), basename(context.filename).replace(/\..*$/, '')];
        const empty = words.find((word) => EMPTY.test(word));
        if (empty) {
          context.report({ node, message: `"${empty}" says nothing: name files and folders by what they are for.` });
        }
        if (/^index\.[cm]?[jt]s$/.test(basename(context.filename))) {
          context.report({
            node,
            message: 'No barrel files: they hide where things are and load what nobody asked for.',
          });
        }
      },
    };
  },
};
