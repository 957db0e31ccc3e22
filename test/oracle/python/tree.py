"""Python's own parser for the oracle: see test/oracle/engine/lineProcess.ts.

The tree is `ast.dump`'s, without the `u` that some strings keep.
"""
import ast
import base64
import sys
import warnings


class Cleaner(ast.NodeVisitor):
    def visit_Constant(self, node):
        node.kind = None


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
