"""Python's own parser for the oracle: see test/oracle/engine/lineProcess.ts.

The tree is `ast.dump`'s, without the `u` that some strings keep. Of a string that is a statement
(docstrings are) the indentation and the blanks at the ends of its lines are no part: nothing but
help shows it, all tools clean it (`inspect.cleandoc`), and since 3.13 so does the compiler.
"""
import ast
import base64
import sys
import warnings


def clean(value):
    first, *rest = [line.strip(' \t') and line.rstrip(' \t') for line in value.split('\n')]
    rest = [widened(line) for line in rest]
    margin = min((len(line) - len(line.lstrip(' ')) for line in rest if line), default=0)
    return '\n'.join([first.lstrip(' \t')] + [line[margin:] for line in rest]).strip('\n')


def widened(line):
    code = line.lstrip(' \t')
    return line[: len(line) - len(code)].expandtabs(8) + code


class Cleaner(ast.NodeVisitor):
    def visit_Constant(self, node):
        node.kind = None

    def visit_Expr(self, node):
        self.generic_visit(node)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            node.value.value = clean(node.value.value)


def tree(text):
    try:
        parsed = ast.parse(text)
        Cleaner().visit(parsed)
        return ast.dump(parsed)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def main():
    warnings.simplefilter('ignore')
    sys.setrecursionlimit(20000)
    for line in sys.stdin:
        found = tree(base64.b64decode(line).decode('utf8', 'replace'))
        # A lone surrogate has no UTF-8.
        answer = '!' if found is None else '=' + base64.b64encode(found.encode('utf8', 'surrogatepass')).decode()
        print(answer, flush=True)


main()
