import type { Call, Code } from '../../../code/code.ts';
import {
  bare,
  calleeOf,
  dotted,
  lastWord,
  methodOf,
  plainText,
  receiverOf,
} from '../../../code/say.ts';
import { isEcmascript } from '../../languageId.ts';
import type { RuleContext } from '../../rule.ts';
import { createNumberLists } from './numberLists.ts';
import {
  areNumbersNamed,
  isNumberName,
  isVersionName,
  isVersionText,
  versionSense,
} from './numberNames.ts';
import { givenAs, isDigits, shownIn } from './numberTexts.ts';
import { listOfParam, type Compared, type Keyed, type Listed, type Ordering } from './orderings.ts';
import { createValueTypes, isTextType, namedBy } from './valueTypes.ts';

/** Tells orders in which numbers or versions stand as words do. */
export interface OrderJudge {
  isWrong(one: Ordering): boolean;
}

/** Languages that say in the code what is a text. */
const TYPED = /^(?:go|rust|java|csharp|cpp)$/;
/** What makes comparable versions of texts; who uses it has them. */
const KNOWS_VERSIONS =
  /\b(?:Gem::Version|LooseVersion|StrictVersion|parse_version|packaging|pkg_resources|NormalizedVersion|semver::|SemVer|NuGetVersion|ComparableVersion|Versionomy)\b/;
const READS_TABLE =
  /\b(?:DictReader|csv\.reader|CSV\.(?:read|parse|foreach|table|open)|Papa\.parse|csv-parse|fgetcsv|str_getcsv|parseCsv|readCsv)\b/;

