import type { LanguageId } from '../languageId.ts';

const WHOLE =
  /^(?:const )?(?:(?:std::)?u?int(?:8|16|32|64|ptr)?(?:_t)?|uint|byte|sbyte|Byte|short|ushort|Short|Integer|long|ulong|Long|char|long long|unsigned(?: (?:int|char|short|long|long long))?|signed char|size_t|std::size_t|ssize_t|ptrdiff_t|[iu](?:8|16|32|64|128|size)|rune|integer|Int(?:16|32|64)|off_t|time_t|nint|(?:std::)?u?intmax_t|(?:std::)?streamsize|(?:std::)?streamoff)(?: ?&)?$/;

const FLOAT =
  /^(?:const )?(?:float|double|Float|Double|f32|f64|float32|float64|long double|real)(?: ?&)?$/;

/** Whether a type, as written, is one of whole numbers. */
export function isWholeType(type: string): boolean {
  return WHOLE.test(type);
}

export function isFloatType(type: string): boolean {
  return FLOAT.test(type);
}

/** How many bits a type of numbers has; undefined where it is none, or has as many as the machine likes. */
export function bitsOf(language: LanguageId, type: string): number | undefined {
  const name = type.replace(/^(?:const )?(?:std::)?| ?&$/g, '');
  const written = /^(?:u?int|[iu]|float|f|Int|UInt)(8|16|32|64|128)(?:_t)?$/.exec(name)?.[1];
  if (written !== undefined) return Number(written);
  switch (name) {
    case 'byte':
    case 'sbyte':
    case 'Byte':
    case 'unsigned char':
    case 'signed char':
      return 8;
    case 'char':
      return language === 'cpp' ? 8 : 16;
    case 'short':
    case 'ushort':
    case 'Short':
    case 'unsigned short':
      return 16;
    case 'int':
    case 'integer':
      return language === 'go' || language === 'php' ? 64 : 32;
    case 'uint':
      return language === 'go' ? 64 : 32;
    case 'Integer':
    case 'unsigned':
    case 'unsigned int':
    case 'rune':
      return 32;
    case 'float':
      return language === 'java' || language === 'csharp' || language === 'cpp' ? 33 : 64;
    case 'long':
    case 'ulong':
    case 'Long':
    case 'long long':
    case 'unsigned long':
    case 'unsigned long long':
    case 'size_t':
    case 'ssize_t':
    case 'ptrdiff_t':
    case 'usize':
    case 'isize':
    case 'off_t':
    case 'time_t':
    case 'intmax_t':
    case 'uintmax_t':
    case 'streamsize':
    case 'streamoff':
      return 64;
    case 'double':
    case 'Double':
      return 64;
    default:
      return undefined;
  }
}
