import type { Call, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { calleeOf, dotted, lastWord, methodOf, receiverOf } from '../../../code/say.ts';

/** Whether what a piece of code gives is for programs: written to a file, sent, kept, read again. */
export function isForPrograms(view: CodeView, code: Code): boolean {
  for (const node of view.around(code)) {
    switch (node.kind) {
      case 'call':
        if (WRITES.test(methodOf(node)) && !isForPeople(node)) return true;
        break;
      case 'member':
        // `total.toLocaleString().replace(',', '')`.
        if (
          node.object === code &&
          /^(?:split|replace|replaceAll|match|Replace|Split)$/.test(node.name)
        )
          return true;
        break;
      case 'declare':
      case 'assign':
        return MACHINE.test(lastWord(node.target)) || isInWriter(view, code);
      case 'entry':
        return isInWriter(view, code);
      case 'return':
        // What a lambda gives is part of what it is given to.
        if (!isOfLambda(view, node)) return isInWriter(view, code);
        break;
      case 'function':
        if (node.form !== 'lambda' && node.form !== 'block') return isInWriter(view, code);
        break;
      case 'element':
      case 'attribute':
      case 'throw':
        return false;
      default:
        break;
    }
  }
  return false;
}

function isOfLambda(view: CodeView, code: Code): boolean {
  const around = view.around(code).find((one) => one.kind === 'function');
  return around?.kind === 'function' && /^(?:lambda|block)$/.test(around.form);
}

const WRITES =
  /^(?:write|writeFile|writeFileSync|appendFile|appendFileSync|stringify|fetch|setItem|query|execute|writeRow|addRow|createWriteStream|join|Write|WriteLine|WriteAsync|WriteLineAsync|WriteAllText|AppendAllText|WriteAllLines|WriteElementString|WriteAttributeString|WriteField|parseFloat|Number|parseInt|printf|print|println)$/;
const MACHINE =
  /(?:^|_)(?:csv|tsv|sql|json|xml|url|uri|query|key|slug|file_?name|path|filename|file)$|(?:Csv|Sql|Json|Xml|Url|Uri|Query|Key|Slug|FileName|Path|Filename|File)$/;

/** Consoles, logs and pages. */
function isForPeople(call: Call): boolean {
  const receiver = receiverOf(call);
  const words = receiver === undefined ? '' : (dotted(receiver) ?? calleeOf(call));
  if (/^(?:print|println|printf)$/.test(methodOf(call))) return !/writer|csv|file/i.test(words);
  if (/^join$/.test(methodOf(call))) return !/path/i.test(words);
  return /console|stdout|stderr|document|log|debug|trace|view|page|label|Out\b|Error\b/i.test(
    words,
  );
}

function isInWriter(view: CodeView, code: Code): boolean {
  const named = view
    .around(code)
    .find((one) => one.kind === 'function' && one.form !== 'lambda' && one.form !== 'block');
  const name = named?.kind === 'function' ? (named.name ?? '') : '';
  return /csv|tsv|export|serial|slug|file_?name|cache_?key|to_?(?:json|xml|sql|url|query)/i.test(
    name,
  );
}