/** Judges the orders of a block. */
export function createOrderJudge(context: RuleContext): OrderJudge {
  const { view, language } = context;
  const values = createValueTypes(context);
  const lists = isEcmascript(language) ? createNumberLists(context) : undefined;
  const isTyped = TYPED.test(language);
  let known: boolean | undefined;
  const knowsVersions = (): boolean => (known ??= KNOWS_VERSIONS.test(view.text));
  let table: boolean | undefined;
  const readsTable = (): boolean =>
    (table ??= ((words) =>
      READS_TABLE.test(words) && !/converters|dynamicTyping|cast:/.test(words))(
      view.textOf(view.range),
    ));

  /** What a variable stands for, and text without what only borrows it. */
  const plain = (code: Code): Code => {
    let one = bare(code);
    for (let depth = 0; depth < 6; depth++) {
      if (one.kind === 'unary' && /^[&*]$/.test(one.operator)) one = bare(one.operand);
      else if (one.kind === 'call' && BORROWS.test(methodOf(one)) && one.args.length === 0)
        one = receiverOf(one) ?? one;
      else if (
        one.kind === 'call' &&
        /^(?:std\.)?(?:string|String)$/.test(calleeOf(one)) &&
        one.args[0]
      )
        one = bare(one.args[0]);
      else {
        const value = values.valueOf(one);
        if (!value || namesVersion(one)) return one;
        one = bare(value);
      }
    }
    return one;
  };
  const namesVersion = (code: Code): boolean => isVersionName(namedBy(code));
  const holderWords = (code: Code): readonly string[] => {
    const one = bare(code);
    if (one.kind === 'call') return [calleeOf(one)];
    if (one.kind === 'index') return [lastWord(one.object)];
    return [dotted(one) ?? lastWord(one)];
  };

  /** Whether a value is a version as text. `isOfTexts`: what takes it takes nothing else. */
  const isVersion = (code: Code, isOfTexts: boolean, near: readonly string[]): boolean => {
    const one = plain(code);
    const written = plainText(one);
    if (written !== undefined && one.kind === 'text' && !isVersionName(written))
      return isVersionText(written);
    if (isMade(one)) return false;
    if (one.kind === 'name') {
      const list = listOfParam(view, one.name, one);
      if (list && !isVersionName(one.name)) return isVersionList(list, isOfTexts);
    }
    if (one.kind === 'call' && 1 < one.args.length) return false;
    if (/_HEX$|VERSION_ID|versionCode|_NUM$/.test(namedBy(one))) return false;
    if (!namesVersion(one)) return false;
    const text = values.isText(one);
    if (text !== undefined) return text && !isOwnType(one);
    // Ruby's databases have versions of their own.
    if (isOfTexts) return language !== 'ruby' || versionSense([namedBy(one)]) !== 'counted';
    if (isTyped) return false;
    const sense = versionSense([...holderWords(one), ...near]);
    return sense === 'released' && !isCounted(one) && !knowsVersions();
  };
  const isOwnType = (one: Code): boolean => /Version/.test(values.typeOf(one) ?? '');
  /** Compared with a number somewhere. */
  const isCounted = (code: Code): boolean => {
    const words = view.flat(code);
    return view
      .all('binary')
      .some(
        ({ left, right, operator }) =>
          /^[<>=!+]/.test(operator) &&
          ((right.kind === 'number' && view.flat(left) === words) ||
            (left.kind === 'number' && view.flat(right) === words)),
      );
  };
  const isVersionList = (list: Code, isOfTexts: boolean): boolean => {
    const one = rootOf(list);
    if (!/^(?:versions|tags|semvers)$/i.test(lastPart(namedBy(one)))) return false;
    const isTags = /tags$/i.test(namedBy(one));
    const texts = values.holdsTexts(one);
    if (texts !== undefined) return texts && !isTags;
    const value = values.valueOf(one);
    const words = value ? view.flat(value) : '';
    if (
      /Version\b|parse|Number|to_i|int\(|\bInt\b/.test(
        words.replace(/[.:&](?:get)?[vV]ersion\b/g, ''),
      )
    )
      return false;
    if (versionSense([namedBy(one)]) === 'counted') return false;
    return !isTags && (isOfTexts || !isTyped) && !knowsVersions();
  };
  /** What is picked, copied and ordered, without that. */
  const rootOf = (list: Code): Code => {
    let one = bare(list);
    for (let depth = 0; depth < 10; depth++) {
      if (one.kind === 'list' && one.items.length === 1 && one.items[0]?.kind === 'spread')
        one = bare(one.items[0].value);
      else if (one.kind === 'unary') one = bare(one.operand);
      else if (one.kind === 'call' && KEEPS.test(methodOf(one))) {
        const receiver = receiverOf(one);
        const isStatic =
          receiver === undefined || /^[A-Z]|^(?:slices|maps)$/.test(dotted(receiver) ?? '');
        const next = isStatic ? one.args[0] : receiver;
        if (!next) return one;
        one = bare(next);
      } else return one;
    }
    return one;
  };
  /** A text of a number, by what makes it or by who gives it. */
  const isNumberText = (code: Code, isOfTexts: boolean): boolean => {
    const one = plain(code);
    if (isDigits(one, values.valueOf)) return true;
    const shown = shownIn(one) ?? shownIn(code);
    if (shown) return showsNumber(shown);
    const given = givenAs(one, language);
    if (given !== undefined) return given.split(/\W+/).some(isNumberName);
    return isOfTexts && isNumberName(namedBy(one)) && isField(one);
  };
  const isField = (one: Code): boolean => {
    const text = values.isText(one);
    const isGiver = one.kind === 'call' && one.args.length === 0;
    return text !== false && (one.kind === 'member' || one.kind === 'index' || isGiver);
  };
  const showsNumber = (shown: Code): boolean => {
    const words = namedBy(shown);
    const type = values.typeOf(shown);
    if (type !== undefined && isTextType(type)) return false;
    if (NO_NUMBER.test(view.flat(shown).slice(0, 200))) return false;
    return !isEcmascript(language) || isNumberName(words) || type === 'number';
  };

  const compared = ({ left, right, isOfTexts }: Compared): boolean => {
    if (language === 'php' && !isOfTexts && shownIn(left)) return false;
    const isPair = isNumberText(left, isOfTexts) && isNumberText(right, isOfTexts);
    // Numbers in texts are compared as numbers in PHP.
    if (isPair) return language !== 'php' || isOfTexts;
    const sides = [left, right];
    const texts = sides.filter((side) => {
      const written = plainText(plain(side));
      return written !== undefined && isVersionText(written);
    });
    const near = sides.flatMap((side) => {
      const one = plain(side);
      const base = baseOf(one);
      const list = base === undefined ? undefined : listOfParam(view, base, one);
      return [...holderWords(one), ...(list ? holderWords(rootOf(list)) : [])];
    });
    const isSure =
      isOfTexts ||
      (texts.length === 1 && sides.some(isNamedVersion)) ||
      sides.some((side) => isNamedVersion(side) && values.isText(plain(side)) === true);
    const versions = sides.filter((side) => isVersion(side, isSure, near));
    if (versions.length === 2) return true;
    // `current < latest.version`.
    return (
      versions.length === 1 &&
      texts.length === 0 &&
      sides.some((side) =>
        /^(?:current|latest|installed|required|newest|minimum|available)$/.test(lastWord(side)),
      )
    );
  };
  const isNamedVersion = (side: Code): boolean => {
    const one = plain(side);
    const name = one.kind === 'call' ? methodOf(one) : namedBy(one);
    if (isMade(one)) return false;
    return isVersionName(name) || /version$/i.test(name) || /^release$/.test(name);
  };
  const listed = ({ at, list, isOfTexts }: Listed): boolean => {
    if (lists && (lists.areNumbers(list) || lists.givesNumbers(at))) return true;
    const root = rootOf(list);
    if (isVersionList(list, isOfTexts)) return true;
    const words = namedBy(root);
    const value = values.valueOf(root);
    if (isNumbered(value ?? root)) return true;
    const isNamed = areNumbersNamed(root.kind === 'call' ? holderOf(at) : words);
    if (lists) return false;
    if (isOfTexts && language === 'php')
      return isNamed || /by_?(?:year|id|age|size|number|count)$/i.test(words);
    const isInput =
      root.kind === 'call' &&
      /^(?:split)$/.test(methodOf(root)) &&
      /^(?:input|gets|readline)$/.test(methodOf(asCall(receiverOf(root)) ?? root)) &&
      /m(?:ax|in)/.test(at.kind === 'call' ? methodOf(at) : '');
    if (isInput) return true;
    return isNamed && (values.holdsTexts(root) ?? (isOfTexts && language === 'go'));
  };
  const holderOf = (at: Code): string => {
    const parent = view.parentOf(at);
    return parent?.kind === 'declare' || parent?.kind === 'assign' ? lastWord(parent.target) : '';
  };
  const keyed = ({ list, key }: Keyed): boolean => {
    const names = plainText(key);
    // `key=str`, `&:to_s`, `String::valueOf`.
    if (key.kind !== 'call' && MAKES_TEXT.test(names ?? lastWord(key)))
      return key.kind !== 'member' || ANY_CLASS.test(lastWord(key.object));
    const near = list ? holderWords(rootOf(list)) : [];
    if (names === undefined && isNumberText(key, false)) return true;
    if (readsTable() && key.kind === 'index' && isNumberName(plainText(key.index) ?? ''))
      return true;
    return (
      isVersion(key, false, [...near, ...(names === undefined ? [] : [names])]) &&
      (key.kind !== 'text' || isVersionName(names ?? ''))
    );
  };
  /** `glob("frame_*.png")`: files with numbers in their names. */
  const isNumbered = (list: Code): boolean =>
    list.kind === 'call' &&
    /^(?:glob|iglob|Glob|globSync|sync|\[\]|rglob)$/.test(methodOf(list)) &&
    list.args.some((arg) => NUMBERED_FILES.test(plainText(arg) ?? ''));

  return Object.freeze({
    isWrong(one: Ordering): boolean {
      switch (one.kind) {
        case 'compare':
          return compared(one);
        case 'list':
          return listed(one);
        case 'key':
          return keyed(one);
      }
    },
  });
}

const MAKES_TEXT = /^(?:str|to_s|to_string|valueOf|toString|ToString)$/;
const ANY_CLASS = /^(?:String|Object|Objects|Integer|Long|Short|Double|Float|Number|BigDecimal)$/;
const BORROWS =
  /^(?:clone|as_str|as_ref|to_owned|trim|strip|c_str|data|to_string|chomp|Trim|as_deref|toString|ToString)$/;
const MAKES_VERSION =
  /^(?:Version|parse|Parse|parse_version|new|LooseVersion|StrictVersion|SemVer|coerce|of|from_str|semver|normalize|clean|parseVersion|version_info|valueOf|fromString|version_tuple|tuple|split|map)$/;
const KEEPS =
  /^(?:filter|select|reject|compact|uniq!?|sort!?|sorted|reverse|reversed|toList|ToList|ToArray|to_a|collect|slice|Skip|Take|Where|Distinct|stream|iter|iter_mut|into_iter|copy|list|set|from|of|asList|copyOf|clone|Clone|cloned|to_vec|concat|keys|Set|ArrayList|TreeSet|StringSlice|rev|OrderBy|distinct|limit|array_unique|array_values|array_filter|unique)$/;
const NO_NUMBER = /date|time|uuid|name|path|key|title|email|label|text|word|code|type/i;
const NUMBERED_FILES =
  /(?:^|[/_\-.])(?:frame|chunk|page|part|checkpoint|ckpt|shard|step|epoch|chapter|segment|batch|episode|slide|volume|vol|image|img|scan|run|iter|iteration)s?[-_]?\*/i;

function isMade(code: Code): boolean {
  return code.kind === 'call' && 0 < code.args.length && MAKES_VERSION.test(methodOf(code));
}

function lastPart(name: string): string {
  return /[A-Z]?[a-z]+$/.exec(name)?.[0] ?? name;
}

/** The variable at the beginning of `a.b`, `a['b']`, `a.b()`. */
function baseOf(code: Code): string | undefined {
  let one: Code | undefined = code;
  while (one) {
    if (one.kind === 'name') return one.name;
    if (one.kind === 'member' || one.kind === 'index') one = one.object;
    else if (one.kind === 'call') one = receiverOf(one);
    else return undefined;
  }
  return undefined;
}

function asCall(code: Code | undefined): Call | undefined {
  return code?.kind === 'call' ? code : undefined;
}
