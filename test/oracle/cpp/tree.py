"""Clang's own reading for the oracle: see test/oracle/engine/lineProcess.ts.

The tree is the nesting of clang's cursors with their kinds, names and types, and the tokens of the
text as clang's lexer gives them. What says nothing to clang is left out: comments, a comma before
`}`, and whether two `>` or `:` stand apart (the cursors say which are one operator). The end of
each preprocessor line is kept. Nothing is included, which would take seconds for one text: a text
parses when clang's parser and preprocessor find no error, whatever names are unknown then.
"""
import base64
import os
import re
import sys

from clang.cindex import Config, Diagnostic, Index, TokenKind, TranslationUnit, TranslationUnitLoadError

if os.environ.get('LIBCLANG'):
    Config.set_library_file(os.environ['LIBCLANG'])

LANGUAGE, STANDARD = sys.argv[1], sys.argv[2]
NAME = '/nowhere/unit.' + LANGUAGE
ARGUMENTS = ['-x', LANGUAGE, '-std=' + STANDARD, '-Wno-everything', '-ferror-limit=0']
# A lone quote is no token, in skipped lines and macros too; what it means is not defined.
ARGUMENTS += ['-nostdinc', '-nostdinc++', '-Werror=invalid-pp-token']
PLACE = re.compile(r' at /nowhere/[^ )>]*')
KEEP_GOING = 0x200
FAULTS = ('Parse Issue', 'Lexical or Preprocessor Issue')


def line_ends(text):
    """Offsets where a preprocessor line ends: its last character is not continued."""
    ends, at = [], 0
    for line in text.split(b'\n'):
        at += len(line) + 1
        if not line.rstrip(b'\r').endswith(b'\\'):
            ends.append(at - 1)
    return ends


def tokens_of(unit, text):
    ends, next_end = line_ends(text), 0
    out, in_directive, is_new_line, last_end = [], False, True, -1
    for token in unit.get_tokens(extent=unit.cursor.extent):
        start = token.extent.start.offset
        while next_end < len(ends) and ends[next_end] < start:
            next_end += 1
            is_new_line = True
        if token.kind == TokenKind.COMMENT:
            # To the preprocessor a comment is a blank, however many lines it has.
            while next_end < len(ends) and ends[next_end] < token.extent.end.offset:
                next_end += 1
            continue
        if in_directive and is_new_line:
            out.append('\n')
            in_directive = False
        spelling = token.spelling.replace('\\\r\n', '').replace('\\\n', '')
        if spelling == '#' and is_new_line and not in_directive:
            in_directive = True
            out.append('\n')
        if spelling == '}' and not in_directive and out[-1:] == [','] and out[-2:-1] != ['{']:
            out.pop()
        if spelling == '(' and start == last_end and out[-2:-1] == ['define']:
            out.append('parameters')
        last_end = token.extent.end.offset
        out.extend(list(spelling) if spelling in ('>>', '::') else [spelling])
        is_new_line = False
    return out


def walk(cursor, out):
    for child in cursor.get_children():
        file = child.location.file
        if file is None or file.name != NAME:
            continue
        said = '(%s %s %s' % (child.kind.name, child.spelling, child.type.spelling)
        out.append(PLACE.sub('', said))
        walk(child, out)
        out.append(')')


def is_fault(problem):
    if problem.severity < Diagnostic.Error or problem.category_name not in FAULTS:
        return False
    return 'file not found' not in problem.spelling


def tree(index, text):
    files = [(NAME, text.decode('utf8', 'replace'))]
    unit = index.parse(NAME, ARGUMENTS, files, KEEP_GOING)
    if any(is_fault(each) for each in unit.diagnostics):
        return None
    out = []
    walk(unit.cursor, out)
    return '\0'.join(tokens_of(unit, text)) + '\n\n' + '\n'.join(out)


def main():
    sys.setrecursionlimit(20000)
    index = Index.create()
    for line in sys.stdin:
        try:
            found = tree(index, base64.b64decode(line))
        except (TranslationUnitLoadError, RecursionError):
            found = None
        answer = '!' if found is None else '=' + base64.b64encode(found.encode('utf8', 'replace')).decode()
        print(answer, flush=True)


main()
